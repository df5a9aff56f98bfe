"""The range of days that ``--since`` and ``--until`` name."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from newscrawl.cli.usage import UsageError
from newscrawl.reading.dates.moments import parse_moment
from newscrawl.sites import DEFAULT_ZONE


def read_span(since: str, until: str | None, now: datetime) -> tuple[date, date]:
    """The first and the last day, in Jakarta; yesterday where no last one is named.

    Raises:
        UsageError: one cannot be read, or they are in the wrong order.
    """
    zone = ZoneInfo(DEFAULT_ZONE)
    try:
        first = parse_moment(since, zone=DEFAULT_ZONE, now=now)
        end = parse_moment(until or "yesterday", zone=DEFAULT_ZONE, now=now, closing=True)
    except ValueError as error:
        raise UsageError(f"{error}.") from None
    last = (end - timedelta(microseconds=1)).astimezone(zone).date()
    if first.astimezone(zone).date() > last:
        raise UsageError(f"--since {since} is after {last}, the last day.")
    return first.astimezone(zone).date(), last
