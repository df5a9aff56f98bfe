"""The outline of a page: its visible text as lines, each with the block it stands in, in document order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, overload

from newscrawl import words
from newscrawl.reading.dates.spotting import has_day, is_date_line
from newscrawl.reading.tree import core
from newscrawl.reading.tree.measures import LABEL, LONGEST_HEADING, LONGEST_NAMES
from newscrawl.reading.tree.tags import HEADING, HEADINGS, LINK, PICTURE, TIME
from newscrawl.reading.tree.text import is_plain, tidy
from newscrawl.record.once import once

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.steps import Steps

# What stands beside an article: words in classes and ids of lists, teasers, comments and foreign posts.
_BESIDE = re.compile(words.patterns("regions", "beside an article"))
_CLIMB = 6
"""Boxes around a line's block that tell what it is part of; farther out stands what is of the page. Half
changes 1 of 73 pages, twice none."""


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

    @once
    def pieces(self) -> list[str]:
        """Its runs of text, broken wherever an inline element begins or ends."""
        return [piece for piece in map(tidy, self.raw) if piece]

    @once
    def text(self) -> str:
        """The whole line, its pieces parted by one space."""
        return " ".join(self.pieces)

    @once
    def squeezed(self) -> str:
        """Its text without white space, by which it is found among the blocks of the article."""
        return "".join(self.text.split())

    @once
    def inline(self) -> list[HtmlElement]:
        """The inline elements of the line, each once, in the order of its text."""
        found: dict[HtmlElement, None] = {}
        for holder in self.holders:
            current: HtmlElement | None = holder
            while current is not None and current is not self.block and current not in found:
                found[current] = None
                current = current.getparent()
        return list(found)

    @once
    def is_dated(self) -> bool:
        """Whether the line is one made to say when: as a whole, or as a row of short elements with a date."""
        return is_date_line(self.text) or self._is_dated_row()

    def _is_dated_row(self) -> bool:
        pieces = self.pieces
        if len(pieces) < 2 or max(map(len, pieces)) > LABEL:
            return False
        return not self.text.endswith(".") and any(has_day(piece) and is_date_line(piece) for piece in pieces)

    @once
    def beside(self) -> bool:
        """Whether the line stands in something that only accompanies an article."""
        return any(map(marks_company, self.marks))

    @once
    def around(self) -> list[HtmlElement]:
        """Its block and the elements around that, innermost first."""
        return climb(self.block, _CLIMB)

    @once
    def marks(self) -> list[str]:
        """The marks of each element of ``around``."""
        return [own_marks(element) for element in self.around]


@dataclass
class Heading:
    """A heading element, and the index of the first line in it."""

    element: HtmlElement
    index: int

    @once
    def text(self) -> str:
        """Its text on one line; of far more text than a headline has, the beginning."""
        parts: list[str] = []
        size = 0
        for part in self.element.itertext():
            parts.append(part)
            size += len(part)
            if size > LONGEST_HEADING:
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

    def __init__(self, steps: Steps) -> None:
        self.texts, self.holders, self.linked = steps.runs, steps.holders, steps.linked
        self.starts, self.blocks = steps.starts, steps.blocks
        self._made: list[Line | None] = [None] * len(self.blocks)

    def __len__(self) -> int:
        return len(self.blocks)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, slice):
            indexes = range(*at.indices(len(self._made)))
            return [line or self._make(index) for index, line in zip(indexes, self._made[at], strict=True)]
        return self._made[at] or self._make(at if at >= 0 else at + len(self._made))

    def is_linked(self, at: int) -> bool:
        """Whether all of a line stands inside links, without making it."""
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.texts)
        return all(self.linked[self.starts[at] : end])

    def ends(self, first: int = 0) -> Iterator[tuple[int, str, str]]:
        """For each line from ``first`` on its index, and its first and last run of text as in the tree."""
        texts = self.texts
        edges = pairwise((*self.starts[first:], len(texts)))
        for index, (start, end) in enumerate(edges, first):
            yield index, texts[start], texts[end - 1]

    @once
    def joined(self) -> str:
        """All runs of text, a null character before each: no text has one."""
        return "\0".join(("", *self.texts))

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

    def holding(self, word: str) -> Iterator[int]:
        """The lines, each once, that hold ``word``, which is in small letters: all lines where that is not
        told at once."""
        if not word or len(self.folded) != len(self.joined) or not is_plain(self.joined):
            yield from range(len(self))
            return
        at, last = self.folded.find(word), -1
        while at >= 0:
            run = bisect_right(self._offsets, at) - 1
            index = bisect_right(self.starts, run) - 1
            if index != last:
                last = index
                yield index
            at = self.folded.find(word, at + 1)

    @once
    def folded(self) -> str:
        """What is joined, with the case of its letters folded."""
        return self.joined.casefold()

    @once
    def _offsets(self) -> list[int]:
        """Where each run begins in the joined ones."""
        return list(accumulate([len(text) + 1 for text in self.texts], initial=0))

    def _make(self, index: int) -> Line:
        start = self.starts[index]
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.texts)
        raw, holders = self.texts[start:end], self.holders[start:end]
        linked = self.linked[start] if end == start + 1 else all(self.linked[start:end])
        made = Line(self.blocks[index], index, raw, holders, linked=linked)
        self._made[index] = made
        return made


class Outline:
    """The lines of a page, and where among them its headings, links, pictures and times stand.

    Each of these is kept with the line that it stands in, or that follows it.
    """

    def __init__(self, steps: Steps) -> None:
        self.lines = Lines(steps)
        self._headings = steps.noted[HEADING]
        self.links, self.times, self.pictures = steps.noted[LINK], steps.noted[TIME], steps.noted[PICTURE]

    @once
    def headings(self) -> list[Heading]:
        """The headings in document order."""
        return [Heading(element, line) for element, line in self._headings]

    @once
    def hrefs(self) -> list[str]:
        """Where each of the links leads; empty where it leads nowhere."""
        if core.compiled is not None:
            found: list[str] = core.compiled.hrefs(self.links)
            return found
        return [link.get("href", "") for link, _ in self.links]

    def leading_to(self, parts: Sequence[str]) -> frozenset[int]:
        """Which of the links hold one of ``parts`` in their address."""
        joined = "\0".join(self.hrefs)
        ends = list(accumulate(len(href) + 1 for href in self.hrefs))
        found: set[int] = set()
        for part in parts:
            at = joined.find(part)
            while at >= 0:
                link = bisect_right(ends, at)
                found.add(link)
                at = joined.find(part, ends[link])
        return frozenset(found)


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
    if core.compiled is not None:
        marks: str | None = core.compiled.marks(element)
        if marks is not None:
            return marks
    return _marks(element.get("class", ""), element.get("id", ""))


@lru_cache(maxsize=4096)
def _marks(classes: str, ident: str) -> str:
    """Elements of a template share them."""
    return f"{classes} {ident}"[:LONGEST_NAMES].lower()


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
