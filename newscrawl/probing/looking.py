"""Looks at sites as they are now, each under its lock, and leaves no trace in the archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrapy import Spider, signals
from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.settings import BaseSettings

from newscrawl import settings as defaults
from newscrawl.archive import ArchiveError
from newscrawl.engine.statistics import statistics_of
from newscrawl.probing.examination import Examination, Examining, examining
from newscrawl.record.outcome import SHUTDOWN_REASON, judge
from newscrawl.runs.session import Session
from newscrawl.spiders.base import NewsSpider

_TRACES = ("newscrawl.engine.memory.extension.ArchiveExtension", "newscrawl.engine.watching.watch.Watch")

_CUT_OFF = {"closespider_timeout": "its time was up", SHUTDOWN_REASON: "stopped by a signal"}


def cut_off(crawler: Crawler) -> str:
    """Why a look that has ended is not whole: its time was up, or a signal came; empty if it is."""
    stats = statistics_of(crawler)
    # A second signal ends the process before a reason is noted.
    usual = SHUTDOWN_REASON if "start_time" in stats else ""
    return _CUT_OFF.get(stats.get("finish_reason", usual), "")


def interrupted(crawler: Crawler) -> bool:
    """Whether a signal ended a look."""
    return cut_off(crawler) == _CUT_OFF[SHUTDOWN_REASON]


def leave_no_trace(settings: BaseSettings) -> None:
    """Switch off what stores articles and runs; a feed that somebody asked for stays."""
    extensions = {**settings.getdict("EXTENSIONS"), **dict.fromkeys(_TRACES)}
    settings.set("EXTENSIONS", extensions, "cmdline")
    named = {place: how for place, how in settings.getdict("FEEDS").items() if place not in defaults.FEEDS}
    settings.set("FEEDS", named, "cmdline")


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a site: what was seen of it, or why nobody looked, such as that a run holds it.

    ``note`` may stand beside an ``examination`` too: why that ended early. ``unfinished`` says that this was
    for want of time, or by a signal: it says nothing of the site.
    """

    site: str
    examination: Examination | None
    note: str = ""
    unfinished: bool = False


def look_at(
    sites: Sequence[str],
    process: CrawlerProcessBase,
    data: str | Path,
    *,
    at_once: int = 0,
    site_budget: float | None = None,
    told: Callable[[Looked], None] | None = None,
) -> list[Looked]:
    """An examination of each site that no run holds.

    ``at_once`` sites are looked at side by side, 0 for all; each may take ``site_budget`` seconds. ``told``
    is called as soon as a site is done with.

    Raises:
        ArchiveError: the data folder or base ``data`` cannot be written.
    """
    looking = _Looking(process, told)
    session = Session(
        process,
        data,
        site_budget=site_budget,
        at_once=at_once,
        on_start=looking.listen,
        can_overstay=False,
        spider_class=looking.spider,
    )
    for site in sites:
        session.add(site, {})
    for outcome in session.run():
        if outcome.site not in looking.seen:
            if outcome.state == "storage":
                raise ArchiveError(outcome.note)
            looking.note(Looked(outcome.site, None, outcome.note))
    return [looking.seen[site] for site in sites]


class _Looking:
    """Makes the spiders that look, and notes what each has seen as soon as it ends."""

    def __init__(self, process: CrawlerProcessBase, told: Callable[[Looked], None] | None) -> None:
        self.seen: dict[str, Looked] = {}
        self._process = process
        self._told = told
        self._ears: list[Callable[[], None]] = []

    def spider(self, site: str) -> type[Spider]:
        """What looks at a site."""
        known = self._process.spider_loader.load(site)
        assert issubclass(known, NewsSpider)
        return examining(known)

    def listen(self, site: str, crawler: Crawler) -> None:
        """Note what ``crawler`` has seen when it ends."""

        def end() -> None:
            outcome = judge(site, statistics_of(crawler))
            cut_off = _CUT_OFF.get(outcome.stats.get("finish_reason", ""), "")
            why = cut_off or (outcome.note if outcome.state == "failed" else "")
            self.note(Looked(site, _seen(site, crawler), why, bool(cut_off)))

        self._ears.append(end)  # Scrapy's dispatcher keeps weak references
        crawler.signals.connect(end, signal=signals.engine_stopped)

    def note(self, looked: Looked) -> None:
        """Keep what came of a site, and tell it."""
        self.seen[looked.site] = looked
        if self._told:
            self._told(looked)


def _seen(site: str, crawler: Crawler) -> Examination:
    spider = crawler.spider
    seen = getattr(spider, "examination", None) if isinstance(spider, Examining) else None
    return seen or Examination(site)
