"""The last screen of a run: a table with a line a site."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from newscrawl.monitoring.summary import failed_text, failures
from newscrawl.record.outcome import STATES, Outcome
from newscrawl.record.printable import printable

_HEAD = ("site", "state", "found", "new", "updated", "copies", "failed", "seconds", "note")
_NUMBERS = _HEAD[2:-1]
_NARROWEST_NOTE = 20


def table_lines(outcomes: Sequence[Outcome], *, width: int | None = None) -> list[str]:
    """An aligned table of ``outcomes``, their alarms, and their sums.

    Notes go on below themselves where a line is longer than ``width``.
    """
    rows = [_HEAD, *(_row(outcome) for outcome in outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD) - 1)]
    lines = [line for row in rows for line in _lines(row, widths, width)]
    alarms = [f"ALARM {printable(alarm)}" for outcome in outcomes for alarm in outcome.alarms]
    return [*lines, *([""] if alarms else []), *alarms, "", sum_line(outcomes)]


def sum_line(outcomes: Sequence[Outcome]) -> str:
    """The sums of a run."""
    articles = sum(outcome.stats.get("newscrawl/articles", 0) for outcome in outcomes)
    failed = sum(sum(failures(outcome.stats).values()) for outcome in outcomes)
    counts = {state: sum(outcome.state == state for outcome in outcomes) for state in STATES}
    states = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
    sites = f"{len(outcomes)} site{'s' if len(outcomes) != 1 else ''}"
    return f"{sites} ({states}), {articles} articles, {failed} failures"


def _lines(row: Sequence[str], widths: Sequence[int], width: int | None) -> list[str]:
    *cells, note = row
    begin = "".join(
        (cell.rjust(size) if head in _NUMBERS else cell.ljust(size)) + "  "
        for head, cell, size in zip(_HEAD, cells, widths, strict=False)
    )
    room = max(width - len(begin), _NARROWEST_NOTE) if width else max(len(note), 1)
    first, *more = textwrap.wrap(note, room, break_on_hyphens=False) or [""]
    return [(begin + first).rstrip(), *(" " * len(begin) + line for line in more)]


def _row(outcome: Outcome) -> tuple[str, ...]:
    stats = outcome.stats
    number, _, reasons = failed_text(stats).partition(" ")
    alarms = len(outcome.alarms)
    notes = (outcome.note, f"{alarms} alarm{'s' * (alarms > 1)}" * bool(alarms), reasons.strip("()"))
    return (
        outcome.site,
        outcome.state,
        str(stats.get("newscrawl/articles", 0)),
        str(stats.get("newscrawl/archive/new", 0)),
        str(stats.get("newscrawl/archive/updated", 0)),
        str(stats.get("newscrawl/archive/copies", 0)),
        number,
        f"{stats.get('elapsed_time_seconds', 0.0):.0f}",
        printable("; ".join(filter(None, notes))),
    )
