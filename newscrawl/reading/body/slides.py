"""The running text of a gallery's slides, in boxes named as captions below or beside the introduction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl import words
from newscrawl.reading.body.teasers import PROSE_KINDS, SENTENCE_END, is_prose
from newscrawl.reading.fields.credits import credit_of
from newscrawl.reading.tree.measures import A_LIST, BOXES, LABEL, MOSTLY
from newscrawl.reading.tree.passages import LEAST_LENGTH, is_passage, sentences
from newscrawl.reading.tree.regions import names_of, region_of
from newscrawl.reading.tree.walking import walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import Block
    from newscrawl.reading.tree.steps import Steps

_PARAGRAPH_BOXES = etree.XPath(".//p/parent::*")
_TEXT_BOXES_BEHIND = etree.XPath(
    "following-sibling::*/descendant-or-self::*[self::div or self::figcaption or self::section or self::dd]"
    "[not(ancestor::a)][text()[string-length(normalize-space(.)) >= 40]]"
)
_LINKED_PICTURE = etree.XPath("boolean(.//a[.//img or .//amp-img])")
_LINKED_LINE = etree.XPath("boolean(.//a[string-length(normalize-space(.)) >= 20])")
_HAS_PICTURE = etree.XPath("boolean(.//img | .//amp-img)")
_COUNT = (
    rf"(?:(?:{words.patterns('page_types', 'gallery')}|slide)\s{{1,2}})?"
    r"\d{1,2}\s{0,2}(?:/|dari|of)\s{0,2}(?P<all>\d{1,2})"
)
_COUNTER = re.compile(_COUNT, re.IGNORECASE)
_COUNTER_BEFORE = re.compile(rf"^{_COUNT}\s(?=[A-Z\"“])", re.IGNORECASE)
_COUNTER_BEHIND = re.compile(rf"(?<=[.!?\"”)])\s?{_COUNT}$", re.IGNORECASE)
# Two boxes with pictures may be anything. A gallery's text introduces it in two sentences and more, and what
# is shorter than a sentence in a slide is its counter, its credit or a button. A page that is not called a
# gallery is one where as many slides are counted: a lone counter may be that of an article's pages.
_FEWEST_SENTENCES = 2


def within(blocks: list[Block], *, called: bool) -> bool:
    """Take captions among ``blocks`` for running text where they are slides; whether any is one.

    They follow an introduction. On a page ``called`` a gallery one counter ("1/5") is enough, or three
    slides; on any other three counters are.
    """
    counters = sum(1 for block in blocks if _is_counter(block.text)) + _part_counters(blocks)
    introduction, behind = _introduction(blocks)
    if not introduction:
        return False
    signed = counters > 0 and _is_text(introduction)
    seen = {block.text for block in blocks if block.kept}
    slides = []
    for block in behind:
        if block.kept or block.kind != "caption" or block.text in seen or not _tells(block, signed=signed):
            continue
        seen.add(block.text)
        slides.append(block)
    if counters < A_LIST and not (called and (counters or len(slides) >= A_LIST)):
        return False
    for block in slides:
        block.kept, block.kind, block.reason = True, "paragraph", "text of a slide"
    return bool(slides)


def _is_counter(text: str) -> bool:
    bare = text.strip()
    return bare[-1:].isdecimal() and _COUNTER.fullmatch(bare) is not None


def _part_counters(blocks: list[Block]) -> int:
    """Take the counters off the lines that begin or end with one where as many as slides do; how many did."""
    for pattern in (_COUNTER_BEFORE, _COUNTER_BEHIND):
        found = [(block, match) for block in blocks if (match := pattern.search(block.text)) is not None]
        if len(found) >= A_LIST and len({match["all"] for _, match in found}) == 1:
            for block, match in found:
                block.text = f"{block.text[: match.start()]}{block.text[match.end() :]}"
            return len(found)
    return 0


def _introduction(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The paragraphs of a text of two sentences and more, and all lines behind the second sentence."""
    told: list[Block] = []
    behind = len(blocks)
    for at, block in enumerate(blocks):
        if not block.kept or block.kind not in PROSE_KINDS or not is_prose(block):
            continue
        told.append(block)
        if behind == len(blocks) and sum(sentences(block.text) for block in told) >= _FEWEST_SENTENCES:
            behind = at + 1
    return (told, blocks[behind:]) if behind < len(blocks) else ([], [])


def _is_text(introduction: list[Block]) -> bool:
    """Whether an introduction is a text by itself; a line or two on a photo only present its captions."""
    if len(introduction) == 1:
        return is_passage(introduction[0].text)
    return sum(len(block.text) for block in introduction) >= LEAST_LENGTH


def _tells(block: Block, *, signed: bool) -> bool:
    """Whether a caption is a sentence without a credit; two sentences may have one where ``signed``."""
    text = block.text
    if block.link_share >= MOSTLY or len(text) < LABEL or not SENTENCE_END.search(text[-60:]):
        return False
    return (signed and sentences(text) >= _FEWEST_SENTENCES) or credit_of(text) is None


def beside(steps: Steps, container: HtmlElement, blocks: list[Block], *, called: bool) -> list[Block]:
    """The lines of the slides around ``container``, whose ``blocks`` introduce them; none without a gallery.

    A gallery has a counter ("1/5"), or three slides and more. Without an introduction of two sentences its
    texts are captions. On a page ``called`` a gallery, or with as many counters as slides, the text may stand
    right in the box of a caption.
    """
    if sum(sentences(block.text) for block in blocks if block.kept) < _FEWEST_SENTENCES:
        return []
    signed = _is_text([block for block in blocks if block.kept and is_prose(block)])
    node, around = container, set(container.iterancestors())
    for _ in range(BOXES):
        parent = node.getparent()
        if parent is None or parent.tag in ("body", "html"):
            return []
        counters = sum(1 for text in parent.itertext() if _is_counter(text))
        # What holds the text is the column, though a deck's paragraph stands right in it.
        held = [box for box in _PARAGRAPH_BOXES(parent) if box not in around]
        boxes = [box for box in held if _is_slide(box, parent, container, counted=counters > 0)]
        if not boxes and (called or counters >= A_LIST):
            boxes = _plain_slides(node, parent, container)
        if boxes:
            enough = len(boxes) >= A_LIST or counters > 0
            return _lines(steps, boxes, blocks, signed=signed and counters > 0) if enough else []
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


def _plain_slides(node: HtmlElement, top: HtmlElement, container: HtmlElement) -> list[HtmlElement]:
    """The boxes behind ``node`` in which the text of a slide stands without a paragraph around it."""
    texts = _TEXT_BOXES_BEHIND(node)
    around = {box.getparent() for box in texts}
    counted = {slide for slide in around if slide is not None and _shows_and_counts(slide)}
    cards = {slide for slide in around if slide is None or _is_card(slide, counted=slide in counted)}
    return [
        box
        for box in texts
        if box.getparent() not in cards and _is_slide(box, top, container, counted=box.getparent() in counted)
    ]


def _shows_and_counts(slide: HtmlElement) -> bool:
    """Whether a picture and a counter stand in a box."""
    return bool(_HAS_PICTURE(slide)) and any(map(_is_counter, slide.itertext()))


def _is_card(slide: HtmlElement, *, counted: bool) -> bool:
    """Whether a box leads to another page: by a headline, or by a picture that nothing counts."""
    return bool(_LINKED_LINE(slide)) or (not counted and bool(_LINKED_PICTURE(slide)))


def _lines(steps: Steps, boxes: list[HtmlElement], blocks: list[Block], *, signed: bool) -> list[Block]:
    """The sentences in slides; a paragraph that is named as a caption itself is one."""
    seen = {block.text for block in blocks}
    found = []
    for box in boxes:
        for block in walk(box, steps=steps):
            if block.text in seen or not (block.kept or block.kind == "caption"):
                continue
            seen.add(block.text)
            if _tells(block, signed=signed):
                block.kept, block.kind, block.reason = True, "paragraph", "text of a slide"
                found.append(block)
    return found
