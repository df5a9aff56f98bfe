"""robots.txt as RFC 9309 has it, also when it cannot be had."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from twisted.python.failure import Failure

from newscrawl.crawl.failures import RefusedError, reason_of
from newscrawl.record.reasons import Reason

_SERVER_ERROR = 500


class RobotsUnreachableError(RefusedError):
    """A host's robots.txt cannot be had, and so nothing of it may be; ``reason`` is why it cannot."""

    def __init__(self, host: str, reason: Reason) -> None:
        super().__init__(f"robots.txt of {host} cannot be had, so nothing is asked of it")
        self.reason = reason


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's, with one difference: a robots.txt that cannot be had forbids everything.

    RFC 9309, 2.3.1.4: where the file is unreachable (network, status 500 to 599) a crawler must assume
    complete disallow; Scrapy assumes the opposite. A missing file (status 400 to 499) allows everything.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._unreachable: dict[str, RobotsUnreachableError] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the host of ``request``.

        Raises:
            RobotsUnreachableError: they cannot be had.
        """
        parser = await super().robot_parser(request)
        if error := self._unreachable.get(urlparse_cached(request).netloc):
            raise error
        return parser

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= _SERVER_ERROR:
            self._unreachable[netloc] = RobotsUnreachableError(netloc, "http-error")
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        failure = Failure(exc)  # type: ignore[no-untyped-call]
        self._unreachable[netloc] = RobotsUnreachableError(netloc, reason_of(failure))
        super()._robots_error(exc, netloc)
