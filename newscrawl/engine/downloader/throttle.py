"""How fast a site is asked: Crawl-delay of robots.txt."""

from __future__ import annotations

from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.engine.downloader.turns import turns


class CrawlDelay:
    """Takes a host's Crawl-delay from its robots.txt as the least time between two requests to it."""

    def __init__(self, crawler: Crawler) -> None:
        self.user_agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Raise the least time of the host that ``request`` goes to."""
        host = turns().host(urlparse_cached(request).hostname or "")
        host.least = max(host.least, robotparser.crawl_delay(self.user_agent) or 0.0)
