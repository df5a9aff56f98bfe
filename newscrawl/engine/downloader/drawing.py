"""A browser without a network of its own: what its pages ask for is fetched by the crawl's own downloader.

So robots.txt, turns and delays, the guard against private addresses and the mirror hold for scripts as they
do for pages. Pictures, fonts and media are not loaded at all, and nothing is sent that gives no text:
beacons, frames, sockets.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response

from newscrawl.engine.downloader.drawn import PART_OF_PAGE
from newscrawl.engine.downloader.unfolding import Watched, settle
from newscrawl.engine.headers import header_texts
from newscrawl.record.extras import extra

if TYPE_CHECKING:
    from playwright.async_api import Page, Route
    from playwright.async_api import Request as Asked
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

logger = logging.getLogger(__name__)

_LOADED = frozenset({"script", "stylesheet", "xhr", "fetch"})
"""Kinds of requests that a text may hang on; style sheets, because scripts wait for what comes into view."""

_SHARED = frozenset({"script", "stylesheet"})
"""Of these the ones that are the same on every page of a site: fetched once a run."""

_LARGEST_SHARED = 4 * 1024 * 1024
"""Bytes of a script that is kept for the pages to come; an application of a site has one or two."""

_NOT_SENT = frozenset({"cookie", "referer", "user-agent", "host", "content-length", "accept-encoding"})
"""What a browser adds of its own accord and this project does not send, or Scrapy writes itself."""

_NOT_PASSED_ON = frozenset({"set-cookie", "content-encoding", "content-length", "transfer-encoding"})
_PRIORITY = 200
_OK = 200


class NoBrowserError(Exception):
    """There is no browser to be started; the message says why and what to do."""


class UndrawnError(Exception):
    """A page could not be drawn; the message says why."""


@dataclass(frozen=True, slots=True)
class _Given:
    status: int
    headers: dict[str, str]
    body: bytes


def need_browser() -> None:
    """Make sure that pages can be drawn.

    Raises:
        MissingExtraError: the library is not installed.
    """
    with extra("browser", why="Drawing pages needs scrapy-playwright and a Chromium"):
        import scrapy_playwright.handler  # noqa: F401, PLC0415


class Drawing:
    """The browser of one crawl, with one context for its site.

    It must be made before the engine starts, and closed when it has stopped.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._seconds = crawler.settings.getfloat("NEWSCRAWL_BROWSER_SECONDS")
        self._shared: dict[str, asyncio.Future[_Given | None]] = {}
        self._browser = _handler(crawler)
        self._runs = False

    async def draw(self, request: Request, response: HtmlResponse) -> tuple[str, str]:
        """The page of ``response`` as the browser shows it, and the browser's name and version.

        A listing (``request`` has a source among its callback's arguments) is unfolded as far as its walk
        goes: by its buttons for more, and by scrolling.

        Raises:
            NoBrowserError: no browser can be started.
            UndrawnError: this page cannot be drawn.
        """
        from playwright.async_api import Error  # noqa: PLC0415 - nobody else needs the extra

        watched = Watched(self._seconds)
        asked = self._request(response, watched)
        try:
            await self._browser.download_request(asked)
            page: Page = asked.meta["playwright_page"]
            self._runs = True
            await settle(page, watched, request, self._crawler.spider)
            return await page.content(), f"Chromium/{self._browser.browser.version}"
        except Error as error:
            reason = str(error).strip().partition("\n")[0]
            if not self._runs:
                advice = "name one by NEWSCRAWL_CHROMIUM=/path/to/chromium"
                raise NoBrowserError(f"{reason} ({advice})") from error
            raise UndrawnError(reason) from error
        finally:
            watched.over = True
            if (opened := asked.meta.get("playwright_page")) is not None:
                with suppress(Error):
                    await opened.close()

    async def close(self) -> None:
        """End the browser."""
        await self._browser.close()

    def _request(self, response: HtmlResponse, watched: Watched) -> Request:
        """What scrapy-playwright is asked for: it opens the page, which is fetched already."""

        async def begin(page: Page, _: Request) -> None:
            async def answer(route: Route, asked: Asked) -> None:
                with watched.answering():
                    await self._answer(route, asked, response, watched)

            await page.route("**/*", answer)
            await page.route_web_socket("**/*", lambda socket: socket.close())

        return Request(
            response.url,
            meta={
                "playwright": True,
                "playwright_include_page": True,
                "playwright_context": str(getattr(self._crawler.spider, "site_name", "")),
                "playwright_context_kwargs": {
                    "service_workers": "block",
                    "user_agent": self._crawler.settings["USER_AGENT"],
                    "locale": "id-ID",
                },
                "playwright_page_init_callback": begin,
                "playwright_page_goto_kwargs": {"wait_until": "commit", "timeout": 1000 * self._seconds},
            },
        )

    async def _answer(self, route: Route, asked: Asked, page: HtmlResponse, watched: Watched) -> None:
        """Answer what the browser asks for: the page with what was fetched, the rest as the crawl gets it."""
        from playwright.async_api import Error  # noqa: PLC0415

        with suppress(Error):  # the page is closed: nobody waits for the answer any more
            if asked.is_navigation_request() and not watched.given:
                watched.given = True
                kind = f"text/html; charset={page.encoding}"
                await route.fulfill(status=_OK, headers={"content-type": kind}, body=page.body)
            elif asked.resource_type in _LOADED and asked.url.startswith(("http://", "https://")):
                found = await self._fetched(asked)
                if found is None:
                    await route.abort()
                else:
                    await route.fulfill(status=found.status, headers=found.headers, body=found.body)
            else:
                await route.abort()

    async def _fetched(self, asked: Asked) -> _Given | None:
        """What the crawl's downloader answers; None where robots.txt or anything else stands in the way."""
        if asked.method != "GET" or asked.resource_type not in _SHARED:
            return await self._ask(asked)
        if asked.url not in self._shared:
            self._shared[asked.url] = asyncio.ensure_future(self._ask(asked))
        # Pages that are drawn at once wait for the same answer; one that is closed ends no other's wait.
        found = await asyncio.shield(self._shared[asked.url])
        if found is None or found.status != _OK or len(found.body) > _LARGEST_SHARED:
            self._shared.pop(asked.url, None)
        return found

    async def _ask(self, asked: Asked) -> _Given | None:
        assert self._crawler.engine is not None
        assert self._crawler.stats is not None
        self._crawler.stats.inc_value("newscrawl/browser/requests")
        try:
            response = await self._crawler.engine.download_async(await _as_request(asked))
        except Exception as error:  # every way a download can fail means the same here: nothing was had
            logger.debug("Not given to the page: %s: %s", asked.url, error)
            self._crawler.stats.inc_value("newscrawl/browser/refused")
            return None
        return _Given(response.status, _headers(response), response.body)


def _handler(crawler: Crawler) -> ScrapyPlaywrightDownloadHandler:
    """scrapy-playwright's handler; the crawl's own stays the one that Scrapy asks."""
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler  # noqa: PLC0415

    logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)
    handler = ScrapyPlaywrightDownloadHandler(crawler)
    if program := crawler.settings["NEWSCRAWL_CHROMIUM"]:
        handler.config.launch_options["executable_path"] = program
    return handler


async def _as_request(asked: Asked) -> Request:
    headers = {
        name: value
        for name, value in (await asked.all_headers()).items()
        if name not in _NOT_SENT and not name.startswith((":", "sec-"))
    }
    return Request(
        asked.url,
        method=asked.method,
        headers=headers,
        body=asked.post_data_buffer or b"",
        priority=_PRIORITY,
        meta={PART_OF_PAGE: True, "allow_offsite": True, "max_retry_times": 1},
    )


def _headers(response: Response) -> dict[str, str]:
    return {name: value for name, value in header_texts(response).items() if name not in _NOT_PASSED_ON}
