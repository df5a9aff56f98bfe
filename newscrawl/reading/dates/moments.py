"""The instants that people mean when they type a day or a span."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SPAN = re.compile(r"(\d{1,5})\s*([hdw])")
_SPAN_UNITS = {"h": "hours", "d": "days", "w": "weeks"}
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?")
_DAY_WORDS = {"today": 0, "yesterday": 1}

FIRST_YEAR, LAST_YEAR = 1970, 2100
"""Given: years in which a moment makes sense, from the first of computers' clocks on."""


def parse_moment(text: str, *, zone: str, now: datetime, closing: bool = False) -> datetime:
    """The instant a person means by ``text``.

    A date (``2026-08-01``), month (``2026-08``) or year is its first moment in ``zone``, or with ``closing``
    the first moment after it, so that ``until`` includes its day. ``today``, ``yesterday``, spans back from
    ``now`` (``3d``, ``12h``, ``2w``) and ISO instants are understood too.

    Raises:
        ValueError: ``text`` is none of these, or a year without news on the web; the message says which.
    """
    text = text.strip().lower()
    local_now = now.astimezone(ZoneInfo(zone))
    try:
        if span := _SPAN.fullmatch(text):
            moment = local_now - timedelta(**{_SPAN_UNITS[span[2]]: int(span[1])})
        elif text in _DAY_WORDS:
            moment = _day_edge(local_now.date() - timedelta(days=_DAY_WORDS[text]), zone, closing)
        elif period := _PERIOD.fullmatch(text):
            moment = _day_edge(_edge_of_period(period, closing), zone, closing=False)
        elif len(text) <= len("2026-08-01"):
            moment = _day_edge(date.fromisoformat(text), zone, closing)
        else:
            moment = datetime.fromisoformat(text.upper())
    except OverflowError:
        raise ValueError(f"'{text}' is out of range") from None
    except ValueError:
        raise ValueError(
            f"'{text}' is no date; write 2026-08-01, 2026-08, 2026, 2026-08-01T14:30, today, yesterday,"
            " 12h, 3d or 2w"
        ) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"'{text}' is out of range; years from {FIRST_YEAR} to {LAST_YEAR} make sense")
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _edge_of_period(period: re.Match[str], closing: bool) -> date:
    """The first day of a year or month, or the first one after it."""
    year, month = int(period[1]), int(period[2] or 1)
    if not closing:
        return date(year, month, 1)
    return date(year + 1, 1, 1) if month == 12 or not period[2] else date(year, month + 1, 1)


def _day_edge(day: date, zone: str, closing: bool) -> datetime:
    return datetime.combine(day + timedelta(days=int(closing)), time.min, tzinfo=ZoneInfo(zone))
