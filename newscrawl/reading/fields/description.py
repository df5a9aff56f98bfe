"""The description: a deck on the page, else what the head states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.outline import Line, signature
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.text import fold, tidy, unescape

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

SHORTEST, LONGEST = 25, 1000

_DECK = re.compile(words.patterns("decks", "deck"))
_CAPTION = re.compile(words.patterns("decks", "picture"))
_TAG = re.compile(r"<[^<>]{1,80}>")
_METAS = ("og:description", "description", "twitter:description", "dc.description")
_HEAD_LINES = 5
_CUT = ("...", "…")


def description(sources: Sources) -> tuple[str, str] | None:
    """The summary that the page gives outside its text, and what produced it.

    A deck under the headline comes first, since the head often holds it cut off.
    """
    title = fold(sources.headline.text or "")
    for found, origin in _candidates(sources):
        text = tidy(_TAG.sub(" ", found)) if "<" in found else found
        if SHORTEST <= len(text) <= LONGEST and fold(text) != title:
            return text, origin
    return None


def _candidates(sources: Sources) -> Iterator[tuple[str, str]]:
    for selector, found in values(sources.page, sources.page.rules.description):
        yield found[0], f"rule: {selector}"
    stated = list(_stated(sources))
    for line in sources.below[:_HEAD_LINES]:
        if not line.linked and _is_deck(line, [text for text, _ in stated]):
            yield line.text, f"page: {signature(line.block)}"
    yield from stated


def _stated(sources: Sources) -> Iterator[tuple[str, str]]:
    if text := sources.data.text("description"):
        yield text, "json-ld: description"
    for key in _METAS:
        for value in sources.page.meta.get(key, ())[:1]:
            yield unescape(value), f"meta: {key}"


def _is_deck(line: Line, stated: list[str]) -> bool:
    """Whether a line under the headline is a deck: marked as one, or the whole of a stated description."""
    text = line.text
    if not SHORTEST <= len(text) <= LONGEST or line.is_dated:
        return False
    marks = line.marks[:2]
    if any(_CAPTION.search(mark) for mark in marks):
        return False
    if any(_DECK.search(mark) for mark in marks):
        return True
    if line.block.tag == "p":
        return False
    folded = fold(text)
    return any(folded.startswith(fold(other.rstrip(".…"))) for other in stated if len(other) >= SHORTEST)
