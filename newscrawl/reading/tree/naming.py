"""The elements of a page by their classes and ids, gathered in one pass: what most selectors ask for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

# White space as XPath and CSS know it; Python's own takes a no-break space for some, too.
_NAME = re.compile(r"[^ \t\r\n]+")


class Named:
    """The elements of the page whose tree is ``root`` that have classes or an id, in document order."""

    def __init__(self, root: HtmlElement) -> None:
        self._by_class: dict[str, list[HtmlElement]] = {}
        self._by_id: dict[str, list[HtmlElement]] = {}
        for element in root.iter("*"):
            if classes := element.get("class"):
                for name in _names_in(classes):
                    self._by_class.setdefault(name, []).append(element)
            if ident := element.get("id"):
                self._by_id.setdefault(ident, []).append(element)

    def has(self, names: Iterable[str]) -> bool:
        """Whether each of ``names`` is a class or an id on the page."""
        return all(name in self._by_class or name in self._by_id for name in names)

    def holding(self, tag: str, classes: Iterable[str], ids: Iterable[str]) -> list[HtmlElement]:
        """The elements with all of ``classes`` and ``ids``, at least one; of ``tag`` unless it is empty."""
        lists = [self._by_class.get(name, []) for name in classes]
        lists += [self._by_id.get(name, []) for name in ids]
        fewest, *others = sorted(lists, key=len)
        found = [element for element in fewest if not tag or element.tag == tag]
        for other in others:
            holders = set(other)
            found = [element for element in found if element in holders]
        return found


@lru_cache(maxsize=8192)
def _names_in(classes: str) -> tuple[str, ...]:
    """The names in a class attribute, each once; the elements of a template share theirs."""
    return tuple(dict.fromkeys(_NAME.findall(classes)))
