"""Time zones as pages name them."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from newscrawl import words
from newscrawl.reading.dates.parsed import UnreadableDateError


def _fixed(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


WIB, WITA, WIT = _fixed(7), _fixed(8), _fixed(9)
INDONESIAN = frozenset({timedelta(hours=7), timedelta(hours=8), timedelta(hours=9)})
"""Offsets of the country's three zones (Keputusan Presiden 41/1987)."""

_NAMES = {entry.text: _fixed(float(entry.kind)) for entry in words.entries("zones") if entry.kind[0] in "+-"}
_AMBIGUOUS = frozenset(words.texts("zones", "ambiguous"))

LABEL = r"(?:w\.?i\.?b|w\.?i\.?t\.?a|w\.?i\.?t(?![hnst]))"
"""An Indonesian zone; glued to the next word where a template forgot the blank ('WIBPenulis')."""

OFFSET = (
    r"(?:(?:gmt|utc) ?[+-] ?|\+ ?|-(?=[0-9]{4}(?![0-9]))|(?<=[0-9]:[0-9]{2}:[0-9]{2})-(?=[0-9]{2}:))"
    r"[0-9]{1,2}(?:[:.]?[0-9]{2})?(?![0-9:])"
)
"""An offset; a bare minus only before four digits or behind seconds: '10:00-12:00' is a span of time."""

ZONE = rf"(?:{LABEL}|{OFFSET}|[a-z]{{1,4}}(?![a-z]))"
"""What may stand as a zone right behind a time; :func:`read_zone` says whether it is one."""

_ANYWHERE = re.compile(
    rf"(?=[aguw])(?:(?<![a-z]){LABEL}(?![a-z])|(?:gmt|utc) ?[+-] ?[0-9]{{1,2}}(?:[:.]?[0-9]{{2}})?(?![0-9:])"
    r"|waktu indonesia (?:bagian )?(?:barat|tengah|timur)"
    r"|asia/(?:jakarta|pontianak|makassar|ujung_pandang|jayapura))"
)

_PLACES = {
    entry.text: _fixed(float(entry.kind.removeprefix("place ")))
    for entry in words.entries("zones")
    if entry.kind.startswith("place")
}

_WEST, _EAST = -12 * 60, 14 * 60
"""Given: minutes from UTC of the farthest zones in use."""


@lru_cache(maxsize=64)
def load_zone(name: str) -> ZoneInfo:
    """The IANA zone ``name``.

    Raises:
        ValueError: there is no such zone; the message names it.
    """
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"unknown time zone: {name!r}") from error


@lru_cache(maxsize=512)
def read_zone(word: str) -> timezone | None:
    """The zone that ``word`` (folded) names; None where it is no zone at all.

    Raises:
        UnreadableDateError: it is a zone of several meanings, or an offset that no place on earth has.
    """
    sign = max(word.find("+"), word.find("-"))
    if sign >= 0:
        return _offset(word[sign], word[sign + 1 :].strip())
    if word in _AMBIGUOUS:
        raise UnreadableDateError(f"zone of several meanings: {word!r}")
    return _NAMES.get(word.replace(".", ""))


def find_zone(text: str) -> tzinfo | None:
    """The one zone that ``text`` (folded) names anywhere; None where it names none or several."""
    found = {_anywhere(match[0]) for match in _ANYWHERE.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _anywhere(name: str) -> timezone | None:
    if name.startswith(("waktu", "asia")):
        return _PLACES[re.split("[ /]", name)[-1]]
    return read_zone(name)


@lru_cache(maxsize=256)
def _offset(sign: str, digits: str) -> timezone:
    plain = digits.replace(":", "").replace(".", "")
    hours, minutes = (int(plain), 0) if len(plain) <= 2 else (int(plain[:-2]), int(plain[-2:]))
    shift = (hours * 60 + minutes) * (-1 if sign == "-" else 1)
    if minutes > 59 or not _WEST <= shift <= _EAST:
        raise UnreadableDateError(f"no place has this offset: {sign}{digits}")
    return timezone(timedelta(minutes=shift))
