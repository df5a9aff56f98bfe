"""The box that stands in place of the text kept for subscribers: what it says, offers and asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.widgets.running import is_running

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_WALL = re.compile(rf"\b(?:{words.patterns('walls', 'wall')})", re.IGNORECASE)
_STEMS = words.texts("walls", "stem")
REASON = "notice to subscribers"
"""Why a line is left out that says that only subscribers read on."""

_LARGEST = 1_000
"""Bound: characters of the whole box: a heading, an offer, some of its advantages. More is text in an odd
place."""


def drop(blocks: Sequence[Block]) -> None:
    """Drop, in place, each line that says that only subscribers read on, and what shares its box with it."""
    for n, block in enumerate(blocks):
        if not block.kept or not _is_wall(block.text):
            continue
        box = _box_of(blocks, n)
        for inside in [block, *(other for other in box if other.kept and other is not block)]:
            inside.drop(REASON, "widget")


def _is_wall(text: str) -> bool:
    return len(text) <= LEAST_LENGTH and speaks_of_subscribing(text) and _WALL.search(text) is not None


def speaks_of_subscribing(text: str) -> bool:
    """Whether a line has a word for who subscribes, or how."""
    return any(stem in text for stem in _STEMS)


def _box_of(blocks: Sequence[Block], at: int) -> list[Block]:
    """The lines around the notice in the widest box without text above it; none where that is a large one."""
    names = blocks[at].marks.split()
    above = [other.marks.split() for other in blocks[:at] if other.kept and is_running(other)]
    depth = next(
        (size for size in range(1, len(names)) if all(mark[:size] != names[:size] for mark in above)), 0
    )
    if not depth or not above:
        return []
    box: list[Block] = []
    for step in (range(at - 1, -1, -1), range(at + 1, len(blocks))):
        for n in step:
            if blocks[n].marks.split()[:depth] != names[:depth]:
                break
            box.append(blocks[n])
    return box if sum(len(block.text) for block in box) <= _LARGEST else []
