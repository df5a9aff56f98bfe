"""Looks at sites as they are now, each under its lock, and leaves no trace in the archive."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.settings import BaseSettings

from newscrawl import settings as defaults
from newscrawl.probing.examination import Examination, Examining, examining
from newscrawl.runs.locks import LockedError, site_lock
from newscrawl.spiders.base import NewsSpider

_TRACES = ("newscrawl.engine.memory.extension.ArchiveExtension", "newscrawl.engine.watching.watch.Watch")


def leave_no_trace(settings: BaseSettings) -> None:
    """Switch off what stores articles and runs; a feed that somebody asked for stays."""
    extensions = {**settings.getdict("EXTENSIONS"), **dict.fromkeys(_TRACES)}
    settings.set("EXTENSIONS", extensions, "cmdline")
    named = {place: how for place, how in settings.getdict("FEEDS").items() if place not in defaults.FEEDS}
    settings.set("FEEDS", named, "cmdline")


def look_at(sites: Sequence[str], process: CrawlerProcessBase, data: str | Path) -> list[Examination]:
    """An examination of each site that no run holds; the others are named on standard error.

    Raises:
        OSError: the data folder ``data`` cannot be written.
    """
    crawlers: dict[str, Crawler] = {}
    with ExitStack() as locks:
        for site in sites:
            try:
                locks.enter_context(site_lock(data, site))
            except LockedError as error:
                sys.stderr.write(f"newscrawl: {error}\n")
                continue
            spider = process.spider_loader.load(site)
            assert issubclass(spider, NewsSpider)
            crawlers[site] = process.create_crawler(examining(spider))
            process.crawl(crawlers[site])
        if crawlers:
            process.start()
    return [_seen(site, crawler) for site, crawler in crawlers.items()]


def _seen(site: str, crawler: Crawler) -> Examination:
    spider = crawler.spider
    seen = getattr(spider, "examination", None) if isinstance(spider, Examining) else None
    return seen or Examination(site)
