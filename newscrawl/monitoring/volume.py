"""How many articles a site brings and how old the newest is: a quiet day or a way that broke.

A site has its hours and its days: nothing at night, little on Sundays. So articles are counted over whole
days, however often the site is crawled, and compared with the same day of earlier weeks.
"""

from __future__ import annotations

import math
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from newscrawl.monitoring.alarm import SIGMAS, UNLEARNED, Alarm, articles_of, span
from newscrawl.monitoring.measures import Measures

_FEWEST = 3
"""Below so many comparable days nothing is known."""

_FEWEST_RECENT = 7
_RATE_FLOOR = 1 / 3
"""A public holiday is like a Sunday, on which a newsroom writes a third of a weekday's articles and more."""

_STEADY_FLOOR = 0.5
_BELOW_QUIETEST = 0.75
"""How far below its quietest day of the last weeks a steady site must fall; half of the usual is the most."""

_EXPECTED_FLOOR = 5.0
_AGE_FLOOR = timedelta(hours=24)
_WHOLE_DAY = timedelta(hours=22)
"""A run of each day may begin a little earlier than the day before."""

_NEAR = timedelta(hours=12)
_WEEKS = range(7, 7 * 8 + 1, 7)
_DAYS = range(1, 29)
_LAST_YEAR = range(364 - 10, 364 + 11)
"""364 days ago was the same day of the week."""

_LEARNED_AGES = 500
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Window:
    """What came in the day or more that ended with a run."""

    articles: int
    hours: float

    @property
    def a_day(self) -> float:
        return 24 * self.articles / self.hours


class _Days:
    """The runs of a site that asked for everything new, in their order, seen as days."""

    def __init__(self, runs: Sequence[Measures], now: Measures) -> None:
        self._runs = runs
        self._now = now
        self._starts = [run.started for run in runs]
        self._sums = [0, *accumulate(run.articles for run in runs)]

    def until(self, place: int) -> _Window | None:
        """The window that ends with a run; None where no run began a day before."""
        start = self._starts[place]
        before = bisect_right(self._starts, start - _WHOLE_DAY) - 1
        if before < 0:
            return None
        hours = (start - self._starts[before]).total_seconds() / 3600
        return _Window(self._sums[place + 1] - self._sums[before + 1], hours)

    def ago(self, days: Iterable[int]) -> list[float]:
        """Articles a day in the windows that ended so many days before now, where there are any."""
        places = {self._nearest(self._now.started - timedelta(days=number)) for number in days}
        windows = (self.until(place) for place in sorted(place for place in places if place is not None))
        return [window.a_day for window in windows if window is not None]

    def _nearest(self, moment: datetime) -> int | None:
        after = bisect_left(self._starts, moment)
        places = [place for place in (after - 1, after) if 0 <= place < len(self._runs) - 1]
        near = [
            place for place in places if abs(self._starts[place] - moment) <= _NEAR and self._teaches(place)
        ]
        return min(near, key=lambda place: abs(self._starts[place] - moment), default=None)

    def _teaches(self, place: int) -> bool:
        run = self._runs[place]
        return "count" not in run.alarmed or self._now.started - run.started > UNLEARNED


def volume_alarms(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    """What is wrong with the number and the age of the articles.

    Only runs for everything new that came to their end say anything. ``history`` is all that is known of
    the site, oldest first.
    """
    if now.complete:
        complete = [run for run in history if run.complete]
        yield from _count(site, now, complete)
        yield from _age(site, now, history, complete)


def _count(site: str, now: Measures, complete: Sequence[Measures]) -> Iterator[Alarm]:
    days = _Days([*complete, now], now)
    window, usual = days.until(len(complete)), _usual(days)
    if window is None or not usual:
        return
    part = window.hours / 24
    expected, scatter = statistics.median(usual) * part, statistics.pstdev(usual) * part
    few = window.articles < _floor(days, expected / part) * expected
    if expected >= _EXPECTED_FLOOR and few and _sigmas(window.articles, expected, scatter) > SIGMAS:
        yield Alarm(
            "count",
            f"{site}: {articles_of(window.articles)} in {span(timedelta(hours=window.hours))},"
            f" about {expected:.0f} are usual on a {_NAMES[now.started.weekday()]}",
        )


def _floor(days: _Days, expected: float) -> float:
    """The part of the usual number below which a day is no quiet day: higher for a site that is steady."""
    recent = days.ago(_DAYS)
    if len(recent) < _FEWEST_RECENT or not expected:
        return _RATE_FLOOR
    return max(_RATE_FLOOR, min(_STEADY_FLOOR, _BELOW_QUIETEST * min(recent) / expected))


def _usual(days: _Days) -> list[float]:
    """Articles a day that are usual on this day of the week in this season; empty if that is not known."""
    usual = days.ago(_WEEKS)
    if 0 < len(usual) < _FEWEST:
        recent = days.ago(_DAYS)
        quietest = min(statistics.median(recent), max(usual)) if len(recent) >= _FEWEST_RECENT else 0.0
        usual = [quietest] * _FEWEST
    last_year = days.ago(_LAST_YEAR)
    quieter = len(last_year) >= _FEWEST and usual and statistics.median(last_year) < statistics.median(usual)
    return last_year if quieter else usual


def _sigmas(count: int, expected: float, scatter: float) -> float:
    """How far below what is expected a count is.

    The square root makes the scatter of counts alike for small and for large ones (Anscombe, 1948); what
    the site varies by beyond that is added.
    """
    distance = 2 * (math.sqrt(expected + 0.375) - math.sqrt(count + 0.375))
    return distance / math.sqrt(1 + scatter**2 / expected)


def _age(
    site: str, now: Measures, history: Sequence[Measures], complete: Sequence[Measures]
) -> Iterator[Alarm]:
    newest = max((run.newest for run in [*history, now] if run.newest), default=None)
    if newest is None:
        return
    # Runs since then saw the same drought: they do not say what is usual.
    teaching = [
        run
        for run in complete
        if run.started <= newest and ("age" not in run.alarmed or now.started - run.started > UNLEARNED)
    ][-_LEARNED_AGES:]
    age, usual = now.started - newest, list(_ages(teaching, history))
    if len(usual) < _FEWEST:
        return
    seconds = [each.total_seconds() for each in usual]
    limit = statistics.fmean(seconds) + SIGMAS * statistics.pstdev(seconds)
    if age > max(_AGE_FLOOR, timedelta(seconds=limit), 2 * max(usual)):
        yield Alarm(
            "age",
            f"{site}: the newest article is of {newest:%d %b %H:%M} UTC, {span(age)} old;"
            " never before so old",
        )


def _ages(runs: Sequence[Measures], history: Sequence[Measures]) -> Iterator[timedelta]:
    """How old the newest article known was at each of ``runs``."""
    known = sorted((run.started, run.newest) for run in history if run.newest)
    starts = [started for started, _ in known]
    newest = list(accumulate((moment for _, moment in known), max))
    for run in runs:
        place = bisect_right(starts, run.started) - 1
        if place >= 0:
            yield run.started - newest[place]
