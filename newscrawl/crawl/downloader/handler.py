"""The last step before the network: only public addresses, or one mirror in their stead."""

from __future__ import annotations

import ipaddress
from typing import cast
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.base import ReactorBase
from twisted.internet.error import DNSLookupError

from newscrawl.crawl.downloader.leaving import has_left
from newscrawl.crawl.failures import SiteLeftError, UnsafeAddressError


class GuardedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler with a guard in front.

    A name that resolves to a private, loopback or link-local address is refused, so that no link or
    redirect can make the crawler ask the machines around it. The spider's own start address may be such
    (``start_host``), for sites on one's own network.

    With ``NEWSCRAWL_MIRROR`` every request goes to that server instead, which tells the sites apart by the
    Host header. Spider, robots.txt, delays and records see the sites' own addresses.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.mirror: str | None = crawler.settings["NEWSCRAWL_MIRROR"]

    async def download_request(self, request: Request) -> Response:
        """The answer to ``request``.

        Raises:
            SiteLeftError: the crawl of the site has ended.
            UnsafeAddressError: the host's address is not public.
        """
        if has_left(self._crawler):
            raise SiteLeftError("not sent: the site was left")
        if self.mirror:
            return await self._from_mirror(request)
        host = urlparse_cached(request).hostname or ""
        if host != getattr(self._crawler.spider, "start_host", None) and "proxy" not in request.meta:
            await self._check(host)
        return await super().download_request(request)

    async def _check(self, host: str) -> None:
        address = host
        if not _is_literal(host):
            from twisted.internet import reactor as running  # noqa: PLC0415

            reactor = cast("ReactorBase", running)

            try:
                address = await maybe_deferred_to_future(reactor.resolve(host))
            except DNSLookupError:
                return  # the request itself reports it, under its own name
        if not ipaddress.ip_address(address).is_global:
            raise UnsafeAddressError(f"{host} is at {address}, which is no public address")

    async def _from_mirror(self, request: Request) -> Response:
        parts = urlsplit(request.url)
        mirror = urlsplit(str(self.mirror))
        mirrored = request.replace(
            url=urlunsplit((mirror.scheme, mirror.netloc, parts.path, parts.query, ""))
        )
        mirrored.headers["Host"] = parts.netloc
        response = await super().download_request(mirrored)
        if "download_latency" in mirrored.meta:
            request.meta["download_latency"] = mirrored.meta["download_latency"]
        return response.replace(url=request.url)


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
