"""The running text of a gallery's slides, which stands in boxes named as captions beside the introduction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.reading.tree.passages import sentences
from newscrawl.reading.tree.regions import names_of, region_of
from newscrawl.reading.tree.walking import walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import Block

_PARAGRAPH_BOXES = etree.XPath(".//p/parent::*")
_HAS_PICTURE = etree.XPath("boolean(.//img | .//amp-img)")
_COUNTER = re.compile(r"\s*\d{1,2}\s{0,2}(?:/|dari|of)\s{0,2}\d{1,2}\s*")
_LEVELS = 3
"""Boxes around the text in which slides are looked for: they stand beside it, or beside its column."""

# Two boxes with pictures may be anything. A gallery's text introduces it in two sentences and more, and what
# is shorter than a sentence in a slide is its counter, its credit or a button.
_FEWEST_SLIDES, _FEWEST_SENTENCES, _SHORTEST = 3, 2, 40


def beside(container: HtmlElement, blocks: list[Block]) -> list[Block]:
    """The lines of the slides around ``container``, whose ``blocks`` introduce them; none without a gallery.

    A gallery has a counter ("1/5"), or three slides and more. Without an introduction of two sentences its
    texts are captions.
    """
    if sum(sentences(block.text) for block in blocks if block.kept) < _FEWEST_SENTENCES:
        return []
    node, around = container, set(container.iterancestors())
    for _ in range(_LEVELS):
        parent = node.getparent()
        if parent is None or parent.tag in ("body", "html"):
            return []
        counted = _is_counted(parent)
        # What holds the text is the column, though a deck's paragraph stands right in it.
        within = [box for box in _PARAGRAPH_BOXES(parent) if box not in around]
        boxes = [box for box in within if _is_slide(box, parent, container, counted=counted)]
        if boxes:
            return _lines(boxes, blocks) if len(boxes) >= _FEWEST_SLIDES or counted else []
        node = parent
    return []


def _is_slide(box: HtmlElement, top: HtmlElement, container: HtmlElement, *, counted: bool) -> bool:
    """Whether a box of paragraphs below ``top`` is a caption, by its name or that of a box around it.

    Below a counter one beside a picture is one too.
    """
    named = False
    node: HtmlElement | None = box
    while node is not None and node is not top:
        if node is container:
            return False
        region = region_of(str(node.tag), names_of(node))
        if region is not None and region.kind != "caption":
            return False
        named = named or region is not None or (node is not box and _HAS_PICTURE(node) and counted)
        node = node.getparent()
    return named


def _is_counted(element: HtmlElement) -> bool:
    return any(_COUNTER.fullmatch(text) for text in element.itertext())


def _lines(boxes: list[HtmlElement], blocks: list[Block]) -> list[Block]:
    seen = {block.text for block in blocks}
    found = []
    for box in boxes:
        for block in walk(box):
            if block.kept and len(block.text) >= _SHORTEST and block.text not in seen:
                seen.add(block.text)
                block.reason = "text of a slide"
                found.append(block)
    return found
