"""A block: one line of a page's text, and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "heading", "list_item", "quote", "table_row", "caption", "embed", "widget"]


@dataclass(slots=True)
class Block:
    """One line of text in document order.

    ``text`` is folded (white space collapsed, zero-width characters gone). ``kept`` says whether the line
    belongs to the article's body and ``reason`` why, in words a person understands. ``link_share`` is the
    share of the text's characters that stand inside links (0 to 1). ``marks`` are the tag names, classes and
    ids between the line and the body container, in lower case, for rules that judge by them. ``slanted``
    tells whether the whole line is in italics, ``pictured`` whether a picture stands right before it.
    """

    text: str
    kind: BlockKind = "paragraph"
    kept: bool = True
    reason: str = "text"
    link_share: float = 0.0
    marks: str = ""
    hidden: bool = False
    slanted: bool = False
    pictured: bool = False

    def drop(self, reason: str, kind: BlockKind | None = None) -> None:
        """Take the line out of the body, and say why."""
        self.kept = False
        self.reason = reason
        if kind is not None:
            self.kind = kind
