"""Tells pages that show a thing, sell it or offer a job from articles on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl import words

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


def is_offer(sources: Sources, og_type: str, *, dated: bool) -> bool:
    """Whether a page offers goods, work or an event: it says so, or a price stands alone beside a way to buy.

    An article on goods may show a shop's box: what calls itself an article, or is ``dated``, is no offer by
    its lines.
    """
    if sources.data.article is not None:
        return False
    types = sources.data.types()
    if og_type.startswith(_OPEN_GRAPH) or not _TYPES.isdisjoint(types):
        return True
    if og_type != "article" and any(name.endswith(_EVENT) for name in types):
        return True
    if dated or og_type == "article":
        return False
    lines = sources.outline.lines
    sold = any(_SALE_TITLE.match(title) for _, title in sources.stated_titles)
    return (sold or any(True for _ in lines.matching(_BUY))) and any(True for _ in lines.matching(_PRICE))
