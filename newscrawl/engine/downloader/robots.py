"""robots.txt as RFC 9309 has it, also when it cannot be had."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from newscrawl.engine.downloader.leaving import leave_site
from newscrawl.engine.downloader.robots_file import ROBOTS_BYTES
from newscrawl.engine.failures import RefusedError, reason_of_error
from newscrawl.record.reasons import Reason

logger = logging.getLogger(__name__)

ROBOTS_FILE = "newscrawl_robots"
"""Key of a request's meta: it asks for a robots.txt; the value counts what has come of it."""

TOO_SLOW = "crawl_delay"
"""The reason with which the crawl of a site ends that asks for longer pauses than the run can make."""

_SERVER_ERROR = 500
_NOT_NOW = frozenset({408, 429})
"""Of the statuses below 500 those that say nothing of the file: too busy, too slow."""


class RobotsUnreachableError(RefusedError):
    """A host's robots.txt cannot be had, and so nothing of it may be; ``reason`` is why it cannot."""

    def __init__(self, host: str, reason: Reason) -> None:
        super().__init__(f"robots.txt of {host} cannot be had ({reason}), so nothing is asked of it")
        self.reason = reason


class TooSlowError(RefusedError):
    """A host's robots.txt asks for longer pauses than this run can make."""

    reason: Reason = "robots"

    def __init__(self, host: str, delay: float, limit: float) -> None:
        super().__init__(
            f"{host} asks for {delay:g} s between requests; this run can wait {limit:g} s at the most"
        )


@dataclass(slots=True)
class _Size:
    received: int = 0


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's, with rules of its own for what is no plain answer (RFC 9309, 2.3.1).

    - Whoever waits for a file gets its rules, or learns that there are none to be had: in Scrapy 2.19 all but
      the first are let through unchecked (docs/upstream/scrapy-robots-waiters.md).
    - Unreachable (network, 408, 429, 500 to 599): everything is forbidden; Scrapy allows everything.
    - Unavailable (other 400 to 499, more than five redirects, a circle): everything is allowed.
    - Redirects are followed to other hosts, and count for the host that was asked.
    - What lies beyond 500 KiB is not fetched.
    - A file that asks for longer pauses than ``NEWSCRAWL_CRAWL_DELAY_MAX`` or than the run's time is obeyed
      by asking nothing; where it is the site's own, the crawl ends.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        budget = settings.getfloat("CLOSESPIDER_TIMEOUT")
        longest = settings.getfloat("NEWSCRAWL_CRAWL_DELAY_MAX")
        self.longest = min(longest, budget) if budget > 0 else longest
        self._files: dict[str, asyncio.Future[RobotParser]] = {}
        crawler.signals.connect(self._bound, signal=signals.bytes_received)

    async def robot_parser(self, request: Request) -> RobotParser:
        """The rules of the host of ``request``.

        Raises:
            RobotsUnreachableError: they cannot be had.
            TooSlowError: they ask for longer pauses than the run can make.
        """
        parts = urlparse_cached(request)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._files:
            self._files[origin] = asyncio.ensure_future(self._read(origin, request))
        # One who gives up waiting must not end the wait of the others.
        return await asyncio.shield(self._files[origin])

    async def _read(self, origin: str, request: Request) -> RobotParser:
        body = await self._fetch(origin)
        rules: RobotParser = build_from_crawler(self._parserimpl, self.crawler, body)
        self._check_pace(rules, request)
        await self.crawler.signals.send_catch_log_async(
            signal=signals.robots_parsed, robotparser=rules, request=request
        )
        return rules

    async def _fetch(self, origin: str) -> bytes:
        """The text of the file; empty where there is none."""
        assert self.crawler.engine is not None
        host = origin.partition("://")[2]
        asking = Request(
            f"{origin}/robots.txt",
            priority=self.DOWNLOAD_PRIORITY,
            meta={
                "dont_obey_robotstxt": True,
                "allow_offsite": True,
                "download_maxsize": 0,
                ROBOTS_FILE: _Size(),
            },
            callback=NO_CALLBACK,
        )
        self._stats.inc_value("robotstxt/request_count")
        try:
            response = await self.crawler.engine.download_async(asking)
        except Exception as error:
            reason = reason_of_error(error)
            if reason == "redirect-loop":
                logger.info("robots.txt of %s leads in a circle: taken as missing", host)
                return b""
            if not isinstance(error, IgnoreRequest):
                self._stats.inc_value(f"robotstxt/exception_count/{type(error)}")
            raise RobotsUnreachableError(host, reason) from error
        return self._body(host, response)

    def _body(self, host: str, response: Response) -> bytes:
        self._stats.inc_value("robotstxt/response_count")
        self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        if response.status >= _SERVER_ERROR or response.status in _NOT_NOW:
            raise RobotsUnreachableError(host, "http-error")
        return response.body if 200 <= response.status < 300 else b""

    def _check_pace(self, rules: RobotParser, request: Request) -> None:
        delay = rules.crawl_delay(self._robotstxt_useragent or self._default_useragent)
        if delay is None or delay <= self.longest:
            return
        error = TooSlowError(urlparse_cached(request).netloc, delay, self.longest)
        logger.error("%s", error)
        on_site = getattr(self.crawler.spider, "on_site", None)
        if on_site is not None and on_site(request.url):
            leave_site(self.crawler, TOO_SLOW)
        raise error

    def _bound(self, data: bytes, request: Request) -> None:
        size = request.meta.get(ROBOTS_FILE)
        if isinstance(size, _Size):
            size.received += len(data)
            if size.received > ROBOTS_BYTES:
                raise StopDownload(fail=False)
