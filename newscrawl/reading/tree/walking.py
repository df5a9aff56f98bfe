"""Turns what the one walk over a tree found in a container into blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from newscrawl import words
from newscrawl.reading.tree.blocks import Block, BlockKind
from newscrawl.reading.tree.folding import one_line
from newscrawl.reading.tree.judging import judge
from newscrawl.reading.tree.measures import A_LIST, SENTENCE, SMALLEST_PICTURE
from newscrawl.reading.tree.placing import Line, placed
from newscrawl.reading.tree.program import without_program
from newscrawl.reading.tree.regions import Region, names_of, region_of
from newscrawl.reading.tree.steps import Steps
from newscrawl.reading.tree.tags import (
    BOLD,
    BREAK,
    CELL,
    HEADINGS,
    INLINE,
    LINK,
    PICTURE,
    PLAIN,
    SLANTED,
    UNSHOWN,
)
from newscrawl.reading.tree.text import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    "li": "list_item",
    "dt": "list_item",
    "dd": "list_item",
    "blockquote": "quote",
    "q": "quote",
    "tr": "table_row",
}
_INHERITED = frozenset(("quote", "embed", "list_item"))
_POST = re.compile(words.patterns("regions", "post"))
_CITES_POST = etree.XPath(
    "boolean(.//a[contains(@href, 'twitter.com/') and contains(@href, '/status')]"
    " | .//a[contains(@href, 'instagram.com/p/')])"
)
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Words that open a related link; inside a paragraph they begin a line of their own.
_LABEL_STARTS = ("baca", "liha", "sima", "tont", "saks", "(bac")
_LABEL = re.compile(
    r"\s*\(?(?:baca|lihat|simak|tonton|saksikan)(?:\s+(?:juga\b|video\s*:)|\s*:)", re.IGNORECASE
)
_LAYOUT_IN_ROW = etree.XPath(
    "boolean(.//p|.//div|.//ul|.//ol|.//table|.//br|.//h2|.//h3|.//img|.//td[string-length(.)>200])"
)
# A table, a list or a quotation in a <figure> is text, whatever stands under it; so are paragraphs without
# a picture.
_HOLDS_TEXT = etree.XPath(
    "boolean(self::figure[table or blockquote or pre or ul or ol] or .//table[not(.//img)]"
    " or self::figure[p or dl][not(.//figcaption or .//img or .//video or .//iframe or .//noscript)])"
)
_MAX_MARKS = 400
"""Bound: characters of names of the boxes around a line, which grow with each level."""
# Blanks between the pieces of a line in bold, which stand in no piece.
_LOOSE_CHARS = 2
_WRAPPED, _LAST_PIECES = 30, 8
"""Characters of a line that is wrapped by hand: without an end, and the next begins with a small one. Bound
(_LAST_PIECES): pieces of a line that are joined to see how it ends."""
# Of a text that is wrapped so, most lines end without one: there a capital may begin the next, too.
_LONG_WRAPPED, _FEWEST_WRAPPED, _MOSTLY_WRAPPED = 60, 3, 0.5
_ENDS = '.!?…:;"”)]'
_GOES_ON = re.compile(r"\s*[a-z]{2,}[\s,.;:!?]")
_OPEN_WORDS = frozenset(words.texts("function_words"))
_SET_APART = re.compile(words.patterns("pictures", "set apart"))
_SMALL_SIZES = ("1", "-1", "-2")
_LONGEST_SMALL = 350
"""Characters of a caption with its credit in small letters; a paragraph of a text set so is as long."""
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


class Frame(NamedTuple):
    """An open block element: what its lines are, and every region around them, the outermost first."""

    element: HtmlElement | None
    kind: BlockKind
    marks: str
    regions: tuple[tuple[HtmlElement, Region], ...]
    hidden: bool
    row: bool


def walk(
    container: HtmlElement, *, steps: Steps | None = None, dropped: Mapping[HtmlElement, str] | None = None
) -> list[Block]:
    """The blocks of ``container``.

    ``steps`` are those of its page. A container without any, or one that the walk over its page passed by
    (in a silent element, outside ``<body>``), is walked by itself. ``dropped`` holds elements that a site
    rule takes out, each with the reason. Lines in regions that are no running text (captions, related links,
    share buttons) are there, dropped, with the reason.
    """
    first = 0 if steps is None else steps.place_of(container)
    if steps is None or steps.kinds[first] == UNSHOWN:
        steps, first = Steps(container), 0
    lines = placed(_Walker(steps, dropped or {}).lines_from(first), container)
    _tell_paragraphs([line.block for line in lines])
    judge(lines)
    return [line.block for line in lines]


class _Walker:
    """The state of one walk: open blocks, and the pieces of the line that is being read."""

    def __init__(self, steps: Steps, dropped: Mapping[HtmlElement, str]) -> None:
        self._steps = steps
        self._dropped = dropped
        self._lines: list[Line] = []
        self._frames = [Frame(None, "paragraph", "", (), False, False)]
        self._pieces: list[str] = []
        self._links = self._bold = self._slanted = 0
        self._link_chars = self._bold_chars = self._slanted_chars = 0
        self._pictured = False
        self._small: HtmlElement | None = None
        self._picture_in: HtmlElement | None = None
        self._wrapped: dict[HtmlElement, bool] = {}

    def lines_from(self, first: int) -> list[Line]:
        """The lines of the element at a place."""
        levels, kinds = self._steps.levels, self._steps.kinds
        around: list[int] = []
        if kinds[first] != UNSHOWN:
            self._read(self._steps.texts[first])
        for place in range(first + 1, len(levels)):
            level = levels[place]
            while around and levels[around[-1]] >= level:
                self._leave(around.pop())
            if level <= levels[first]:
                break
            around.append(place)
            if kinds[place] != UNSHOWN:
                self._enter(place, kinds[place])
        while around:
            self._leave(around.pop())
        self._flush()
        return self._lines

    def _enter(self, place: int, kind: int) -> None:
        element, text = self._steps.elements[place], self._steps.texts[place]
        if PICTURE <= kind <= SLANTED:
            if kind == LINK:
                self._links += 1
            elif kind == BOLD:
                self._bold += 1
            elif kind == SLANTED:
                self._slanted += 1
            elif kind == PICTURE and not _is_icon(element):
                self._pictured = True
            elif kind == PLAIN and self._pictured and _is_small(element):
                self._small = element
            if self._opens_line(element, text, self._steps.tails[place]):
                self._open(element)
        elif kind == BREAK:
            if not self._goes_on(self._steps.tails[place], element):
                self._flush()
                self._picture_in = self._frames[-1].element if self._pictured else None
        elif kind == CELL and self._frames[-1].row and element not in self._dropped:
            if self._pieces:
                self._pieces.append(" | ")
        else:
            self._open(element)
        self._read(text)

    def _opens_line(self, element: HtmlElement, text: str | None, tail: str | None) -> bool:
        """Whether an inline element stands alone, or its words begin a related link in a paragraph."""
        if text and text.lstrip()[:4].lower() in _LABEL_STARTS and _LABEL.match(text):
            return True
        if element in self._dropped:
            return True
        names = element.get("class")
        if not names or self._pieces or (tail and not tail.isspace()):
            return False
        after = element.getnext()
        alone = after is None or after.tag not in INLINE
        return alone and region_of(str(element.tag), names) is not None

    def _open(self, element: HtmlElement) -> None:
        self._flush()
        above = self._frames[-1]
        tag = str(element.tag)
        region, is_post, own_marks = _traits(tag, names_of(element))
        if region is not None and region.kind == "caption" and _HOLDS_TEXT(element):
            region = None
        regions = above.regions
        if element in self._dropped:
            region = Region(self._dropped[element], sure=True)
        if region is not None:
            regions = (*regions, (element, region))
        kind = _KINDS.get(tag, above.kind if above.kind in _INHERITED else "paragraph")
        if is_post or above.kind == "embed" or (tag == "blockquote" and bool(_CITES_POST(element))):
            kind = "embed"
        marks = above.marks + own_marks if len(above.marks) < _MAX_MARKS else above.marks
        row = tag == "tr" and len(element) > 1 and not _LAYOUT_IN_ROW(element)
        self._frames.append(Frame(element, kind, marks, regions, above.hidden or _is_hidden(element), row))

    def _leave(self, place: int) -> None:
        kind = self._steps.kinds[place]
        if self._frames[-1].element is self._steps.elements[place]:
            self._flush()
            self._frames.pop()
        if kind == LINK:
            self._links -= 1
        elif kind == BOLD:
            self._bold -= 1
        elif kind == SLANTED:
            self._slanted -= 1
        elif self._small is not None and self._steps.elements[place] is self._small:
            self._flush()
            self._small = None
        self._read(self._steps.tails[place])

    def _read(self, text: str | None) -> None:
        if text and (self._pieces or not text.isspace()):
            self._pieces.append(text)
            if self._links:
                self._link_chars += len(text.strip())
            if self._bold:
                self._bold_chars += len(text.strip())
            if self._slanted:
                self._slanted_chars += len(text.strip())

    def _goes_on(self, after: str | None, line_break: HtmlElement) -> bool:
        """Whether the line goes on behind a break: it is wrapped by hand in the middle of a sentence."""
        if not after or not self._pieces:
            return False
        before = one_line("".join(self._pieces[-_LAST_PIECES:]))
        if len(before) < _WRAPPED or before[-1] in _ENDS:
            return False
        if not _is_open(before, after) and not self._is_wrapped(before, after, line_break):
            return False
        self._pieces.append(" ")
        return True

    def _is_wrapped(self, before: str, after: str, line_break: HtmlElement) -> bool:
        """Whether a long line without an end stands in a paragraph whose lines mostly go on so."""
        if len(before) < _LONG_WRAPPED or not after.lstrip()[:1].isalpha():
            return False
        paragraph = line_break.getparent()
        if paragraph is None:
            return False
        if paragraph not in self._wrapped:
            self._wrapped[paragraph] = _wraps(paragraph)
        return self._wrapped[paragraph]

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = without_program(one_line("".join(self._pieces)))
        if text:
            frame = self._frames[-1]
            kind = frame.kind
            if kind == "paragraph" and self._bold_chars >= len(text) - _LOOSE_CHARS and _is_heading(text):
                kind = "heading"
            share = min(1.0, self._link_chars / len(text)) if self._link_chars else 0.0
            block = Block(text, kind, link_share=share, marks=frame.marks.strip(), hidden=frame.hidden)
            slanted = self._slanted_chars >= len(text) - _LOOSE_CHARS
            block.slanted, block.pictured = slanted, self._pictured
            is_small = self._small is not None
            apart = slanted or (self._pictured and (is_small or _is_set_apart(frame.element)))
            wrapped = self._picture_in is not None and self._picture_in is frame.element
            owner = self._small if is_small else frame.element
            self._lines.append(Line(block, owner, frame.regions, self._pictured, apart, wrapped))
            # What a break parts in one element of small letters is caption and credit.
            self._pictured, self._picture_in = self._pictured and is_small, None
        self._pieces.clear()
        self._link_chars = self._bold_chars = self._slanted_chars = 0


@lru_cache(maxsize=8192)
def _traits(tag: str, names: str) -> tuple[Region | None, bool, str]:
    """What tag and names say of an element: its region, whether it is a social network's post, its marks."""
    return region_of(tag, names), _POST.search(names) is not None, f" {tag} {names.lower()}"


def _is_open(before: str, after: str) -> bool:
    """Whether a line ends in the middle of a sentence, or the next begins in it."""
    return before[-1] == "," or before.rpartition(" ")[2] in _OPEN_WORDS or _GOES_ON.match(after) is not None


def _wraps(paragraph: HtmlElement) -> bool:
    """Whether most of several long lines of a paragraph end in the middle of a sentence."""
    texts = (paragraph.text, *(line_break.tail for line_break in paragraph.iterchildren("br")))
    lines = [one_line(text or "") for text in texts]
    long = [(line, after) for line, after in pairwise(lines) if len(line) >= _LONG_WRAPPED]
    going_on = sum(line[-1] not in _ENDS and _is_open(line, after) for line, after in long)
    return going_on >= _FEWEST_WRAPPED and going_on >= _MOSTLY_WRAPPED * len(long)


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return bool(style and _NOT_DISPLAYED.search(style)) or element.get("hidden") is not None


def _is_icon(picture: HtmlElement) -> bool:
    """Whether a picture is too small to have a caption, by its own statement; AMP may state a ratio alone."""
    if picture.get("layout") == "responsive":
        return False
    width = (picture.get("width") or "").removesuffix("px")
    return width.isdecimal() and len(width) < 5 and int(width) < SMALLEST_PICTURE


def _is_small(element: HtmlElement) -> bool:
    """Whether an element sets a few lines in small letters, as old templates do: ``<font size=1>``. Some set
    the whole text so."""
    is_small = element.tag == "font" and (element.get("size") or "").strip() in _SMALL_SIZES
    return is_small and len(text_of(element)) <= _LONGEST_SMALL


def _is_set_apart(element: HtmlElement | None) -> bool:
    """Whether an element is centred, or slanted or small by its classes, as captions below pictures are."""
    if element is None:
        return False
    return (
        element.tag == "center"
        or (element.get("align") or "").lower() == "center"
        or _CENTRED.search(element.get("style") or "") is not None
        or _SET_APART.search(element.get("class") or "") is not None
    )


def _is_heading(text: str) -> bool:
    """Whether a line in bold is a heading: short, no sentence, no code in brackets."""
    return len(text) <= 100 and text[-1] not in ".!;,)]" and not text.startswith(("(", "[", "-", "•"))


def _tell_paragraphs(blocks: list[Block]) -> None:
    """Take headings that are sentences for paragraphs where the whole text is set so."""
    headed = [b for b in blocks if b.kind == "heading" and len(b.text) >= SENTENCE and b.text[-1] in _ENDS]
    if len(headed) >= A_LIST:
        for block in headed:
            block.kind = "paragraph"
