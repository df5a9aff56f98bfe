"""CSS selectors of site rules, applied to a page's tree."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import XPath

from newscrawl.reading.tree.text import text_of, tidy, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cssselect import HTMLTranslator
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.page import Page

_ALL_ELEMENTS = re.compile(
    r"(descendant(?:-or-self)?::)\*(?=\[\(?@([\w-]+) (?:= ('[^']*')|and contains\(@class, ('[^']*')\)))"
)
# A selector without alternatives whose first part is made of a tag, classes and ids alone.
_BEGINNING = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*|)(?P<names>(?:[.#]-?[A-Za-z_][A-Za-z0-9_-]*)+)"
    r"(?:(?P<joint> *> *| +)(?P<rest>[a-zA-Z.#*\[][^,>+~]*))?"
)
_NAME_AND_KIND = re.compile(r"([.#])([^.#]+)")
_NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
# What stands in brackets need not be a name that the page has: attribute values, :not(...), :has(...).
_UNCERTAIN = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,200}\)")


@lru_cache(maxsize=4096)
def compiled(selector: str) -> XPath:
    """``selector`` ready to be called with an element.

    Raises:
        cssselect.SelectorError: it is no CSS selector.
    """
    return XPath(_by_attribute(_translator().css_to_xpath(selector)), smart_strings=False)


@cache
def _translator() -> HTMLTranslator:
    # Only pages of publishers with selectors need it.
    from cssselect import HTMLTranslator  # noqa: PLC0415

    return HTMLTranslator()


def _by_attribute(xpath: str) -> str:
    """``xpath`` with what its first condition asks of an attribute asked of the attributes alone, before it.

    libxml2 goes through all attributes of one name in a fraction of the time that it takes to try a
    condition on every element. The condition itself stays.
    """
    return _ALL_ELEMENTS.sub(_holders_of, xpath)


def _holders_of(step: re.Match[str]) -> str:
    axis, name, value, part = step.groups()
    wanted = f". = {value}" if value else f"contains(., {part})"
    return f"{axis}*/@{name}[{wanted}]/parent::*"


def select(page: Page, selector: str, within: HtmlElement | None = None) -> list[HtmlElement]:
    """The elements of ``page`` (``within`` one of them) that ``selector`` matches, in document order."""
    if not any(map(page.named.has, names_in(selector))):
        return []
    start = _start_of(selector)
    if start is not None:
        found = page.named.holding(start.tag, start.classes, start.ids)
        if within is not None:
            found = [element for element in found if _is_in(element, within)]
        if start.rest is None:
            return found
        if _are_apart(found):
            return [inner for element in found for inner in start.rest(element)]
    return list(compiled(selector)(page.root if within is None else within))


def _is_in(element: HtmlElement, within: HtmlElement) -> bool:
    return element is within or any(around is within for around in element.iterancestors())


def _are_apart(elements: list[HtmlElement]) -> bool:
    """Whether none of the elements stands in another, so that what is found in each comes in order."""
    known = set(elements)
    return len(elements) < 2 or all(known.isdisjoint(element.iterancestors()) for element in elements)


class _Start(NamedTuple):
    """The first element that a selector names by class or id, and what is looked for in it, if anything."""

    tag: str
    classes: tuple[str, ...]
    ids: tuple[str, ...]
    rest: XPath | None


@lru_cache(maxsize=4096)
def _start_of(selector: str) -> _Start | None:
    """How ``selector`` begins; None where that is no class or id, or where it has alternatives."""
    begun = _BEGINNING.fullmatch(selector)
    if begun is None:
        return None
    rest: XPath | None = None
    if begun["rest"] is not None:
        axis = "child::" if ">" in begun["joint"] else "descendant::"
        path = _translator().css_to_xpath(begun["rest"], prefix=axis)
        rest = XPath(_by_attribute(path), smart_strings=False)
    names = _NAME_AND_KIND.findall(begun["names"])
    classes = tuple(name for kind, name in names if kind == ".")
    return _Start(begun["tag"], classes, tuple(name for kind, name in names if kind == "#"), rest)


@lru_cache(maxsize=4096)
def names_in(selector: str) -> tuple[frozenset[str], ...]:
    """For each alternative of ``selector`` the classes and ids that a page must have for it to match.

    A page is searched for a selector only where it has them: most selectors of a family belong to the
    templates of other years.
    """
    plain = _UNCERTAIN.sub("", selector)
    return tuple(frozenset(_NAME.findall(alternative)) for alternative in plain.split(","))


def values(page: Page, selectors: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """For each selector that matches something with text: the selector, and the texts it found."""
    for selector in selectors:
        found = [text for element in select(page, selector) if (text := value_of(element))]
        if found:
            yield selector, found


def value_of(element: HtmlElement | str) -> str:
    """What an element says: a meta's content, else its text on one line."""
    if isinstance(element, str):
        return tidy(element)
    if element.tag == "meta":
        return unescape(element.get("content") or "")
    return tidy(text_of(element))
