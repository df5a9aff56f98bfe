"""What each fault does to an answer."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Any

from tests.newsroom.faults import Fault
from tests.newsroom.messages import Delivery, Request, Response, http_date, not_found
from tests.newsroom.templates import fill
from tests.newsroom.traps import XML_TRAPS

Breaker = Callable[[Request, Response, Any], Response]
"""From the request, the right answer and the fault's options to the answer that goes out."""

BREAKERS: dict[str, Breaker] = dict(XML_TRAPS)

_MEGABYTE = 1024 * 1024
_FILLER = b'<div class="iklan">' + b"Pariwara " * 113 + b"</div>"


def breaker(function: Breaker) -> Breaker:
    """Register a fault under its function's name."""
    BREAKERS[function.__name__] = function
    return function


def broken(request: Request, response: Response, fault: Fault) -> Response:
    """The answer as the fault leaves it."""
    failing = BREAKERS[fault.kind](request, response, fault.options)
    failing.note = fault.kind
    failing.article = response.article
    return failing


@breaker
def status(request: Request, response: Response, options: Any) -> Response:
    answer = not_found(options["code"])
    seconds = options.get("retry_after")
    if seconds is not None:
        answer.headers["retry-after"] = _retry_after(seconds, as_date=options.get("as_date", False))
    return answer


def _retry_after(seconds: float, *, as_date: bool) -> str:
    if as_date:
        return http_date(datetime.fromtimestamp(time.time() + seconds, UTC))
    return str(int(seconds))


@breaker
def slow(request: Request, response: Response, options: Any) -> Response:
    return _delivered(response, Delivery(wait=options["seconds"]))


@breaker
def stall(request: Request, response: Response, options: Any) -> Response:
    half = len(response.content) // 2
    return _delivered(response, Delivery(stall_after=half, stall=options["seconds"]))


@breaker
def trickle(request: Request, response: Response, options: Any) -> Response:
    return _delivered(
        response, Delivery(trickle=options.get("size", 64), trickle_pause=options.get("pause", 0.1))
    )


@breaker
def cut(request: Request, response: Response, options: Any) -> Response:
    kept = int(len(response.content) * options.get("share", 0.5))
    return _delivered(response, Delivery(cut_after=kept, chunked=options.get("chunked", False)))


@breaker
def reset(request: Request, response: Response, options: Any) -> Response:
    return _delivered(response, Delivery(reset=True))


@breaker
def hangup(request: Request, response: Response, options: Any) -> Response:
    return _delivered(response, Delivery(raw_head=b""))


@breaker
def garbage(request: Request, response: Response, options: Any) -> Response:
    return _delivered(response, Delivery(raw_head=b"\x16\x03\x01 bukan HTTP\r\n\r\n" + bytes(range(256))))


@breaker
def charset(request: Request, response: Response, options: Any) -> Response:
    text = _as_declared(response.content.decode(), options.get("meta"))
    base = response.content_type.partition(";")[0]
    declared = options.get("declared")
    body = text.encode(options.get("encoding", "utf-8"), "xmlcharrefreplace")
    return Response(body, content_type=f"{base}; charset={declared}" if declared else base)


def _as_declared(text: str, meta: str | None) -> str:
    if meta is None:
        return text
    return re.sub(r'<meta charset="[^"]*">', f'<meta charset="{meta}">' if meta else "", text)


@breaker
def double_encoded(request: Request, response: Response, options: Any) -> Response:
    # latin-1 stands in for the five bytes that windows-1252 leaves undefined.
    misread = "".join(_misread(byte) for byte in response.content)
    return Response(misread.encode(), content_type=response.content_type)


def _misread(byte: int) -> str:
    try:
        return bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        return chr(byte)


@breaker
def redirect(request: Request, response: Response, options: Any) -> Response:
    return Response(b"", options.get("status", 302), headers={"location": options["to"]})


@breaker
def redirect_loop(request: Request, response: Response, options: Any) -> Response:
    length = options.get("length", 1)
    if length == 1:
        return Response(b"", 302, headers={"location": request.target})
    turn = (request.number("putaran", 0) + 1) % length
    return Response(b"", 302, headers={"location": f"{request.path}?putaran={turn}"})


@breaker
def challenge(request: Request, response: Response, options: Any) -> Response:
    brand = options.get("brand", "cloudflare")
    text = fill(f"challenges/{brand}", host=request.host, path=request.path)
    answer = Response(text.encode(), options.get("status", 200))
    answer.headers["cache-control"] = "private, max-age=0, no-store"
    if brand == "cloudflare":
        answer.headers |= {
            "server": "cloudflare",
            "cf-mitigated": "challenge",
            "cf-ray": "8c1f0a2b3c4d5e6f-CGK",
        }
    return answer


@breaker
def empty(request: Request, response: Response, options: Any) -> Response:
    return Response(b"", content_type=response.content_type)


@breaker
def huge(request: Request, response: Response, options: Any) -> Response:
    size = options.get("megabytes", 50) * _MEGABYTE
    start = response.content
    headers = {"content-length": str(size)} if options.get("declared") else {}
    return Response(lambda: _padded(start, size), content_type=response.content_type, headers=headers)


def _padded(start: bytes, size: int) -> Iterator[bytes]:
    block = _FILLER * 60
    yield start[:size]
    left = size - min(len(start), size)
    while left > 0:
        yield block[:left]
        left -= len(block)


@breaker
def gzip_bomb(request: Request, response: Response, options: Any) -> Response:
    packed = _packed_filler(options.get("megabytes", 50))
    # Members of a gzip stream may follow one another (RFC 1952, 2.2).
    body = gzip.compress(response.content, mtime=0) + packed
    return Response(body, content_type=response.content_type, headers={"content-encoding": "gzip"})


@cache
def _packed_filler(megabytes: int) -> bytes:
    return gzip.compress(_FILLER * 1000, mtime=0) * (megabytes * _MEGABYTE // (len(_FILLER) * 1000) + 1)


@breaker
def broken_html(request: Request, response: Response, options: Any) -> Response:
    text = response.content.decode()
    rng = Random(request.path)
    torn = re.sub(
        r"</(?:div|p|span|li|ul|a|h\d|article|section)>", lambda m: m[0] if rng.random() < 0.4 else "", text
    )
    torn = torn.replace('<div class="', '<div <b class="', 1).replace("<p>", "<p>\x00<table><tr><p", 1)
    torn = torn.replace("</head>", "<script>if (a < b && '</div>') {</head>", 1).replace(
        "</script>", "</script>", 1
    )
    return Response((torn + '<a href="/putus').encode(), content_type=response.content_type)


@breaker
def html(request: Request, response: Response, options: Any) -> Response:
    content_type = response.content_type if options.get("keep_type") else "text/html; charset=UTF-8"
    return Response(fill("challenges/maintenance", host=request.host).encode(), content_type=content_type)


@breaker
def binary(request: Request, response: Response, options: Any) -> Response:
    return Response(Random(request.path).randbytes(options.get("size", 20_000)))


@breaker
def headers(request: Request, response: Response, options: Any) -> Response:
    fields = dict(options["fields"])
    response.content_type = fields.pop("content-type", response.content_type)
    response.headers |= fields
    return response


@breaker
def body(request: Request, response: Response, options: Any) -> Response:
    return Response(
        options["text"].encode(), content_type=options.get("content_type") or response.content_type
    )


def _delivered(response: Response, delivery: Delivery) -> Response:
    return Response(
        response.body, response.status, response.content_type, dict(response.headers), None, delivery
    )
