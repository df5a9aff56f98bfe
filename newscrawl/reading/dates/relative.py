"""Times counted back from the moment of fetching: '2 jam yang lalu', 'sejam lalu', 'kemarin 14.05'."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo

from newscrawl import words
from newscrawl.reading.dates.clock import read_after, read_before
from newscrawl.reading.dates.parsed import ParsedDate, Precision, UnreadableDateError
from newscrawl.reading.dates.words import NUMBER, number
from newscrawl.record.pattern import lazy

_SECONDS_IN = {"second": 1, "minute": 60, "hour": 3600}
_DAYS_IN = {"day": 1, "week": 7}
_MONTHS_IN = {"month": 1, "year": 12}


def _sized(sizes: Mapping[str, int]) -> dict[str, int]:
    return {entry.text: sizes[entry.kind] for entry in words.entries("relative") if entry.kind in sizes}


_SECONDS, _DAYS, _MONTHS = _sized(_SECONDS_IN), _sized(_DAYS_IN), _sized(_MONTHS_IN)
_DAYS_BACK = {entry.text: int(entry.kind) for entry in words.entries("relative") if entry.kind.isdecimal()}
_PAST = words.texts("relative", "ago")

_UNIT = rf"{words.tree((*_SECONDS, *_DAYS, *_MONTHS))}(?![a-z])"
_COUNT = rf"(?:(?:{NUMBER}) ?|se(?:tengah )?){_UNIT}"
_AGO = rf" ?(?:yang |yg )?{words.tree(_PAST)}(?![a-z])"
_COUNTED = lazy(rf"(?<![a-z0-9.,])(?P<first>{_COUNT})(?:,? (?:dan |and )?(?P<second>{_COUNT}))?{_AGO}")
_TWO_NUMBERS = lazy(rf"(?<![a-z0-9]){NUMBER}[ -]$")
_PART = lazy(rf"(?:(?P<number>{NUMBER}) ?|se(?P<half>tengah )?)(?P<unit>{_UNIT})")

_NOW = lazy(rf"(?<![a-z]){words.tree(words.texts('relative', 'now'))}(?![a-z])")
_DAY_AND_TIME = lazy(rf"(?<![a-z]){words.tree(_DAYS_BACK)}(?=,? ?(?:pukul |jam |pkl |at )?[0-9])")
_NAMED_DAY = lazy(rf"(?<![a-z])(?P<word>{words.tree(_DAYS_BACK)})(?![a-z])")


def find(text: str) -> tuple[int, int] | None:
    """Where ``text`` (folded) counts back, or names a day and then a time; None where it does neither."""
    found = _COUNTED.search(text) if any(word in text for word in _PAST) else None
    found = found or _NOW.search(text) or _DAY_AND_TIME.search(text)
    return found.span() if found else None


def read(text: str, zone: tzinfo, now: datetime) -> ParsedDate | None:
    """The instant that ``text`` (folded) counts back from ``now``; None where it counts nothing.

    Seconds and minutes are known to the second and minute. Pages round hours down, so hours give their
    estimate but claim only the day; weeks, months and years claim no more than the month.

    Raises:
        UnreadableDateError: the count goes back beyond the calendar, or the time of day cannot be.
    """
    match = _COUNTED.search(text) if any(word in text for word in _PAST) else None
    if match:
        return _counted(match, zone, now)
    match = _NAMED_DAY.search(text)
    if match:
        return _named_day(text, match, zone, now)
    return ParsedDate(now.astimezone(zone), "minute", relative=True) if _NOW.search(text) else None


def _counted(match: re.Match[str], zone: tzinfo, now: datetime) -> ParsedDate:
    if _TWO_NUMBERS.search(match.string[max(0, match.start() - 20) : match.start()]):
        raise UnreadableDateError(f"two numbers for one count: {match.string!r}")
    seconds, days, months = 0, 0, 0
    precision: Precision = "second"
    for count in filter(None, (match["first"], match["second"])):
        amount, unit = _amount(count)
        precision = _precision(unit)
        if unit in _SECONDS:
            seconds += int(amount * _SECONDS[unit])
        elif amount != int(amount):
            raise UnreadableDateError(f"half of what is not counted in hours: {count!r}")
        elif unit in _DAYS:
            days += int(amount) * _DAYS[unit]
        else:
            months += int(amount) * _MONTHS[unit]
    try:
        moment = _months_back(now, months) - timedelta(days=days, seconds=seconds)
        local = moment.astimezone(zone)
    except (OverflowError, ValueError) as error:
        raise UnreadableDateError(f"beyond the calendar: {match[0]!r}") from error
    if not seconds:
        local = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return ParsedDate(local, precision, relative=True)


def _amount(count: str) -> tuple[float, str]:
    """How many of which unit: ('setengah jam') is half an hour."""
    parts = _PART.fullmatch(count)
    if parts is None:
        raise UnreadableDateError(f"no count: {count!r}")
    if parts["number"] is None:
        return (0.5 if parts["half"] else 1), parts["unit"]
    value = number(parts["number"])
    if value is None:
        raise UnreadableDateError(f"no number: {count!r}")
    return value, parts["unit"]


def _precision(unit: str) -> Precision:
    if unit in _SECONDS:
        return {1: "second", 60: "minute", 3600: "day"}[_SECONDS[unit]]  # type: ignore[return-value]
    return "day" if _DAYS.get(unit) == 1 else "month"


def _months_back(moment: datetime, months: int) -> datetime:
    """``moment`` so many months earlier, on the last day of a month that is too short."""
    if not months:
        return moment
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def _named_day(text: str, match: re.Match[str], zone: tzinfo, now: datetime) -> ParsedDate:
    clock = read_after(text, match.end()) or read_before(text, match.start())
    local = now.astimezone((clock.zone if clock else None) or zone)
    day = (local - timedelta(days=_DAYS_BACK[match["word"]])).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    if clock is None:
        return ParsedDate(day, "day", relative=True)
    return ParsedDate(
        clock.on(*day.timetuple()[:3], day.tzinfo or zone),
        clock.precision,
        clock.zone is not None,
        relative=True,
    )
