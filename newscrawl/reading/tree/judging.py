"""Which lines stand in regions that are no running text, once all lines of a container are known."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newscrawl.reading.tree.measures import A_LIST, MOSTLY, SENTENCE
from newscrawl.reading.tree.regions import believed, row_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import Block
    from newscrawl.reading.tree.placing import Line

_HIGHLIGHT = "summary: highlight"
_ENTRY_TIME = re.compile(r"\d{1,2}[.:]\d\d(?: ?(?:WIB|WITA|WIT))?")
_ENDS = '.!?…:;"”)]'


def judge(lines: list[Line]) -> None:
    """Drop the lines in regions, unless a region holds so much of the running text that its name must lie."""
    total = 0.0
    held: dict[HtmlElement, float] = defaultdict(float)
    named: dict[str, float] = defaultdict(float)
    for block, _, regions, *_ in lines:
        size = len(block.text) * (1 - block.link_share)
        total += size
        for owner, _ in regions:
            held[owner] += size
        for reason in {region.reason for _, region in regions}:
            named[reason] += size
    bare = _without_pictures(lines)
    entries = _times_of_entries(lines) | _set_for_the_eye(lines)
    for block, _, regions, *_ in lines:
        for owner, region in () if id(block) in entries else regions:
            if believed(region, held[owner], named[region.reason], total, bare=region.reason in bare):
                block.drop(region.reason, region.kind)
                break


def _without_pictures(lines: list[Line]) -> set[str]:
    """The names of captions that several lines side by side have, most of them without a picture before."""
    regions = [(line, element, r) for line in lines for element, r in line.regions if r.kind == "caption"]
    beside = Counter((row_of(element), region.reason) for _, element, region in regions)
    shown = Counter(region.reason for line, _, region in regions if line.pictured)
    return {name for (_, name), many in beside.items() if many >= A_LIST and shown[name] < MOSTLY * many}


def _set_for_the_eye(lines: list[Line]) -> set[int]:
    """The paragraphs of the text that are set apart for the eye, in a box that is called a highlight.

    A summary stands above the text, and is a list or has a heading.
    """
    set_apart = [
        (n, block)
        for n, (block, _, regions, *_) in enumerate(lines)
        if len(regions) == 1 and regions[0][1].reason.startswith(_HIGHLIGHT) and _is_sentence(block)
    ]
    if not set_apart:
        return set()
    own = [n for n, (block, _, regions, *_) in enumerate(lines) if not regions and _is_sentence(block)]
    return {id(block) for n, block in set_apart if own and own[0] < n < own[-1]}


def _is_sentence(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text) >= SENTENCE and block.text[-1] in _ENDS


def _times_of_entries(lines: list[Line]) -> set[int]:
    """The lines that say when each entry of a live report was written: a time alone in a box of its own.

    Of a date line there are not so many in a text.
    """
    times = {
        id(block)
        for block, _, regions, *_ in lines
        if regions and block.text[0].isdigit() and _ENTRY_TIME.fullmatch(block.text)
        if all(region.reason.startswith("byline") for _, region in regions)
    }
    return times if len(times) >= A_LIST else set()
