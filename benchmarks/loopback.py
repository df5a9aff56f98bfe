"""A plain, fast web server on loopback, so that a benchmark of the crawler measures the crawler.

``python -m benchmarks.loopback FOLDER COUNT`` serves the pages of FOLDER in turn as COUNT articles of any
number of sites, ``/berita/{number}/{slug}``, with sitemaps that name them all. The first line of output is
the address. :mod:`benchmarks.printing` makes such pages.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.printing import ADDRESS, NUMBER

PER_SITEMAP = 50_000
"""Entries of a sitemap, as many as the protocol allows."""

RECENT = 1000
"""One article in so many is of August 2026, the others are of 2020."""

_ARTICLE = re.compile(rb"GET /berita/(\d+)/")
_SITEMAP = re.compile(rb"GET /sitemap-(\d+)\.xml")
_HOST = re.compile(rb"\r\nhost: ([^\r]+)", re.IGNORECASE)
_HTML, _XML = b"text/html; charset=utf-8", b"application/xml"
_OK = b"200 OK"

Answer = tuple[bytes, bytes, bytes]
"""Status, content type and body."""


class Press:
    """Answers for every site: the pages in turn, and the sitemaps that name ``count`` of them."""

    def __init__(self, pages: list[bytes], count: int) -> None:
        self._pages = pages
        self._count = count

    def answer(self, head: bytes) -> Answer:
        """What a request with this head gets."""
        found = _HOST.search(head)
        origin = b"https://" + (found[1] if found else b"localhost")
        if match := _ARTICLE.match(head):
            return _OK, _HTML, self._article(origin, int(match[1]))
        if match := _SITEMAP.match(head):
            return _OK, _XML, self._sitemap(origin, int(match[1]) * PER_SITEMAP)
        if head.startswith(b"GET /sitemap.xml"):
            return _OK, _XML, self._index(origin)
        return b"404 Not Found", _HTML, b"<h1>404</h1>"

    def _article(self, origin: bytes, number: int) -> bytes:
        page = self._pages[number % len(self._pages)].replace(NUMBER, b"%d" % number)
        return page.replace(ADDRESS, address(origin, number))

    def _index(self, origin: bytes) -> bytes:
        entry = b"<sitemap><loc>%s/sitemap-%d.xml</loc></sitemap>"
        parts = range(-(-self._count // PER_SITEMAP))
        entries = b"".join(entry % (origin, part) for part in parts)
        return b"<sitemapindex>%s</sitemapindex>" % entries

    def _sitemap(self, origin: bytes, first: int) -> bytes:
        return b"<urlset>%s</urlset>" % b"".join(self._entries(origin, first))

    def _entries(self, origin: bytes, first: int) -> Iterator[bytes]:
        for number in range(first, min(first + PER_SITEMAP, self._count)):
            recent = number % RECENT == 0
            day = b"2026-08-%02d" % (number // RECENT % 28 + 1) if recent else b"2020-01-01"
            yield b"<url><loc>%s</loc><lastmod>%s</lastmod></url>" % (address(origin, number), day)


def address(origin: bytes, number: int) -> bytes:
    """The address of an article."""
    return b"%s/berita/%d/kabar-nomor-%d-dari-daerah" % (origin, number, number)


class Connection(asyncio.Protocol):
    """Answers the requests of one connection in turn."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            status, kind, body = self._press.answer(head)
            self._transport.write(
                b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                % (status, kind, len(body), body)
            )


async def serve(folder: Path, count: int) -> None:
    """Serve until the process ends."""
    press = Press([path.read_bytes() for path in sorted(folder.glob("*.html"))], count)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(press), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2])))
