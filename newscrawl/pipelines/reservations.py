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
from newscrawl.engine.downloader.tdmrep import TdmReservations
from newscrawl.reading.raw import RawArticle

_OK = 200
_AI_TXT = "/ai.txt"
_TDMREP = "/.well-known/tdmrep.json"
_FILES = {_AI_TXT: "NEWSCRAWL_AI_TXT", _TDMREP: "NEWSCRAWL_TDMREP"}
"""The files beside robots.txt, each with the setting that asks for it."""

_COUNTED = {_AI_TXT: "ai_txt", _TDMREP: "tdmrep"}
"""What those that cannot be had are counted as."""


class ReservationsPipeline:
    """Adds to ``reserved`` what robots.txt says, and ai.txt and tdmrep.json where they are asked for.

    robots.txt is read before a host is asked for anything, so its word is there when an article is. ai.txt
    (site.spawning.ai, ``NEWSCRAWL_AI_TXT``) and tdmrep.json (TDM Reservation Protocol, ``NEWSCRAWL_TDMREP``)
    cost one request more each, a host and run; they are asked for with the first article.
    """

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats: StatsCollector = crawler.stats
        self._asked = [path for path, setting in _FILES.items() if crawler.settings.getbool(setting)]
        self._by_robots: dict[str, Reservations] = {}
        self._by_file: dict[str, asyncio.Future[Reservations | TdmReservations]] = {}

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
        files: list[Reservations | TdmReservations] = [
            self._by_robots[origin] for origin in origins if origin in self._by_robots
        ]
        for path in self._asked:
            files.append(await self._file(_origin(article.url), path))
        for file in files:
            article.reserved += [each for each in file.against(article.url) if each not in article.reserved]
        if article.reserved:
            self.stats.inc_value("newscrawl/reserved")
        return item

    async def _file(self, origin: str, path: str) -> Reservations | TdmReservations:
        url = f"{origin}{path}"
        if url not in self._by_file:
            self._by_file[url] = asyncio.ensure_future(self._read(url, path))
        # One who gives up waiting must not end the wait of the others.
        return await asyncio.shield(self._by_file[url])

    async def _read(self, url: str, path: str) -> Reservations | TdmReservations:
        text = await self._fetched(url, _COUNTED[path])
        return TdmReservations(text) if path == _TDMREP else Reservations(text, "ai.txt", every=True)

    async def _fetched(self, url: str, counted: str) -> str:
        """The text of a file; "" where there is none."""
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(Request(url, callback=NO_CALLBACK))
        except Exception as error:
            reason = "robots" if isinstance(error, IgnoreRequest) else type(error).__name__
            self.stats.inc_value(f"newscrawl/{counted}/{reason}")
            return ""
        plain = isinstance(response, TextResponse) and response.status == _OK
        return response.text if plain and not response.text.lstrip().startswith("<") else ""


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
