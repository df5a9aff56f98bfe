"""CSS selectors of site rules, applied to a page's tree."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.reading.tree.text import tidy, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cssselect import HTMLTranslator
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.page import Page

_ALL_ELEMENTS = re.compile(
    r"(descendant(?:-or-self)?::)\*(?=\[\(?@([\w-]+) (?:= ('[^']*')|and contains\(@class, ('[^']*')\)))"
)
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
    known = page.names
    for names in names_in(selector):
        if names <= known:
            break
    else:
        return []
    return list(compiled(selector)(page.root if within is None else within))


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
    return tidy(element.text_content())
