"""Rows of buttons and of bare numbers: readers' reactions, networks to share on, further pages, a player."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.measures import AROUND, LABEL, LONG_SENTENCE
from newscrawl.reading.widgets import lines
from newscrawl.reading.widgets.running import LINKED, ends_text

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_REACTION, _NETWORK = (re.compile(words.patterns("buttons", kind)) for kind in ("reaction", "share"))
# Bars and faces part the labels of a row: "😍 Suka 😢 Sedih".
_PARTS, _COUNT = (
    re.compile(r"\s{0,2}(?:\||[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f])\s{0,2}"),
    re.compile(r"^\d{1,6}%?\s?|\s?\(?\d{1,6}%?\)?$"),
)
_NO_OPTION = frozenset(":/")
_NUMBERS = re.compile(r"[\d\s|»«›‹<>.…-]+")
_PLAYED = re.compile(r"\d[\d /]{0,2}:[\d:/ ]{2,30}")
"""What a player shows below itself: how far it is, how long it takes."""


def drop(blocks: Sequence[Block]) -> None:
    """Drop, in place, labels of buttons that stand together with their counts, and numbers beside widgets."""
    _drop_options(blocks)
    _drop_runs(blocks, "reactions", _are_reactions)
    _drop_runs(blocks, "share buttons", _NETWORK.fullmatch)
    _drop_numbers(blocks)


def _drop_options(blocks: Sequence[Block]) -> None:
    """Drop the short lines right below a question to readers: what they may choose from."""
    for n, block in enumerate(blocks):
        if block.kept or block.reason != "reactions" or not block.text.endswith(("?", ":")):
            continue
        options = list(takewhile(_is_option, blocks[n + 1 :]))
        if len(options) > 1:
            for option in options:
                option.drop("reactions", "widget")


def _is_option(block: Block) -> bool:
    """Whether a line is a few words: no sentence, no source and no code ("(abc/def)", "[abc]")."""
    text = block.text
    return len(text) < LABEL and text[0].isalnum() and _NO_OPTION.isdisjoint(text) and not ends_text(text)


def _drop_runs(blocks: Sequence[Block], reason: str, is_button: Callable[[str], object]) -> None:
    """Drop labels of buttons, and counts beside them, where several stand together or by a like widget.

    A lone word such as "Love" may be a heading, so it stays unless nothing but widgets is near.
    """
    for run, near in _runs(blocks, reason, is_button):
        labels = [block for block in run if any(map(str.isalpha, block.text))]
        linked = any(block.link_share >= LINKED for block in labels)
        if len(labels) > 1 or (labels and (near or linked)):
            for block in run:
                block.drop(reason, "widget")


def _are_reactions(text: str) -> bool:
    """Whether a line is a label of readers' reactions, with or without a count, or a row of such."""
    parts = [part for part in _PARTS.split(text) if part]
    return bool(parts) and all(part.isdigit() or _REACTION.fullmatch(_COUNT.sub("", part)) for part in parts)


def _runs(
    blocks: Sequence[Block], reason: str, is_button: Callable[[str], object]
) -> Iterator[tuple[list[Block], bool]]:
    """Kept blocks in a row that are buttons, and whether a widget of the kind or the text's end is near."""
    near = 0
    run: list[Block] = []
    for block in blocks:
        if not block.kept:
            near = AROUND if block.reason.startswith(reason) else near
        elif len(block.text) < LONG_SENTENCE and is_button(lines.plain(block.text)):
            run.append(block)
        else:
            if run:
                yield run, near > 0
            run = []
            near = max(0, near - 1)
    if run:
        yield run, True


def _drop_numbers(blocks: Sequence[Block]) -> None:
    """Drop bare numbers beside a widget: the links "1 2 3" to further pages, the times of a player."""
    for n, block in enumerate(blocks):
        if not block.kept or block.kind == "table_row" or not block.text[0].isdigit():
            continue
        if _NUMBERS.fullmatch(block.text):
            beside = blocks[max(0, n - 1) : n + 2]
            if block.link_share or any(not other.kept for other in beside):
                block.drop("page links", "widget")
        elif n and blocks[n - 1].reason.startswith("embed") and _PLAYED.fullmatch(block.text):
            block.drop("embed placeholder", "widget")
