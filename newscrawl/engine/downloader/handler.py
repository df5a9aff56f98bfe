"""The last step before the network: in turn, only to public addresses, or to one mirror in their stead."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit, urlunsplit

from OpenSSL import SSL
from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler, _BindAddressAgent, _ScrapyAgent
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError, ResponseDataLossError
from scrapy.http import Response
from scrapy.utils._download_handlers import normalize_bind_address, wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from service_identity import VerificationError
from twisted.internet.base import ReactorBase
from twisted.web.client import Agent, ResponseFailed
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import directlyProvides, providedBy

from newscrawl.engine.downloader.backoff import Backoff
from newscrawl.engine.downloader.certificates import NotingContextFactory
from newscrawl.engine.downloader.handshake import as_no_tls
from newscrawl.engine.downloader.leaving import has_left
from newscrawl.engine.downloader.protocol import SURPLUS, BoundedFactory, HeadersTooLargeError
from newscrawl.engine.downloader.public import Guard
from newscrawl.engine.downloader.turns import turns
from newscrawl.engine.failures import BadCertificateError, SiteLeftError, TooLargeError

SURPLUS_FLAG = "surplus"
"""Flag of a response of which more came than its Content-Length said."""


class GuardedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler with turns, a guard and bounds in front.

    Every host is asked in turn (:mod:`newscrawl.engine.downloader.turns`), whichever crawls of the process
    ask it. An address that is not public is not connected to, whatever resolver gave it and however its
    name got there, so that no link or redirect can make the crawler ask the machines around it. The
    spider's own start address may be such (``start_host``), for sites on one's own network; a proxy is the
    user's own choice.

    With ``NEWSCRAWL_MIRROR`` every request goes to that server instead, which tells the sites apart by the
    Host header. Spider, robots.txt, delays and records see the sites' own addresses.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.mirror: str | None = crawler.settings["NEWSCRAWL_MIRROR"]
        self._backoff = Backoff(crawler)
        self._guard: Guard | None = None
        self._contextFactory = cast("IPolicyForHTTPS", NotingContextFactory.of(crawler))
        self._pool._factory = cast("Any", _connections)

    async def download_request(self, request: Request) -> Response:
        """The answer to ``request``.

        Raises:
            SiteLeftError: the crawl of the site has ended.
            UnsafeAddressError: the address that the host has is not public.
            BadCertificateError: the host's certificate does not fit, and that is to be fatal.
            NoTlsError: the host does not speak TLS.
            TooLargeError: the headers have no end.
        """
        self._check_left()
        name = urlparse_cached(request).hostname or ""
        assert self._crawler.engine is not None
        _, slot = self._crawler.engine.downloader._get_slot(request)
        self._backoff.check(request, turns().host(name))
        async with turns().turn(
            self._crawler, request, name, delay=slot.delay, at_once=slot.concurrency
        ) as host:
            self._check_left()
            response = await (self._from_mirror(request) if self.mirror else self._ask(request))
            self._backoff.heed(request, response, host)
            return response

    def _check_left(self) -> None:
        if has_left(self._crawler):
            raise SiteLeftError("not sent: the site was left")

    async def _from_mirror(self, request: Request) -> Response:
        parts = urlsplit(request.url)
        mirror = urlsplit(str(self.mirror))
        mirrored = request.replace(
            url=urlunsplit((mirror.scheme, mirror.netloc, parts.path, parts.query, ""))
        )
        mirrored.headers["Host"] = parts.netloc.rpartition("@")[2]
        response = await self._ask(mirrored)
        if "download_latency" in mirrored.meta:
            request.meta["download_latency"] = mirrored.meta["download_latency"]
        return response.replace(url=request.url)

    async def _ask(self, request: Request) -> Response:
        if self._guard is None and not self.mirror:
            self._guard = Guard(getattr(self._crawler.spider, "start_host", None))
        agent = _GuardedAgent(
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        agent.guard = self._guard
        try:
            with wrap_twisted_exceptions():
                return await maybe_deferred_to_future(agent.download_request(request))
        except ResponseDataLossError as error:
            raise ResponseDataLossError("the connection ended before the answer did") from error
        except DownloadFailedError as error:
            raise _meant(error) from error


class _GuardedAgent(_ScrapyAgent):
    """Scrapy's agent, through a reactor that connects to what ``guard`` lets pass."""

    guard: Guard | None

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        if self.guard is None or request.meta.get("proxy"):
            return super()._get_agent(request, timeout)
        from twisted.internet import reactor as running  # noqa: PLC0415

        host = urlparse_cached(request).hostname or ""
        bind = normalize_bind_address(request.meta.get("bindaddress") or self._bindAddress)
        return _BindAddressAgent(
            reactor=cast("ReactorBase", _GuardedReactor(running, self.guard, host)),
            contextFactory=self._contextFactory,
            connectTimeout=timeout,
            bindAddress=bind,
            pool=self._pool,
        )

    def _cb_bodydone(self, result: Any, url: str) -> Response:
        response = super()._cb_bodydone(result, url)
        if getattr(result["txresponse"], SURPLUS, False):
            response.flags.append(SURPLUS_FLAG)
        return response


class _GuardedReactor:
    """The reactor, but for connections: those are looked at when their address is known, in digits."""

    def __init__(self, reactor: Any, guard: Guard, host: str) -> None:
        self._reactor, self._guard, self._host = reactor, guard, host
        directlyProvides(self, providedBy(reactor))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reactor, name)

    def connectTCP(self, host: str, port: int, *args: Any, **options: Any) -> Any:
        """As the reactor's.

        Raises:
            UnsafeAddressError: the address is not public.
        """
        self._guard.check(self._host, host)
        return self._reactor.connectTCP(host, port, *args, **options)


def _connections(*args: Any) -> BoundedFactory:
    factory = BoundedFactory(*args)  # type: ignore[no-untyped-call]
    factory.on_sent = _note_sent
    return factory


def _note_sent(request: Any) -> None:
    """The least time between two requests counts from where one is written to the network."""
    value = request.headers.getRawHeaders(b"host", [b""])[0].decode("latin-1")
    turns().host(urlsplit(f"//{value}").hostname or "").sent()


def _meant(error: DownloadFailedError) -> Exception:
    """What a failure of Twisted's is about, where that has a name of its own."""
    for cause in _causes(error):
        if isinstance(cause, HeadersTooLargeError):
            return TooLargeError(str(cause))
        if isinstance(cause, VerificationError) or _is_verification(cause):
            return BadCertificateError(f"the certificate does not fit: {cause}")
        if no_tls := as_no_tls(cause):
            return no_tls
    return error


def _is_verification(error: BaseException | None) -> bool:
    return isinstance(error, SSL.Error) and "certificate verify failed" in str(error)


def _causes(error: BaseException) -> list[BaseException | None]:
    cause = error.__cause__
    return [failure.value for failure in cause.reasons] if isinstance(cause, ResponseFailed) else [cause]
