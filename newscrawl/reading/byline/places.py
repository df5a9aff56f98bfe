"""Places that datelines name: Indonesian provinces, cities and regencies, and cities of the world."""

from __future__ import annotations

import re

from newscrawl import words

_DIRECTIONS = frozenset(words.texts("directions"))
_WORDS = re.compile(r"[\w-]+")
PLACES = frozenset(words.texts("places"))
LONGEST = max(len(name.split()) for name in PLACES)
"""Bound: words of the longest place in the list; no more of a text need be tried."""


def is_place(name: str) -> bool:
    """Whether ``name`` is a place that this module knows, in any case, "Kota" and "Kabupaten" aside, or the
    part of one in a direction of the wind ("Medan Timur").

    What the list has as one word may be written as two ("Tanjung Pandan"): papers do either.
    """
    parts = [word.casefold() for word in _WORDS.findall(name)]
    while parts and parts[0] in ("kota", "kabupaten", "kab", "provinsi"):
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] in _DIRECTIONS and " ".join(parts) not in PLACES:
        parts = parts[:-1]
    return " ".join(parts) in PLACES or (len(parts) == 2 and "".join(parts) in PLACES)


def place_before(text: str) -> str | None:
    """The longest known place that ``text`` begins with, as written; None if there is none."""
    spans = [found.span() for _, found in zip(range(LONGEST), _WORDS.finditer(text), strict=False)]
    for _, end in reversed(spans):
        if is_place(text[:end]):
            return text[:end]
    return None
