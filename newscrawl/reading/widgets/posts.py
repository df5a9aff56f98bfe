"""Posts of social networks in the text: content where the text introduces them, illustration elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl import words

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_TALK = re.compile(rf"\b(?:{words.patterns('edges', 'talk of posts')})\b", re.IGNORECASE)
_QUOTE_SIGNS = "\"“”'‘"


def judge(blocks: Sequence[Block]) -> None:
    """Drop the words of embedded posts, but for those that the text introduces as its content.

    A sentence introduces a post when it ends in a colon or speaks of what people wrote. One that is itself a
    quotation has told the post's words already. Posts in a row share the verdict on the first.
    """
    before: Block | None = None
    introduced = inside = False
    for block in blocks:
        if block.kind != "embed":
            inside = False
            if block.kept:
                before = block if block.kind != "heading" else None
        elif block.kept:
            if not inside:
                introduced = _introduces(before)
                inside = True
            if not introduced:
                block.drop("embedded post", "embed")


def _introduces(block: Block | None) -> bool:
    if block is None:
        return False
    if block.text.endswith(":"):
        return True
    return block.text[0] not in _QUOTE_SIGNS and _TALK.search(block.text) is not None
