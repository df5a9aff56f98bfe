"""What a page states of itself outside its fields: its lines, its data, its titles and its names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl import words
from newscrawl.reading.tree.measures import LABEL, LONGEST_ENDING, LONGEST_HEADING
from newscrawl.reading.tree.outline import Outline
from newscrawl.reading.tree.structured import StructuredData, read_structured
from newscrawl.reading.tree.text import fold, unescape
from newscrawl.record.once import once

if TYPE_CHECKING:
    from newscrawl.reading.tree.page import Page

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
_TITLES_WITH_SITE = ("page: title", "meta: og:title")
_TITLE_PARTS = re.compile(r"\s[-–—|»]\s")
_WORD = re.compile(r"\w+")
_TEMPLATE = re.compile(words.patterns("page_types", "template name"))
_MOST_IN_NAME = 5
"""Words of a site's name; more are a headline or a motto."""
TELLING_WORD = 6
"""Letters of a single word that is found in a host or a site's name by no accident."""


def names_template(text: str) -> bool:
    """Whether a heading or a title is what a system calls all pages of a kind: "Detail Berita"."""
    return len(text) <= LABEL and _TEMPLATE.fullmatch(fold(text)) is not None


def _without_template(title: str) -> str:
    """A title without what the system calls all such pages, and so without the site's name beside that.

    "Detail Berita | Kabar Lereng" says nothing of the article; behind "Berita Detail -" a headline may stand.
    """
    parts = _TITLE_PARTS.split(title)
    left = [part for part in parts if not names_template(part)]
    if len(left) == len(parts):
        return title
    return next((part for part in left if part.count(" ") >= _MOST_IN_NAME), "")


def _shared_host(host: str) -> str:
    """``host`` without the name of a blog or a section in it, which may be a person's."""
    _, _, rest = host.partition(".")
    return rest if len(rest.partition(".")[0]) > LONGEST_ENDING and "." in rest else host


class Statements:
    """One page's outline, structured data, stated titles and names of its site, each read once."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @once
    def outline(self) -> Outline:
        """The page's visible lines."""
        return Outline(self.page.steps)

    @once
    def host(self) -> str:
        """The host of the page's address, in lower case."""
        try:
            return (urlsplit(self.page.url).hostname or "").removeprefix("www.")
        except ValueError:
            return ""

    @once
    def site_names(self) -> list[str]:
        """What the page calls its site."""
        names = [self.host, *self.page.rules.outlets]
        for key in ("og:site_name", "application-name", "twitter:domain", "content_publisher"):
            names += self.page.meta.get(key, ())
        return [name for name in names if name]

    @once
    def sites_run_together(self) -> list[str]:
        """The site's names, folded, each in one word."""
        return ["".join(fold(name).split()) for name in self.site_names]

    def names_beside(self, headline: str) -> tuple[str, ...]:
        """What the page calls its site and what stands beside its ``headline`` in the titles, each folded and
        run together: "Kabar Lereng" is "kabarlereng"."""
        names = [*self.site_names[1:], *self.data.publishers(), *self._beside_titles]
        joined = ("".join(fold(name).split()) for name in names if name.count(" ") < _MOST_IN_NAME)
        own = "".join(fold(headline).split())
        return tuple(dict.fromkeys(name for name in joined if name and name not in own))

    @once
    def site_initials(self) -> tuple[str, ...]:
        """The initials of the site's names of three words and more: "KPR" is Kabar Pulau Rindu in a dateline.

        What stands before or behind the title of the page's head is such a name, too.
        """
        names = [*self.site_names, *self.data.publishers(), *self._beside_titles]
        parted = (_WORD.findall(name) for name in names)
        initials = ("".join(word[0] for word in words).casefold() for words in parted if 2 < len(words) < 6)
        return tuple(dict.fromkeys(initials))

    def names_site(self, name: str) -> bool:
        """Whether ``name`` is what the page calls its site, a part of that or of its host.

        One short word may well be a person's name and a part of the host ("Dara", "indodaratan.id"), but not
        if it is written as an account is.
        """
        wanted = "".join(fold(name).split())
        sites = [_shared_host(self.host), *self.site_names[1:], *self.data.publishers()]
        if " " in name.strip() or len(wanted) >= TELLING_WORD or name.islower():
            return any(wanted in "".join(fold(site).split()) for site in sites)
        return any(wanted in fold(site).split() for site in sites)

    def stands_beside_title(self, name: str) -> bool:
        """Whether ``name`` alone stands before or behind the title of the page's head, as a site's does."""
        wanted = fold(name)
        return any(wanted == fold(part) for part in self._beside_titles)

    @once
    def _beside_titles(self) -> list[str]:
        """What a bar or a dash parts from the title of the page's head, and so may be the site's name."""
        titles = (title for origin, title in self._titles_in_head if origin in _TITLES_WITH_SITE)
        parted = (_TITLE_PARTS.split(title) for title in titles)
        return [end.strip() for parts in parted if len(parts) > 1 for end in (parts[0], parts[-1])]

    @once
    def stated_titles(self) -> list[tuple[str, str]]:
        """The titles outside the visible page, each with its provenance, the most reliable first."""
        found = [(origin, _without_template(title)) for origin, title in self._titles_in_head]
        return [(origin, title) for origin, title in found if title]

    @once
    def _titles_in_head(self) -> list[tuple[str, str]]:
        """The titles of the page's head as they stand there."""
        found = [
            (f"meta: {key}", unescape(value[:LONGEST_HEADING]))
            for key in _TITLE_KEYS
            for value in (self.page.names if key == "name" else self.page.meta.get(key, ()))[:2]
        ]
        element = next(self.page.root.iter("title"), None)
        if element is not None and element.text:
            found.append(("page: title", unescape(element.text[:LONGEST_HEADING])))
        return [(origin, title) for origin, title in found if title]

    @once
    def data(self) -> StructuredData:
        """The page's JSON-LD."""
        titles = [title for _, title in self.stated_titles]
        return read_structured(self.page.root, url=self.page.url, titles=titles)
