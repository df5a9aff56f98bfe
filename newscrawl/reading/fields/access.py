"""Who may read the article: free, metered or paid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newscrawl import words
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.tree.structured import as_list

if TYPE_CHECKING:
    from newscrawl.items import Access
    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.tree.outline import Line

_YES = frozenset(("true", "yes", "1", "free", "gratis"))
_NO = frozenset(("false", "no", "0", "paid", "premium", "locked", "vip", "subscriber", "subscription"))
_METERED = frozenset(("metered", "freemium", "registration"))
_TIER_METAS = ("article:content_tier", "content_tier", "content_access", "access", "article:access")
# Lines that stand in place of the text that is kept back.
_WALL = re.compile(rf"\b(?:{words.patterns('walls', 'wall')})", re.IGNORECASE)
_SUBSCRIBING = re.compile("langgan|ubscri")


def access(sources: Sources) -> tuple[Access, str] | None:
    """Who may read the article and what says so; None where the page says nothing, or both."""
    for origin, stated in (
        ("json-ld: isAccessibleForFree", set(_in_json_ld(sources))),
        ("meta: content_tier", set(_in_meta(sources))),
    ):
        if len(stated) == 1:
            return stated.pop(), origin
        if stated:
            return None
    if any(
        len(line.text) <= LEAST_LENGTH and _WALL.search(line.text) for line in _about_subscribing(sources)
    ):
        return "paid", "page: notice to subscribers"
    return None


def _about_subscribing(sources: Sources) -> Iterator[Line]:
    lines = sources.outline.lines
    if any(stem in lines.joined for stem in ("langgan", "ubscri")):
        found = map(lines.__getitem__, lines.matching(_SUBSCRIBING, sources.headline.end))
        yield from (line for line in found if not line.linked)


def _in_json_ld(sources: Sources) -> Iterator[Access]:
    for node in (sources.data.article, sources.data.page):
        if node is None:
            continue
        stated = [_meaning(value) for value in as_list(node.get("isAccessibleForFree"))]
        if stated:
            yield from (value for value in stated if value is not None)
        else:
            parts = (part for part in as_list(node.get("hasPart")) if isinstance(part, dict))
            meanings = (_meaning(part.get("isAccessibleForFree")) for part in parts)
            yield from (value for value in meanings if value == "paid")


def _in_meta(sources: Sources) -> Iterator[Access]:
    for key in _TIER_METAS:
        for content in sources.page.meta.get(key, ()):
            if (value := _meaning(content)) is not None:
                yield value


def _meaning(value: Any) -> Access | None:
    """What a statement means, whatever type it has: true, "True", "http://schema.org/False", 1, "metered"."""
    if isinstance(value, dict):
        value = value.get("@value", value.get("@id"))
    word = str(value).strip().lower().rpartition("/")[2]
    if word in _METERED:
        return "metered"
    if word in _YES:
        return "free"
    return "paid" if word in _NO else None
