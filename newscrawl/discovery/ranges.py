"""Whether the dates of an article put it in the range that is wanted."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Literal

from newscrawl.discovery.source import Found, Want
from newscrawl.reading.dates.parse import parse

Side = Literal["before", "after"]

_DAY = timedelta(days=1)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/([0-3]\d)/|/(20\d\d)(0[1-9]|1[0-2])([0-3]\d)\d{6}-"
)


def moment_of(text: str | None, want: Want) -> datetime | None:
    """The instant that a listing's date means, in the publisher's zone if it names none.

    A date without a time is the start of its day. None if it cannot be read.
    """
    span = _span(text, want)
    return span[0] if span else None


def side_of(found: Found, want: Want) -> Side | None:
    """On which side of the range the listing's own dates put the article; None if in it, or unknown.

    What was last changed before the range was published before it, too; what was changed after it may have
    been published in it. A listing's date without a time stands for the whole day. The day in an address
    counts with a day on either side, for it is the day on which the article was begun.
    """
    span = _span(found.published, want)
    if span is not None:
        return beyond(*span, want)
    changed = _span(found.modified, want)
    if changed and want.since and changed[1] <= want.since:
        return "before"
    stamped = _stamp(found.url, want)
    return beyond(stamped - _DAY, stamped + 2 * _DAY, want) if stamped else None


def beyond(first: datetime, end: datetime, want: Want) -> Side | None:
    """On which side of the range a span lies that begins at ``first`` and ends before ``end``."""
    if want.since is not None and end <= want.since:
        return "before"
    if want.until is not None and first >= want.until:
        return "after"
    return None


def _span(text: str | None, want: Want) -> tuple[datetime, datetime] | None:
    """The first moment that a date may mean, and the first that it cannot mean any more."""
    if not text:
        return None
    quick = _iso(text, want)
    if quick is not None:
        return quick, quick + timedelta(microseconds=1)
    read = parse(text, zone=want.zone, now=want.now)
    if read is None or read.precision == "month":
        return None
    whole_day = read.precision == "day"
    return read.instant, read.instant + (_DAY if whole_day else timedelta(microseconds=1))


def _stamp(url: str, want: Want) -> datetime | None:
    """The start of the day that the address names (``/2026/08/17/``, ``/20260817101500-``)."""
    match = _IN_ADDRESS.search(url)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return datetime(year, month, day, tzinfo=want.now.tzinfo)
    except ValueError:
        return None


def _iso(text: str, want: Want) -> datetime | None:
    """The full date and time of a machine, without the detour over the grammar: sitemaps have millions."""
    if len(text) < len("2026-08-17T10:00"):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=want.now.tzinfo)
