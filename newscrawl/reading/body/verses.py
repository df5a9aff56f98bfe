"""Verses: the short lines of a page that has no running text at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.reading.body.further_parts import is_region
from newscrawl.reading.tree.measures import A_LIST, BOXES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.outline import Outline

_TAGS = frozenset(("p", "div"))


def find(outline: Outline, headline: int) -> HtmlElement | None:
    """The box of the first lines below the ``headline`` that are elements side by side, and no links.

    A page is asked only where none of its lines is running text; whether such lines are an article its signs
    tell.
    """
    row: list[HtmlElement] = []
    for at in range(headline + 1, len(outline.lines)):
        block = outline.lines.blocks[at]
        if block.tag not in _TAGS or outline.lines.is_linked(at):
            row = []
            continue
        if row and (block.tag != row[-1].tag or block.getparent() is not row[-1].getparent()):
            row = []
        row.append(block)
        if len(set(row)) >= A_LIST:
            box = block.getparent()
            return None if box is None or _is_company(box) else box
    return None


def _is_company(box: HtmlElement) -> bool:
    """Whether a box, or one around it, only accompanies a text: a sidebar, the foot of the page."""
    node: HtmlElement | None = box
    for _ in range(BOXES):
        if node is None or node.tag == "body":
            return False
        if is_region(node):
            return True
        node = node.getparent()
    return False
