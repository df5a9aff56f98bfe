"""The outline of a page: its visible text as lines, each with the block it stands in, in document order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, overload

from newscrawl import words
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.tree.tags import HEADINGS, INLINE, SILENT
from newscrawl.reading.tree.text import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCK, _INLINE, _BREAK, _SILENT, _LINK, _TIME, _HEADING, _PICTURE = range(8)
_NOTED = _LINK
PICTURES = ("img", "amp-img")
_KINDS: dict[object, int] = {
    **dict.fromkeys(INLINE, _INLINE),
    **dict.fromkeys(SILENT, _SILENT),
    **dict.fromkeys(HEADINGS, _HEADING),
    **dict.fromkeys(PICTURES, _PICTURE),
    "a": _LINK,
    "time": _TIME,
    "br": _BREAK,
}

# What stands beside an article: words in classes and ids of lists, teasers, comments and foreign posts.
_BESIDE = re.compile(words.patterns("regions", "beside an article"))
_CLIMB = 6
_LONGEST_MARKS = 2_000
_LONGEST_HEADING = 1_000


class Line:
    """One line of visible text.

    ``block`` is the nearest block element around it, ``index`` its place among the lines, ``raw`` its runs
    of text as they stand in the tree, ``holders`` the elements they stand in, and ``linked`` tells whether
    all of it stands inside links.
    """

    def __init__(
        self, block: HtmlElement, index: int, raw: list[str], holders: list[HtmlElement], *, linked: bool
    ) -> None:
        self.block = block
        self.index = index
        self.raw = raw
        self.holders = holders
        self.linked = linked

    @cached_property
    def pieces(self) -> list[str]:
        """Its runs of text, broken wherever an inline element begins or ends."""
        return [piece for piece in map(tidy, self.raw) if piece]

    @cached_property
    def text(self) -> str:
        """The whole line, its pieces parted by one space."""
        return " ".join(self.pieces)

    @cached_property
    def inline(self) -> list[HtmlElement]:
        """The inline elements of the line, each once, in the order of its text."""
        found: dict[HtmlElement, None] = {}
        for holder in self.holders:
            current: HtmlElement | None = holder
            while current is not None and current is not self.block and current not in found:
                found[current] = None
                current = current.getparent()
        return list(found)

    @cached_property
    def is_dated(self) -> bool:
        """Whether the line is one made to say when."""
        return is_date_line(self.text)

    @cached_property
    def beside(self) -> bool:
        """Whether the line stands in something that only accompanies an article."""
        return any(map(marks_company, self.marks))

    @cached_property
    def around(self) -> list[HtmlElement]:
        """Its block and the elements around that, innermost first."""
        return climb(self.block, _CLIMB)

    @cached_property
    def marks(self) -> list[str]:
        """The marks of each element of ``around``."""
        return [own_marks(element) for element in self.around]


@dataclass
class Heading:
    """A heading element, and the index of the first line in it."""

    element: HtmlElement
    index: int

    @cached_property
    def text(self) -> str:
        """Its text on one line; of far more text than a headline has, the beginning."""
        parts: list[str] = []
        size = 0
        for part in self.element.itertext():
            parts.append(part)
            size += len(part)
            if size > _LONGEST_HEADING:
                break
        broken = next(self.element.iter("br", "div", "p"), None) is not None
        return tidy((" " if broken else "").join(parts))

    @property
    def level(self) -> int:
        """1 to 6."""
        return int(str(self.element.tag)[1])

    def holds(self, line: Line) -> bool:
        """Whether ``line`` stands in the heading."""
        block = line.block
        return block is self.element or any(e is self.element for e in block.iterancestors(*HEADINGS))


class Lines(Sequence[Line]):
    """The lines of a page. They are made when asked for, since most never are."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.holders: list[HtmlElement] = []
        self.linked: list[bool] = []
        self.starts: list[int] = []
        self.blocks: list[HtmlElement] = []
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self.blocks)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, slice):
            return [self._line(index) for index in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._line(at)

    def ends(self, first: int = 0) -> Iterator[tuple[int, str, str]]:
        """For each line from ``first`` on its index, and its first and last run of text as in the tree."""
        texts = self.texts
        edges = pairwise((*self.starts[first:], len(texts)))
        for index, (start, end) in enumerate(edges, first):
            yield index, texts[start], texts[end - 1]

    @cached_property
    def joined(self) -> str:
        """All runs of text, a null character before each: no text has one."""
        return "".join(f"\0{text}" for text in self.texts)

    def matching(self, pattern: re.Pattern[str], first: int = 0) -> Iterator[int]:
        """The lines from ``first`` on, each once, in one of whose runs of text ``pattern`` is found.

        The pattern may ask for the beginning of a run by its null character, and must not match across one.
        """
        if first >= len(self):
            return
        begin, last = self._offsets[self.starts[max(first, 0)]], -1
        for found in pattern.finditer(self.joined, begin):
            run = bisect_right(self._offsets, found.start()) - 1
            index = bisect_right(self.starts, run) - 1
            if index != last:
                last = index
                yield index

    @cached_property
    def folded(self) -> str:
        """What is joined, with the case of its letters folded."""
        return self.joined.casefold()

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each run begins in the joined ones."""
        return list(accumulate((len(text) + 1 for text in self.texts), initial=0))

    def _line(self, index: int) -> Line:
        made = self._made.get(index)
        if made is None:
            start = self.starts[index]
            end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.texts)
            raw, holders = self.texts[start:end], self.holders[start:end]
            linked = all(self.linked[start:end])
            made = self._made[index] = Line(self.blocks[index], index, raw, holders, linked=linked)
        return made


class Outline:
    """The lines of a page, and where among them its headings, links, pictures and times stand."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.headings: list[Heading] = []
        self.times: list[tuple[HtmlElement, int]] = []
        self.links: list[tuple[HtmlElement, int]] = []
        self.pictures: list[tuple[HtmlElement, int]] = []


def read_outline(root: HtmlElement) -> Outline:
    """The outline of the page whose tree is ``root``, in one pass over it."""
    body = root.find("body")
    return _Builder().build(root if body is None else body)


def climb(element: HtmlElement, levels: int) -> list[HtmlElement]:
    """``element`` and up to ``levels - 1`` of its ancestors, innermost first, the body left out."""
    chain: list[HtmlElement] = []
    current: HtmlElement | None = element
    while current is not None and len(chain) < levels and current.tag not in ("body", "html"):
        chain.append(current)
        current = current.getparent()
    return chain


def own_marks(element: HtmlElement) -> str:
    """The classes and the id of one element in lower case; of very long ones the beginning."""
    names, ident = element.get("class"), element.get("id")
    if names is None and ident is None:
        return " "
    return f"{names or ''} {ident or ''}"[:_LONGEST_MARKS].lower()


@lru_cache(maxsize=4096)
def marks_company(marks: str) -> bool:
    """Whether classes and id name something that only accompanies an article."""
    return _BESIDE.search(marks) is not None


def signature(element: HtmlElement) -> str:
    """How a person names the element: ``div.read__time``, ``h1#arttitle``."""
    name = str(element.tag)
    classes = (element.get("class") or "").split()
    if classes:
        return f"{name}.{classes[0]}"
    return f"{name}#{element.get('id')}" if element.get("id") else name


class _Builder:
    """Makes the outline from the elements in document order, without recursion: pages may be deep."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.line_open = False

    def build(self, top: HtmlElement) -> Outline:
        """Keep a stack of what is open: the element, the block of its text (None where that is not shown),
        and whether it is inside a link."""
        opened: list[tuple[HtmlElement, HtmlElement | None, bool]] = [(top, top, False)]
        kind_of = _KINDS.get
        if top.text:
            self._add(top.text, opened[0])
        for element in top.iterdescendants():
            parent = element.getparent()
            while opened[-1][0] is not parent:
                self._close(opened)
            _, block, linked = opened[-1]
            if block is None:
                opened.append((element, None, False))
                continue
            tag = element.tag
            kind = kind_of(tag, _BLOCK)
            if kind == _SILENT or (kind == _BLOCK and not isinstance(tag, str)):
                opened.append((element, None, False))
                continue
            if kind in (_BLOCK, _HEADING, _PICTURE):
                block, self.line_open = element, False
            elif kind == _BREAK:
                self.line_open = False
            elif kind == _LINK:
                linked = True
            opened.append((element, block, linked))
            text = element.text
            if text and not text.isspace():
                self._add(text, opened[-1])
            if kind >= _NOTED:
                self._note(element, kind)
        while len(opened) > 1:
            self._close(opened)
        return self.outline

    def _close(self, opened: list[tuple[HtmlElement, HtmlElement | None, bool]]) -> None:
        element, block, _ = opened.pop()
        if element is block:
            self.line_open = False
        tail = element.tail
        if tail and opened[-1][1] is not None and not tail.isspace():
            self._add(tail, opened[-1])

    def _add(self, text: str, inside: tuple[HtmlElement, HtmlElement | None, bool]) -> None:
        holder, block, linked = inside
        if block is None or text.isspace():
            return
        lines = self.outline.lines
        if not self.line_open:
            self.line_open = True
            lines.starts.append(len(lines.texts))
            lines.blocks.append(block)
        lines.texts.append(text)
        lines.holders.append(holder)
        lines.linked.append(linked)

    def _note(self, element: HtmlElement, kind: int) -> None:
        here = len(self.outline.lines) - self.line_open
        if kind == _LINK:
            self.outline.links.append((element, here))
        elif kind == _TIME:
            self.outline.times.append((element, here))
        elif kind == _PICTURE:
            self.outline.pictures.append((element, here))
        else:
            self.outline.headings.append(Heading(element, here))
