"""Completes the raw article of a page that announces further parts, wherever those come from."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from newscrawl.reading.paging import holds_all
from newscrawl.reading.raw import MAX_PARTS

if TYPE_CHECKING:
    from newscrawl.reading.raw import RawArticle

Part = Callable[[str], Awaitable["RawArticle | None"]]
"""The raw article of the part at an address; None where it cannot be had."""


async def complete(raw: RawArticle, part: Part) -> None:
    """Add the further pages to ``raw``: the whole view where there is one, else part after part."""
    announced = raw.announced
    if announced.whole:
        whole = await part(announced.whole)
        if whole is not None and holds_all(whole.blocks, raw.blocks):
            raw.blocks = whole.blocks
            raw.byline_evidence.extend(whole.byline_evidence)
            raw.pages_fetched = announced.total
            return
    await _follow(raw, part)


def complete_from(raw: RawArticle, part: Callable[[str], RawArticle | None]) -> None:
    """Like :func:`complete`, with parts that are at hand."""

    async def at_hand(url: str) -> RawArticle | None:
        return part(url)

    steps = complete(raw, at_hand)
    try:
        while True:
            steps.send(None)
    except StopIteration:
        pass


async def _follow(raw: RawArticle, fetch: Part) -> None:
    waiting = list(raw.announced.further)
    known = set(waiting)
    while waiting and len(raw.parts) < MAX_PARTS:
        part = await fetch(waiting.pop(0))
        if part is None:
            return
        raw.parts.append(part)
        raw.pages_fetched += 1
        later = [url for url in part.announced.further if url not in known and raw.article.url != url]
        if len(raw.parts) + 1 >= raw.announced.total:
            raw.announced = raw.announced.extended(later)
        waiting.extend(later)
        known.update(later)
