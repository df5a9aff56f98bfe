"""The outline of a page: its visible text as lines, each with the block it stands in, in document order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newscrawl.extraction.text import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "meta",
        "link",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "svg",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "amp-img",
        "o:p",
    )
)
SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "select",
        "textarea",
        "iframe",
        "title",
        "head",
        "object",
    )
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NOTED = HEADINGS | {"time"}

_Open = tuple["HtmlElement", "HtmlElement | None", bool]

# What stands beside an article: words in classes and ids of lists, teasers, comments and foreign posts.
_BESIDE = re.compile(
    r"relat(?!ive)|terkait|popul(?!ate)|side-?bar|koment|comment|recommend|rekomend|baca-?juga|lainnya"
    r"|trending|terbaru|latest|newsletter|instagram|twitter-tweet|navbar|mega-|breaking|ticker"
    r"|(?<!elementor-)\bwidget\b|footer|masthead",
    re.IGNORECASE,
)
_CLIMB = 6


class Line:
    """One line of visible text.

    ``block`` is the nearest block element around it, ``index`` its place among the lines, ``holders`` the
    elements that its runs of text stand in, and ``linked`` tells whether all of it stands inside links.
    """

    __slots__ = ("_pieces", "_text", "block", "holders", "index", "linked", "raw")

    def __init__(self, block: HtmlElement, index: int) -> None:
        self.block = block
        self.index = index
        self.raw: list[str] = []
        self.holders: list[HtmlElement] = []
        self.linked = True
        self._pieces: list[str] | None = None
        self._text: str | None = None

    @property
    def pieces(self) -> list[str]:
        """Its runs of text, broken wherever an inline element begins or ends."""
        if self._pieces is None:
            self._pieces = [piece for piece in map(tidy, self.raw) if piece]
        return self._pieces

    @property
    def text(self) -> str:
        """The whole line, its pieces parted by one space."""
        if self._text is None:
            self._text = " ".join(self.pieces)
        return self._text

    @property
    def parted(self) -> str:
        """The whole line with `` | `` wherever an inline element begins or ends."""
        return " | ".join(self.pieces)

    def inline(self) -> list[HtmlElement]:
        """The inline elements of the line, each once, in the order of its text."""
        found: dict[HtmlElement, None] = {}
        for holder in self.holders:
            current: HtmlElement | None = holder
            while current is not None and current is not self.block and current not in found:
                found[current] = None
                current = current.getparent()
        return list(found)

    def beside(self) -> bool:
        """Whether the line stands in something that only accompanies an article."""
        return any(_BESIDE.search(own_marks(element)) for element in climb(self.block, _CLIMB))


@dataclass
class Heading:
    """A heading element, and the index of the first line in it."""

    element: HtmlElement
    index: int

    @cached_property
    def text(self) -> str:
        """All of its text on one line."""
        return tidy(self.element.text_content())

    @property
    def level(self) -> int:
        """1 to 6."""
        return int(str(self.element.tag)[1])

    def holds(self, line: Line) -> bool:
        """Whether ``line`` stands in the heading."""
        block = line.block
        return block is self.element or any(e is self.element for e in block.iterancestors("h1", "h2", "h3"))


@dataclass(slots=True)
class Outline:
    """The lines of a page, and where among them its headings and ``<time>`` elements stand."""

    lines: list[Line] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    times: list[tuple[HtmlElement, int]] = field(default_factory=list)


def read_outline(root: HtmlElement) -> Outline:
    """The outline of the page whose tree is ``root``, in one pass over it."""
    body = root.find("body")
    return _Builder(root if body is None else body).build()


def climb(element: HtmlElement, levels: int) -> list[HtmlElement]:
    """``element`` and up to ``levels - 1`` of its ancestors, innermost first, the body left out."""
    chain: list[HtmlElement] = []
    current: HtmlElement | None = element
    while current is not None and len(chain) < levels and current.tag not in ("body", "html"):
        chain.append(current)
        current = current.getparent()
    return chain


def own_marks(element: HtmlElement) -> str:
    """The classes and the id of one element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def signature(element: HtmlElement) -> str:
    """How a person names the element: ``div.read__time``, ``h1#arttitle``."""
    name = str(element.tag)
    classes = (element.get("class") or "").split()
    if classes:
        return f"{name}.{classes[0]}"
    return f"{name}#{element.get('id')}" if element.get("id") else name


class _Builder:
    """Makes the outline from the elements in document order, without recursion: pages may be deep.

    The stack holds each element that is still open, the block its text stands in (None where its text is
    not shown), and whether it is inside a link.
    """

    def __init__(self, top: HtmlElement) -> None:
        self.outline = Outline()
        self.line: Line | None = None
        self.opened: list[_Open] = [(top, top, False)]

    def build(self) -> Outline:
        opened = self.opened
        top = opened[0][0]
        if top.text and not top.text.isspace():
            self._add(top.text, top, top, False)
        for element in top.iterdescendants():
            parent = element.getparent()
            while opened[-1][0] is not parent:
                self._close()
            tag = element.tag
            _, block, linked = opened[-1]
            if block is None or tag in SILENT or not isinstance(tag, str):
                opened.append((element, None, False))
                continue
            if tag not in INLINE:
                self.line = None
                block = block if tag == "br" else element
            elif tag == "a":
                linked = True
            opened.append((element, block, linked))
            text = element.text
            if text and not text.isspace():
                self._add(text, element, block, linked)
            if tag in _NOTED:
                self._note(element, tag)
        while len(opened) > 1:
            self._close()
        return self.outline

    def _close(self) -> None:
        element, block, _ = self.opened.pop()
        if element is block or element.tag == "br":
            self.line = None
        tail = element.tail
        if tail and not tail.isspace():
            holder, around, linked = self.opened[-1]
            if around is not None:
                self._add(tail, holder, around, linked)

    def _add(self, text: str, holder: HtmlElement, block: HtmlElement, linked: bool) -> None:
        line = self.line
        if line is None:
            lines = self.outline.lines
            line = self.line = Line(block, len(lines))
            lines.append(line)
        line.raw.append(text)
        line.holders.append(holder)
        if not linked:
            line.linked = False

    def _note(self, element: HtmlElement, tag: str) -> None:
        here = len(self.outline.lines) - (self.line is not None)
        if tag == "time":
            self.outline.times.append((element, here))
        else:
            self.outline.headings.append(Heading(element, here))
