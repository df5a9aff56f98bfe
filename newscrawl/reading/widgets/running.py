"""What a line of running text is, for all rules that ask what stands above, below and beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.measures import LONG_SENTENCE, SENTENCE, WHOLLY_LINKED

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

LINKED = 0.6
"""Share of a line in links from which on it is a link."""

_FEWEST_BLANKS = 8
"""Blanks of running text: addresses, and names in a row, are as long with fewer. Half and twice change none
of 290 pages."""
_NEAR, _BLANKS_OF_QUESTION = 6, 4
"""Lines from a question to its answer, links and advertisements among them, and blanks of one that says what
it is about."""
SENTENCE_END = re.compile(
    rf"[.!?…][\"'”’)\]]{{0,2}}$|,? (?:{words.patterns('edges', 'verb of saying')})(?:nya| dia| ia)$"
)
"""How a sentence ends."""

CODE_BEHIND = re.compile(r"(?<=[.!?\"”]) ?[(\[][\w*/. -]{1,24}[)\]]$")
"""A reporter's code behind the sentence that closes a text."""
NUMBERED = re.compile(r"\d{1,3}[.)] ?\S|[-•*] ?\w")
"""How an item of a typed list begins."""


def ends_text(text: str) -> bool:
    """Whether a line ends as a sentence does, with or without the reporter's code behind it."""
    return SENTENCE_END.search(CODE_BEHIND.sub("", text)) is not None


def is_answered(blocks: Sequence[Block]) -> bool:
    """Whether the first line asks after something and a paragraph stands soon below: readers are not asked.

    "Bagaimana tanggapan Anda soal jembatan itu?" says what it is about, "Apa reaksi Anda?" does not.
    """
    asked, *below = blocks[: 1 + _NEAR]
    return (
        asked.text.endswith("?")
        and asked.text.count(" ") >= _BLANKS_OF_QUESTION
        and any(block.kept and is_running(block) and ends_text(block.text) for block in below)
    )


def is_running(block: Block) -> bool:
    """Whether a line is running text: no heading, several words, and not one link as a whole."""
    return (
        block.kind != "heading"
        and len(block.text) >= SENTENCE
        and block.text.count(" ") >= _FEWEST_BLANKS
        and (block.link_share < LINKED or is_linked_sentence(block))
    )


def is_linked_sentence(block: Block) -> bool:
    """Whether a line is a long sentence of which the larger part, but not all, is a link to its source."""
    return (
        len(block.text) >= LONG_SENTENCE
        and block.link_share < WHOLLY_LINKED
        and SENTENCE_END.search(block.text) is not None
    )
