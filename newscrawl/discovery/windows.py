"""Spans of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta


def windows(first: date, last: date, *, days: int) -> Iterator[tuple[date, date]]:
    """The span from ``first`` to ``last`` in pieces of ``days`` days, newest first, both ends included.

    With ``days`` 0 it is one piece; nothing if ``last`` is before ``first``.
    """
    end = last
    while end >= first:
        start = max(first, end - timedelta(days=days - 1)) if days else first
        yield start, end
        end = start - timedelta(days=1)
