"""How fast a site is asked: Crawl-delay of robots.txt, and AutoThrottle above it."""

from __future__ import annotations

import logging
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)


class CrawlDelay:
    """Takes a host's Crawl-delay from its robots.txt as the least time between two requests to it.

    The delay is kept in the downloader's own settings for the host's slot, without jitter, so that it holds
    for a slot made anew after a pause. ``NEWSCRAWL_CRAWL_DELAY_MAX`` bounds it: a host that asks for more
    is asked at that pace, and the log says so.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.limit = crawler.settings.getfloat("NEWSCRAWL_CRAWL_DELAY_MAX")
        self.user_agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Raise the delay of the host that ``request`` goes to."""
        wanted = robotparser.crawl_delay(self.user_agent)
        if not wanted or wanted <= 0:
            return
        delay = min(float(wanted), self.limit)
        if delay < wanted:
            logger.warning(
                "%s asks for %g s between requests; NEWSCRAWL_CRAWL_DELAY_MAX allows %g s",
                request.url,
                wanted,
                delay,
            )
        assert self.crawler.engine is not None
        downloader = self.crawler.engine.downloader
        key = downloader.get_slot_key(request)
        if delay <= downloader.per_slot_settings.get(key, {}).get("delay", 0.0):
            return
        downloader.per_slot_settings[key] = {"concurrency": 1, "delay": delay, "jitter": 0.0}
        if slot := downloader.slots.get(key):
            slot.concurrency, slot.jitter = 1, 0.0
            slot.delay = max(slot.delay, delay)


class PoliteThrottle(AutoThrottle):
    """AutoThrottle that never goes below a slot's own delay, where Scrapy's knows one floor for all."""

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        key, slot = self._get_slot(request, spider)
        if slot is None:
            return
        assert self.crawler.engine is not None
        floor = self.crawler.engine.downloader.per_slot_settings.get(key or "", {}).get("delay", 0.0)
        slot.delay = max(slot.delay, floor)
