"""A session: one or many sites crawled in one process, each under its lock."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import Crawler, CrawlerProcessBase

from newscrawl.publishers import publishers
from newscrawl.runs.locks import LockedError, site_lock
from newscrawl.runs.outcome import Outcome, judge


@dataclass(slots=True)
class Session:
    """Takes each site's lock, crawls what it got, and says how each ended.

    ``folder`` is the data folder, ``budget`` the seconds a site may take at the most.
    """

    process: CrawlerProcessBase
    folder: Path
    budget: float | None = None
    crawlers: dict[str, Crawler] = field(default_factory=dict)
    held: list[Outcome] = field(default_factory=list)
    _locks: list[ExitStack] = field(default_factory=list)

    def add(self, site: str, arguments: dict[str, str]) -> Crawler | None:
        """Schedule the crawl of ``site``; None where another process holds it.

        Raises:
            OSError: the data folder cannot be written.
        """
        lock = ExitStack()
        name = lock_name(site, arguments)
        try:
            lock.enter_context(site_lock(self.folder, name, budget=self.budget))
        except LockedError as error:
            self.held.append(Outcome(site, "held", str(error)))
            return None
        crawler = self.process.create_crawler(publishers()[site])
        if self.budget:
            crawler.settings.set("CLOSESPIDER_TIMEOUT", self.budget, priority="cmdline")
        # The dispatcher keeps weak references: the stack must live in the session.
        self._locks.append(lock)
        crawler.signals.connect(lock.close, signal=signals.spider_closed)
        self.crawlers[site] = crawler
        self.process.crawl(crawler, **arguments)
        return crawler

    def run(self) -> list[Outcome]:
        """Crawl all that was added, and return every site's outcome in the order of adding."""
        try:
            if self.crawlers:
                self.process.start()
        finally:
            for lock in self._locks:
                lock.close()
        ran = [
            judge(site, crawler.stats.get_stats() if crawler.stats else {})
            for site, crawler in self.crawlers.items()
        ]
        return [*ran, *self.held]


def lock_name(site: str, arguments: dict[str, str]) -> str:
    """What is locked: the publisher, or the host that the spider for any site is sent to."""
    host = urlsplit(arguments.get("url", "")).hostname
    return host or site
