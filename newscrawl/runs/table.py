"""The last screen of a run: a table with a line a site."""

from __future__ import annotations

from collections.abc import Sequence

from newscrawl.monitoring.summary import failures, printable
from newscrawl.runs.outcome import STATES, Outcome

_HEAD = ("site", "state", "found", "new", "updated", "copies", "failed", "seconds", "note")


def table_lines(outcomes: Sequence[Outcome]) -> list[str]:
    """An aligned table of ``outcomes``, their alarms, and their sums."""
    rows = [_HEAD, *(_row(outcome) for outcome in outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    alarms = [f"ALARM {printable(alarm)}" for outcome in outcomes for alarm in outcome.alarms]
    return [*(line.rstrip() for line in lines), *([""] if alarms else []), *alarms, "", sum_line(outcomes)]


def sum_line(outcomes: Sequence[Outcome]) -> str:
    """The sums of a run."""
    articles = sum(outcome.stats.get("newscrawl/articles", 0) for outcome in outcomes)
    failed = sum(sum(failures(outcome.stats).values()) for outcome in outcomes)
    counts = {state: sum(outcome.state == state for outcome in outcomes) for state in STATES}
    states = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
    sites = f"{len(outcomes)} site{'s' if len(outcomes) != 1 else ''}"
    return f"{sites} ({states}), {articles} articles, {failed} failures"


def _row(outcome: Outcome) -> tuple[str, ...]:
    stats = outcome.stats
    by_reason = failures(stats)
    reasons = ", ".join(f"{reason} {count}" for reason, count in by_reason.items())
    note = [outcome.note] * bool(outcome.note) + [f"{len(outcome.alarms)} alarms"] * bool(outcome.alarms)
    return (
        outcome.site,
        outcome.state,
        str(stats.get("newscrawl/articles", 0)),
        str(stats.get("newscrawl/archive/new", 0)),
        str(stats.get("newscrawl/archive/updated", 0)),
        str(stats.get("newscrawl/archive/copies", 0)),
        str(sum(by_reason.values())) + (f" ({reasons})" if reasons else ""),
        f"{stats.get('elapsed_time_seconds', 0.0):.0f}",
        printable("; ".join(note)),
    )
