"""The elements of a page by their classes and ids, gathered in one pass: what most selectors ask for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.reading.tree import core

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

# White space as XPath and CSS know it; Python's own takes a no-break space for some, too.
_NAME = re.compile(r"[^ \t\r\n]+")


class Named:
    """Those of a page's ``elements``, in document order, that have classes or an id."""

    def __init__(self, elements: list[HtmlElement]) -> None:
        self._elements = elements
        self._by_classes: dict[str, list[int]] = {}
        self._by_id: dict[str, list[int]] = {}
        gather = _gather if core.compiled is None else core.compiled.names
        gather(elements, self._by_classes, self._by_id)
        # A page has far fewer texts of class attributes than elements with one.
        self._names: set[str] = {*self._by_id}.union(*map(_names_in, self._by_classes))
        self._texts: dict[str, list[str]] = {}

    def has(self, names: frozenset[str]) -> bool:
        """Whether each of ``names`` is a class or an id on the page."""
        return names <= self._names

    def holding(self, tag: str, classes: Iterable[str], ids: Iterable[str]) -> list[HtmlElement]:
        """The elements with all of ``classes`` and ``ids``, at least one; of ``tag`` unless it is empty."""
        lists = [*map(self._of_class, classes), *(self._by_id.get(ident, []) for ident in ids)]
        fewest, *others = sorted(lists, key=len)
        for other in others:
            holders = set(other)
            fewest = [place for place in fewest if place in holders]
        found = [self._elements[place] for place in fewest]
        return [element for element in found if element.tag == tag] if tag else found

    def _of_class(self, name: str) -> list[int]:
        texts = self._texts_with(name) if name in self._names else []
        if len(texts) == 1:
            return self._by_classes[texts[0]]
        return sorted(place for text in texts for place in self._by_classes[text])

    def _texts_with(self, name: str) -> list[str]:
        """The texts of class attributes that hold a name: few are asked for, but those often."""
        if name not in self._texts:
            self._texts[name] = [t for t in self._by_classes if name in t and name in _names_in(t)]
        return self._texts[name]


def _gather(
    elements: list[HtmlElement], by_classes: dict[str, list[int]], by_id: dict[str, list[int]]
) -> None:
    """Put the places of the elements that have classes or an id under the text of either."""
    for at, element in enumerate(elements):
        if classes := element.get("class"):
            by_classes.setdefault(classes, []).append(at)
        if ident := element.get("id"):
            by_id.setdefault(ident, []).append(at)


@lru_cache(maxsize=8192)
def _names_in(classes: str) -> tuple[str, ...]:
    """The names in a class attribute, each once; the elements of a template share theirs."""
    return tuple(dict.fromkeys(_NAME.findall(classes)))
