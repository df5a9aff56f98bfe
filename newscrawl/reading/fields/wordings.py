"""The wordings of a title: as pages state and show it, with the name of the outlet and without."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.reading.tree.measures import MOSTLY

if TYPE_CHECKING:
    from collections.abc import Sequence

EQUAL, PART, _AKIN = 3.0, 2.0, 1.0
"""Given (_AKIN): ranks of how well wordings agree: the same words, one within the other, most words alike;
the share that agrees is added. Half changes 1, none and none of 73 pages, twice none, 1 and none."""
_LEAST_WORDS = 3
"""Words of a wording that is told within a longer one; fewer may stand there by accident. Half and twice
change 1 of 73 pages each."""
# One sign and what stands behind or before it: a search for one of several signs is quick.
SEPARATOR = re.compile(
    r"[\s|»:](?:(?<=\s)(?:\s{0,2}[|\-–—:«»•·~]{1,3}\s{1,3}|\s{0,2}[|»]\s{0,3})|(?<=[|»])\s{0,3}"
    r"|(?<=\.com:)\s|(?<=\.id:)\s|(?<=\.net:)\s)"
)
_PAGE_NUMBER = re.compile(r"(?:halaman|hal|page|laman)\.?\s*(?:\d{1,3}|all|semua)", re.IGNORECASE)
_DOMAIN = re.compile(r"\b[\w-]{2,40}\.(?:com|co\.id|id|net|org|co|tv|news|or\.id)\b", re.IGNORECASE)
_NOT_LETTER = re.compile(r"[\W_]+")


def without_outlet(title: str, site_names: Sequence[str]) -> str:
    """``title`` without the site's name and page numbers at its ends.

    "Judul - Medcom.id" and "KapanLagi.com: Judul" both give "Judul"; "Judul - Halaman all" too.
    """
    names = [*map(letters, site_names)]
    cuts = [(0, 0), *((found.start(), found.end()) for found in SEPARATOR.finditer(title))]
    first, last = 0, len(cuts) - 1
    edges = [*cuts, (len(title), len(title))]

    def segment(at: int) -> str:
        return title[edges[at][1] : edges[at + 1][0]]

    while last > first and _is_outlet(segment(last), names):
        last -= 1
    while first < last and _is_outlet(segment(first), names):
        first += 1
    while last > first and title[edges[last][0] : edges[last][1]].strip() == "|" and _is_label(segment(last)):
        last -= 1
    return title[edges[first][1] : edges[last + 1][0]].strip()


def _is_outlet(segment: str, names: Sequence[str]) -> bool:
    text = segment.strip()
    if not text or _PAGE_NUMBER.fullmatch(text) or (_DOMAIN.search(text) and len(text.split()) <= 4):
        return True
    words = text.casefold().split()
    if len(words) > 5:
        return False
    joined = letters(text)
    return any(
        (len(joined) >= 4 and joined in name) or (len(words[0]) >= 4 and len(words) <= 3 and words[0] in name)
        for name in names
    )


@lru_cache(maxsize=1024)
def letters(name: str) -> str:
    """The letters and digits of a name in lower case; those of a site are asked for with each title."""
    return _NOT_LETTER.sub("", name.casefold())


def _is_label(segment: str) -> bool:
    return len(segment.split()) <= 3


def is_site(wording: str, site_names: Sequence[str]) -> bool:
    """Whether a folded wording is the site's name or a part of it, and nothing more."""
    joined = wording.replace(" ", "")
    return any(joined in letters(name) for name in site_names)


def agreement(shown: str, stated: Sequence[str]) -> float:
    """How well a shown wording agrees with one of the ``stated``, all folded: 0 for not at all.

    3 and more for the same words, 2 and more where one holds the other, 1 and more for most words alike.
    """
    return max((_agreement(shown, wording) for wording in stated), default=0.0)


def _agreement(shown: str, wording: str) -> float:
    if shown == wording:
        return EQUAL
    shorter, longer = (shown, wording) if len(shown) <= len(wording) else (wording, shown)
    if not shorter:
        return 0.0
    share = len(shorter) / len(longer)
    count = shorter.count(" ") + 1
    if f" {shorter} " in f" {longer} ":
        return PART + share if count >= _LEAST_WORDS or share >= MOSTLY else 0.0
    if count < _LEAST_WORDS:
        return 0.0
    left, right = set(shown.split()), set(wording.split())
    alike = len(left & right) / len(left | right)
    return _AKIN + alike if alike >= 0.6 else 0.0
