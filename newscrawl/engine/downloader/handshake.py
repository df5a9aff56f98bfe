"""A TLS handshake comes to an end: a server that does not speak TLS may never answer one."""

from __future__ import annotations

from typing import Any, cast

from OpenSSL import SSL
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IOpenSSLClientConnectionCreator
from twisted.python.failure import Failure
from zope.interface import implementer

from newscrawl.engine.failures import NoHandshakeError, NoTlsError

HANDSHAKE_SECONDS = 20.0
"""A handshake is two or three journeys; on a line on which one takes five seconds nobody reads the news."""

_OTHER_LANGUAGES = ("wrong version number", "http request", "packet length too long", "record layer failure")
"""What OpenSSL says of an answer that is no TLS, by version."""


@implementer(IOpenSSLClientConnectionCreator)
class InTime:
    """Makes the connections that ``creator`` makes, and ends those whose handshake takes too long."""

    def __init__(self, creator: Any, seconds: float = HANDSHAKE_SECONDS) -> None:
        self._creator = creator
        self._seconds = seconds

    def clientConnectionForTLS(self, tlsProtocol: Any) -> SSL.Connection:
        from twisted.internet import reactor as running  # noqa: PLC0415 - which one it is is known by now

        connection: SSL.Connection = self._creator.clientConnectionForTLS(tlsProtocol)

        def look() -> None:
            if connection.get_peer_finished() is None and tlsProtocol.connected:
                why = NoHandshakeError(f"no TLS handshake within {self._seconds:g} seconds; is it http?")
                tlsProtocol.failVerification(Failure(why))  # type: ignore[no-untyped-call]

        cast("ReactorBase", running).callLater(self._seconds, look)
        return connection


def as_no_tls(error: BaseException | None) -> Exception | None:
    """What ``error`` is if it says that the server does not speak TLS."""
    if isinstance(error, NoHandshakeError):
        return error
    if isinstance(error, SSL.Error) and any(said in str(error) for said in _OTHER_LANGUAGES):
        return NoTlsError("the server answers, but not by TLS; is it http?")
    return None
