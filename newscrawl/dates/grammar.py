"""Dates that state their day and year: Indonesian, English on Indonesian pages, numbers, RFC 822.

Numeric dates are day, month, year, as the country writes them (and every publisher seen does). Month first
is read only where the line itself proves it: its weekday fits that order alone, or a month of 13 and up
stands beside a twelve-hour clock. All patterns match folded text (:mod:`newscrawl.dates.folding`).
"""

from __future__ import annotations

import contextlib
import re
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from newscrawl.dates.clock import Clock, read_after, read_before, read_labelled
from newscrawl.dates.parsed import ParsedDate, UnreadableDateError
from newscrawl.dates.words import MONTH, WEEKDAY, month_number, weekday_number
from newscrawl.dates.zones import ZONE, find_zone

_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_SHORT_YEAR = r"[0-9]{2}(?![0-9]|[:.][0-9]| ?%| (?!pukul|pkl|pk|jam|at)[a-z])"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_GAP = r"[-/ .,_|~]{0,3}"
_FREE = r"(?<![0-9])(?<![0-9][-/.])"

_DATE = re.compile(
    rf"{_FREE}(?:"
    rf"(?P<ymd>(?P<ymd_y>{_YEAR}) ?(?P<ymd_p>[-/._]) ?(?P<ymd_m>[0-9]{{1,2}}) ?(?P=ymd_p) ?"
    r"(?P<ymd_d>[0-9]{1,2})(?![0-9]))"
    rf"|(?P<dwy>(?P<dwy_d>{_DAY}){_GAP}(?:of |bulan )?(?P<dwy_m>{MONTH}){_GAP}'?(?:tahun |th\.? ?)?"
    rf"(?P<dwy_y>{_YEAR}|(?<=[-/ .,_|~']){_SHORT_YEAR}))"
    rf"|(?P<dmy>(?P<dmy_d>[0-9]{{1,2}}) ?(?P<dmy_p>[-/._|~\\]) ?(?P<dmy_m>[0-9]{{1,2}}) ?(?P=dmy_p) ?"
    rf"(?P<dmy_y>{_YEAR}|(?<=[-/]){_SHORT_YEAR}|(?<=[-/] ){_SHORT_YEAR}))"
    rf"|(?P<spaced>(?P<spaced_d>[0-9]{{2}}) (?P<spaced_m>[0-9]{{2}}) (?P<spaced_y>{_YEAR}))"
    rf"|(?P<ywd>(?P<ywd_y>{_YEAR})[-/ .,]{{1,2}}(?P<ywd_m>{MONTH})[-/ .,]{{1,2}}"
    r"(?P<ywd_d>[0-9]{1,2})(?![0-9]|[:.][0-9]))"
    rf")|(?<![a-z])(?:"
    rf"(?P<asc>(?P<asc_m>{MONTH}) (?P<asc_d>[0-9]{{1,2}}),? "
    rf"(?P<asc_t>[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?: {ZONE})?) (?P<asc_y>{_YEAR}))"
    rf"|(?P<wdy>(?P<wdy_m>{MONTH})[-/ .,]{{0,2}}(?P<wdy_d>{_DAY})(?:[-/ .,]{{1,3}}(?P<wdy_y>{_YEAR})"
    rf"|(?:, |,? ')(?P<wdy_s>{_SHORT_YEAR})))"
    r")"
)

_KINDS = ("ymd", "dwy", "dmy", "spaced", "ywd", "asc", "wdy")
_NUMERIC = ("ymd", "dmy", "spaced")
_LAST_SHORT_YEAR = 68
"""Two-digit years up to here are of this century (POSIX strptime)."""


_PARTS = {kind: (f"{kind}_y", f"{kind}_m", f"{kind}_d") for kind in _KINDS}
_WEEKDAY = re.compile(WEEKDAY)
_TWELVE_HOURS = re.compile(r"[ ,|-]{0,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?[ap]\.? ?m(?![a-z])")


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
    match = _DATE.search(text)
    return _day(match) if match else None


def find_days(text: str) -> list[Day]:
    """Every day with its year in ``text`` (folded), in order; impossible ones are left out."""
    found = []
    for match in _DATE.finditer(text):
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
        midnight = datetime(day.year, day.month, day.day, tzinfo=named or zone)
    except ValueError as error:
        raise UnreadableDateError(f"no such day: {day.year}-{day.month}-{day.day}") from error
    if clock is None:
        return ParsedDate(midnight, "day", named is not None)
    return ParsedDate(clock.on(midnight), clock.precision, named is not None)


def _day(match: re.Match[str]) -> Day:
    kind = match.lastgroup or ""
    year_word, month_word, day_word = match.group(*_PARTS[kind])
    clock = None
    if kind == "wdy":
        year_word = year_word or match["wdy_s"]
    elif kind == "asc":
        clock = read_after(match["asc_t"], 0)
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
    written = _weekday_near(text, start, end)
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


def _weekday_near(text: str, start: int, end: int) -> int | None:
    """The weekday written within a few characters of ``text[start:end]``, before it or behind."""
    before = _WEEKDAY.findall(text, max(0, start - 16), start)
    match = None if before else _WEEKDAY.search(text, end, end + 14)
    word = before[-1] if before else match[0] if match else None
    return weekday_number(word) if word else None
