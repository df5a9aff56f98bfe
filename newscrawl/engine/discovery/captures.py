"""Copies of pages in web archives: how they are asked for, and what comes of the answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from scrapy.http import HtmlResponse, Response, TextResponse

from newscrawl.discovery.common_crawl import CommonCrawlIndex, record_range
from newscrawl.discovery.source import Found, Source
from newscrawl.discovery.wayback import Wayback
from newscrawl.engine.headers import header_texts
from newscrawl.reading.fetched import Heard
from newscrawl.sites.book import original

_CAPTURED_AT = "newscrawl_captured_at"


class NoCaptureError(ValueError):
    """The record of a WARC file that was fetched holds no page; the message says why."""


def archives(name: str, domains: Iterable[str]) -> tuple[Source, ...]:
    """The sources of the web archive ``name`` for a publisher's domains; none for the site itself."""
    kinds: dict[str, type[Wayback | CommonCrawlIndex]] = {
        kind.kind: kind for kind in (Wayback, CommonCrawlIndex)
    }
    return tuple(kinds[name](domain) for domain in domains) if name in kinds else ()


def asked_with(found: Found) -> dict[str, Any]:
    """What a request for an article is made with, beside its callbacks: address, headers, meta."""
    if not found.capture:
        return {"url": found.url, "meta": {}}
    meta = {"allow_offsite": True}  # the address is the archive's
    ranged = record_range(found.capture)
    if ranged is None:
        return {"url": found.capture, "meta": meta}
    address, of_record = ranged
    # Many records are in one file: Scrapy would take the second for the first.
    return {"url": address, "headers": {"Range": of_record}, "meta": meta, "dont_filter": True}


def page_in(response: Response, found: Found) -> Response:
    """The page as its publisher sent it, where the answer is a record of a WARC file; else the answer.

    Raises:
        NoCaptureError: the record holds no page.
        MissingExtraError: the library that reads records is not installed.
    """
    if not found.capture or record_range(found.capture) is None:
        return response
    from newscrawl.warc.captures import Capture  # noqa: PLC0415 - nobody else needs the extra
    from newscrawl.warc.reading import capture_at  # noqa: PLC0415

    try:
        capture = capture_at(BytesIO(response.body), 0)
    except OSError as error:
        raise NoCaptureError(f"no record of a WARC file came: {error}") from error
    if not isinstance(capture, Capture):
        raise NoCaptureError(capture.explanation or capture.reason)
    response.meta[_CAPTURED_AT] = capture.fetched_at
    return HtmlResponse(
        capture.url, headers=dict(capture.headers), body=capture.body, request=response.request
    )


def told(response: TextResponse, found: Found, *, now: datetime) -> dict[str, Any]:
    """What is known of a page beside itself, for :func:`newscrawl.reading.fetched.read_fetched`.

    A page that :func:`page_in` took out of a record was fetched when it was captured.
    """
    captured_at = response.meta.get(_CAPTURED_AT)
    return {
        "fetched_at": captured_at or now,
        "via": found.capture if captured_at else None,
        "headers": header_texts(response),
        "heard": Heard(found.published, found.title, found.trusted),
    }


def part_beside(response: Response, url: str) -> str:
    """Where a further page of an article is: beside the copy of the first, if that is one."""
    first = original(response.url)
    return url if first == response.url else response.url.removesuffix(first) + url
