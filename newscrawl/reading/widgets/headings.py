"""Headings with nothing left under them, and those over links that went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.measures import A_LIST, SENTENCE
from newscrawl.reading.widgets import lines
from newscrawl.reading.widgets.running import LINKED, NUMBERED, SENTENCE_END, is_running

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_PICTURES = re.compile(rf"(?:{words.patterns('edges', 'heading of pictures')})\b[^:]*$", re.IGNORECASE)
_FEWEST_LINKS = 2
"""Links that went right below a short line: one alone may stand between a heading and its text. Half and
twice change none of 73 pages."""


def trim(blocks: Sequence[Block]) -> None:
    """Drop, in place, the headings that head nothing of the text."""
    _drop_headings_of_links(blocks)
    _drop_empty_sections(blocks)


def _drop_headings_of_links(blocks: Sequence[Block]) -> None:
    """Drop short lines right above links that went: below the text any, within it headings of a list."""
    last = max((n for n, block in enumerate(blocks) if block.kept and is_running(block)), default=-1)
    for n, block in enumerate(blocks):
        links = blocks[n + 1 : n + 1 + _FEWEST_LINKS]
        if block.kept and _heads_links(block, links):
            listed = block.kind == "heading" and all("li" in link.marks.split() for link in links)
            if n > last or listed:
                block.drop("heading of links", "heading")


def _heads_links(block: Block, after: Sequence[Block]) -> bool:
    """Whether a short line stands right above several links that went: "Semua tentang Panen"."""
    return (
        len(block.text) < SENTENCE
        and not SENTENCE_END.search(block.text)
        and not NUMBERED.match(block.text)
        and not block.text.endswith(")")
        and len(after) == _FEWEST_LINKS
        and all(
            not other.kept and other.reason == "related link" and other.link_share >= LINKED
            for other in after
        )
    )


def _drop_empty_sections(blocks: Sequence[Block]) -> None:
    """Drop headings with no text under them; several of one kind in a row are a list, and stay."""
    for run, at_end in _heading_runs(blocks):
        empty = run if at_end else [block for block in run[:-1] if _PICTURES.match(block.text)]
        if len(run) >= A_LIST and len({block.marks for block in run}) == 1:
            empty = [block for block in run if _PICTURES.match(block.text)] if at_end else []
        for block in empty:
            block.drop("heading without text", "heading")


def _heading_runs(blocks: Sequence[Block]) -> Iterator[tuple[list[Block], bool]]:
    """Headings with no text between them, and whether the text ends with them (but for a reporter's code)."""
    run: list[Block] = []
    for block in blocks:
        if not block.kept:
            continue
        if block.kind == "heading":
            run.append(block)
        elif run:
            yield run, lines.is_mark(block.text)
            run = []
    if run:
        yield run, True
