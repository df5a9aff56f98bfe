"""A session: one or many sites crawled in one process, each under its lock."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from scrapy import Spider, signals
from scrapy.crawler import Crawler, CrawlerProcessBase
from twisted.internet.defer import Deferred

from newscrawl.archive import ArchiveError
from newscrawl.engine.readers import close_readers
from newscrawl.engine.statistics import statistics_of
from newscrawl.record.addresses import registered_domain
from newscrawl.record.outcome import SHUTDOWN_REASON, Outcome, judge
from newscrawl.runs.locks import LockedError, site_lock
from newscrawl.runs.startup import hang_up_as_terminate, run_until_done, spare_collector
from newscrawl.sites.book import book

logger = logging.getLogger(__name__)

RUN_ID = "newscrawl/run"
"""Statistic that names the session; the archive keeps it with each site's run."""

_SOON = 1.0
"""Seconds below which it is not worth to begin a site."""


@dataclass(slots=True, weakref_slot=True)
class Session:
    """Takes each site's lock, crawls what it got, and says how each ended.

    ``data`` is the data folder, or the base of a server. ``budget`` are the seconds that the whole session
    may take, ``site_budget`` those of each site. No more than ``at_once`` sites are crawled side by side; the
    others wait for one to end. ``run_id`` names the session in logs and in the archive. Without
    ``can_overstay`` nobody takes the process for hung when a site has had its time, since it crawls others
    beside it. ``spider_class`` makes the spider of a site by its name; without it that is the site's own.
    """

    process: CrawlerProcessBase
    data: str | Path
    budget: float | None = None
    site_budget: float | None = None
    at_once: int = 0
    run_id: str = field(default_factory=lambda: uuid4().hex[:12])
    on_start: Callable[[str, Crawler], None] | None = None
    can_overstay: bool = True
    spider_class: Callable[[str], type[Spider]] | None = None
    crawlers: dict[str, Crawler] = field(default_factory=dict)
    _begun: float = field(default_factory=time.monotonic)
    _order: list[str] = field(default_factory=list)
    _waiting: deque[tuple[str, dict[str, str]]] = field(default_factory=deque)
    _others: dict[str, Outcome] = field(default_factory=dict)
    _locks: list[ExitStack] = field(default_factory=list)
    _broken: dict[str, str] = field(default_factory=dict)
    _running: int = 0
    _crawls: set[asyncio.Future[None]] = field(default_factory=set)

    def add(self, site: str, arguments: dict[str, str]) -> None:
        """Let ``site`` be crawled: now where there is room, else when another has ended."""
        self._order.append(site)
        self._waiting.append((site, arguments))
        self._fill()

    def run(self) -> list[Outcome]:
        """Crawl all that was added, and return every site's outcome in the order of adding."""
        try:
            if self.crawlers:
                spare_collector()
                hang_up_as_terminate()
                run_until_done(self.process)
        finally:
            close_readers()
            self._unlock()
        return self._judged()

    async def crawled(self) -> list[Outcome]:
        """As :meth:`run`, in an event loop that runs already and goes on afterwards."""
        try:
            while self._crawls:
                await asyncio.wait(self._crawls)
        finally:
            self._unlock()
        return self._judged()

    def _unlock(self) -> None:
        for lock in self._locks:
            lock.close()

    def _judged(self) -> list[Outcome]:
        for site, _ in self._waiting:
            self._others[site] = Outcome(site, "failed", self._why_not_begun())
        for site, crawler in self.crawlers.items():
            outcome = judge(site, statistics_of(crawler))
            if site in self._broken and outcome.state != "storage":
                outcome = replace(outcome, state="failed", note=self._broken[site])
            self._others[site] = outcome
        return [self._others[site] for site in self._order]

    @property
    def waiting(self) -> int:
        """How many sites have not begun."""
        return len(self._waiting)

    def _fill(self) -> None:
        while self._waiting and not self._full() and not self._over():
            self._begin(*self._waiting.popleft())

    def _full(self) -> bool:
        return bool(self.at_once) and self._running >= self.at_once

    def _over(self) -> bool:
        left = self._left()
        return self._stopped() or (left is not None and left < _SOON)

    def _stopped(self) -> bool:
        return any(
            statistics_of(crawler).get("finish_reason") == SHUTDOWN_REASON
            for crawler in self.crawlers.values()
        )

    def _left(self) -> float | None:
        """The seconds left for a site that begins now."""
        session = self.budget - (time.monotonic() - self._begun) if self.budget else None
        limits = [limit for limit in (session, self.site_budget) if limit is not None]
        return min(limits, default=None)

    def _why_not_begun(self) -> str:
        return "not begun: stopped by a signal" if self._stopped() else "not begun: no time was left for it"

    def _begin(self, site: str, arguments: dict[str, str]) -> None:
        lock, left = ExitStack(), self._left()
        try:
            for name in lock_names(*spider_of(site, arguments)):
                lock.enter_context(site_lock(self.data, name, budget=left if self.can_overstay else None))
        except LockedError as error:
            lock.close()
            self._others[site] = Outcome(site, "held", str(error))
            return
        except (ArchiveError, OSError) as error:
            lock.close()
            self._others[site] = Outcome(site, "storage", _storage_trouble(error))
            return
        spider, arguments = spider_of(site, arguments)
        crawler = self.process.create_crawler(self.spider_class(spider) if self.spider_class else spider)
        if left:
            crawler.settings.set("CLOSESPIDER_TIMEOUT", left, priority="cmdline")
        # The dispatcher keeps weak references: the stack must live in the session.
        self._locks.append(lock)
        crawler.signals.connect(lock.close, signal=signals.engine_stopped)
        crawler.signals.connect(self._mark, signal=signals.spider_opened)
        self.crawlers[site] = crawler
        self._running += 1
        if self.on_start:
            self.on_start(site, crawler)
        crawling = self.process.crawl(crawler, **arguments)
        if isinstance(crawling, Deferred):
            crawling.addBoth(self._ended)
        else:
            task = asyncio.ensure_future(crawling)
            self._crawls.add(task)
            task.add_done_callback(partial(self._note_error, site))
            task.add_done_callback(self._ended)

    def _note_error(self, site: str, task: asyncio.Future[None]) -> None:
        """Keep why a crawl came to nothing, as by a pipeline that cannot open."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            logger.error("%s: the crawl broke off", site, exc_info=error)
            self._broken[site] = f"broke off: {type(error).__name__}: {error}"

    def _mark(self, spider: Spider) -> None:
        assert spider.crawler.stats is not None
        spider.crawler.stats.set_value(RUN_ID, self.run_id)

    def _ended(self, result: object) -> object:
        """A site has ended: the next one has its turn."""
        if isinstance(result, asyncio.Future):
            self._crawls.discard(result)
        self._running -= 1
        self._fill()
        return result


def spider_of(site: str, arguments: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The spider of a site and what it is told: of ``site:https://example.id`` that of any site."""
    name, colon, address = site.partition(":")
    return (name, {**arguments, "url": address}) if colon else (site, arguments)


def lock_names(site: str, arguments: dict[str, str]) -> list[str]:
    """What is locked: the publisher; by the spider for any site its domain, and every publisher under it."""
    host = urlsplit(arguments.get("url", "")).hostname
    if not host:
        return [site]
    domain = registered_domain(host)
    under = {name for other, name in book().domains.items() if registered_domain(other) == domain}
    return [domain, *sorted(under)]


def _storage_trouble(error: ArchiveError | OSError) -> str:
    if isinstance(error, ArchiveError):
        return str(error)
    place = f": {error.filename}" if error.filename else ""
    return f"the data folder cannot be written: {error.strerror or error}{place}"
