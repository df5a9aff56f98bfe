"""Which days are done: the checkpoint of a backfill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newscrawl.discovery.source import Source, Step, Want

BARREN_DAYS = 90

Span = tuple[date, date]


@dataclass
class _Open:
    walks: int = 0
    failed: bool = False
    all_begun: bool = False


class DayLedger:
    """Counts the walks of each span of days, and says when all of a span have come to their end.

    A day is done when every walk that lists it was seen to its end without a failure, it lies wholly in the
    range that was asked for, and it is over.
    """

    def __init__(self, want: Want, done: Callable[[date], None]) -> None:
        self._want = want
        self._done = done
        self._open: dict[Span, _Open] = {}
        self._last: Span | None = None

    def begin(self, step: Step, *, first: bool) -> None:
        """A walk begins. With ``first`` it was begun by its source: those of a span follow each other."""
        span = _span(step)
        if first and span != self._last:
            self.all_begun()
            self._last = span
        if span is not None:
            self._open.setdefault(span, _Open()).walks += 1

    def end(self, step: Step, *, complete: bool) -> None:
        """A walk has ended, ``complete`` if everything on it was seen."""
        span = _span(step)
        if span is None or span not in self._open:
            return
        state = self._open[span]
        state.walks -= 1
        state.failed |= not complete
        self._settle(span)

    def all_begun(self) -> None:
        """No source begins another walk of the last span."""
        if self._last is not None and self._last in self._open:
            self._open[self._last].all_begun = True
            self._settle(self._last)

    def _settle(self, span: Span) -> None:
        state = self._open[span]
        if state.walks or not state.all_begun:
            return
        del self._open[span]
        if not state.failed:
            for day in _days(span):
                if self._whole(day):
                    self._done(day)

    def _whole(self, day: date) -> bool:
        want = self._want
        start = datetime.combine(day, time.min, tzinfo=ZoneInfo(want.zone))
        end = datetime.combine(day + timedelta(days=1), time.min, tzinfo=ZoneInfo(want.zone))
        begun = want.since is None or want.since <= start
        ended = want.until is None or want.until >= end
        return begun and ended and end <= want.now


@dataclass
class Barren:
    """Finds where a source's past begins, so that a range from 1970 on does not ask for every day since.

    Days are walked from the newest to the oldest; a source is at its beginning after :data:`BARREN_DAYS` days
    in a row that named no article of their own.
    """

    _days: dict[int, int] = field(default_factory=dict)

    def note(self, source: Source, step: Step, *, fresh: int) -> None:
        """A walk of ``step`` named ``fresh`` articles that no other did."""
        span = _span(step)
        if span is None:
            return
        length = (span[1] - span[0]).days + 1
        self._days[id(source)] = 0 if fresh else self._days.get(id(source), 0) + length

    def reached(self, source: Source) -> bool:
        """Whether there is nothing older to be had."""
        return self._days.get(id(source), 0) >= BARREN_DAYS


def covered(step: Step, days_done: frozenset[date]) -> bool:
    """Whether everything that ``step`` asks for was done before."""
    span = _span(step)
    return span is not None and bool(days_done) and all(day in days_done for day in _days(span))


def _span(step: Step) -> Span | None:
    return (step.first_day, step.last_day) if step.first_day and step.last_day else None


def _days(span: Span) -> Iterator[date]:
    day, last = span
    while day <= last:
        yield day
        day += timedelta(days=1)
