"""Cards: boxes that lead to another article, and so name its author and its date."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.tree.measures import BOXES, FEWEST_BLANKS, HEADLINE, NEAR
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.tree.text import fold, text_of, tidy
from newscrawl.record.links import joined

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.tree.outline import Line

_MOST_LINKS = 6
"""Links of a card: picture, headline, section, writer, date and button. Half and twice change none of 73
pages."""
_LEVELS_BEFORE = 2
"""Boxes around a line in which the headline behind it may stand: what precedes a related link may well be the
article's last line."""

_NO_ARTICLE = re.compile(
    r"/(?:authors?|penulis|profile?|reporters?|users?|members?|tags?|topi[ck]s?|categor\w*|kategori|kanal|rubrik)/",
    re.IGNORECASE,
)

_TURNS_PAGE = frozenset(("prev", "next"))
_NOWHERE = ("#", "javascript:", "mailto:", "whatsapp:")


def in_card(sources: Sources, line: Line) -> bool:
    """Whether ``line`` shares a small box with the linked headline of one other article.

    Such a box holds neither the page's headline nor its text. The innermost box with a headline counts: one
    with several is a list, and what follows a list may be the article's own credits.
    """
    near = _headlines_near(sources, line)
    own = _own_boxes(sources) if near else frozenset()
    for level, box in enumerate(line.around[:BOXES] if near else ()):
        if box in own:
            return False
        inside = [(a, at) for a, at in near if any(element is box for element in (a, *a.iterancestors()))]
        if inside:
            before = level < _LEVELS_BEFORE or any(at <= line.index for _, at in inside)
            return before and _is_small(box)
    return False


def _is_small(box: HtmlElement) -> bool:
    """Whether ``box`` has few links, and those as long as headlines lead to one page."""
    links = list(islice(box.iter("a"), _MOST_LINKS + 1))
    leads = {a.get("href") for a in links if len(tidy(text_of(a))) >= HEADLINE}
    return len(links) <= _MOST_LINKS and len(leads) == 1


def _headlines_near(sources: Sources, line: Line) -> list[tuple[HtmlElement, int]]:
    """The links near a line that read like another article's headline and fill their own line, with that."""
    links, lines, known = sources.outline.links, sources.outline.lines, sources.headline_links
    found: list[tuple[HtmlElement, int]] = []
    for at in range(bisect_left(links, line.index - NEAR, key=itemgetter(1)), len(links)):
        anchor, place = links[at]
        if place > line.index + NEAR:
            break
        reads = known.get(anchor)
        if reads is None:
            reads = known[anchor] = _reads_like_headline(sources, anchor)
        if reads and (place == line.index or place >= len(lines) or lines.is_linked(place)):
            found.append(links[at])
    return found


def _own_boxes(sources: Sources) -> frozenset[HtmlElement]:
    """The elements around the page's headline and around its text."""
    at = sources.headline.line
    if at < 0:
        return sources.extent.holders
    block = sources.outline.lines[at].block
    return sources.extent.holders.union((block, *block.iterancestors()))


def _reads_like_headline(sources: Sources, anchor: HtmlElement) -> bool:
    """Whether a link is worded like another article's headline and leads to another page of the site."""
    # Where the whole card is a link, its date stands in that too.
    text = tidy(text_of(next(anchor.iter(*HEADINGS), anchor)))
    if len(text) < HEADLINE or text.count(" ") < FEWEST_BLANKS or is_date_line(text):
        return False
    # The links to the articles before and after are of the article's own foot, as its tags are.
    if not _TURNS_PAGE.isdisjoint((anchor.get("rel") or "").split()):
        return False
    return fold(text) != fold(sources.headline.text or "") and _leads_on(sources, anchor.get("href") or "")


def _leads_on(sources: Sources, target: str) -> bool:
    """Whether a link leads to another article of the site."""
    if not target or target.startswith(_NOWHERE) or _NO_ARTICLE.search(target):
        return False
    try:
        site, path = _site_and_path(joined(sources.page.url, target))
        own_site, own_path = _site_and_path(sources.page.url)
    except ValueError:
        return False
    return site == own_site and path not in ("", own_path)


@lru_cache(maxsize=1024)
def _site_and_path(url: str) -> tuple[list[str], str]:
    """The last two parts of an address's host, and its path."""
    parts = urlsplit(url)
    return (parts.hostname or "").split(".")[-2:], parts.path.rstrip("/")
