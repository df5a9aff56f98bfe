"""Finds the lines of text that may be the article's body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.extraction.blocks import Block

if TYPE_CHECKING:
    from newscrawl.extraction.page import Page


@dataclass(slots=True)
class BodyFinding:
    """The blocks of the container that holds the text, and what pointed to it."""

    origin: str
    blocks: list[Block] = field(default_factory=list)


def find(page: Page, *, title: str | None) -> BodyFinding:  # noqa: ARG001
    """The body of ``page``."""
    texts = [" ".join(p.text_content().split()) for p in page.root.iter("p")]
    return BodyFinding("generic", [Block(text) for text in texts if text])
