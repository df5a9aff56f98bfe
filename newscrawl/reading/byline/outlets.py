"""Words that name outlets: publishers by their domains, agencies, and words that such names are made with."""

from __future__ import annotations

import re
from functools import cache

from newscrawl import words
from newscrawl.record.pattern import lazy
from newscrawl.sites.outlets import outlet_words

CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
"""Where a word is put together of capitalised ones ("VIVAbola")."""

_CAMEL_PIECE = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]{2,}(?=[a-z])")
_SHORTEST_BEGINNING = 3
"""Given: letters of an abbreviation; a name must have more to begin a longer word: "BBC" begins too many."""


@cache
def _known() -> frozenset[str]:
    return outlet_words().union(words.texts("outlets", "name", "part"))


def _pattern() -> str:
    known = "|".join(map(re.escape, sorted(_known(), key=len, reverse=True)))
    ending, beginning = (words.alternatives("outlets", kind) for kind in ("ending", "beginning"))
    return rf"\b(?:{known}|\w{{2,20}}(?:{ending})|(?:{beginning})\w*)\b"


OUTLET_WORD = lazy(_pattern, re.IGNORECASE)


@cache
def _beginnings() -> tuple[str, ...]:
    names = outlet_words().union(words.texts("outlets", "name"))
    return tuple(sorted(name for name in names if len(name) > _SHORTEST_BEGINNING))


def is_joined_outlet(word: str) -> bool:
    """Whether a word is put together of capitalised ones, and one of these names outlets ("VIVAbola")."""
    if CAMEL.search(word) is None:
        return False
    pieces = {piece.casefold() for piece in _CAMEL_PIECE.findall(word)}
    return bool(pieces & _known()) or word.casefold().startswith(_beginnings())
