"""TLS certificates that do not fit: said and counted, or fatal where that is asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from OpenSSL import SSL
from OpenSSL.crypto import X509
from scrapy.core.downloader.contextfactory import _ScrapyCertificateOptions, _ScrapyClientContextFactory
from scrapy.core.downloader.tls import _ScrapyClientTLSOptions26
from scrapy.crawler import Crawler
from service_identity import CertificateError as UnreadableCertificateError
from service_identity import VerificationError
from service_identity.hazmat import DNS_ID, IPAddress_ID, verify_service_identity
from service_identity.pyopenssl import extract_patterns
from twisted.internet.ssl import platformTrust

from newscrawl.engine.downloader.handshake import InTime
from newscrawl.monitoring.summary import UNFIT_CERTIFICATES

logger = logging.getLogger(__name__)

_FAULTS = {
    9: "not valid yet",
    10: "expired",
    18: "signed by itself",
    19: "signed by an authority of its own",
    20: "the authority that signed it is unknown or missing from the chain",
    21: "the chain is not complete",
}
"""The faults that occur, by OpenSSL's number (X509_V_ERR_*)."""

Note = Callable[[str], None]


class NotingContextFactory(_ScrapyClientContextFactory):
    """Connects whatever certificate a host shows, and says once for each host what is wrong with it.

    What is read is public and no secret is sent, while expired certificates and incomplete chains are common
    on small sites: to refuse them would lose whole sites. ``DOWNLOAD_VERIFY_CERTIFICATES`` refuses them.
    """

    crawler: Crawler
    told: set[str]

    @classmethod
    def of(cls, crawler: Crawler) -> NotingContextFactory:
        """The factory for one crawl."""
        factory = cls.from_crawler(crawler)
        factory.crawler = crawler
        factory.told = set()
        return factory

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:
        if self._verify_certificates:
            return InTime(super().creatorForNetloc(hostname, port))
        host = hostname.decode("ascii")
        trusted = platformTrust()  # type: ignore[no-untyped-call]
        options = _ScrapyCertificateOptions(trustRoot=trusted, **self._get_cert_options_kwargs())
        creator = _NotingTLSOptions(options._makeTLSConnection, host)
        creator.note = lambda fault: self.note(host, fault)
        return InTime(creator)

    def note(self, host: str, fault: str) -> None:
        """Say what is wrong with the certificate of ``host``, the first time."""
        if host in self.told:
            return
        self.told.add(host)
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(UNFIT_CERTIFICATES)
        logger.warning(
            "The certificate of %s does not fit (%s); read all the same (DOWNLOAD_VERIFY_CERTIFICATES=1"
            " refuses it)",
            host,
            fault,
        )


class _NotingTLSOptions(_ScrapyClientTLSOptions26):
    """Hands every fault of a certificate to ``note`` and goes on."""

    note: Note

    def clientConnectionForTLS(self, tlsProtocol: Any) -> SSL.Connection:
        connection = super().clientConnectionForTLS(tlsProtocol)
        kind: Any = DNS_ID if self._hostnameIsDnsName else IPAddress_ID
        connection.set_verify(SSL.VERIFY_PEER, _checking(kind(self._hostnameASCII), self.note))
        return connection


def _checking(name: Any, note: Note) -> Callable[[SSL.Connection, X509, int, int, int], bool]:
    def check(_: SSL.Connection, certificate: X509, fault: int, depth: int, fits: int) -> bool:
        if not fits:
            note(_FAULTS.get(fault, f"OpenSSL's fault {fault}"))
        elif depth == 0:
            try:
                verify_service_identity(extract_patterns(certificate), [name], [])
            except (UnreadableCertificateError, VerificationError):
                note("it is for another host")
        return True

    return check
