"""The words dates are written with on Indonesian pages: Indonesian, Malay, English, old spellings.

Patterns here match folded text (:mod:`newscrawl.reading.dates.folding`).
"""

from __future__ import annotations

import re

from newscrawl import words

_CUT = 3
"""Given: letters that a name of a month keeps at the least when it is cut off."""

_MONTHS = {
    entry.text[:length]: int(entry.kind)
    for entry in words.entries("months")
    for length in range(min(_CUT, len(entry.text)), len(entry.text) + 1)
}
_WHOLE = {entry.text: int(entry.kind) for entry in words.entries("months") if len(entry.text) > _CUT}
MONTH = rf"{words.tree(_MONTHS)}(?![a-z])"
MONTH_INITIALS = "".join(sorted({month[0] for month in _MONTHS}))
"""What the words that :data:`MONTH` matches begin with."""

MONTH_SECONDS = "|".join(
    f"(?<={first})[{''.join(sorted({month[1] for month in _MONTHS if month[0] == first}))}]"
    for first in MONTH_INITIALS
)
"""What stands second in them, each behind its first: two letters tell a month from most other words."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = {
    entry.text: _DAYS.index(entry.kind) for entry in words.entries("weekdays") if entry.kind in _DAYS
}
_WEEKDAY_INITIALS = "".join(sorted({day[0] for day in _WEEKDAYS}))
WEEKDAY = rf"(?=[{_WEEKDAY_INITIALS}])(?<![a-z]){words.tree(_WEEKDAYS)}(?![a-z])"

WEEKDAY_NAMES = frozenset(
    entry.text
    for entry in words.entries("weekdays")
    if entry.text in _WEEKDAYS and entry.language in ("id", "en") and len(entry.text) > _CUT
)
"""The days' whole Indonesian and English names: short forms and Javanese ones are people's, too ("Setu")."""

PASARAN = rf"(?: ?{words.tree(words.texts('weekdays', 'pasaran'))}(?![a-z]))?"
"""The day of the Javanese five-day week that may follow the weekday."""

_ONES = {entry.text: int(entry.kind) for entry in words.entries("numbers")}
_DIGIT_WORDS = words.tree(
    entry.text for entry in words.entries("numbers") if entry.language == "id" and entry.text != "se"
)
_ENGLISH = words.tree(entry.text for entry in words.entries("numbers") if entry.language == "en")

NUMBER = (
    rf"(?:[0-9]{{1,4}}|(?:se|{_DIGIT_WORDS}) ?(?:belas|puluh)(?: {_DIGIT_WORDS})?|{_DIGIT_WORDS}|{_ENGLISH})"
)

_NUMBER_PARTS = re.compile(r"([a-z]+?) ?(belas|puluh)?(?: ([a-z]+))?")


def month_number(word: str) -> int:
    """1 to 12 for a word that :data:`MONTH` matches."""
    return _MONTHS[word]


def month_meant(word: str) -> str | None:
    """The name of the one month that a misspelt ``word`` is a slip of the pen away from.

    A slip is a letter too many, too few, another one, or two that changed places ("septermber", "janurai").
    None for names of months themselves, and where two months are as near ("juny").
    """
    if word in _MONTHS:
        return None
    near = {number: name for name, number in _WHOLE.items() if _is_slip(word, name)}
    return next(iter(near.values())) if len(near) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    short, long = sorted((word, name), key=len)
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same : same + 2] == long[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
    return swapped or short[same + 1 :] == long[same + 1 :]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a word that :data:`WEEKDAY` matches."""
    return _WEEKDAYS[word]


def number(text: str) -> int | None:
    """The value of what :data:`NUMBER` matches; None for a sequence that is no number ('dua belas tiga')."""
    if text.isdecimal():
        return int(text)
    parts = _NUMBER_PARTS.fullmatch(text)
    if parts is None or parts[1] not in _ONES:
        return None
    value = _ONES[parts[1]]
    if parts[2] == "belas":
        return value + 10 if parts[3] is None else None
    if parts[2] == "puluh":
        return value * 10 + (_ONES[parts[3]] if parts[3] else 0)
    return value if parts[3] is None else None
