"""Single answers in the middle of a crawl, and what robots.txt says of sitemaps."""

from __future__ import annotations

import logging
from urllib.parse import urljoin, urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from twisted.python.failure import Failure

from newscrawl.engine.downloader.drawn import DRAW
from newscrawl.engine.failures import reason_of
from newscrawl.record.reasons import Reason

logger = logging.getLogger(__name__)


class Fetcher:
    """Fetches through the same downloader as everything else: robots.txt, delays and limits hold.

    ``refusals`` tells for each address that could not be had why.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._sitemaps: dict[str, list[str]] = {}
        self.refusals: dict[str, Reason] = {}
        crawler.signals.connect(self._note_robots, signal=signals.robots_parsed)

    async def fetch(self, url: str, *, draw: bool = False) -> Response | None:
        """The answer of ``url``; None where it cannot be had, and the log says why."""
        return await self.answer(Request(url), draw=draw)

    async def answer(self, request: Request, *, draw: bool = False) -> Response | None:
        """The answer to ``request``, as a browser shows it with ``draw``; None where it cannot be had."""
        if draw:
            request.meta[DRAW] = "listing"
        assert self._crawler.engine is not None
        try:
            return await self._crawler.engine.download_async(request)
        except Exception as error:  # every way a download can fail means the same here: nothing was had
            reason = reason_of(Failure(error))  # type: ignore[no-untyped-call]
            self.refusals[request.url] = reason
            logger.info("Not to be had: %s (%s): %s", request.url, reason, error)
            return None

    def named_sitemaps(self, url: str) -> list[str]:
        """The sitemaps that robots.txt of the host of ``url`` names, once something was fetched from it."""
        return self._sitemaps.get(urlsplit(url).netloc, [])

    def _note_robots(self, robotparser: RobotParser, request: Request) -> None:
        if isinstance(robotparser, ProtegoRobotParser):
            named = [urljoin(request.url, url) for url in robotparser.rp.sitemaps]
            self._sitemaps[urlsplit(request.url).netloc] = named
