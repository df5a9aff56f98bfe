"""Pull quotes: what a paragraph says, set again for the eye."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl.reading.tree.measures import SENTENCE
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.tree.text import fold

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_SHORTEST_QUOTE = 25
"""Letters of a quotation that is set for the eye: a shorter one is a term that a text may say twice."""
_QUOTES = '"“”'


def drop(blocks: Sequence[Block]) -> None:
    """Drop what says a part of a paragraph again, word for word: quotations and headings, for the eye."""
    quotes = [block for block in blocks if block.kept and _is_for_the_eye(block)]
    told = [block for block in blocks if block.kept and block.kind == "paragraph"] if quotes else []
    for quote in quotes:
        said = fold(quote.text.strip(_QUOTES))
        if len(said) >= _SHORTEST_QUOTE and any(
            said in fold(block.text) and len(quote.text) < len(block.text)
            for block in told
            if block is not quote
        ):
            quote.drop("pull quote", "widget")


def _is_for_the_eye(block: Block) -> bool:
    is_said = block.kind == "heading" and len(block.text) >= SENTENCE and block.text[0] in _QUOTES
    return block.kind == "quote" or is_said or _is_all_quoted(block)


def _is_all_quoted(block: Block) -> bool:
    """Whether a short line begins and ends with quotation marks and has none between."""
    text = block.text
    inner = text.strip(_QUOTES)
    is_quoted = len(text) - len(inner) >= 2 and text[0] in _QUOTES and text[-1] in _QUOTES
    return is_quoted and len(text) <= LEAST_LENGTH and not any(mark in inner for mark in '"“”')
