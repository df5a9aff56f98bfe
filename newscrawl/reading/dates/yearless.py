"""Dates without a year, as news lines write them: 'Selasa (20/1)', '20 Jan 14:30'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from newscrawl.reading.dates.clock import read_after, read_before
from newscrawl.reading.dates.grammar import weekday_near
from newscrawl.reading.dates.parsed import ParsedDate, UnreadableDateError
from newscrawl.reading.dates.words import MONTH, MONTH_INITIALS, month_number
from newscrawl.reading.dates.zones import LABEL, find_zone
from newscrawl.record.pattern import lazy

_NO_YEAR = r"(?![0-9]|[-/ .,']{1,3}[0-9]{3}|[-/ .,']{1,3}[0-9]{2}(?![0-9:.])|[-/][0-9])"
_YEARLESS = lazy(
    rf"(?=[0-9])(?<![0-9])(?<![0-9][-/.])(?P<day>[0-9]{{1,2}})(?:"
    rf"(?:st|nd|rd|th)?[-/ .]{{0,2}}(?P<month>{MONTH})\.?|(?P<point>[/-])(?P<number>[0-9]{{1,2}}))"
    rf"{_NO_YEAR}"
    rf"|(?=[{MONTH_INITIALS}])(?<![a-z])(?<![0-9] )"
    rf"(?P<word>{MONTH})\.? (?P<late_day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    rf"{_NO_YEAR}(?![:.][0-9])"
)
_YEAR = lazy(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_TIME_ALONE = lazy(rf"(?:pukul |pkl |jam )?(?<![0-9])[0-9]{{1,2}}[:.][0-9]{{2}}(?![0-9])(?: ?{LABEL})?")
_YEARS_BACK = 12
"""Given: within these years every weekday has met every date of the year but 29 February."""

_CLOCK_SKEW = timedelta(days=1)


def find(text: str) -> tuple[int, int] | None:
    """Where ``text`` (folded) names a day without a year; None where it names none that would be read."""
    match = _YEARLESS.search(text)
    if match is None or _YEAR.search(text):
        return None
    near = weekday_near(text, match.start(), match.end()) is not None
    return match.span() if near or _alone(text, match) else None


def read(text: str, zone: tzinfo, now: datetime) -> ParsedDate | None:
    """The first yearless date in ``text`` (folded), in the latest year that puts it no later than ``now``.

    A weekday beside it must agree, so an old page is not dated into the year it was fetched in. Numbers
    alone ('20/1') count only behind a weekday or as the whole line, a time beside them apart. A year
    anywhere in the line means that it is not yearless, only written in a way that the grammar does not know.

    Raises:
        UnreadableDateError: there is no such day, or no recent year in which it falls on that weekday.
    """
    match = _YEARLESS.search(text)
    if match is None or _YEAR.search(text):
        return None
    weekday = weekday_near(text, match.start(), match.end())
    if match["number"] and weekday is None and not _alone(text, match):
        return None
    clock = read_after(text, match.end()) or read_before(text, match.start())
    named = (clock.zone if clock else None) or find_zone(text)
    midnight = _latest(match, weekday, named or zone, now)
    if clock is None:
        return ParsedDate(midnight, "day", named is not None)
    return ParsedDate(
        clock.on(*midnight.timetuple()[:3], midnight.tzinfo or zone), clock.precision, named is not None
    )


def _alone(text: str, match: re.Match[str]) -> bool:
    rest = _TIME_ALONE.sub("", f"{text[: match.start()]} {text[match.end() :]}")
    return not any(sign.isalnum() for sign in rest)


def _latest(match: re.Match[str], weekday: int | None, zone: tzinfo, now: datetime) -> datetime:
    word = match["month"] or match["word"]
    month = month_number(word) if word else int(match["number"])
    day = int(match["day"] or match["late_day"])
    for midnight in _midnights(month, day, zone, now + _CLOCK_SKEW):
        if weekday is None or midnight.weekday() == weekday:
            return midnight
    raise UnreadableDateError(f"no such day in recent years: {match[0]!r}")


def _midnights(month: int, day: int, zone: tzinfo, latest: datetime) -> Iterator[datetime]:
    this_year = latest.astimezone(zone).year
    for year in range(this_year, this_year - _YEARS_BACK, -1):
        try:
            midnight = datetime(year, month, day, tzinfo=zone)
        except ValueError:
            continue
        if midnight <= latest:
            yield midnight
