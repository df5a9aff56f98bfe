"""The numbers of the report, read from the archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from newscrawl.archive import Archive
from newscrawl.archive.moments import from_text
from newscrawl.archive.runs import Run
from newscrawl.monitoring.measures import FIELDS, Measures
from newscrawl.monitoring.summary import failures
from newscrawl.runs.outcome import judge

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
_NEWEST = 40
_ALARMS = 50
_TITLE = 200


def figures(archive: Archive, *, made: datetime) -> dict[str, Any]:
    """Everything that the page shows, as plain JSON values; ``made`` is when it was made."""
    with archive.database.snapshot():
        runs = sorted((run for run in archive.runs.all() if run.ended_at), key=lambda run: run.key)
        return {
            "made": made.isoformat(timespec="minutes"),
            "sites": [
                row[0] for row in archive.database.all("SELECT DISTINCT site FROM articles ORDER BY site")
            ],
            "daily": archive.database.all(
                "SELECT site, day, count(*) FROM articles WHERE day IS NOT NULL"
                " GROUP BY site, day ORDER BY day"
            ),
            "undated": archive.database.all("SELECT count(*) FROM articles WHERE day IS NULL")[0][0],
            "delayNames": [name for name, _ in DELAYS],
            "delays": _delays(archive),
            "fields": list(FIELDS),
            "coverage": list(_coverage(runs)),
            "failures": list(_failures(runs)),
            "sections": _sections(archive),
            "copies": _copies(archive),
            "runs": _last_runs(runs),
            "alarms": list(_alarms(runs))[-_ALARMS:][::-1],
            "newest": _newest(archive),
        }


def _delays(archive: Archive) -> list[list[Any]]:
    """Articles by site, day of publication and group of delay until they were first seen."""
    counts: Counter[tuple[str, str, int]] = Counter()
    rows = archive.database.stream(
        "SELECT site, day, published_at, first_seen FROM articles"
        " WHERE published_at IS NOT NULL AND day IS NOT NULL AND published_precision <> 'day'"
    )
    for site, day, published, seen in rows:
        hours = (from_text(seen) - from_text(published)).total_seconds() / 3600
        group = next(place for place, (_, bound) in enumerate(DELAYS) if hours <= bound)
        counts[site, day, group] += 1
    return [[*key, count] for key, count in sorted(counts.items())]


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
    for (site, day), row in sorted(sums.items(), key=lambda item: item[0][1]):
        yield [site, day, *row]


def _failures(runs: list[Run]) -> Iterator[list[Any]]:
    """Failures by site, day of crawling and reason."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for run in runs:
        for reason, count in failures(run.counts).items():
            counts[run.site, _day(run), reason] += int(count)
    for key, count in sorted(counts.items()):
        yield [*key, count]


def _sections(archive: Archive) -> list[list[Any]]:
    """The largest sections of each site with their numbers of articles."""
    rows = archive.database.all(
        "SELECT site, section, count(*) AS number FROM articles WHERE section IS NOT NULL"
        " GROUP BY site, section ORDER BY site, number DESC"
    )
    by_site: dict[str, list[list[Any]]] = defaultdict(list)
    for site, section, number in rows:
        by_site[site].append([site, section[:_TITLE], number])
    return [row for found in by_site.values() for row in found[:_SECTIONS]]


def _copies(archive: Archive) -> list[Any]:
    """Likely origin, site of the copy, day of the copy, how many."""
    return archive.database.all(
        "SELECT origins.site, articles.site, articles.day, count(*) FROM articles"
        " JOIN clusters ON clusters.key = articles.cluster"
        " JOIN articles AS origins ON origins.key = clusters.origin"
        " WHERE origins.key <> articles.key AND articles.day IS NOT NULL"
        " GROUP BY origins.site, articles.site, articles.day"
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


def _alarms(runs: list[Run]) -> Iterator[list[Any]]:
    for run in runs:
        for text in judge(run.site, run.counts).alarms:
            yield [run.site, run.started_at.isoformat(), text]


def _newest(archive: Archive) -> list[Any]:
    rows = archive.database.all(
        "SELECT site, published_at, title, url FROM articles WHERE published_at IS NOT NULL"
        f" ORDER BY published_at DESC LIMIT {_NEWEST}"
    )
    return [[site, published, (title or "")[:_TITLE], url] for site, published, title, url in rows]


def _day(run: Run) -> str:
    return run.started_at.date().isoformat()
