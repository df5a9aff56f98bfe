"""The one walk over a tree: what a page's outline and the blocks of any of its containers are made of."""

from __future__ import annotations

from itertools import chain, compress
from typing import TYPE_CHECKING, cast

from newscrawl.reading.tree import core
from newscrawl.reading.tree.tags import BLOCK, BREAK, HEADING, KINDS, LINK, PICTURE, TIME, UNSHOWN

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NOTED = range(HEADING, TIME + 1)
_LONGEST_LINKED = 120
"""Bound: characters of a run of text that stands in a link by right, a headline or the beginning of a teaser;
only on a page with a longer one links are looked for that nobody closed."""


class Steps:
    """What the walk found, in document order.

    An element each: ``elements`` are all below and with the root, and beside them lie their ``kinds`` (of
    :mod:`~newscrawl.reading.tree.tags`), their ``levels`` below the root, their ``texts`` and ``tails``. What
    is not shown (a silent element with all in it, what stands outside ``<body>``) has neither.

    A run of text with a sign in it each: ``runs``, ``holders``, and whether they are ``linked``. A line each:
    the run that ``starts`` it, and its block, of ``blocks``. ``noted`` are headings, pictures, links and
    times, each with the line that it stands in, or that follows it.

    The elements are held here: Python's side of one is made anew whenever it is asked for while nobody does.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.elements: list[HtmlElement] = []
        self.kinds: list[int] = []
        self.levels: list[int] = []
        self.texts: list[str | None] = []
        self.tails: list[str | None] = []
        self.runs: list[str] = []
        self.holders: list[HtmlElement] = []
        self.linked: list[bool] = []
        self.starts: list[int] = []
        self.blocks: list[HtmlElement] = []
        self.noted: dict[int, list[tuple[HtmlElement, int]]] = {kind: [] for kind in _NOTED}
        self._place = 0
        body = root.find("body")
        top = root if body is None else body
        if core.compiled is None:
            _walk(self, root, top)
        else:
            core.compiled.walk(self, root, top, KINDS)

    @property
    def has_linked_paragraph(self) -> bool:
        """Whether a run of text in a link is longer than headlines are."""
        return any(len(run) > _LONGEST_LINKED for run in compress(self.runs, self.linked))

    def add(self, text: str, holder: HtmlElement, block: HtmlElement, *, linked: bool, goes_on: bool) -> None:
        """Add a run of text, which begins a line of ``block`` unless the last line ``goes_on``."""
        if not goes_on:
            self.starts.append(len(self.runs))
            self.blocks.append(block)
        self.runs.append(text)
        self.holders.append(holder)
        self.linked.append(linked)

    def place_of(self, element: HtmlElement) -> int:
        """The place of an element. Those of a page are asked for in their order: the search goes on from the
        last one."""
        try:
            self._place = self.elements.index(element, self._place)
        except ValueError:
            self._place = self.elements.index(element)
        return self._place


def _walk(steps: Steps, root: HtmlElement, top: HtmlElement) -> None:
    """Fill ``steps``, without recursion: trees may be deep. Shown is what stands in ``top``."""
    steps.elements = [*root.iter()]
    kinds, levels, texts, tails = steps.kinds, steps.levels, steps.texts, steps.tails
    add, kind_of, starts, noted = steps.add, KINDS.get, steps.starts, steps.noted
    # What is open: an element, its tail, the block of its text (None where it is not shown), if it is linked.
    outside = current = root.getparent()
    tail, block = cast("str | None", None), cast("HtmlElement | None", None)
    linked = line_open = False
    around: list[tuple[HtmlElement | None, str | None, HtmlElement | None, bool]] = []
    for element in chain(steps.elements, (None,)):
        parent = outside if element is None else element.getparent()
        while current is not parent:
            line_open = line_open and current is not block
            said = tail
            current, tail, block, linked = around.pop()
            if said and current is not None and block is not None and not said.isspace():
                add(said, current, block, linked=linked, goes_on=line_open)
                line_open = True
        if element is None:
            break
        levels.append(len(around))
        around.append((current, tail, block, linked))
        current, tail = element, None if block is None else element.tail
        tails.append(tail)
        kind = UNSHOWN if block is None and element is not top else kind_of(element.tag, BLOCK)
        kinds.append(kind)
        if kind == UNSHOWN:
            block = None
            texts.append(None)
            continue
        if kind <= PICTURE or block is None:
            block, line_open = element, False
        line_open = line_open and kind != BREAK
        linked = linked or kind == LINK
        texts.append(text := element.text)
        if text and not text.isspace():
            add(text, element, block, linked=linked, goes_on=line_open)
            line_open = True
        if kind in noted:
            noted[kind].append((element, len(starts) - line_open))
