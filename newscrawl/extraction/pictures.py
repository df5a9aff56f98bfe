"""Captions by their place: a little text in one box with a picture, whatever the box is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction.regions import Region

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BESIDE_PICTURE = Region("caption: beside a picture", "caption", unnamed=True)
_BOXES = frozenset(("div", "td", "th", "center", "span", "section", "font", "dd", "small", "em", "i", "a"))
_PICTURES = ("img", "amp-img", "picture")
_PROSE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li")
_LONGEST_CAPTION = 650
_LEVELS = 4


def box_with_picture(element: HtmlElement, within: HtmlElement | None = None) -> HtmlElement | None:
    """The nearest element around ``element``, or itself, with a picture and no more text than a caption.

    None where there is none below ``within``, or where the box holds paragraphs, headings or a list.
    """
    if element.tag not in _BOXES:
        return None
    node: HtmlElement | None = element
    for _ in range(_LEVELS):
        if node is None or node is within or node.tag == "body":
            return None
        if next(node.iter(*_PICTURES), None) is not None:
            short = len(" ".join("".join(node.itertext()).split())) <= _LONGEST_CAPTION
            return node if short and next(node.iter(*_PROSE), None) is None else None
        node = node.getparent()
    return None
