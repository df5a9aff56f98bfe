"""Captions by their place: a little text in one box with a picture, whatever the box is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.reading.tree.measures import LONGEST_CAPTION
from newscrawl.reading.tree.passages import is_passage
from newscrawl.reading.tree.regions import Region

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BESIDE_PICTURE = Region("caption: beside a picture", "caption", unnamed=True)
_BOXES = frozenset(("div", "td", "th", "center", "span", "section", "font", "dd", "small", "em", "i", "a"))
_PICTURES = ("img", "amp-img", "picture")
_PROSE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li")
_LONGEST_SOURCE = 10 * LONGEST_CAPTION
"""Bound: characters of a text beside a picture of which the blanks are counted."""
_LEVELS = 4
"""Boxes around a picture that may be its own."""
# A page in one box would be read again for each of its lines.
_IS_LARGE = etree.XPath("boolean(descendant::*[100])")


class PictureBoxes:
    """The boxes of one page that hold a picture and no more text than a caption.

    ``within`` is the element whose boxes are meant; nothing around it counts. What is found of an element is
    remembered, since the lines of a page stand in the same few.
    """

    def __init__(self, within: HtmlElement | None = None) -> None:
        self._within = within
        self._verdicts: dict[HtmlElement, bool | None] = {}

    def around(self, element: HtmlElement) -> HtmlElement | None:
        """The nearest element around ``element``, or itself, with a picture, if it is such a box.

        None where the box holds paragraphs, headings or a list.
        """
        if element.tag not in _BOXES:
            return None
        node: HtmlElement | None = element
        for _ in range(_LEVELS):
            if node is None or node is self._within or node.tag == "body":
                return None
            if node not in self._verdicts:
                self._verdicts[node] = _verdict(node)
            if (verdict := self._verdicts[node]) is not None:
                return node if verdict else None
            node = node.getparent()
        return None


def _verdict(node: HtmlElement) -> bool | None:
    """Whether an element is a box with a picture and a caption; None where it has no picture."""
    if _IS_LARGE(node):
        return False
    if next(node.iter(*_PICTURES), None) is None:
        return None
    return _is_short(node) and next(node.iter(*_PROSE), None) is None


def _is_short(node: HtmlElement) -> bool:
    """Whether an element has no more text than a caption, white space folded, and is no passage of text."""
    pieces: list[str] = []
    size = 0
    for text in node.itertext():
        pieces.append(" ".join(text.split()) if len(text) <= _LONGEST_SOURCE else text)
        size += len(pieces[-1])
        if size > LONGEST_CAPTION:
            return False
    return not is_passage(" ".join(pieces))
