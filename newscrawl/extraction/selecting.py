"""CSS selectors of site rules, applied to a page's tree."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lxml.etree import XPath
from parsel.csstranslator import HTMLTranslator

from newscrawl.extraction.text import tidy, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_TRANSLATOR = HTMLTranslator()


@lru_cache(maxsize=4096)
def compiled(selector: str) -> XPath:
    """``selector`` ready to be called with an element.

    Raises:
        cssselect.SelectorError: it is no CSS selector.
    """
    return XPath(_TRANSLATOR.css_to_xpath(selector), smart_strings=False)


def select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements under ``root`` that ``selector`` matches, in document order."""
    return list(compiled(selector)(root))


def values(root: HtmlElement, selectors: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """For each selector that matches something with text: the selector, and the texts it found."""
    for selector in selectors:
        found = [text for element in select(root, selector) if (text := value_of(element))]
        if found:
            yield selector, found


def value_of(element: HtmlElement | str) -> str:
    """What an element says: a meta's content, else its text on one line."""
    if isinstance(element, str):
        return tidy(element)
    if element.tag == "meta":
        return unescape(element.get("content") or "")
    return tidy(element.text_content())
