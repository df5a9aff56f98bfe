"""The source that a line of its own below the text names: "Sumber: Reuters"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline.outlets import OUTLET_WORD
from newscrawl.record.pattern import lazy

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_LAST = 2
"""Last lines of a text of which one may name its source: a reporter's code may stand below."""

_LABELLED = lazy(
    rf"\W{{0,3}}(?i:{words.patterns('edges', 'label of a source')})\s?:\s?"
    r"(?P<name>[\w@][\w.&'’-]{1,30}(?: [\w.&'’-]{1,30}){0,4})\W{0,3}"
)
_AGENCY = lazy(words.patterns("edges", "agency"), re.IGNORECASE)
_NO_SOURCE = lazy(rf"\b(?:{words.patterns('edges', 'no source')})\b", re.IGNORECASE)


def closing_source(blocks: Sequence[Block], *, site: Sequence[str] = ()) -> str | None:
    """The agency or outlet that one of the last lines names as the source; None where it names another.

    Offices, books and networks are sources of facts and not of the article, and the page's own ``site`` is
    none.
    """
    for block in [block for block in blocks if block.kept][-_LAST:]:
        found = _LABELLED.fullmatch(block.text)
        name = found["name"].rstrip(".") if found is not None else ""
        if _is_outlet(name):
            joined = "".join(name.split()).casefold()
            return None if any(joined in own for own in site) else name
    return None


def _is_outlet(name: str) -> bool:
    """Whether a name is an agency's, or holds a word of outlets' names and is written as a name is."""
    if _AGENCY.fullmatch(name):
        return True
    is_name = all(not word[:1].islower() or "." in word for word in name.split())
    return is_name and OUTLET_WORD.search(name) is not None and not _NO_SOURCE.search(name)
