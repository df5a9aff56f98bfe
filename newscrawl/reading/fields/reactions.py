"""Readers' reactions with their counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.reading.tree.text import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Varient's block; an id is looked up, so a page without it costs nothing.
_ENTRIES = XPath("id('reactions_result')//*[contains(@class, 'col-reaction')]", smart_strings=False)
_COUNT = re.compile(r"\d{1,9}")
_LABEL = re.compile(r"[^\W\d_][\w '’-]{0,30}")


def reactions(root: HtmlElement) -> dict[str, int]:
    """Label to count, in the order of the page; empty where the page counts none."""
    found: dict[str, int] = {}
    for entry in _ENTRIES(root):
        texts = [tidy(text) for text in entry.itertext()]
        count = next((text for text in texts if _COUNT.fullmatch(text)), None)
        label = next((text for text in texts if _LABEL.fullmatch(text)), None)
        if count is not None and label is not None:
            found.setdefault(label, int(count))
    return found
