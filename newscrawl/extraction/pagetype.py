"""Tells articles from listings, galleries, videos and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.extraction.blocks import Block
    from newscrawl.extraction.page import Page
    from newscrawl.items import PageType


def judge(page: Page, blocks: list[Block], *, title: str | None) -> PageType:  # noqa: ARG001
    """What the page is."""
    return "article" if blocks else "other"
