"""HTTP/1.1 on the wire: bounds on headers, and what Twisted knows and Scrapy does not hand on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from twisted.internet.defer import Deferred
from twisted.web.client import _HTTP11ClientFactory

HEADER_BYTES = 256 * 1024
"""All headers of an answer together. Browsers take about as much; Twisted takes 16 KB a line, and any number
of lines."""

SURPLUS = "newscrawl_surplus"
"""Attribute of Twisted's response: more came than its Content-Length said."""


class HeadersTooLargeError(Exception):
    """An answer's headers have no end in sight."""


class BoundedParser(_LenientHTTPClientParser):
    """Reads one long header as well as many short ones, up to ``HEADER_BYTES`` in all."""

    MAX_LENGTH = HEADER_BYTES
    header_bytes = 0

    def lineReceived(self, line: bytes) -> None:
        self.header_bytes += len(line)
        if self.header_bytes > HEADER_BYTES:
            self.lineLengthExceeded(line)
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:
        raise HeadersTooLargeError(f"the headers have more than {HEADER_BYTES >> 10} KB")

    def _finished(self, rest: bytes) -> None:
        if rest.strip():
            setattr(self.response, SURPLUS, True)
        super()._finished(rest)  # type: ignore[no-untyped-call]


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """A connection whose answers :class:`BoundedParser` reads; says when a request is written to it."""

    on_sent: Callable[[Any], None]

    def request(self, request: Any) -> Deferred[Any]:
        answer = super().request(request)
        # As in Scrapy's: Twisted makes the parser itself, of a class that cannot be chosen.
        self._parser.__class__ = BoundedParser
        self.on_sent(request)
        return answer

    def dataReceived(self, bytes: bytes) -> None:
        parser = self._parser
        super().dataReceived(bytes)  # type: ignore[no-untyped-call]
        if parser is not None and getattr(parser, "header_bytes", 0) > HEADER_BYTES:
            assert self.transport is not None
            self.transport.abortConnection()


class BoundedFactory(_HTTP11ClientFactory):
    """Makes :class:`BoundedProtocol` connections for a pool."""

    noisy = False
    on_sent: Callable[[Any], None]

    def buildProtocol(self, addr: Any) -> BoundedProtocol:
        protocol = BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
        protocol.on_sent = self.on_sent
        return protocol
