"""Dates that state their day and year: Indonesian, English on Indonesian pages, numbers, RFC 822.

Numeric dates are day, month, year, as the country writes them (and every publisher seen does). Month first
is read only where the line itself proves it: its weekday fits that order alone, or a month of 13 and up
stands beside a twelve-hour clock. All patterns match folded text (:mod:`newscrawl.reading.dates.folding`).
"""

from __future__ import annotations

import contextlib
import re
from datetime import date, datetime, tzinfo
from functools import cache
from typing import NamedTuple

from newscrawl.reading.dates.clock import Clock, read_after, read_before, read_labelled
from newscrawl.reading.dates.parsed import ParsedDate, UnreadableDateError
from newscrawl.reading.dates.words import (
    MONTH,
    MONTH_INITIALS,
    MONTH_SECONDS,
    WEEKDAY,
    month_number,
    weekday_number,
)
from newscrawl.reading.dates.zones import ZONE, find_zone
from newscrawl.record.pattern import lazy

_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_SHORT_YEAR = r"[0-9]{2}(?![0-9]|[:.][0-9]|,? (?:19|20)[0-9]{2}| ?%)"
_DOTTED_YEAR = r"(?<=[0-9]{2}\.)[0-9]{2}(?=[ ,|-]{1,3}[0-2]?[0-9]:[0-5][0-9](?![0-9]))"
"""Three numbers and full stops may be a time of day or a chapter: with a clock behind they are a day."""

_NO_COUNT = r"(?! (?!pukul|pkl|pk|jam|at|pada|oleh|by|wi[bt])[a-z])"
"""Behind a month's name two digits before a word may count what the word names: '8 Nov 12 tamu'."""

_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_GAP = r"[-/ .,_|~']{0,3}"
_TIME = rf"[0-9]{{1,2}}[:.][0-9]{{2}}(?::[0-9]{{2}})?(?: {ZONE})?"
_FREE = r"(?<![0-9+])(?<![0-9][-/.])"

# The lookaheads come first: most places in a line begin no date, and one character tells.
_DATE = lazy(
    rf"(?=[0-9]){_FREE}(?:"
    rf"(?P<ymd>(?P<ymd_y>{_YEAR}) ?(?P<ymd_p>[-/._]) ?(?P<ymd_m>[0-9]{{1,2}}) ?(?P=ymd_p) ?"
    r"(?P<ymd_d>[0-9]{1,2})(?![0-9]))"
    rf"|(?P<dwy>(?P<dwy_d>{_DAY}){_GAP}(?:of |bulan )?(?P<dwy_m>{MONTH})(?:{_GAP}(?:tahun |th\.? ?)?"
    rf"(?P<dwy_y>{_YEAR}|(?<=[-/ .,_|~']){_SHORT_YEAR}{_NO_COUNT})"
    rf"|,? (?P<dwy_t>{_TIME}) (?P<dwy_late>{_YEAR})))"
    rf"|(?P<dmy>(?P<dmy_d>[0-9]{{1,2}}) ?(?P<dmy_p>[-/._|~\\]) ?(?P<dmy_m>[0-9]{{1,2}}) ?(?P=dmy_p) ?"
    rf"(?P<dmy_y>{_YEAR}|(?<=[-/]){_SHORT_YEAR}|(?<=[-/] ){_SHORT_YEAR}|{_DOTTED_YEAR}))"
    rf"|(?P<spaced>(?P<spaced_d>[0-9]{{2}}) (?P<spaced_m>[0-9]{{2}}) (?P<spaced_y>{_YEAR}))"
    rf"|(?P<ywd>(?P<ywd_y>{_YEAR})[-/ .,]{{1,2}}(?P<ywd_m>{MONTH})[-/ .,]{{1,2}}"
    r"(?P<ywd_d>[0-9]{1,2})(?![0-9]|[:.][0-9]))"
    rf")|(?=[{MONTH_INITIALS}])(?<![a-z])"
    rf"(?P<wdy>(?P<wdy_m>{MONTH})[-/ .,]{{0,2}}(?P<wdy_d>{_DAY})(?:"
    rf",? (?P<wdy_t>{_TIME}) (?P<wdy_late>{_YEAR})"
    rf"|[-/ .,]{{1,3}}(?P<wdy_y>{_YEAR})|(?:, |,? ')(?P<wdy_short>{_SHORT_YEAR}{_NO_COUNT})))"
)

# Where a date may begin: a search for one of some signs takes a fraction of trying the dates at each.
_START = re.compile(
    rf"[0-9{MONTH_INITIALS}](?:(?<=[0-9])(?<![0-9+].)(?<![0-9][-/.].)|(?<=[a-z])(?<![a-z].)(?={MONTH_SECONDS}))",
    re.DOTALL,
)

_KINDS = ("ymd", "dwy", "dmy", "spaced", "ywd", "wdy")
_NUMERIC = ("ymd", "dmy", "spaced")
_LAST_SHORT_YEAR = 68
"""Given: two-digit years up to here are of this century (POSIX strptime)."""

_DIGIT = re.compile("[0-9]")
_WEEKDAY = lazy(WEEKDAY)
_WEEKDAY_BEHIND = lazy(rf"[ ,|(/-]{{0,4}}({WEEKDAY})")
_TWELVE_HOURS = lazy(r"[ ,|-]{0,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?[ap]\.? ?m(?![a-z])")


class Day(NamedTuple):
    """A date in a line: its day, where it stands, and the time written inside it, if one is."""

    year: int
    month: int
    day: int
    start: int
    end: int
    clock: Clock | None = None


def first_day(text: str) -> Day | None:
    """The first date in ``text`` (folded) that states its day and year; None without one.

    Raises:
        UnreadableDateError: its day and month cannot be told apart.
    """
    digit = _DIGIT.search(text)
    if digit is None:
        return None
    match = _DATE.match(text, digit.start()) or _DATE.search(text)
    return _day(match) if match else None


def find_days(text: str) -> list[Day]:
    """Every day with its year in ``text`` (folded), in order; impossible ones are left out."""
    found = []
    at = 0
    while (start := _START.search(text, at)) is not None:
        match = _DATE.match(text, start.start())
        at = start.end() if match is None else match.end()
        if match is not None:
            with contextlib.suppress(UnreadableDateError):
                found.append(_day(match))
    return found


def read_moment(text: str, day: Day, zone: tzinfo, end: int) -> ParsedDate:
    """``day`` of ``text`` with the time that belongs to it, looked for up to ``end``.

    Raises:
        UnreadableDateError: there is no such day, or the time cannot be.
    """
    clock = day.clock or read_after(text, day.end)
    if clock is None and day.start >= 4:
        clock = read_before(text, day.start)
    if clock is None and end - day.end > 4:
        clock = read_labelled(text, day.end, end)
    named = (clock.zone if clock else None) or find_zone(text)
    try:
        if clock is None:
            midnight = datetime(day.year, day.month, day.day, tzinfo=named or zone)
            return ParsedDate(midnight, "day", named is not None)
        moment = clock.on(day.year, day.month, day.day, named or zone)
    except ValueError as error:
        raise UnreadableDateError(f"no such day: {day.year}-{day.month}-{day.day}") from error
    return ParsedDate(moment, clock.precision, named is not None)


@cache
def _parts(form: int) -> tuple[str, int, int, int]:
    """For the group of a whole form its name and the groups of its year, month and day."""
    group = _DATE.groupindex
    kind = next(kind for kind in _KINDS if group[kind] == form)
    return kind, group[f"{kind}_y"], group[f"{kind}_m"], group[f"{kind}_d"]


def _day(match: re.Match[str]) -> Day:
    kind, year_group, month_group, day_group = _parts(match.lastindex or 0)
    year_word, month_word, day_word = match.group(year_group, month_group, day_group)
    clock = None
    if year_word is None:
        inside = match[f"{kind}_t"]
        year_word = match[f"{kind}_late"] if inside else match["wdy_short"]
        clock = read_after(inside, 0) if inside else None
    year = int(year_word)
    if len(year_word) == 2:
        year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    if kind in _NUMERIC:
        month, day = int(month_word), int(day_word)
        if kind != "ymd" and (day <= 12 or month > 12) and day != month:
            month, day = _day_and_month(match, year, day, month)
    else:
        month, day = month_number(month_word), int(day_word.rstrip("stndrh"))
    return Day(year, month, day, match.start(), match.end(), clock)


def _day_and_month(match: re.Match[str], year: int, first: int, second: int) -> tuple[int, int]:
    """Month and day of ``first``/``second``/``year``, where day first is not the only possible order."""
    text, start, end = match.string, match.start(), match.end()
    written = weekday_near(text, start, end)
    if written is not None and written == _weekday(year, first, second):
        if written != _weekday(year, second, first):
            return first, second
    elif second > 12 and written is None and _TWELVE_HOURS.match(text, end):
        return first, second
    if second > 12:
        raise UnreadableDateError(f"month {second}: {match[0]!r} is no date with the day first")
    return second, first


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def weekday_near(text: str, start: int, end: int) -> int | None:
    """The weekday written a few characters before ``text[start:end]``, or right behind it."""
    before = _WEEKDAY.findall(text, max(0, start - 16), start)
    match = None if before else _WEEKDAY_BEHIND.match(text, end)
    word = before[-1] if before else match[1] if match else None
    return weekday_number(word) if word else None
