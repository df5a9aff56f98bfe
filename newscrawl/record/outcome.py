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
FEED_FAILED = "feedexport/failed_count/"
"""How the names of the statistics begin that count feeds which could not be written."""

OWED = "newscrawl/owed"
"""Statistic: the feeds, as JSON, that did not get what the run stored; a later run makes up for it."""

STORAGE_REASON = "storage"
"""The reason with which a spider is closed when the archive cannot be written."""


_FAILED = "newscrawl/failed/"
_STORAGE_FAILED = "newscrawl/failed/storage"
_NO_PAGES = frozenset({"listing", "storage"})
_ENOUGH_TO_TELL = 3
"""So many pages that fail alike are more than a dead link or two."""

_MANY = 10
"""From so many pages on, more than half without an article is a fault of the whole."""

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
    if reason == STORAGE_REASON or stats.get(_STORAGE_FAILED):
        return Outcome(site, "storage", "the archive could not be used", stats)
    if any(name.startswith(FEED_FAILED) for name in stats):
        return Outcome(site, "storage", "an output could not be written; export gives what is stored", stats)
    if reason not in _FINE_REASONS:
        return Outcome(site, "failed", _BAD_REASONS.get(reason, str(reason)), stats)
    if reason != SHUTDOWN_REASON and (
        why := _broken(stats) or _found_no_way(stats) or _few_pages(stats) or _no_answer(stats)
    ):
        return Outcome(site, "failed", "; ".join(filter(None, (why, _moved_to(stats)))), stats)
    alarms = tuple(str(value) for name, value in stats.items() if name.startswith(ALARM))
    silent = "nothing was found" if stats.get(_NOTHING) and not stats.get("newscrawl/articles") else ""
    note = "; ".join(filter(None, (_FINE_REASONS[reason], silent)))
    return Outcome(site, "alarm" if alarms else "fine", note, stats, alarms)


def failed_as_a_whole(stats: Mapping[str, Any]) -> bool:
    """Whether so many pages gave no article that the site is at fault, and not the pages."""
    failed, asked = _failed_pages(stats)
    return failed >= _ENOUGH_TO_TELL and 2 * failed > asked


def _broken(stats: Mapping[str, Any]) -> str:
    """How many articles a pipeline stumbled over, which is somebody's fault in code; "" where none."""
    count = stats.get("newscrawl/failed/pipeline", 0)
    return f"{count} article{'s' * (count > 1)} broke a pipeline; the log has the errors" if count else ""


def _found_no_way(stats: Mapping[str, Any]) -> str:
    """Why the site's articles cannot be found at all; "" where they can, or where few were asked for."""
    if stats.get("newscrawl/articles"):
        return ""
    answered = any(stats.get(f"newscrawl/listings/{answer}") for answer in ("read", "unchanged"))
    if stats.get("newscrawl/failed/listing") and not answered:
        counts = _by_reason(stats, "newscrawl/listings/failed/")
        return f"every listing failed: {_named(counts)}" if counts else "every listing failed"
    everything = stats.get("newscrawl/measure/complete")
    if not (stats.get(_NOTHING) and everything):
        return ""
    shells = stats.get("newscrawl/listings/failed/needs-browser")
    return "no feed, sitemap or listing names an article" + (f": needs-browser {shells}" if shells else "")


def _few_pages(stats: Mapping[str, Any]) -> str:
    """Why too few of the pages that were asked for gave an article; "" where enough did.

    One or two dead links among articles that are known are the web as it is.
    """
    failed, asked = _failed_pages(stats)
    reasons = _by_reason(stats, _FAILED)
    if not failed:
        return ""
    lives = any(stats.get(f"newscrawl/{sign}") for sign in ("discovery/known", "listings/unchanged"))
    if failed == asked and (failed >= _ENOUGH_TO_TELL or not lives):
        return f"none of {asked} page{'s' * (asked > 1)} gave an article: {_named(reasons)}"
    if asked >= _MANY and 2 * failed > asked:
        return f"{failed} of {asked} pages gave no article: {_named(reasons)}"
    return ""


def _no_answer(stats: Mapping[str, Any]) -> str:
    """That no server answered at all, which plain spiders of Scrapy count nowhere else; "" where one did."""
    asked = stats.get("downloader/request_count", 0)
    silent = stats.get("downloader/exception_count") and not stats.get("downloader/response_count")
    return f"none of {asked} request{'s' * (asked > 1)} was answered" if silent else ""


def _failed_pages(stats: Mapping[str, Any]) -> tuple[int, int]:
    """How many pages gave no article, and how many were asked for."""
    failed = sum(_by_reason(stats, _FAILED).values())
    read = stats.get("newscrawl/articles", 0) + stats.get("newscrawl/archive/unchanged", 0)
    return failed, failed + read + sum(_by_reason(stats, "newscrawl/unwanted/").values())


def _by_reason(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    counts = {name.removeprefix(prefix): count for name, count in stats.items() if name.startswith(prefix)}
    return {reason: count for reason, count in counts.items() if reason not in _NO_PAGES}


def _named(counts: Mapping[str, int]) -> str:
    """Reasons with their counts, the chief one first."""
    return ", ".join(f"{reason} {count}" for reason, count in sorted(counts.items(), key=lambda p: -p[1]))


def _moved_to(stats: Mapping[str, Any]) -> str:
    """Where the site has gone, if its pages lead to another domain."""
    counts = _by_reason(stats, "newscrawl/moved/")
    return f"moved to {max(counts, key=lambda domain: counts[domain])}?" if counts else ""


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
