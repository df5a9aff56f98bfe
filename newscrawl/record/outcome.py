"""How the crawl of a site ended, and what that means for the exit status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal, get_args

State = Literal["fine", "failed", "held", "alarm", "storage"]
STATES: tuple[State, ...] = get_args(State)

SHUTDOWN_REASON = "shutdown"
"""The reason with which Scrapy closes a spider after a signal."""

_FINE_REASONS = {
    "finished": "",
    "closespider_timeout": "stopped at its time budget",
    "closespider_itemcount": "stopped at its limit",
    SHUTDOWN_REASON: "stopped by a signal",
}
_BAD_REASONS = {
    "stalled": "nothing came for too long",
    "challenge": "the site answers with challenges",
    "crawl_delay": "robots.txt asks for longer pauses between requests than the run can make",
    "told_to_wait": "the site asked to wait longer than allowed",
    "memusage_exceeded": "out of the memory it may use",
}
_NOTHING = "newscrawl/discovery/nothing"
_FEED_FAILED = "feedexport/failed_count/"
STORAGE_REASON = "storage"
"""The reason with which a spider is closed when the archive cannot be written."""


ALARM = "newscrawl/alarm/"
"""How the names of the statistics begin that hold alarms."""


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
    """One site's crawl: its state, a note for people, Scrapy's statistics, and the alarms it raised."""

    site: str
    state: State
    note: str = ""
    stats: Mapping[str, Any] = field(default_factory=dict)
    alarms: tuple[str, ...] = ()


def judge(site: str, stats: Mapping[str, Any]) -> Outcome:
    """The outcome of a crawl that ran, from its statistics."""
    reason = stats.get("finish_reason")
    if reason is None:
        return Outcome(site, "failed", "cut off" if stats.get("start_time") else "never started", stats)
    if reason == STORAGE_REASON:
        return Outcome(site, "storage", "the archive could not be written", stats)
    if any(name.startswith(_FEED_FAILED) for name in stats):
        return Outcome(site, "storage", "an output could not be written; export gives what is stored", stats)
    if reason not in _FINE_REASONS:
        return Outcome(site, "failed", _BAD_REASONS.get(reason, str(reason)), stats)
    if reason != SHUTDOWN_REASON and (why := _found_no_way(stats) or _none_of_the_list(stats)):
        return Outcome(site, "failed", why, stats)
    alarms = tuple(str(value) for name, value in stats.items() if name.startswith(ALARM))
    silent = "nothing was found" if stats.get(_NOTHING) and not stats.get("newscrawl/articles") else ""
    note = "; ".join(filter(None, (_FINE_REASONS[reason], silent)))
    return Outcome(site, "alarm" if alarms else "fine", note, stats, alarms)


def _found_no_way(stats: Mapping[str, Any]) -> str:
    """Why the site's articles cannot be found at all; "" where they can, or where few were asked for."""
    if stats.get("newscrawl/articles"):
        return ""
    answered = any(stats.get(f"newscrawl/listings/{answer}") for answer in ("read", "unchanged"))
    if stats.get("newscrawl/failed/listing") and not answered:
        return "every listing failed"
    everything = stats.get("newscrawl/measure/complete")
    return "no feed, sitemap or listing names an article" if stats.get(_NOTHING) and everything else ""


def _none_of_the_list(stats: Mapping[str, Any]) -> str:
    """Why a list of addresses was asked for in vain; "" where any of them gave an article or is known."""
    asked = stats.get("newscrawl/urls/asked")
    if not asked or stats.get("newscrawl/articles"):
        return ""
    failed = sum(count for name, count in stats.items() if name.startswith("newscrawl/failed/"))
    return "none of the addresses gave an article" if failed >= asked else ""


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
