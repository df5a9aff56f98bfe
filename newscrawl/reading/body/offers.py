"""Tells pages that show a thing, sell it or offer a job from articles on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.structured import texts, types_of
from newscrawl.reading.tree.text import fold

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_TYPES = frozenset(("product", "productgroup", "individualproduct", "jobposting"))
_EVENT = "event"
"""How all types of events end: SportsEvent, MusicEvent."""
_OPEN_GRAPH = ("product", "business", "place", "restaurant", "book", "music", "event", "game")
"""How the types of things begin in ``og:type`` ("business.business")."""
_SALE_TITLE = re.compile(rf"(?:{words.patterns('page_types', 'sale title')})\b", re.IGNORECASE)
# A run of text that is a price and nothing else, and the words on a button or link to buy.
_PRICE = re.compile(r"\0\s*(?:rp|idr)\.?\s?\d[\d.,]*\s*(?=\0|$)", re.IGNORECASE)
_BUY = re.compile(rf"\0\s*(?:{words.patterns('page_types', 'buy button')})\W*(?=\0|$)", re.IGNORECASE)
# What a run of text on a button to an event says, and the labels of its place and its day, which stand alone
# or before a colon.
_TICKET = re.compile(rf"\0\s*(?:{words.patterns('page_types', 'event button')})\W*(?=\0|$)", re.IGNORECASE)
_PLACE, _TIME = (
    re.compile(rf"\0\s*(?:{words.patterns('page_types', kind)})\s?(?:[:\0]|$)", re.IGNORECASE)
    for kind in ("event place", "event time")
)


def is_offer(sources: Sources, og_type: str, *, dated: bool) -> bool:
    """Whether a page offers goods, work or an event: it says so, or a price stands alone beside a way to buy.

    An event's own day is no article's date: it has a place beside it, and a button. An article on goods may
    show a shop's box: what calls itself an article, or is ``dated``, is no offer by its lines.
    """
    if sources.data.article is not None:
        return False
    if og_type.startswith(_OPEN_GRAPH) or _shows_thing(sources, og_type):
        return True
    if og_type == "article":
        return False
    lines = sources.outline.lines
    if all(any(True for _ in lines.matching(sign)) for sign in (_TICKET, _PLACE, _TIME)):
        return True
    if dated:
        return False
    sold = any(_SALE_TITLE.match(title) for _, title in sources.stated_titles)
    return (sold or any(True for _ in lines.matching(_BUY))) and any(True for _ in lines.matching(_PRICE))


def _shows_thing(sources: Sources, og_type: str) -> bool:
    """Whether the data name the page's own thing on offer, or its event where it is called no article.

    An agenda or a shop beside an article has data of its own, with other names.
    """
    titles = [fold(title) for title in (sources.headline.text or "", *dict(sources.stated_titles).values())]
    for node in sources.data.nodes:
        kinds = types_of(node)
        is_event = og_type != "article" and any(kind.endswith(_EVENT) for kind in kinds)
        if is_event or not _TYPES.isdisjoint(kinds):
            names = [fold(name) for name in texts(node.get("name"))]
            if not names or any(_are_akin(name, title) for name in names for title in titles):
                return True
    return False


def _are_akin(name: str, title: str) -> bool:
    return bool(name and title) and (name in title or title in name)
