"""How the crawl of a site ended, and what that means for the exit status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal

State = Literal["fine", "failed", "held", "alarm", "storage"]

_FINE_REASONS = {
    "finished": "",
    "closespider_timeout": "stopped at its time budget",
    "closespider_itemcount": "stopped at its limit",
    "shutdown": "stopped by a signal",
}
_BAD_REASONS = {
    "stalled": "nothing came for too long",
    "challenge": "the site answers with challenges",
    "told_to_wait": "the site asked to wait longer than allowed",
    "memusage_exceeded": "out of the memory it may use",
}
STORAGE_REASON = "storage"
"""The reason with which a spider is closed when the archive cannot be written."""


class ExitStatus(IntEnum):
    """What the exit status of ``crawl`` and ``run`` means."""

    FINE = 0
    SOME_FAILED = 1
    BAD_USAGE = 2
    ALARMS = 3
    ALL_HELD = 4
    STORAGE = 5


@dataclass(slots=True)
class Outcome:
    """One site's crawl: its state, a note for people, and Scrapy's statistics."""

    site: str
    state: State
    note: str = ""
    stats: Mapping[str, Any] = field(default_factory=dict)


def judge(site: str, stats: Mapping[str, Any]) -> Outcome:
    """The outcome of a crawl that ran, from its statistics."""
    reason = str(stats.get("finish_reason", "never started"))
    if reason == STORAGE_REASON:
        return Outcome(site, "storage", "the archive could not be written", stats)
    if reason not in _FINE_REASONS:
        return Outcome(site, "failed", _BAD_REASONS.get(reason, reason), stats)
    if stats.get("newscrawl/failed/listing") and not stats.get("newscrawl/articles"):
        return Outcome(site, "failed", "nothing was found, and listings failed", stats)
    return Outcome(site, "fine", _FINE_REASONS[reason], stats)


def exit_status(outcomes: Iterable[Outcome]) -> ExitStatus:
    """The exit status of a run over several sites: the worst that must be acted on."""
    states = {outcome.state for outcome in outcomes}
    if "storage" in states:
        return ExitStatus.STORAGE
    if "failed" in states:
        return ExitStatus.SOME_FAILED
    if "alarm" in states:
        return ExitStatus.ALARMS
    return ExitStatus.ALL_HELD if states == {"held"} else ExitStatus.FINE
