"""Answers as a server would give them, for sources that are read without a crawl."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse

from newscrawl.discovery import Found, NextPage, Source, Want

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 8, 17, 9, 0, tzinfo=WIB)
NEWEST = Want(now=NOW)


def want(**asked: Any) -> Want:
    """What is wanted on 17 August 2026; days may be given as text."""
    for edge in ("since", "until"):
        if isinstance(asked.get(edge), str):
            asked[edge] = datetime.fromisoformat(asked[edge]).replace(tzinfo=WIB)
    return Want(now=NOW, **asked)


def html(
    text: str, url: str = "https://kabar.example/indeks", *, request: Request | None = None
) -> HtmlResponse:
    """An HTML page."""
    return HtmlResponse(url, body=text.encode(), encoding="utf-8", request=request or Request(url))


def text(
    body: str, url: str = "https://kabar.example/api", *, request: Request | None = None
) -> TextResponse:
    """Text of another kind."""
    return TextResponse(url, body=body.encode(), encoding="utf-8", request=request or Request(url))


def raw(
    body: bytes, url: str = "https://kabar.example/sitemap.xml", *, request: Request | None = None
) -> Response:
    """Bytes."""
    return Response(url, body=body, request=request or Request(url))


def found(source: Source, response: Response, asked: Want = NEWEST) -> list[Found]:
    """The articles that a source reads off an answer."""
    return [entry for entry in source.read(response, asked) if isinstance(entry, Found)]


def urls(source: Source, response: Response, asked: Want = NEWEST) -> list[str]:
    """Their addresses."""
    return [entry.url for entry in found(source, response, asked)]


def led_to(source: Source, response: Response, asked: Want = NEWEST) -> list[Request]:
    """The listings that a source is led to."""
    return [entry for entry in source.read(response, asked) if isinstance(entry, Request)]


def next_page(source: Source, response: Response, asked: Want = NEWEST) -> Request | None:
    """The next page of the walk."""
    pages = [entry.request for entry in source.read(response, asked) if isinstance(entry, NextPage)]
    return pages[0] if pages else None
