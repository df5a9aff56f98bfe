"""Ends a crawl that runs and brings nothing."""

from __future__ import annotations

import logging
from time import monotonic
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.task import LoopingCall

from newscrawl.engine.downloader.leaving import leave_site

logger = logging.getLogger(__name__)


class StallDetection:
    """Closes a spider with the reason ``stalled`` when no answer and no article came for a set time.

    ``NEWSCRAWL_STALL_SECONDS`` must be longer than the longest silence that a site may ask for.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.limit = crawler.settings.getfloat("NEWSCRAWL_STALL_SECONDS")
        if self.limit <= 0:
            raise NotConfigured("NEWSCRAWL_STALL_SECONDS is 0: a stalled crawl is not ended")
        self.last = monotonic()
        self.checks: AsyncioLoopingCall | LoopingCall | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.closed, signal=signals.spider_closed)
        crawler.signals.connect(extension.alive, signal=signals.response_downloaded)
        crawler.signals.connect(extension.alive, signal=signals.item_scraped)
        return extension

    def opened(self) -> None:
        """Start to watch."""
        self.last = monotonic()
        self.checks = create_looping_call(self._check)
        self.checks.start(min(self.limit / 4, 10.0), now=False)

    def closed(self) -> None:
        """Stop to watch."""
        if self.checks is not None and self.checks.running:
            self.checks.stop()

    def alive(self) -> None:
        """An answer or an article came."""
        self.last = monotonic()

    def _check(self) -> None:
        silence = monotonic() - self.last
        if silence < self.limit:
            return
        self.closed()
        assert self.crawler.spider is not None
        logger.error("%s: nothing came for %.0f s; the crawl ends", self.crawler.spider.name, silence)
        leave_site(self.crawler, "stalled")
