"""Evidence read: each statement as an instant, its role as the text itself states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from typing import Literal

from newscrawl.reading.dates.evidence import DateEvidence, DateOrigin, DateRole
from newscrawl.reading.dates.parse import parse, parse_all
from newscrawl.reading.dates.parsed import ParsedDate, Precision

SHOWN: tuple[DateOrigin, ...] = ("rule", "visible")
"""Places a reader sees; all others speak to machines."""

CLOCK_SKEW = timedelta(minutes=10)
"""How far a publisher's clock may run ahead of ours."""

_EARLIEST_YEAR = 1990
"""Before the web there were no news pages: older dates are an article's subject, or an empty field."""

_PACIFIC = (timedelta(hours=-8), timedelta(hours=-7))
"""The zone in which Blogger shows, and rightly labels, the times of a blog whose owner never set one."""
_IN_NUMBERS = re.compile(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d")


@dataclass(slots=True)
class Reading:
    """One statement about a date: the instant as now understood, and ``stated``, as the text alone says it.

    ``stated`` is None where the text names no zone, and so states no instant.
    """

    evidence: DateEvidence
    role: DateRole
    moment: datetime
    precision: Precision
    named: bool
    relative: bool
    stated: datetime | None = field(init=False)

    def __post_init__(self) -> None:
        self.stated = self.moment if self.named else None

    @property
    def shown(self) -> bool:
        """Whether a reader of the page sees it."""
        return self.evidence.origin in SHOWN

    @property
    def has_clock(self) -> bool:
        """Whether it states a time of day of its own."""
        return self.precision in ("second", "minute") and not self.relative

    @property
    def wall(self) -> datetime:
        """What the clock on the wall shows, to the minute, without a zone."""
        return self.moment.replace(second=0, microsecond=0, tzinfo=None)

    @property
    def minute(self) -> datetime:
        """The instant, to the minute."""
        return self.moment.replace(second=0, microsecond=0)

    @property
    def believed(self) -> bool:
        """Whether it is understood as it was stated."""
        return self.stated is None or self.stated == self.moment

    @property
    def is_bloggers(self) -> bool:
        """Whether it is the attribute beside a date of Blogger's, of a blog that never had its zone set."""
        return self.evidence.origin == "time-element" and self.moment.utcoffset() in _PACIFIC

    def move_to(self, zone: tzinfo | None) -> None:
        """Keep the clock's hands and change the zone they are in."""
        self.moment = self.moment.replace(tzinfo=zone)


def days_apart(one: Reading, other: Reading) -> bool:
    """Whether two statements differ by more than a day; a date without a time stands for its whole day."""
    if one.has_clock and other.has_clock:
        return abs(one.moment - other.moment) > timedelta(days=1)
    return abs(one.moment.date() - other.moment.date()) > timedelta(days=1)


def read_all(evidence: Sequence[DateEvidence], *, zone: str, fetched_at: datetime | None) -> list[Reading]:
    """Every date stated in ``evidence``, in its order; what states none, or only a month, is left out."""
    return [reading for item in evidence for reading in _read(item, zone, fetched_at)]


def turn_months(readings: Sequence[Reading]) -> None:
    """Read month before day in numbers on the page that a machine's time proves to stand so.

    Drupal prints "03/02/2020 - 14:40" for 2 March; an attribute beside it has the day that is meant.
    """
    machines = [r for r in readings if not r.shown and r.has_clock]
    numbers = [r for r in readings if r.shown and r.has_clock and _IN_NUMBERS.search(r.evidence.text)]
    for reading in numbers if machines else ():
        month, day = reading.moment.month, reading.moment.day
        if day > 12:
            continue
        turned = replace(reading, moment=reading.moment.replace(month=day, day=month))
        if any(turned.wall == other.wall or turned.minute == other.minute for other in machines):
            reading.moment = turned.moment


def is_possible(reading: Reading, fetched_at: datetime | None) -> bool:
    """Whether a news page fetched then can have been published or changed at that instant."""
    if reading.moment.year < _EARLIEST_YEAR:
        return False
    return fetched_at is None or reading.moment <= fetched_at + CLOCK_SKEW


def _read(item: DateEvidence, zone: str, now: datetime | None) -> Iterator[Reading]:
    if item.origin in SHOWN or item.origin == "time-element":
        for role, date in parse_all(item.text, zone=zone, now=now):
            if date.precision != "month":
                yield _reading(item, item.role if role == "unknown" else role, date)
        return
    found = parse(item.text, zone=zone, now=now)
    if found is not None and found.precision != "month":
        yield _reading(item, item.role, found)


def _reading(
    item: DateEvidence, role: Literal["published", "modified", "unknown"], date: ParsedDate
) -> Reading:
    return Reading(item, role, date.instant, date.precision, date.zone_named, date.relative)
