"""The numbers of the report, read from the archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from newscrawl.archive import Archive, Selection
from newscrawl.archive.moments import from_text
from newscrawl.archive.runs import Run
from newscrawl.monitoring.measures import FIELDS, Measures
from newscrawl.monitoring.summary import failures
from newscrawl.record.outcome import ALARM, judge

DELAYS: tuple[tuple[str, float], ...] = (
    ("5 min", 5 / 60),
    ("15 min", 0.25),
    ("1 h", 1),
    ("3 h", 3),
    ("12 h", 12),
    ("1 day", 24),
    ("3 days", 72),
    ("7 days", 168),
    ("longer", float("inf")),
)
"""Upper bounds of the groups of delays, in hours."""

_SECTIONS = 15
_NEWEST = 10
_ALARMS = 50
_TITLE = 200

Condition = tuple[str, list[Any]]
"""A condition on the table ``articles``, and its parameters."""


def figures(
    archive: Archive, *, made: datetime, chosen: Selection | None = None, told: str = ""
) -> dict[str, Any]:
    """Everything that the page shows, as plain JSON values; ``made`` is when it was made.

    Articles are those that ``chosen`` chooses, runs those of its sites in its time; ``told`` says the choice
    in words. The rows of ``daily``, ``coverage``, ``delays`` and ``failures`` begin with the places of their
    site in ``sites`` and of their day in ``days``: an archive of years is a small file then.
    """
    chosen = chosen or Selection()
    with archive.database.snapshot():
        runs = sorted((run for run in archive.runs.all() if _is_meant(run, chosen)), key=lambda run: run.key)
        within = archive.words.condition(chosen)
        by_day: dict[str, Sequence[Sequence[Any]]] = {
            "daily": archive.database.all(
                f"SELECT site, day, count(*) FROM articles WHERE day IS NOT NULL AND {within[0]}"
                " GROUP BY site, day",
                within[1],
            ),
            "delays": list(_delays(archive, within)),
            "coverage": list(_coverage(runs)),
            "failures": list(_failures(runs)),
        }
        return _placed(by_day) | {
            "made": made.isoformat(timespec="minutes"),
            "chosen": told,
            "undated": archive.database.all(
                f"SELECT count(*) FROM articles WHERE day IS NULL AND {within[0]}", within[1]
            )[0][0],
            "delayNames": [name for name, _ in DELAYS],
            "fields": list(FIELDS),
            "sections": _sections(archive, within),
            "copies": _copies(archive, within),
            "runs": _last_runs(runs),
            "alarms": _alarms(runs),
            "newest": _newest(archive, within),
        }


def _placed(by_day: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, Any]:
    """Rows of (site, day, ...) with both given by their places in lists, the oldest days first."""
    rows = [row for found in by_day.values() for row in found]
    sites, days = sorted({row[0] for row in rows}), sorted({row[1] for row in rows})
    site_places = {site: place for place, site in enumerate(sites)}
    day_places = {day: place for place, day in enumerate(days)}
    placed = {
        name: sorted([site_places[site], day_places[day], *more] for site, day, *more in found)
        for name, found in by_day.items()
    }
    return {"sites": sites, "days": days, **placed}


def _is_meant(run: Run, chosen: Selection) -> bool:
    """Whether a run has ended, and is of a site and a time that are chosen."""
    if not run.ended_at or (chosen.sites and run.site not in chosen.sites):
        return False
    since, until = chosen.since, chosen.until
    return (since is None or run.started_at >= since) and (until is None or run.started_at < until)


def _delays(archive: Archive, within: Condition) -> Iterator[list[Any]]:
    """Per site and day of publication: articles by group of delay until they were first seen."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * len(DELAYS))
    rows = archive.database.stream(
        "SELECT site, day, published_at, first_seen FROM articles"
        " WHERE published_at IS NOT NULL AND day IS NOT NULL AND published_precision <> 'day'"
        f" AND {within[0]}",
        within[1],
    )
    for site, day, published, seen in rows:
        hours = (from_text(seen) - from_text(published)).total_seconds() / 3600
        counts[site, day][next(place for place, (_, bound) in enumerate(DELAYS) if hours <= bound)] += 1
    for key, groups in counts.items():
        yield [*key, *groups]


def _coverage(runs: list[Run]) -> Iterator[list[Any]]:
    """Per site and day of crawling: articles, and how many of them had each field."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * (len(FIELDS) + 1))
    for run in runs:
        measures = Measures.from_counts(run.counts, run.started_at)
        if measures and measures.articles:
            row = sums[run.site, _day(run)]
            for place, number in enumerate(
                [measures.articles, *(measures.filled.get(name, 0) for name in FIELDS)]
            ):
                row[place] += number
    for key, row in sums.items():
        yield [*key, *row]


def _failures(runs: list[Run]) -> Iterator[list[Any]]:
    """Failures by site, day of crawling and reason."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for run in runs:
        for reason, count in failures(run.counts).items():
            counts[run.site, _day(run), reason] += int(count)
    for key, count in counts.items():
        yield [*key, count]


def _sections(archive: Archive, within: Condition) -> list[list[Any]]:
    """The largest sections of each site with their numbers of articles."""
    rows = archive.database.all(
        f"SELECT site, section, count(*) AS number FROM articles WHERE section IS NOT NULL AND {within[0]}"
        " GROUP BY site, section ORDER BY site, number DESC, section",
        within[1],
    )
    by_site: dict[str, list[list[Any]]] = defaultdict(list)
    for site, section, number in rows:
        by_site[site].append([site, section[:_TITLE], number])
    return [row for found in by_site.values() for row in found[:_SECTIONS]]


def _copies(archive: Archive, within: Condition) -> list[Any]:
    """Likely origin, site of the copy, day of the copy, how many."""
    return archive.database.all(
        "SELECT origins.site, articles.site, articles.day, count(*) FROM articles"
        " JOIN clusters ON clusters.key = articles.cluster"
        " JOIN articles AS origins ON origins.key = clusters.origin"
        f" WHERE origins.key <> articles.key AND articles.day IS NOT NULL AND {within[0]}"
        " GROUP BY origins.site, articles.site, articles.day"
        " ORDER BY origins.site, articles.site, articles.day",
        within[1],
    )


def _last_runs(runs: list[Run]) -> list[list[Any]]:
    """The last run of each site: when, state, note, new articles, failures."""
    last = {run.site: run for run in runs}
    rows = []
    for site, run in sorted(last.items()):
        outcome = judge(site, run.counts)
        new, failed = run.counts.get("newscrawl/archive/new", 0), sum(failures(run.counts).values())
        rows.append([site, run.started_at.isoformat(), outcome.state, outcome.note, new, failed])
    return rows


def _alarms(runs: Sequence[Run]) -> list[list[Any]]:
    """Alarms, the latest first: site, since when, until when, in how many runs, and the last line.

    The same alarm in one run of the site after another is one.
    """
    ended: list[list[Any]] = []
    going_on: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    for run in runs:
        before, now = going_on[run.site], run.started_at.isoformat()
        raised = {name: str(text) for name, text in sorted(run.counts.items()) if name.startswith(ALARM)}
        ended += [row for name, row in before.items() if name not in raised]
        going_on[run.site] = {
            name: [
                run.site,
                before[name][1] if name in before else now,
                now,
                before[name][3] + 1 if name in before else 1,
                text,
            ]
            for name, text in raised.items()
        }
    ended += [row for rows in going_on.values() for row in rows.values()]
    return sorted(ended, key=lambda row: row[2], reverse=True)[:_ALARMS]


def _newest(archive: Archive, within: Condition) -> list[Any]:
    """The newest articles of each site, so that a chosen site has some, the newest of all first."""
    rows = archive.database.all(
        "SELECT site, published_at, title, url FROM (SELECT *, row_number() OVER"
        " (PARTITION BY site ORDER BY published_at DESC, key) AS place FROM articles"
        f" WHERE published_at IS NOT NULL AND {within[0]}) AS ranked WHERE place <= {_NEWEST}"
        " ORDER BY published_at DESC",
        within[1],
    )
    return [[site, published, (title or "")[:_TITLE], url] for site, published, title, url in rows]


def _day(run: Run) -> str:
    return run.started_at.date().isoformat()
