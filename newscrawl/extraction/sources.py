"""Where fields come from: the readings of one page that several fields share, each made once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.extraction.outline import Line, Outline, read_outline
from newscrawl.extraction.structured import StructuredData, read_structured
from newscrawl.extraction.text import unescape
from newscrawl.extraction.title import Headline, find_headline

if TYPE_CHECKING:
    from newscrawl.extraction.page import Page

_TITLE_KEYS = (
    "og:title",
    "title",
    "twitter:title",
    "originaltitle",
    "content_title",
    "dc.title",
    "jpnncom_news_title",
    "name",
)
_LONGEST_TITLE = 1_000
_LINES_BEFORE = 5
_LINES_AFTER = 25
_LINES_BEHIND = 6
PARAGRAPH = 160
"""A line of this length that is no link is running text."""


class Sources:
    """The outline, the structured data and the headline of a page, and the lines around the headline."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def outline(self) -> Outline:
        """The page's visible lines."""
        return read_outline(self.page.root)

    @cached_property
    def host(self) -> str:
        """The host of the page's address, in lower case."""
        try:
            return (urlsplit(self.page.url).hostname or "").removeprefix("www.")
        except ValueError:
            return ""

    @cached_property
    def site_names(self) -> list[str]:
        """What the page calls its site."""
        names = [self.host, *self.page.rules.outlets]
        for key in ("og:site_name", "application-name", "twitter:domain", "content_publisher"):
            names += self.page.meta.get(key, ())
        return [name for name in names if name]

    @cached_property
    def stated_titles(self) -> list[tuple[str, str]]:
        """The titles outside the visible page, each with its provenance, the most reliable first."""
        found = [
            (f"meta: {key}", unescape(value[:_LONGEST_TITLE]))
            for key in _TITLE_KEYS
            for value in self.page.meta.get(key, ())[:2]
        ]
        element = self.page.root.find(".//title")
        if element is not None and element.text:
            found.append(("page: title", unescape(element.text[:_LONGEST_TITLE])))
        return [(origin, title) for origin, title in found if title]

    @cached_property
    def data(self) -> StructuredData:
        """The page's JSON-LD."""
        titles = [title for _, title in self.stated_titles]
        return read_structured(self.page.root, url=self.page.url, titles=titles)

    @cached_property
    def headline(self) -> Headline:
        """The title, and where it stands."""
        return find_headline(self)

    def is_near_headline(self, line: Line, *, levels: int = 4) -> bool:
        """Whether ``line`` and the headline share an element among their ``levels`` innermost ones."""
        at = self.headline.line
        if at < 0:
            return False
        return not set(line.around[:levels]).isdisjoint(self.outline.lines[at].around[:levels])

    @cached_property
    def above(self) -> list[Line]:
        """The lines before the headline, nearest first."""
        at = self.headline.line
        return self.outline.lines[max(0, at - _LINES_BEFORE) : at][::-1] if at > 0 else []

    @cached_property
    def below(self) -> list[Line]:
        """The lines after the headline, nearest first: up to the second paragraph of running text, and few
        behind the first, which may be a deck."""
        found: list[Line] = []
        paragraphs = behind = 0
        start = self.headline.end
        for line in self.outline.lines[start : start + _LINES_AFTER] if self.headline.line >= 0 else ():
            if not line.linked and len(line.text) >= PARAGRAPH:
                paragraphs += 1
            behind += paragraphs
            if paragraphs == 2 or behind > _LINES_BEHIND:
                break
            found.append(line)
        return found
