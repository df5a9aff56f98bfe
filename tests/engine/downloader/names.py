"""A resolver that knows what a test tells it: for names that no test may really ask for."""

from __future__ import annotations

import json
import os
from typing import Any, Self

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver
from zope.interface import implementer

TABLE = "NEWSCRAWL_TEST_NAMES"
"""Variable of the environment: JSON, each name with its answers, one after the other, the last for ever."""


@implementer(IHostnameResolver)
class Names:
    """Put it in with TWISTED_DNS_RESOLVER."""

    def __init__(self, reactor: Any) -> None:
        self.reactor = reactor
        self.name = ""
        self._answers: dict[str, list[list[str]]] = json.loads(os.environ[TABLE])

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Self:  # noqa: ARG003 - Scrapy's signature
        return cls(reactor)

    def install_on_reactor(self) -> None:
        """Scrapy calls it."""
        self.reactor.installNameResolver(self)

    def resolveHostName(
        self,
        resolutionReceiver: Any,
        hostName: str,
        portNumber: int = 0,
        addressTypes: Any = None,
        transportSemantics: str = "TCP",
    ) -> Any:
        """Twisted calls it."""
        resolutionReceiver.resolutionBegan(self)
        answers = self._answers.get(hostName, [[hostName]])
        for address in answers.pop(0) if len(answers) > 1 else answers[0]:
            kind = IPv6Address if ":" in address else IPv4Address
            resolutionReceiver.addressResolved(kind("TCP", address, portNumber))
        resolutionReceiver.resolutionComplete()
        return self

    def cancel(self) -> None:
        """There is nothing to cancel."""
