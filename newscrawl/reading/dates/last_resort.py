"""What the grammar cannot read is put to dateparser, if it looks like a date at all."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from newscrawl.reading.dates.parsed import ParsedDate, Precision
from newscrawl.reading.dates.words import MONTH
from newscrawl.reading.dates.zones import find_zone
from newscrawl.record.pattern import lazy

LONGEST_DATE = 60
"""Bound: characters of a text that is a date and no more, for dateparser takes half a millisecond and more
for each."""
_MONTH = lazy(MONTH)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DAY = re.compile(r"(?<![0-9:.])[0-9]{1,2}(?![0-9:.])")
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser wants it naive; nothing is read from it


def read(text: str, zone: tzinfo) -> ParsedDate | None:
    """What dateparser makes of ``text`` (folded) with the day first; None where it finds no full date.

    It is asked only about short lines with one month's name, one year and one day, and believed only where
    its day and year are the line's: it guesses otherwise.
    """
    if len(text) > LONGEST_DATE:
        return None
    years, days = _YEAR.findall(text), _DAY.findall(text)
    if len(years) != 1 or len(days) != 1 or len(_MONTH.findall(text)) != 1:
        return None
    answer, named = ask(text, str(zone)), find_zone(text)
    if answer is None:
        return None
    moment = answer.astimezone(named or zone)
    if (moment.year, moment.day) != (int(years[0]), int(days[0])):
        return None
    precision: Precision = "second" if moment.second else "minute" if moment.hour or moment.minute else "day"
    return ParsedDate(moment, precision, named is not None)


def ask(text: str, zone: str) -> datetime | None:
    """dateparser's own answer, aware, for a line in Indonesian or English; None where it has none."""
    import dateparser  # noqa: PLC0415 - loading it takes longer than reading a thousand pages' dates

    return dateparser.parse(
        text,
        languages=["id", "en"],
        settings={
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RETURN_AS_TIMEZONE_AWARE": True,
            "TIMEZONE": zone,
            "RELATIVE_BASE": _NO_CLOCK,
        },
    )
