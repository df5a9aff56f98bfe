"""How a page's elements may lie in each other: not too deep, and no link in a link.

Every stage looks at what stands around an element, so depth costs time on every line. Browsers limit it too:
what lies deeper is put side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.reading.tree import core
from newscrawl.record.pattern import lazy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_LEVELS = 80
"""Bound: levels of elements below the root; the deepest real pages have about a third."""

_AT_LIMIT = etree.XPath("/*" * MOST_LEVELS)
_OPEN_LINKS = etree.XPath(
    "//a[.//a or count(.//p | .//br) > 4 or (not(@href) and (.//p or .//div or .//br or .//table))]"
)
# The parser lets these through, but the tree does not take them back.
_NO_TEXT = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flatten(root: HtmlElement) -> None:
    """Put the elements below the deepest level side by side, in place; their texts stay in order."""
    if core.compiled is not None and not core.compiled.is_deeper(root, MOST_LEVELS - 1):
        return
    for element in _AT_LIMIT(root):
        if len(element):
            _put_side_by_side(element)


def free_open_links(root: HtmlElement) -> bool:
    """Make plain elements of links that nobody closed, in place; whether there were any.

    They reach over the text below them, which is none of theirs: so they hold other links or paragraphs, and
    those that lead nowhere hold boxes.
    """
    opened = _OPEN_LINKS(root)
    for link in opened:
        link.tag = "span"
    return bool(opened)


def _put_side_by_side(element: HtmlElement) -> None:
    """Make all descendants of ``element`` its children."""
    placed: list[HtmlElement] = []
    for event, node in [*etree.iterwalk(element, events=("start", "end"))]:
        if node is element:
            continue
        if event == "start":
            placed.append(node)
        elif node is not placed[-1] and node.tail:
            # What follows a node that held others follows the last of them now.
            placed[-1].tail = _NO_TEXT.sub("", (placed[-1].tail or "") + node.tail)
            node.tail = None
    # The last first: a node that still holds others takes as long to move as all of them.
    for node in reversed(placed):
        element.insert(0, node)
