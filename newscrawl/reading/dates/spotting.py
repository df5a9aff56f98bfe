"""Whether a line of text is made to say when: the grammar finds its date, and few words stand beside that."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl import words
from newscrawl.reading.dates import grammar, relative, yearless
from newscrawl.reading.dates.folding import fold
from newscrawl.reading.dates.words import MONTH, WEEKDAY
from newscrawl.reading.dates.zones import LABEL
from newscrawl.record.pattern import lazy

LONGEST = 200
"""A longer line is prose, whatever date it names."""

_CLOCK = re.compile(r"(?<![\d.,:])\d{1,2}[.:]\d{2}(?![\d,])(?!\s?%)")
_DIGIT = re.compile(r"\d")
# What counts the pictures of a gallery; it reads like a day and a month.
_COUNTER = re.compile(r"\d{1,3}\s?/\s?\d{1,3}")
_SAID = (*words.texts("relative", "ago"), *words.texts("relative", "now"))
# Without those that hold another.
_BACK = tuple(said for said in _SAID if not any(other != said and other in said for other in _SAID))
_FILLERS = lazy(
    rf"{WEEKDAY}|(?<![a-z])(?:{MONTH}|{LABEL}"
    rf"|{words.tree((*words.texts('date_fillers'), *words.texts('date_labels')))})(?![a-z])"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_OTHER_WORDS = 12
"""Words beside a date that are no fillers: a byline with its role and place has these, where a time of day
proves the line. Half changes 1 of 73 pages, twice none."""
_MOST_WITHOUT_CLOCK = 6
"""Words beside a date without a time of day, or on a line with a full stop. Half changes none of 73 pages,
twice 1."""
_MOST_OF_PROSE = 3
"""Words beside a date without a year, and words in small letters in a line of sections: prose has more."""
# A date that opens a line of sections and counters: these are written with capitals, prose is not.
_MOST_IN_A_LIST = 20
_PARTS = re.compile(r"\s{0,3}[|•·]\s{0,3}")


@lru_cache(maxsize=512)
def has_day(text: str) -> bool:
    """Whether ``text`` names a day, a month and a year."""
    folded = fold(text)
    return bool(folded and grammar.find_days(folded))


def has_clock(text: str) -> bool:
    """Whether ``text`` names a time of day."""
    return _CLOCK.search(text) is not None


@lru_cache(maxsize=512)
def is_date_line(text: str) -> bool:
    """Whether ``text`` is a line made to say when: a date with few words beside it."""
    if len(text) > LONGEST:
        return False
    if not (_DIGIT.search(text) or any(map(text.lower().__contains__, _BACK))):
        return False
    folded = fold(text)
    if folded is None:
        return False
    days = grammar.find_days(folded)
    if days:
        return _is_about(folded, text, days[0].start, days[0].end)
    found = relative.find(folded)
    if found is not None:
        return _is_about(folded, text, *found)
    found = None if _COUNTER.fullmatch(text) else yearless.find(folded)
    return found is not None and _others(folded, *found) <= _MOST_OF_PROSE and not text.endswith(".")


@lru_cache(maxsize=512)
def is_bare_date(text: str) -> bool:
    """Whether ``text`` is a date with day and year and has no word besides: "Rabu, 03 Maret 2004"."""
    folded = fold(text) if len(text) <= LONGEST else None
    if not folded or not (days := grammar.find_days(folded)):
        return False
    return _others(folded, days[0].start, days[0].end) == 0


def _is_about(folded: str, text: str, start: int, end: int) -> bool:
    others = _others(folded, start, end)
    if has_clock(f"{folded[:start]} {folded[end:].lstrip(' ,')}"):
        return others <= (_MOST_WITHOUT_CLOCK if text.endswith(".") else _MOST_OTHER_WORDS)
    if others <= _MOST_WITHOUT_CLOCK:
        return not (others > 1 and text.endswith("."))
    if _WORD.search(_FILLERS.sub(" ", _part_of(folded, start)[:start])):
        return False
    small = sum(word[0].islower() and not _FILLERS.fullmatch(word) for word in _WORD.findall(text))
    return others <= _MOST_IN_A_LIST and small <= _MOST_OF_PROSE and not text.endswith(".")


def _part_of(folded: str, start: int) -> str:
    """The line up to ``start`` without the parts before the one it stands in: "Penulis: X | Editor: Y | "."""
    signs = [sign.end() for sign in _PARTS.finditer(folded, 0, start)]
    return " " * signs[-1] + folded[signs[-1] :] if signs else folded


def _others(folded: str, start: int, end: int) -> int:
    """How many words stand beside the date that are no part of a date line's own wording."""
    return len(_WORD.findall(_FILLERS.sub(" ", f"{folded[:start]} {folded[end:]}")))
