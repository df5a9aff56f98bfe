"""Alarms that tell a redesign from a quiet day, learned from a site's own earlier runs.

Every rule has a threshold that learns (what the site's runs usually scatter by) and a floor (what is never
worth an alarm). A run that raised an alarm about a measure does not teach that measure for two weeks: the
fault must not become the norm before somebody has seen it. What stays so for longer is the new norm.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from newscrawl.monitoring.alarm import SIGMAS, UNLEARNED, Alarm, articles_of, day_of, percent
from newscrawl.monitoring.measures import FIELDS, Measures
from newscrawl.monitoring.volume import volume_alarms

LEARNED_RUNS = 60
_FEWEST_RUNS = 3
_FEWEST_ARTICLES = 30
"""Below this much history nothing is known of a site."""

_RULE = "rule: "
_POOL = 10
"""So many articles are looked at together, from the latest runs, where a run has fewer."""

_SHARE_FLOOR = 0.2
_LENGTH_FLOOR = 0.5
_FAILED_FLOOR = 5
_NO_PAGES = ("listing", "storage")
_LISTED_RUNS = 10
_LISTED_FLOOR = 10
_LISTED_SHARE = 1 / 3
"""Feeds and front pages are of one length; a third of it is a list that broke, not a quiet day."""

_MISSING_FLOOR = 10
_MISSING_SHARE = 0.2
_FAILED_SHARE_FLOOR = 0.1
"""A page in ten that fails for one reason is more than stale links; what a site usually loses is learned."""


def find_alarms(site: str, now: Measures, history: Sequence[Measures]) -> list[Alarm]:
    """What about the run ``now`` is not as in ``history``, the earlier runs of the site, oldest first."""
    # A clock that jumped has put runs after this one; they say nothing.
    all_known = [run for run in history if run.started < now.started]
    known = all_known[-LEARNED_RUNS:]
    rules: tuple[Callable[[str, Measures, Sequence[Measures]], Iterator[Alarm]], ...] = (
        _fields,
        _generic,
        _conflicts,
        _length,
        _failures,
        _listed,
        _missing,
    )
    found = [alarm for rule in rules for alarm in rule(site, now, known)]
    return [*found, *volume_alarms(site, now, all_known)]


def _fields(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    for name in FIELDS:
        drop = _drop(name, now, history, partial(_filled, name))
        if drop:
            share, usual, pool = drop
            text = f"{site}: {name} filled in {percent(share)} of {pool} articles, {percent(usual)} before"
            yield Alarm(name, text + _lost_origin(name, now, history) + _example(now, name))


def _filled(name: str, run: Measures) -> int:
    return run.filled.get(name, 0)


def _generic(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    drop = _drop("generic", now, history, lambda run: run.articles - run.generic)
    if drop:
        share, usual, pool = drop
        text = (
            f"{site}: the text of {percent(1 - share)} of {pool} articles had to be found without the site's"
            f" own rules, {percent(1 - usual)} before"
        )
        yield Alarm("generic", text + _lost_origin("body", now, history) + _example(now, "generic"))


def _conflicts(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    drop = _drop("conflicts", now, history, lambda run: run.articles - run.conflicts)
    if drop:
        share, usual, pool = drop
        bad, before = percent(1 - share), percent(1 - usual)
        text = f"{site}: dates disagree in {bad} of {pool} articles, {before} before"
        yield Alarm("conflicts", text + _example(now, "conflicts"))


def _length(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    teaching = [run for run in _teaching("length", now, history) if run.body_length > 0]
    if len(teaching) < _FEWEST_RUNS or now.articles < _FEWEST_RUNS or now.body_length <= 0:
        return
    logs = [math.log(run.body_length) for run in teaching]
    usual, scatter = statistics.fmean(logs), statistics.pstdev(logs)
    change = abs(math.log(now.body_length) - usual)
    if change > max(-math.log(_LENGTH_FLOOR), SIGMAS * scatter):
        yield Alarm(
            "length",
            f"{site}: texts have {now.body_length:.0f} characters (median of {now.articles}),"
            f" {math.exp(usual):.0f} before",
        )


def _failures(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    """An alarm for each reason that more pages fail for than usual, else one for all reasons together."""
    found = [alarm for reason in now.failed for alarm in _failing(site, now, history, (reason,))]
    pages = tuple(reason for reason in now.failed if reason not in _NO_PAGES)
    yield from found or (_failing(site, now, history, pages) if len(pages) > 1 else ())


def _failing(
    site: str, now: Measures, history: Sequence[Measures], reasons: tuple[str, ...]
) -> Iterator[Alarm]:
    alone = reasons[0] if len(reasons) == 1 else ""
    measure = f"failed-{alone}" if alone else "failed"
    teaching = _teaching(measure, now, history)
    count = _failed(now, reasons)
    if len(teaching) < _FEWEST_RUNS or count < _FAILED_FLOOR:
        return
    shares = [_failed_share(run, reasons) for run in teaching]
    share, usual = _failed_share(now, reasons), statistics.fmean(shares)
    scatter = math.sqrt(usual * (1 - usual) / (now.articles + count) + statistics.pstdev(shares) ** 2)
    if share - usual > max(_FAILED_SHARE_FLOOR, SIGMAS * scatter):
        why = f"for the reason {alone}" if alone else f"for the reasons {', '.join(sorted(reasons))}"
        text = f"{site}: {percent(share)} of pages failed {why}, {percent(usual)} before"
        yield Alarm(measure, text + _example(now, measure))


def _failed(run: Measures, reasons: Sequence[str]) -> int:
    return sum(run.failed.get(reason, 0) for reason in reasons)


def _failed_share(run: Measures, reasons: Sequence[str]) -> float:
    failed = _failed(run, reasons)
    return failed / (run.articles + failed) if failed else 0.0


def _listed(site: str, now: Measures, history: Sequence[Measures]) -> Iterator[Alarm]:
    """What the site lists, known articles too, does not change with the hour or the day of the week."""
    teaching = [run for run in _teaching("listed", now, history) if run.complete and run.listed]
    if len(teaching) < _FEWEST_RUNS or not (now.complete and now.listed):
        return
    usual = statistics.median(run.listed for run in teaching[-_LISTED_RUNS:])
    if usual >= _LISTED_FLOOR and now.listed < _LISTED_SHARE * min(usual, teaching[-1].listed):
        text = (
            f"{site}: its listings name {articles_of(now.listed)}, known ones too; about {usual:.0f} before"
        )
        yield Alarm("listed", text)


def _missing(site: str, now: Measures, _: Sequence[Measures]) -> Iterator[Alarm]:
    """Compares a run with what the site itself lists: it needs no earlier runs."""
    if now.complete and now.missing >= _MISSING_FLOOR and now.missing > _MISSING_SHARE * now.articles:
        yield Alarm(
            "missing",
            f"{site}: {now.missing} of the addresses that its listings name were neither stored nor refused",
        )


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
    limit = max(_SHARE_FLOOR, SIGMAS * math.sqrt(smooth * (1 - smooth) / number + scatter**2))
    return (share, usual, number) if usual - share > limit else None


def _pool(now: Measures, history: Sequence[Measures]) -> tuple[list[Measures], Sequence[Measures]]:
    """The latest runs with articles enough to judge by, and the runs before them."""
    pooled, before = [now], list(history)
    while sum(run.articles for run in pooled) < _POOL and len(pooled) < _FEWEST_RUNS and before:
        pooled.append(before.pop())
    return pooled, before


def _teaching(measure: str, now: Measures, history: Sequence[Measures]) -> list[Measures]:
    return [run for run in history if measure not in run.alarmed or now.started - run.started > UNLEARNED]


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
    rule, is_rule, selector = origin.partition(_RULE)
    lost = f"selector {selector}" if is_rule and not rule else f"'{origin}'"
    return f"; {lost} matched nothing since {day_of(since)}"


def _usual_origin(name: str, runs: Sequence[Measures]) -> str:
    return statistics.mode(run.origins[name] for run in runs)


def _example(now: Measures, name: str) -> str:
    return f"; see {now.examples[name]}" if name in now.examples else ""
