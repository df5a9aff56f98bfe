"""Sitemap files, read entry by entry: memory does not grow with their length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from time import thread_time
from typing import Literal, TypeVar

from lxml import etree

from newscrawl.discovery.addresses import plain_address
from newscrawl.discovery.source import IncompleteListingError, UnreadableListingError
from newscrawl.discovery.xml import CHUNK, HARMLESS, begun, check_prologue, local_name, mended, unpacked

_END = re.compile(
    rb"</(?:\w{1,30}:)?(?:urlset|sitemapindex)\s*>|<(?:\w{1,30}:)?(?:urlset|sitemapindex)\b[^>]{0,999}/>",
    re.IGNORECASE,
)
_CLOSING = re.compile(rb"</(?:\w{1,30}:)?(?:urlset|sitemapindex)\s*>", re.IGNORECASE)
_OPENING = re.compile(rb"<(?:\w{1,30}:)?(?:urlset|sitemapindex)\b[^>]{0,999}>", re.IGNORECASE)
_LONGEST_END = 1100
_BEGIN = re.compile(rb"<(?:\w{1,30}:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
_ENTRY = re.compile(rb"<(/?)(?:\w{1,30}:)?(?:url|sitemap)(?=[\s>])", re.IGNORECASE)
_ADDRESS_LINE = re.compile(rb"(?im)^[ \t]{0,20}https?://")
_ADDRESS_IN_TEXT = re.compile(rb"(?:>|&gt;|\[CDATA\[)\s{0,100}(?:https?:)?//\w", re.IGNORECASE)
Result = TypeVar("Result")

MAX_ENTRIES = 2_000_000
"""Forty times what the protocol allows (sitemaps.org); some sites write all they have into one file."""

MAX_SECONDS = 120.0
"""Of the processor, not of the clock; two million entries take some 20."""

_LINES_BEFORE = 8192
"""Remarks may stand before a list of addresses."""

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
        IncompleteListingError: it ends before its end; all entries that are there were given.
        UnreadableListingError: empty, HTML, with entity declarations, unpacking beyond the limit, or no XML.
    """
    chunks = unpacked(body, url)
    start = begun(next(chunks, b""))
    if not start.startswith(b"<") and _ADDRESS_LINE.search(start, 0, _LINES_BEFORE):
        yield from _lines(start, chunks)
        return
    check_prologue(start, url)
    parser = _parser()
    broken: UnreadableListingError | None = None
    ends, half, tail = False, False, b""
    known = _BEGIN.search(start) is not None
    budget, documents = _Budget(url), _Documents()
    pieces = mended(chain([start], chunks))
    try:
        while (chunk := budget.spent_on(lambda: next(pieces, None))) is not None:
            ends = _ends(tail, chunk, before=ends)
            opened = _ENTRY.findall(chunk)
            half = opened[-1] == b"" if opened else half
            tail = chunk[-_LONGEST_END:]
            part = documents.as_one(chunk)
            yield from budget.spent_on(lambda piece=part: list(_fed(parser, piece, url)))  # type: ignore[misc]
    except UnreadableListingError as error:
        broken = error
    # Where the parser recovered from a fault it hands out the rest only now.
    rest = list(_closed(parser))
    cut = bool(broken) or (not ends and known)
    yield from rest[:-1] if cut and half else rest
    if not (known or rest or budget.entries or start.startswith(b"<") or b"\0" in start[:4]):
        raise UnreadableListingError(f"{url}: nothing in the answer is a sitemap")
    if cut:
        raise IncompleteListingError(str(broken or f"{url}: the sitemap ends before its end")) from broken


def _ends(tail: bytes, chunk: bytes, *, before: bool) -> bool:
    """Whether the document begun last has its end; ``before`` tells what was so without ``chunk``."""
    end = max((found.end() for found in _END.finditer(tail + chunk)), default=0)
    begin = max((found.start() for found in _BEGIN.finditer(tail + chunk)), default=-1)
    return end > begin if end or begin >= 0 else before


class _Documents:
    """Makes one document of several that were written one after the other into one file.

    A parser stops at the end of the first. So no end is handed to it, and the beginning once: each further
    one would be a level of the tree more.
    """

    def __init__(self) -> None:
        self._opening = b""

    def as_one(self, chunk: bytes) -> bytes:
        """A piece of the file as it is to be parsed."""
        chunk = _CLOSING.sub(b"", chunk)
        if self._opening:
            return chunk.replace(self._opening, b"")
        if found := _OPENING.search(chunk):
            self._opening = found.group()
            return chunk[: found.end()] + chunk[found.end() :].replace(self._opening, b"")
        return chunk


def _parser() -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events=("end",),
        tag=("{*}url", "{*}sitemap", "{*}URL", "{*}SITEMAP", "{*}Url", "{*}Sitemap"),
        remove_comments=True,
        remove_pis=True,
        **HARMLESS,
    )


class _Budget:
    """What reading one file may cost: a few megabytes can unpack to what keeps a processor for an hour."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._seconds = 0.0
        self.entries = 0

    def spent_on(self, work: Callable[[], Result]) -> Result:
        """What ``work`` gives.

        Raises:
            IncompleteListingError: the file has too many entries, or takes too much of the processor.
        """
        began = thread_time()
        done = work()
        self._seconds += thread_time() - began
        self.entries += len(done) if isinstance(done, list) else 0
        if self.entries > MAX_ENTRIES:
            raise IncompleteListingError(
                f"{self._url}: more than {MAX_ENTRIES:,} entries; the rest is left out"
            )
        if self._seconds > MAX_SECONDS:
            raise IncompleteListingError(
                f"{self._url}: it takes more than {MAX_SECONDS:.0f} seconds to read; the rest is left out"
            )
        return done


def root_name(body: bytes, url: str) -> str:
    """Local name of the document's first element; empty if there is none near its start."""
    parser = etree.XMLPullParser(events=("start",), **HARMLESS)
    start = begun(next(unpacked(body, url), b""))
    if not start.startswith(b"<"):
        return ""
    try:
        parser.feed(start)
    except etree.XMLSyntaxError:
        return ""
    for _, element in parser.read_events():
        return local_name(element)
    return ""


def names_addresses(body: bytes, url: str) -> bool:
    """Whether texts near the document's start are addresses, whatever the elements are that hold them."""
    start = begun(next(unpacked(body, url), b""))
    first, *behind = start.split(b"<!--")
    without_remarks = [first, *(part.partition(b"-->")[2] for part in behind)]
    return any(map(_ADDRESS_IN_TEXT.search, without_remarks))


def _fed(parser: etree.XMLPullParser, chunk: bytes, url: str) -> Iterator[Entry]:
    try:
        parser.feed(chunk)
    except etree.XMLSyntaxError as error:
        raise UnreadableListingError(f"{url}: not XML: {error}") from None
    yield from _drained(parser)


def _closed(parser: etree.XMLPullParser) -> Iterator[Entry]:
    with suppress(etree.XMLSyntaxError):
        parser.close()
    yield from _drained(parser)


def _drained(parser: etree.XMLPullParser) -> Iterator[Entry]:
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
    loc = plain_address(fields.get("loc", ""))
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
        *whole, rest = (rest + chunk).replace(b"\r", b"\n").split(b"\n")
        yield from filter(None, map(_line, whole))
        rest = rest[:CHUNK]
    yield from filter(None, map(_line, rest.replace(b"\r", b"\n").split(b"\n")))


def _line(line: bytes) -> Entry | None:
    address = plain_address(line.decode("utf-8", "replace"))
    return Entry("url", address) if address.lower().startswith(("http://", "https://")) else None
