"""One request and its answer, as a WARC file keeps them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

LISTING_FIELD = "Newscrawl-Listing"
"""Field of a response record that holds what the listing said of the page, as JSON; others ignore it."""

Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Exchange:
    """A request and its answer: ``body`` as it came, before any Content-Encoding was undone.

    ``target`` is the address that was asked, ``fetched_at`` an aware instant, ``address`` the number of the
    server on the network if that is known, ``listing`` what the listing said of the page.
    """

    target: str
    fetched_at: datetime
    method: str
    asked_with: Headers
    asked_body: bytes
    protocol: str
    status: int
    reason: str
    headers: Headers
    body: bytes
    address: str | None = None
    listing: dict[str, str | bool] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """The digest of the body as WARC writes it: SHA-1 in base 32, what every reader of WARC checks."""
        return f"sha1:{base64.b32encode(self.raw_digest).decode()}"

    @cached_property
    def raw_digest(self) -> bytes:
        """The bytes of :attr:`digest`."""
        return hashlib.sha1(self.body, usedforsecurity=False).digest()

    def asked(self, path: str) -> bytes:
        """The request as a message of HTTP/1.1 for ``path``."""
        return _message(f"{self.method} {path} HTTP/1.1", self.asked_with) + self.asked_body

    def head(self) -> bytes:
        """Status line and headers of the answer, with the empty line."""
        return _message(f"{self.protocol} {self.status} {self.reason}".rstrip(), self.headers)

    def said(self) -> str:
        """What the listing said, as one line of ASCII."""
        return json.dumps(self.listing)


def _message(first: str, headers: Headers) -> bytes:
    lines = [name + b": " + _one_line(value) for name, value in headers]
    return b"\r\n".join([first.encode("latin-1", "replace"), *lines, b"", b""])


def _one_line(value: bytes) -> bytes:
    """A header's value without line breaks, which would end it (RFC 9112, 5.2)."""
    return b" ".join(value.split(b"\n")).replace(b"\r", b"")
