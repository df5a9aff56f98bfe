"""Years, months and days: the pieces into which sites cut their sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:[-_/.]?(?P<month>0[1-9]|1[0-2]))?(?!\d)")
_DAY_MARKS = ("%d", "%j", "date.day")
_MONTH_MARKS = ("%m", "%b", "%B", "date.month")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included."""

    first: date
    last: date


def period_around(day: date, directives: str) -> Period:
    """The day, month or year around ``day``, whichever a template with ``directives`` tells apart."""
    if any(mark in directives for mark in _DAY_MARKS):
        return Period(day, day)
    if any(mark in directives for mark in _MONTH_MARKS):
        return _month(day.year, day.month)
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def periods(first: date, last: date, directives: str) -> Iterator[Period]:
    """The periods that a template tells apart from ``last`` back to ``first``."""
    day = last
    while day >= first:
        period = period_around(day, directives)
        yield period
        day = period.first - timedelta(days=1)


def period_in_name(path: str) -> Period | None:
    """The year or month that the address of a monthly or yearly sitemap names; None without one."""
    found = None
    for match in _IN_NAME.finditer(path):
        found = match
    if found is None:
        return None
    year = int(found["year"])
    return (
        _month(year, int(found["month"])) if found["month"] else Period(date(year, 1, 1), date(year, 12, 31))
    )


def _month(year: int, month: int) -> Period:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), following - timedelta(days=1))
