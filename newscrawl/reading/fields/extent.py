"""Where the article's text stands among the lines of its page, for the fields that stand around and in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.reading.tree.measures import LABEL
from newscrawl.reading.tree.text import fold
from newscrawl.record.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import Block
    from newscrawl.reading.tree.outline import Line, Lines

# Shorter lines stand in many places of a page; they do not tell where the text begins or ends.
_TELLING = 30
_PREFIX, _LOOKED_AT = 8, 80
"""Bound: letters by which a line is told from those that begin no paragraph, and characters of it that hold
them: a cheap test before the exact one, which changes no record."""


class Extent:
    """The lines of a page that are its article's text, found by what they say.

    The blocks of the body and the lines of the outline are two readings of one tree, and the body may come
    from a script: so their wordings are compared, white space apart.
    """

    def __init__(self, blocks: Sequence[Block] = (), lines: Lines | None = None, start: int = 0) -> None:
        self.blocks = [block for block in blocks if block.kept]
        self._blocks = blocks
        self._lines = lines
        self._start = max(start, 0)

    @once
    def text(self) -> str:
        """The folded words of the text, a space at either end."""
        return f" {' '.join(fold(block.text) for block in self.blocks)} "

    @once
    def words(self) -> frozenset[str]:
        """The folded words of the text, each once."""
        return frozenset(self.text.split())

    def quotes(self, wording: str) -> bool:
        """Whether the text holds the words of ``wording`` in a row."""
        return bool(folded := fold(wording)) and f" {folded} " in self.text

    def speaks_of(self, name: str) -> bool:
        """Whether a line of the text that says more than a byline has the words of ``name`` in a row."""
        wanted = f" {fold(name)} "
        longest = len(wanted) + LABEL
        return wanted in self.text and any(
            len(block.text) > longest and wanted in f" {fold(block.text)} " for block in self.blocks
        )

    @once
    def _kept(self) -> frozenset[str]:
        return frozenset(_squeezed(block.text) for block in self.blocks)

    @once
    def _captions(self) -> frozenset[str]:
        return frozenset(_squeezed(block.text) for block in self._blocks if block.kind == "caption")

    def holds(self, line: Line) -> bool:
        """Whether ``line`` is one of the text."""
        if not self.first <= line.index <= self.last:
            return False
        squeezed = line.squeezed
        return squeezed in self._kept or (self._is_wrapped and squeezed in self._joined)

    @once
    def _pictured(self) -> frozenset[str]:
        return frozenset(_squeezed(block.text) for block in self.blocks if block.pictured)

    def is_pictured(self, line: Line) -> bool:
        """Whether a picture stands right before ``line``, a line of the text."""
        return line.squeezed in self._pictured

    def is_caption(self, line: Line) -> bool:
        """Whether the reading of the body left ``line`` out as a caption."""
        return line.squeezed in self._captions

    @once
    def _telling(self) -> list[int]:
        return list(self._matching()) or list(self._wrapped())

    @once
    def _is_wrapped(self) -> bool:
        """Whether the page breaks every line of its text: none of the lines is a whole paragraph."""
        return bool(self._telling) and next(self._matching(), None) is None

    @once
    def _joined(self) -> str:
        return "".join(_squeezed(block.text) for block in self.blocks)

    def _wrapped(self) -> Iterator[int]:
        """The lines that are pieces of the text, where ``<br>`` wraps all its paragraphs."""
        for line in self._lines[self._start :] if self._lines is not None and self._joined else ():
            squeezed = line.squeezed
            if len(squeezed) >= _TELLING and not line.linked and squeezed in self._joined:
                yield line.index

    @property
    def first(self) -> int:
        """The first line of the text; -1 where none of it was found on the page."""
        return self._telling[0] if self._telling else -1

    @property
    def last(self) -> int:
        """The last line of the text; -1 where none of it was found on the page."""
        return self._telling[-1] if self._telling else -1

    @once
    def holders(self) -> frozenset[HtmlElement]:
        """Every element around the first or the last line of the text."""
        if self._lines is None or not self._telling:
            return frozenset()
        blocks = (self._lines[self.first].block, self._lines[self.last].block)
        return frozenset(element for block in blocks for element in (block, *block.iterancestors()))

    def _matching(self) -> Iterator[int]:
        """The long lines of the text that are no links, made only where their beginning fits.

        Where all of several have been met, what follows is no more of it: the same again for small screens.
        """
        wanted = {text for text in self._kept if len(text) >= _TELLING}
        prefixes = {text[:size] for text in wanted for size in range(1, _PREFIX + 1)}
        if self._lines is None or not wanted:
            return
        initials = {text[0] for text in wanted}
        left = sum(_squeezed(block.text) in wanted for block in self.blocks) if len(wanted) > 1 else 0
        for index, run, _ in self._lines.ends(self._start):
            start = run[:_LOOKED_AT].lstrip()
            if start[:1] not in initials or _squeezed(start)[:_PREFIX] not in prefixes:
                continue
            line = self._lines[index]
            if not line.linked and line.squeezed in wanted:
                yield index
                left -= 1
                if not left:
                    return


def _squeezed(text: str) -> str:
    return "".join(text.split())
