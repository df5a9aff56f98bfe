"""Measures each crawl and raises alarms, before the archive notes the end of the run."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.archive import ArchiveError
from newscrawl.engine.downloader.drawn import PART_OF_PAGE
from newscrawl.engine.memory.extension import archive_of
from newscrawl.engine.spider import SiteSpider
from newscrawl.items import Article
from newscrawl.monitoring.alarms import find_alarms
from newscrawl.monitoring.measures import Measures, Measuring, listed_in, missing_in
from newscrawl.monitoring.summary import failures
from newscrawl.record.outcome import ALARM

logger = logging.getLogger(__name__)

_BAD_STATUS = {401: "http-403", 403: "http-403", 404: "http-404", 410: "http-404"}
_NARROWING = ("since", "until", "query", "sections", "urls", "limit", "fresh")
"""Arguments after which the number of articles says nothing of the site."""


class Watch:
    """Keeps the measures of a crawl in its statistics, under ``newscrawl/measure/``, and alarms beside them.

    The archive keeps the statistics with the run, so they are the history of the runs to come.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.measuring = Measuring(datetime.now(UTC))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.scraped, signal=signals.item_scraped)
        crawler.signals.connect(extension.dropped, signal=signals.item_dropped)
        crawler.signals.connect(extension.received, signal=signals.response_received)
        crawler.signals.connect(extension.closed, signal=signals.spider_closed)
        return extension

    def scraped(self, item: Any) -> None:
        """Measure an article that was stored."""
        if isinstance(item, Article):
            self.measuring.add(item)

    def dropped(self, response: Response | None) -> None:
        """Keep the address of a page that was no article."""
        if response is not None:
            self.measuring.add_failure("no-article", response.url)

    def received(self, response: Response) -> None:
        """Keep the address of a page that was refused."""
        part = response.request is not None and PART_OF_PAGE in response.request.meta
        if response.status in _BAD_STATUS and not part:
            self.measuring.add_failure(_BAD_STATUS[response.status], response.url)

    def closed(self, spider: SiteSpider, reason: str) -> None:
        """Compare the crawl with those before it."""
        archive = archive_of(self.crawler)
        stats = self.crawler.stats
        if archive is None or stats is None or not isinstance(spider, SiteSpider):
            return
        narrowed = any(getattr(spider.args, name) for name in _NARROWING)
        measures = self.measuring.result(
            failures(stats.get_stats()), complete=reason == "finished" and not narrowed
        )
        measures.listed, measures.missing = listed_in(stats.get_stats()), missing_in(stats.get_stats())
        for name, value in measures.to_counts().items():
            stats.set_value(name, value)
        try:
            runs = archive.archive.runs.all(spider.site_name)
        except ArchiveError as error:
            logger.error("%s: no look at earlier runs: %s", spider.name, error)
            return
        earlier = [Measures.from_counts(run.counts, run.started_at) for run in runs if run.ended_at]
        for alarm in find_alarms(
            spider.site_name, measures, sorted((run for run in earlier if run), key=lambda run: run.started)
        ):
            logger.warning("%s", alarm.text)
            stats.set_value(ALARM + alarm.measure, alarm.text)
