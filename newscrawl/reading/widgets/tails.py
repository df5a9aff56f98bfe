"""Related links at the end of a paragraph, in one line with it: "... kata dia. Baca juga: Harga Naik"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl.reading.widgets.lines import is_headline

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_ALSO = tuple(cased for word in (" juga", " pula") for cased in (word, word.title(), word.upper()))
_STARTS = re.compile(r"\b[Bb](?:aca|ACA) |\b[LlSs](?:ihat|IHAT|imak|IMAK) ")
"""With the words before it a cheap test of all lines."""

_TAIL = re.compile(
    r"(?P<text>.{2,}[.!?…)\]*][\"”’)\]]?) ?[(\[]?(?i:(?:baca|lihat|simak) (?:juga|pula)) ?: ?"
    r"(?P<headline>[^:]{3,200}(?::[^:]{5,120})?)[)\]]?\.?"
)


def cut(blocks: Sequence[Block]) -> None:
    """Take the label and the headline behind the last sentence of a paragraph out of it, in place."""
    for block in blocks:
        if not block.kept or not any(map(block.text.__contains__, _ALSO)):
            continue
        if _STARTS.search(block.text) is None:
            continue
        found = _TAIL.fullmatch(block.text)
        if found is None or not is_headline(found["headline"].rstrip(".)]")):
            continue
        linked = block.link_share * len(block.text) - len(found["headline"])
        block.text = found["text"]
        block.link_share = max(0.0, linked / len(block.text))
