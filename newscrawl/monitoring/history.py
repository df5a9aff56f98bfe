"""What the archive knows of a site's earlier runs."""

from __future__ import annotations

from newscrawl.archive import Archive
from newscrawl.archive.runs import Run
from newscrawl.monitoring.measures import Measures
from newscrawl.record.outcome import judge


def last_with_articles(archive: Archive, site: str) -> Measures | None:
    """The measures of the site's last run that stored articles and raised no alarm."""
    for run in sorted(archive.runs.all(site), key=lambda run: run.key, reverse=True):
        measures = Measures.from_counts(run.counts, run.started_at)
        if measures and measures.articles and not measures.alarmed:
            return measures
    return None


def troubled_sites(archive: Archive) -> list[str]:
    """The sites whose last run that ended failed or raised alarms."""
    last: dict[str, Run] = {}
    for run in sorted(archive.runs.all(), key=lambda run: run.key):
        if run.ended_at:
            last[run.site] = run
    return sorted(site for site, run in last.items() if judge(site, run.counts).state in ("failed", "alarm"))
