"""Lists of facts in which a role word speaks of a book, a film or the paper, and not of the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newscrawl import words
from newscrawl.reading.tree.measures import NEAR

_LABELS = frozenset(words.texts("fact_labels"))
_LONGEST_LABEL = max(map(len, _LABELS))
"""Bound: characters of the longest label in the list; no more of a line need be folded."""
_SIGNS = (":", "：", "|")


def in_fact_list(lines: Sequence[str], at: int) -> bool:
    """Whether a line close to ``lines[at]`` begins with a label of a work or of a masthead."""
    return any(_is_fact(line) for line in (*lines[max(0, at - NEAR) : at], *lines[at + 1 : at + 1 + NEAR]))


@lru_cache(maxsize=512)
def _is_fact(line: str) -> bool:
    start = line.lstrip(" •*-–")[: _LONGEST_LABEL + 2].casefold()
    found = next((start[: start.index(sign)] for sign in _SIGNS if sign in start), start)
    return found.strip() in _LABELS
