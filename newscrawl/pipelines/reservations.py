"""Notes what the files of a host reserve against the training of models."""

from __future__ import annotations

import asyncio
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import TextResponse
from scrapy.http.request import NO_CALLBACK
from scrapy.statscollectors import StatsCollector

from newscrawl.engine.downloader.robots_file import Reservations, RobotsFile
from newscrawl.reading.raw import RawArticle


class ReservationsPipeline:
    """Adds to ``reserved`` what robots.txt says, and with ``NEWSCRAWL_AI_TXT`` what ai.txt says.

    robots.txt is read before a host is asked for anything, so its word is there when an article is. ai.txt
    (site.spawning.ai) costs one request more, a host and run; it is asked for with the first article.
    """

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats: StatsCollector = crawler.stats
        self.asks = crawler.settings.getbool("NEWSCRAWL_AI_TXT")
        self._by_robots: dict[str, Reservations] = {}
        self._by_ai_txt: dict[str, asyncio.Future[Reservations]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.read_robots, signal=signals.robots_parsed)
        return pipeline

    def read_robots(self, robotparser: object, request: Request) -> None:
        """Keep what the robots.txt of a host reserves."""
        if isinstance(robotparser, RobotsFile):
            self._by_robots[_origin(request.url)] = Reservations(robotparser.text)

    async def process_item(self, item: Any) -> Any:
        """The article with what the files of its host reserve; other items as they are."""
        if not isinstance(item, RawArticle):
            return item
        article = item.article
        origins = dict.fromkeys(map(_origin, (article.url, *article.aliases)))
        files = [self._by_robots[origin] for origin in origins if origin in self._by_robots]
        if self.asks:
            files.append(await self._ai_txt(_origin(article.url)))
        for file in files:
            article.reserved += [each for each in file.against(article.url) if each not in article.reserved]
        if article.reserved:
            self.stats.inc_value("newscrawl/reserved")
        return item

    async def _ai_txt(self, origin: str) -> Reservations:
        if origin not in self._by_ai_txt:
            self._by_ai_txt[origin] = asyncio.ensure_future(self._read_ai_txt(origin))
        # One who gives up waiting must not end the wait of the others.
        return await asyncio.shield(self._by_ai_txt[origin])

    async def _read_ai_txt(self, origin: str) -> Reservations:
        return Reservations(await self._fetched(f"{origin}/ai.txt"), "ai.txt", every=True)

    async def _fetched(self, url: str) -> str:
        """The text of a file; "" where there is none."""
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(Request(url, callback=NO_CALLBACK))
        except Exception as error:
            reason = "robots" if isinstance(error, IgnoreRequest) else type(error).__name__
            self.stats.inc_value(f"newscrawl/ai_txt/{reason}")
            return ""
        plain = isinstance(response, TextResponse) and response.status == 200
        return response.text if plain and not response.text.lstrip().startswith("<") else ""


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
