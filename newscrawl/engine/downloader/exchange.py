"""What was asked and what came, as a WARC file keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Headers, Response

from newscrawl.discovery.source import Found

if TYPE_CHECKING:
    from newscrawl.archive.pages import KeptPage
    from newscrawl.warc.exchange import Exchange

KEPT = "newscrawl_kept"
"""Key of a request's meta under which stands where its answer is kept."""

PARTS = "newscrawl_parts"
"""Key of an article request's meta for the same of the article's further pages."""


def pages_of(response: Response) -> tuple[KeptPage, ...]:
    """Where the pages of the article that ``response`` begins are kept; empty if they are not."""
    first = response.meta.get(KEPT)
    return (first, *response.meta.get(PARTS, ())) if first is not None else ()


def exchange_of(request: Request, response: Response, *, fetched_at: datetime) -> Exchange:
    """``request`` and its answer ``response``, whose body nobody has unpacked yet.

    Twisted has joined a body that came in chunks, and its header says nothing of chunks any more.
    """
    from newscrawl.warc.exchange import Exchange  # noqa: PLC0415 - nobody else needs the extra

    asked = [(b"Host", urlsplit(request.url).netloc.encode("latin-1", "replace")), *_pairs(request.headers)]
    found = request.cb_kwargs.get("found")
    return Exchange(
        target=response.url,
        fetched_at=fetched_at,
        method=request.method,
        asked_with=asked,
        asked_body=request.body,
        protocol=response.protocol or "HTTP/1.1",
        status=response.status,
        reason=_phrase(response.status),
        headers=list(_pairs(response.headers)),
        body=response.body,
        address=str(response.ip_address) if response.ip_address else None,
        listing=_said(found) if isinstance(found, Found) else {},
    )


def _pairs(headers: Headers) -> Iterator[tuple[bytes, bytes]]:
    for name, values in headers.items():
        # A proxy's password is nobody's who reads the page.
        for value in () if name == b"Proxy-Authorization" else values or ():
            yield name, value


def _phrase(status: int) -> str:
    """Twisted keeps the number alone; the phrase says no more (RFC 9112, 4)."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _said(found: Found) -> dict[str, str | bool]:
    """What the listing said that the reading of the page hears as a witness."""
    said = {"published": found.published, "title": found.title, "trusted": found.trusted}
    return {name: value for name, value in said.items() if value}
