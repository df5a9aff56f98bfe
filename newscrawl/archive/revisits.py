"""When an article is seen again: soon while it is fresh, ever more rarely after, then never."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

DEFAULT_SCHEDULE = ("1h", "6h", "1d", "3d", "7d")

_SPAN = re.compile(r"(\d{1,6})\s?(s|m|h|d|w)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}

Schedule = tuple[timedelta, ...]


def parse_schedule(ages: str | Iterable[str]) -> Schedule:
    """Ages of an article at which it is seen again, such as ``1h, 6h, 1d``; units are s, m, h, d and w.

    An empty text means never.

    Raises:
        ValueError: one of the ages cannot be read; the message names it.
    """
    parts = re.split(r"[,\s]+", ages) if isinstance(ages, str) else list(ages)
    return tuple(sorted(_parse_span(part) for part in parts if part))


def next_visit(schedule: Sequence[timedelta], *, born: datetime, now: datetime) -> datetime | None:
    """The next instant to see an article again that was born at ``born``; None once it is too old.

    Visits that were missed are not made up for: one visit now shows what each of them would have.
    """
    return next((born + age for age in schedule if born + age > now), None)


def _parse_span(text: str) -> timedelta:
    span = _SPAN.fullmatch(text.strip().lower())
    if span is None:
        raise ValueError(f"'{text}' is no age; write them like 30m, 6h, 1d or 2w, separated by commas")
    return timedelta(**{_UNITS[span[2]]: int(span[1])})
