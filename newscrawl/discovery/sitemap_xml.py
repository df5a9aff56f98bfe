"""Sitemap files, read entry by entry: memory does not grow with their length."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from newscrawl.discovery.source import UnreadableListingError
from newscrawl.discovery.xml import check_prologue, local_name

GZIP = b"\x1f\x8b"
CHUNK = 64 * 1024
UNPACKED_MAX = 512 * 1024 * 1024
"""Ten times what the protocol allows a sitemap to unpack to (sitemaps.org: 50 MB)."""

_FIELDS = {"loc", "lastmod", "publication_date", "title"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: of another sitemap (``sitemap``) or of a page (``url``)."""

    kind: Literal["sitemap", "url"]
    loc: str
    lastmod: str | None = None
    published: str | None = None
    title: str | None = None


def read_entries(body: bytes, url: str) -> Iterator[Entry]:
    """The entries of a sitemap or sitemap index, XML or plain text, gzipped or not, in its order.

    Raises:
        UnreadableListingError: empty, HTML, with entity declarations, unpacking beyond the limit, or no XML.
    """
    chunks = unpacked(body, url)
    start = next(chunks, b"").lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"http://", b"https://")):
        yield from _lines(start, chunks)
        return
    check_prologue(start, url)
    parser = etree.XMLPullParser(
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    yield from _fed(parser, start, url)
    for chunk in chunks:
        yield from _fed(parser, chunk, url)


def root_name(body: bytes, url: str) -> str:
    """Local name of the document's first element; empty if there is none near its start."""
    parser = etree.XMLPullParser(
        events=("start",), recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    start = next(unpacked(body, url), b"").lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"<"):
        return ""
    try:
        parser.feed(start)
    except etree.XMLSyntaxError:
        return ""
    for _, element in parser.read_events():
        return local_name(element)
    return ""


def unpacked(body: bytes, url: str) -> Iterator[bytes]:
    """The body in pieces, gunzipped if it is gzip, however often that was done.

    Raises:
        UnreadableListingError: it is broken, or unpacks to more than ``UNPACKED_MAX``.
    """
    if not body.startswith(GZIP):
        for start in range(0, len(body), CHUNK):
            yield body[start : start + CHUNK]
        return
    total, rest = 0, body
    while rest:
        packed = zlib.decompressobj(wbits=31)
        try:
            while not packed.eof:
                piece = packed.decompress(rest, CHUNK)
                rest = packed.unconsumed_tail
                total += len(piece)
                if total > UNPACKED_MAX:
                    raise UnreadableListingError(f"{url}: unpacks to more than {UNPACKED_MAX >> 20} MB")
                if not piece and not rest and not packed.eof:
                    raise UnreadableListingError(f"{url}: the gzip data ends early")
                if piece:
                    yield piece
        except zlib.error as error:
            raise UnreadableListingError(f"{url}: broken gzip data: {error}") from None
        rest = packed.unused_data if packed.unused_data.startswith(GZIP) else b""


def _fed(parser: etree.XMLPullParser, chunk: bytes, url: str) -> Iterator[Entry]:
    try:
        parser.feed(chunk)
    except etree.XMLSyntaxError as error:
        raise UnreadableListingError(f"{url}: not XML: {error}") from None
    for _, element in parser.read_events():
        entry = _entry(element)
        _forget(element)
        if entry:
            yield entry


def _entry(element: etree._Element) -> Entry | None:
    fields: dict[str, str] = {}
    parts = [*element, *(part for child in element if local_name(child) == "news" for part in child)]
    for part in parts:
        name = local_name(part)
        if name in _FIELDS and part.text and name not in fields:
            fields[name] = part.text.strip()
    loc = fields.get("loc")
    if not loc:
        return None
    kind: Literal["sitemap", "url"] = "sitemap" if local_name(element) == "sitemap" else "url"
    return Entry(kind, loc, fields.get("lastmod"), fields.get("publication_date"), fields.get("title"))


def _forget(element: etree._Element) -> None:
    """Drop what was read from the tree, so that it does not grow."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _lines(start: bytes, chunks: Iterator[bytes]) -> Iterator[Entry]:
    rest = start
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        yield from filter(None, map(_line, whole))
        rest = rest[:CHUNK]
    yield from filter(None, map(_line, rest.split(b"\n")))


def _line(line: bytes) -> Entry | None:
    address = line.strip().decode("utf-8", "replace")
    return Entry("url", address) if address.startswith(("http://", "https://")) else None
