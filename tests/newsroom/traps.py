"""Faults of feeds and sitemaps: documents made to exhaust, to spy, or to lead astray."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.newsroom.messages import Request, Response

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_PER_SITEMAP = 50_000
_XML = "application/xml; charset=UTF-8"

XML_TRAPS: dict[str, Callable[[Request, Response, Any], Response]] = {}


def trap(
    function: Callable[[Request, Response, Any], Response],
) -> Callable[[Request, Response, Any], Response]:
    """Register a fault under its function's name."""
    XML_TRAPS[function.__name__] = function
    return function


@trap
def entity_bomb(request: Request, response: Response, options: Any) -> Response:
    levels = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    doctype = '<!DOCTYPE bom [<!ENTITY a0 "tabrak">' + "".join(levels) + "]>"
    return _with_entity(response, doctype, "&a9;")


@trap
def external_entity(request: Request, response: Response, options: Any) -> Response:
    address = options.get("address", "file:///etc/passwd")
    return _with_entity(response, f'<!DOCTYPE intip [<!ENTITY luar SYSTEM "{address}">]>', "&luar;")


def _with_entity(response: Response, doctype: str, entity: str) -> Response:
    """The document with a doctype, and the entity in its first title or address."""
    text = response.content.decode()
    head, mark, rest = text.partition("?>\n")
    for tag in ("<title>", "<loc>"):
        rest = rest.replace(tag, tag + entity, 1)
    return Response((head + mark + doctype + rest).encode(), content_type=response.content_type)


@trap
def sitemap_loop(request: Request, response: Response, options: Any) -> Response:
    turn = (request.number("putaran", 0) + 1) % options.get("length", 1)
    return _index(request, [f"{request.path}?putaran={turn}" if turn else request.path])


@trap
def endless_sitemap(request: Request, response: Response, options: Any) -> Response:
    turn = request.number("putaran", 0)
    return _index(request, [f"{request.path}?putaran={3 * turn + n}" for n in (1, 2, 3)])


@trap
def vast_sitemap(request: Request, response: Response, options: Any) -> Response:
    urls = options.get("urls", 1_000_000)
    part = request.number("bagian", 0)
    if not part:
        parts = -(-urls // _PER_SITEMAP)
        return _index(request, [f"{request.path}?bagian={n}" for n in range(1, parts + 1)])
    first = (part - 1) * _PER_SITEMAP
    origin = request.origin
    return Response(lambda: _entries(origin, first, min(first + _PER_SITEMAP, urls)), content_type=_XML)


def _entries(origin: str, first: int, end: int) -> Iterator[bytes]:
    yield f"{_HEAD}<urlset {_NAMESPACE}>".encode()
    for start in range(first, end, 500):
        numbers = range(start, min(start + 500, end))
        yield "".join(
            f"<url><loc>{origin}/arsip-berita-lama-nomor-{n:07}</loc>"
            f"<lastmod>20{n % 20:02}-{n % 12 + 1:02}-{n % 28 + 1:02}T08:00:00+07:00</lastmod></url>\n"
            for n in numbers
        ).encode()
    yield b"</urlset>"


def _index(request: Request, targets: list[str]) -> Response:
    entries = "".join(f"<sitemap><loc>{request.origin}{target}</loc></sitemap>" for target in targets)
    text = f"{_HEAD}<sitemapindex {_NAMESPACE}>{entries}</sitemapindex>"
    return Response(text.encode(), content_type=_XML)
