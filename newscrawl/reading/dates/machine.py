"""Dates as machines write them: ISO 8601, its compact and broken forms, and epochs."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from newscrawl.reading.dates.parsed import ParsedDate, Precision, UnreadableDateError
from newscrawl.reading.dates.zones import read_zone

_FIRST_EPOCH, _LAST_EPOCH = 631_152_000, 4_102_444_800
"""1990 and 2100: numbers outside are identifiers and no times."""

_EPOCH = re.compile(
    r"(?:/?Date\()?([0-9]{9,10})([0-9]{3})?([0-9]{3})?(?:\.[0-9]{1,9})?(?:[+-][0-9]{4})?(?:\)/?)?"
)
_COMPACT = re.compile(
    r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])"
    r"(?:[T ]?([0-2][0-9])([0-5][0-9])([0-5][0-9])?(?:[.,][0-9]{1,9})?)? ?(Z|[+-][0-9]{2}:?(?:[0-9]{2})?)?"
)
_DASHED = re.compile(
    r"((?:19|20)[0-9]{2})-([01][0-9])-([0-3][0-9])[T ]([0-2][0-9])-([0-5][0-9])-([0-5][0-9])()Z?"
)
_YEAR_AND_MONTH = re.compile(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])")
# Where a plus went through an address, it came out as a blank: "T02:35:00 00:00".
_LOST_PLUS = re.compile(r"(T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?) ([01][0-9]:?[0-9]{2})")
_CENTURIES = ("19", "20")
_LEAP = ":60"
"""Given: the second that ISO 8601 lets follow the 59th; the minute stays the one that is printed."""

_WIDEST_OFFSET = timedelta(hours=14)


def read(text: str, zone: tzinfo) -> ParsedDate | None:
    """The instant of a string that is nothing but a machine's date; None where it is something else.

    An epoch counts as naming its zone and is given in ``zone``. Dashes inside the time
    ('2016-02-11T07-04-21Z') are a template's work and so is the 'Z' behind them: no serialiser writes
    either, and the pages that do print local time.

    Raises:
        UnreadableDateError: it is one, but of a day, time or offset that cannot be.
    """
    if text[4:5] == "-":
        return _iso(text, zone) or _compact(_DASHED.fullmatch(text), zone) or _month(text, zone)
    if text[:1].isdecimal() or text[:1] in ("/", "D"):
        return _compact(_COMPACT.fullmatch(text), zone) or _epoch(text, zone)
    return None


def is_machine_date(text: str) -> bool:
    """Whether ``text`` has the shape of a machine's date, possible or not."""
    return text.isdecimal() or (text[4:5] == "-" and "T" in text[10:12])


def _iso(text: str, zone: tzinfo) -> ParsedDate | None:
    if text[:2] not in _CENTURIES or text[7:8] != "-" or not (len(text) == 10 or text[13:14] == ":"):
        return None
    if text[10:11] not in ("", "T", " "):
        return None
    lost = _LOST_PLUS.fullmatch(text, 10)
    if lost is not None:
        text = f"{text[:10]}{lost[1]}+{lost[2]}"
    if text[16:19] == _LEAP:
        text = f"{text[:17]}59{text[19:]}"
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    precision: Precision = "day" if len(text) == 10 else "second" if text[16:17] == ":" else "minute"
    if moment.tzinfo is None:
        return ParsedDate(moment.replace(tzinfo=zone), precision)
    if abs(moment.utcoffset() or timedelta()) > _WIDEST_OFFSET:
        raise UnreadableDateError(f"no place has this offset: {text!r}")
    return ParsedDate(moment, precision, zone_named=True)


def _month(text: str, zone: tzinfo) -> ParsedDate | None:
    match = _YEAR_AND_MONTH.fullmatch(text)
    return ParsedDate(datetime(int(match[1]), int(match[2]), 1, tzinfo=zone), "month") if match else None


def _compact(match: re.Match[str] | None, zone: tzinfo) -> ParsedDate | None:
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    named = read_zone(offset.lower()) if offset else None
    try:
        clock = int(hour or 0), int(minute or 0), int(second or 0)
        moment = datetime(int(year), int(month), int(day), *clock, tzinfo=named or zone)
    except ValueError as error:
        raise UnreadableDateError(f"no such date: {match[0]!r}") from error
    return ParsedDate(moment, "second" if second else "minute" if hour else "day", named is not None)


def _epoch(text: str, zone: tzinfo) -> ParsedDate | None:
    match = _EPOCH.fullmatch(text)
    if match is None or not _FIRST_EPOCH <= int(match[1]) < _LAST_EPOCH:
        return None
    moment = datetime.fromtimestamp(int(match[1]), zone)
    return ParsedDate(moment.replace(microsecond=int(f"{match[2] or 0}{match[3] or '000'}")), "second", True)
