"""Pages that scripts draw: what was fetched is handed to a browser, and goes on as that shows it."""

from __future__ import annotations

import logging
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import HtmlResponse, Response

from newscrawl.engine.downloader.drawing import Drawing, NoBrowserError, UndrawnError, need_browser
from newscrawl.engine.downloader.drawn import DRAW, DRAWN, DRAWN_BY, Kind, page_drawn
from newscrawl.engine.failures import PutOffError
from newscrawl.record.extras import MissingExtraError

logger = logging.getLogger(__name__)

_OK = 200


class BrowserMiddleware:
    """Draws the pages whose request asks for it, as many in a run as ``NEWSCRAWL_BROWSER_PAGES`` says.

    The page itself comes like any other, so that robots.txt, turns, redirects and challenges are as always;
    what its scripts ask for goes the same way. A page that cannot be drawn goes on as it was sent. Articles
    beyond the limit are put off: the next run draws them.
    """

    def __init__(self, crawler: Crawler, drawing: Drawing) -> None:
        self.crawler = crawler
        self.drawing = drawing
        self.limit = crawler.settings.getint("NEWSCRAWL_BROWSER_PAGES")
        self.begun = 0
        self._usable = True

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        kinds: frozenset[Kind] = getattr(crawler.spider, "drawn", frozenset[Kind]())
        if not kinds:
            raise NotConfigured
        try:
            need_browser()
        except MissingExtraError as error:
            logger.warning("Pages are read as they are sent. %s", error)
            raise NotConfigured from error
        middleware = cls(crawler, Drawing(crawler))
        crawler.signals.connect(middleware.engine_stopped, signal=signals.engine_stopped)
        return middleware

    def process_request(self, request: Request) -> None:
        """Nothing, as long as pages may be drawn.

        Raises:
            PutOffError: it is an article, and so many are drawn already as may be in a run.
        """
        if request.meta.get(DRAW) == "article" and self._spent:
            raise self._put_off(request)

    async def process_response(self, request: Request, response: Response) -> Response:
        """The response with the page as the browser shows it; as it was sent where that cannot be had.

        Raises:
            PutOffError: it is an article that was under way when the last page was drawn that may be.
        """
        if not self._is_to_be_drawn(request, response):
            return response
        if self._spent:
            if request.meta[DRAW] == "article":
                raise self._put_off(request)
            return response
        assert isinstance(response, HtmlResponse)
        assert self.crawler.stats is not None
        self.begun += 1
        try:
            page, browser = await self.drawing.draw(request, response)
        except NoBrowserError as error:
            if self._usable:
                logger.error("No browser can be started, so pages are read as they are sent: %s", error)
            self._usable = False
            return response
        except UndrawnError as error:
            self.crawler.stats.inc_value("newscrawl/browser/failed")
            logger.warning("Not drawn: %s: %s", response.url, error)
            return response
        self.crawler.stats.inc_value("newscrawl/browser/pages")
        drawn = response.replace(body=page.encode(), encoding="utf-8", flags=[*response.flags, DRAWN])
        drawn.headers["Content-Type"] = "text/html; charset=utf-8"
        drawn.headers[DRAWN_BY] = browser
        for name in ("Content-Length", "Content-Encoding", "ETag", "Last-Modified"):
            drawn.headers.pop(name, None)
        self.crawler.signals.send_catch_log(page_drawn, request=request, response=drawn)
        return drawn

    async def engine_stopped(self) -> None:
        """Close the browser."""
        await self.drawing.close()

    @property
    def _spent(self) -> bool:
        """Whether so many pages are drawn, or are being drawn, as may be in a run."""
        return self._usable and self.begun >= self.limit

    def _put_off(self, request: Request) -> PutOffError:
        assert self.crawler.stats is not None
        if not self.crawler.stats.get_value("newscrawl/browser/put_off"):
            logger.warning(
                "The browser has drawn %d pages, which is the most for a run (NEWSCRAWL_BROWSER_PAGES);"
                " the other articles are left to the next",
                self.begun,
            )
        self.crawler.stats.inc_value("newscrawl/browser/put_off")
        return PutOffError(f"{request.url}: left to the next run, for this one has drawn enough pages")

    def _is_to_be_drawn(self, request: Request, response: Response) -> bool:
        drawable = response.status == _OK and isinstance(response, HtmlResponse)
        return drawable and DRAW in request.meta and self._usable
