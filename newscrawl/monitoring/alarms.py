"""Alarms that tell a redesign from a quiet day, learned from a site's own earlier runs.

Every rule has a threshold that learns (what the site's runs usually scatter by) and a floor (what is never
worth an alarm). A run that raised an alarm about a measure does not teach that measure for two weeks: the
fault must not become the norm before somebody has seen it. What stays so for longer is the new norm.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

from newscrawl.monitoring.measures import FIELDS, Measures

LEARNED_RUNS = 60
_FEWEST_RUNS = 3
_FEWEST_ARTICLES = 30
"""Below this much history nothing is known of a site."""

_POOL = 10
"""So many articles are looked at together, from the latest runs, where a run has fewer."""

_SIGMAS = 3.0
_SHARE_FLOOR = 0.2
_LENGTH_FLOOR = 0.5
_RATE_FLOOR = 0.25
_EXPECTED_FLOOR = 5.0
_AGE_FLOOR = timedelta(hours=24)
_FAILED_FLOOR = 5
_UNLEARNED = timedelta(days=14)
_WEEKS = timedelta(weeks=8)
_SEASON = timedelta(days=10)
_YEAR = timedelta(days=364)
"""A year later on the same day of the week."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something about a site that changed. ``measure`` names what, ``text`` says it to people."""

    measure: str
    text: str


def find_alarms(site: str, now: Measures, history: Sequence[Measures]) -> list[Alarm]:
    """What about the run ``now`` is not as in ``history``, the earlier runs of the site, oldest first."""
    # A clock that jumped has put runs after this one; they say nothing.
    known = [run for run in history if run.started < now.started][-LEARNED_RUNS:]
    rules: tuple[Callable[[str, Measures, Sequence[Measures]], Iterator[Alarm]], ...] = (
        _fields,
        _generic,
        _conflicts,
        _length,
        _count,
        _age,
        _failures,
    )
    return [alarm for rule in rules for alarm in rule(site, now, known)]


def _fields(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    for name in FIELDS:
        drop = _drop(name, now, history, partial(_filled, name))
        if drop:
            share, usual, pool = drop
            text = f"{site}: {name} filled in {_percent(share)} of {pool} articles, {_percent(usual)} before"
            yield Alarm(name, text + _lost_origin(name, now, history) + _example(now, name))


def _filled(name: str, run: Measures) -> int:
    return run.filled.get(name, 0)


def _generic(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    drop = _drop("generic", now, history, lambda run: run.articles - run.generic)
    if drop:
        share, usual, pool = drop
        text = (
            f"{site}: the text of {_percent(1 - share)} of {pool} articles had to be found without the site's"
            f" own rules, {_percent(1 - usual)} before"
        )
        yield Alarm("generic", text + _lost_origin("body", now, history) + _example(now, "generic"))


def _conflicts(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    drop = _drop("conflicts", now, history, lambda run: run.articles - run.conflicts)
    if drop:
        share, usual, pool = drop
        bad, before = _percent(1 - share), _percent(1 - usual)
        text = f"{site}: dates disagree in {bad} of {pool} articles, {before} before"
        yield Alarm("conflicts", text + _example(now, "conflicts"))


def _length(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    teaching = [run for run in _teaching("length", now, history) if run.body_length > 0]
    if len(teaching) < _FEWEST_RUNS or now.articles < _FEWEST_RUNS or now.body_length <= 0:
        return
    logs = [math.log(run.body_length) for run in teaching]
    usual, scatter = statistics.fmean(logs), statistics.pstdev(logs)
    change = abs(math.log(now.body_length) - usual)
    if change > max(-math.log(_LENGTH_FLOOR), _SIGMAS * scatter):
        yield Alarm(
            "length",
            f"{site}: texts have {now.body_length:.0f} characters (median of {now.articles}),"
            f" {math.exp(usual):.0f} before",
        )


def _count(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    runs = [run for run in history if run.complete]
    if not now.complete or len(runs) < _FEWEST_RUNS + 1:
        return
    hours = _hours(runs[-1], now)
    rates = _comparable_rates(now, runs)
    if len(rates) < _FEWEST_RUNS:
        return
    expected = statistics.median(rates) * hours
    scatter = statistics.pstdev(rates) * hours
    # What came and went is counted with Poisson's scatter, what the site varies by with its own.
    limit = expected - _SIGMAS * math.sqrt(expected + scatter**2)
    if expected >= _EXPECTED_FLOOR and now.articles < min(max(limit, 0.5), _RATE_FLOOR * expected):
        day = _DAYS[now.started.weekday()]
        yield Alarm(
            "count",
            f"{site}: {now.articles} articles in {_span(timedelta(hours=hours))},"
            f" about {expected:.0f} are usual on a {day}",
        )


def _comparable_rates(now: Measures, runs: Sequence[Measures]) -> list[float]:
    """Articles an hour of earlier runs on this day of the week, or of all where there are few.

    If this season was quieter a year ago, that is what is usual now.
    """
    rates = [
        (later, later.articles / _hours(earlier, later))
        for earlier, later in pairwise(runs)
        if "count" not in later.alarmed or now.started - later.started > _UNLEARNED
    ]
    recent = [pair for pair in rates if now.started - pair[0].started <= _WEEKS]
    same_day = [rate for run, rate in recent if run.started.weekday() == now.started.weekday()]
    usual = same_day if len(same_day) >= _FEWEST_RUNS else [rate for _, rate in recent]
    last_year = [rate for run, rate in rates if abs(now.started - _YEAR - run.started) <= _SEASON]
    quieter = (
        len(last_year) >= _FEWEST_RUNS and usual and statistics.median(last_year) < statistics.median(usual)
    )
    return last_year if quieter else usual


def _age(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    if not now.complete:
        return
    teaching = _teaching("age", now, history)
    ages = [_newest_age(run, [each for each in history if each.started <= run.started]) for run in teaching]
    usual = [age for age in ages if age is not None]
    age = _newest_age(now, [*history, now])
    if age is None or len(usual) < _FEWEST_RUNS:
        return
    seconds = [each.total_seconds() for each in usual]
    limit = statistics.fmean(seconds) + _SIGMAS * statistics.pstdev(seconds)
    if age > max(_AGE_FLOOR, timedelta(seconds=limit), 2 * max(usual)):
        newest = (now.started - age).strftime("%d %b %H:%M")
        yield Alarm(
            "age", f"{site}: the newest article is of {newest} UTC, {_span(age)} old; never before so old"
        )


def _newest_age(run: Measures, until: Sequence[Measures]) -> timedelta | None:
    newest = max((each.newest for each in until if each.newest), default=None)
    return run.started - newest if newest else None


def _failures(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    for reason, count in now.failed.items():
        measure = f"failed-{reason}"
        teaching = _teaching(measure, now, history)
        if len(teaching) < _FEWEST_RUNS or count < _FAILED_FLOOR:
            continue
        shares = [_failed_share(run, reason) for run in teaching]
        share, usual = _failed_share(now, reason), statistics.fmean(shares)
        scatter = math.sqrt(usual * (1 - usual) / (now.articles + count) + statistics.pstdev(shares) ** 2)
        if share - usual > max(_SHARE_FLOOR, _SIGMAS * scatter):
            text = (
                f"{site}: {_percent(share)} of pages failed for the reason {reason}, {_percent(usual)} before"
            )
            yield Alarm(measure, text + _example(now, measure))


def _failed_share(run: Measures, reason: str) -> float:
    failed = run.failed.get(reason, 0)
    return failed / (run.articles + failed) if failed else 0.0


def _drop(
    measure: str, now: Measures, history: Sequence[Measures], good: Callable[[Measures], int]
) -> tuple[float, float, int] | None:
    """Share of good articles now, share before, articles looked at: where the first is too low."""
    if not now.articles:
        return None
    pooled, before = _pool(now, _teaching(measure, now, history))
    learned = [run for run in before if run.articles]
    total = sum(run.articles for run in learned)
    if len(learned) < _FEWEST_RUNS or total < _FEWEST_ARTICLES:
        return None
    number = sum(run.articles for run in pooled)
    share = sum(good(run) for run in pooled) / number
    usual = sum(good(run) for run in learned) / total
    smooth = (usual * total + 1) / (total + 2)
    scatter = statistics.pstdev([good(run) / run.articles for run in learned])
    limit = max(_SHARE_FLOOR, _SIGMAS * math.sqrt(smooth * (1 - smooth) / number + scatter**2))
    return (share, usual, number) if usual - share > limit else None


def _pool(now: Measures, history: Sequence[Measures]) -> tuple[list[Measures], Sequence[Measures]]:
    """The latest runs with articles enough to judge by, and the runs before them."""
    pooled, before = [now], list(history)
    while sum(run.articles for run in pooled) < _POOL and len(pooled) < _FEWEST_RUNS and before:
        pooled.append(before.pop())
    return pooled, before


def _teaching(measure: str, now: Measures, history: Sequence[Measures]) -> list[Measures]:
    return [run for run in history if measure not in run.alarmed or now.started - run.started > _UNLEARNED]


def _lost_origin(name: str, now: Measures, history: Sequence[Measures]) -> str:
    """What used to produce the field and since when it does not."""
    seen = [run for run in history if name in run.origins]
    if not seen:
        return ""
    origin = seen[-1].origins[name] if name not in seen[-1].alarmed else _usual_origin(name, seen)
    if now.origins.get(name) == origin:
        return ""
    last = max(run.started for run in seen if run.origins[name] == origin)
    since = next((run.started for run in [*history, now] if run.started > last), now.started)
    return f"; '{origin}' matched nothing since {_day(since)}"


def _usual_origin(name: str, runs: Sequence[Measures]) -> str:
    return statistics.mode(run.origins[name] for run in runs)


def _hours(earlier: Measures, later: Measures) -> float:
    return max((later.started - earlier.started).total_seconds() / 3600, 1 / 60)


def _example(now: Measures, name: str) -> str:
    return f"; see {now.examples[name]}" if name in now.examples else ""


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b}"


def _span(age: timedelta) -> str:
    hours = age.total_seconds() / 3600
    if hours < 2:
        return f"{60 * hours:.0f} minutes"
    return f"{hours:.0f} hours" if hours < 72 else f"{hours / 24:.0f} days"
