"""Takes the pages out of WARC files: of any crawler, whole or damaged, compressed or not.

What is not wanted is passed over by its header alone. Where a file is damaged the reading goes on at the next
record that can be found.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Literal

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from newscrawl.reading.fetched import Heard
from newscrawl.record.codings import DamagedError
from newscrawl.warc.bodies import decoded, is_html
from newscrawl.warc.exchange import LISTING_FIELD
from newscrawl.warc.heads import GZIP, known_heads

LARGEST_PAGE = 10 * 1024 * 1024
"""Bytes of a page as it was sent and unpacked; a crawl fetches no larger ones either (DOWNLOAD_MAXSIZE)."""

_HEADERS = 64 * 1024
_CHUNK = 1 << 20
_ZSTD = b"\x28\xb5\x2f\xfd"
_BEHIND_RECORD = b"\r\n\r\nWARC/1."
_KINDS = WarcRecordType.response | WarcRecordType.revisit | WarcRecordType.resource
_ANSWERS = ("response", "revisit", "resource")
_OK = 200
Reason = Literal["damaged", "too-large", "no-http", "not-html", "http-error", "revisit"]


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was fetched: its address and instant, its HTTP headers, its body unpacked.

    The names of headers are in lower case. ``start`` is the byte of the file at which its record begins,
    ``heard`` what a listing said of it.
    """

    url: str
    fetched_at: datetime
    headers: Mapping[str, str]
    body: bytes
    start: int
    record_id: str
    digest: str
    heard: Heard


@dataclass(frozen=True, slots=True)
class Passed:
    """A record that was wanted and is no page; ``explanation`` is for people where something is wrong.

    Of a revisit ``url`` and ``fetched_at`` say which page was seen again, and when.
    """

    reason: Reason
    start: int
    explanation: str = ""
    url: str = ""
    fetched_at: datetime | None = None


class NoWarcError(ValueError):
    """A file that holds no WARC records; the message says what it is, not which."""


@dataclass(slots=True)
class Counter:
    """How many answers were met, and how many were passed over by their header."""

    records: int = 0
    foreign: int = 0


Wanted = Callable[[str, datetime], bool]
"""Whether the page of an address, fetched at an instant, is wanted."""


def read_captures(
    stream: BinaryIO, wanted: Wanted, count: Counter, *, start: int = 0, end: int | None = None
) -> Iterator[Capture | Passed]:
    """The wanted pages of a file, in its order, and what was wanted and is none.

    Read are the records that begin at ``start`` or later and before ``end``. ``stream`` must allow seeking.

    Raises:
        NoWarcError: the file holds none.
        OSError: it cannot be read.
    """
    check_kind(stream)
    place: int | None = start if start == 0 else next_record(stream, start)
    while place is not None and (end is None or place < end):
        walk = _Walk(stream, place, end)
        yield from walk.read(wanted, count)
        place = next_record(stream, walk.last + 1) if walk.broken else None


@dataclass(slots=True)
class _Walk:
    """Through the records from ``place`` on, to the end or to where the file is damaged.

    A record is handed on once the next one was met: only then is its check sum known to be right. ``last`` is
    where the last record began that was met; ``leaps`` is false where heads cannot be told without unpacking.
    """

    stream: BinaryIO
    last: int
    end: int | None
    broken: bool = False
    leaps: bool = True

    def read(self, wanted: Wanted, count: Counter) -> Iterator[Capture | Passed]:
        held: list[Capture | Passed] = []
        try:
            for record in self._records(wanted, count):
                yield from held
                held = []
                if self.end is not None and record.stream_pos >= self.end:
                    return
                self.last = record.stream_pos
                held = list(_one(record, self.last, wanted, count))
        except OSError as error:
            if error.errno is not None:
                raise
            self.broken = True
            yield from self._judged(held, str(error))
            return
        yield from held
        if _is_cut(self.stream, self.last):
            self.broken = True
            if not any(isinstance(each, Passed) and each.reason == "damaged" for each in held):
                yield Passed("damaged", self.last, "the record is cut short")

    def _records(self, wanted: Wanted, count: Counter) -> Iterator[WarcRecord]:
        """The records from ``last`` on, but for foreign ones that follow a foreign one, which are counted."""
        known = -1
        going_on = True
        while going_on:
            going_on = False
            self.stream.seek(self.last)
            for record in ArchiveIterator(self.stream, record_types=_KINDS, parse_http=False):
                if record.stream_pos == known:
                    continue
                before = count.foreign
                yield record
                if count.foreign > before and self._leap(wanted, count):
                    known, going_on = self.last, True
                    break

    def _leap(self, wanted: Wanted, count: Counter) -> bool:
        """Pass over the foreign records behind the one at ``last``, to the last that is known to be foreign;
        whether there are any."""
        if not self.leaps:
            return False
        place, first = self.stream.tell(), self.last
        for head in known_heads(self.stream, first):
            if head.start == first:
                continue
            if self.end is not None and head.start >= self.end:
                break
            if head.kind in _ANSWERS:
                if head.fetched_at is None or _is_page(head.url, head.fetched_at, wanted):
                    break
                count.records += 1
                count.foreign += 1
            self.last = head.start
        self.leaps = self.last > first
        self.stream.seek(place)
        return self.leaps

    def _judged(self, held: list[Capture | Passed], fault: str) -> Iterator[Capture | Passed]:
        """What was held when the file broke off: the fault is in its record, or in one behind it."""
        packed = _is_packed(self.stream)
        sound = not packed or _is_sound(self.stream, self.last)
        if sound:
            yield from held
        if not (packed and sound):
            yield Passed("damaged", self.last, f"{fault}; reading goes on at the next record")


def capture_at(stream: BinaryIO, start: int) -> Capture | Passed:
    """The page whose record begins at ``start``.

    Raises:
        OSError: there is no record.
    """
    stream.seek(start)
    for record in ArchiveIterator(stream, record_types=_KINDS, parse_http=False):
        return next(_one(record, start, _any, Counter()))
    raise OSError("no record begins there")


def answers_from(stream: BinaryIO, start: int) -> Iterator[tuple[int, str]]:
    """Where each answer begins whose record stands at ``start`` or behind it, and its address; up to where
    the file is damaged, which the walk through the file itself tells."""
    last = -1
    for head in known_heads(stream, start):
        last = head.start
        if head.kind in _ANSWERS:
            yield head.start, head.url
    stream.seek(max(last, start))
    try:
        for record in ArchiveIterator(stream, record_types=_KINDS, parse_http=False):
            if record.stream_pos > last:
                yield record.stream_pos, (record.headers.get("WARC-Target-URI") or "").strip("<>")
    except OSError:
        return


def check_kind(stream: BinaryIO) -> None:
    """Look at the beginning of a file.

    Raises:
        NoWarcError: it is no WARC file.
    """
    stream.seek(0)
    first = stream.read(512)
    inner = _unpacked(first) if first.startswith(GZIP) else first
    if inner.startswith(b"WARC/") or first.startswith(_ZSTD):
        return
    if not first:
        raise NoWarcError("the file is empty")
    if inner.startswith(b"filedesc:"):
        raise NoWarcError("an ARC file, the form before WARC; 'warcio recompress' makes WARC of it")
    raise NoWarcError("no WARC file")


def next_record(stream: BinaryIO, start: int) -> int | None:
    """The first byte from ``start`` on at which a record begins; None if there is none."""
    packed = _is_packed(stream)
    mark, skipped = (GZIP, 0) if packed else (_BEHIND_RECORD, 4)
    place, rest = start, b""
    stream.seek(start)
    while chunk := stream.read(_CHUNK):
        window = rest + chunk
        at = window.find(mark)
        while at >= 0:
            found = place - len(rest) + at + skipped
            if not packed or _is_record(stream, found):
                return found
            at = window.find(mark, at + 1)
        place += len(chunk)
        rest = window[-len(mark) + 1 :]
        stream.seek(place)
    return None


def _is_packed(stream: BinaryIO) -> bool:
    stream.seek(0)
    return stream.read(len(GZIP)) == GZIP


def _is_sound(stream: BinaryIO, place: int) -> bool:
    """Whether the gzip member at ``place`` is whole and as its check sum says."""
    stream.seek(place)
    unpacking = zlib.decompressobj(wbits=31)
    try:
        while not unpacking.eof and (chunk := stream.read(_CHUNK)):
            while chunk and not unpacking.eof:
                unpacking.decompress(chunk, _CHUNK)
                chunk = unpacking.unconsumed_tail
    except zlib.error:
        return False
    return unpacking.eof


def _is_cut(stream: BinaryIO, place: int) -> bool:
    """Whether the record at ``place``, the last of its file, is shorter than it says."""
    stream.seek(place)
    try:
        record = next(iter(ArchiveIterator(stream, record_types=_KINDS, parse_http=False)), None)
        return record is not None and record.consume() < record.content_length
    except OSError:
        return False


def _is_record(stream: BinaryIO, place: int) -> bool:
    """Whether the gzip member at ``place`` is a WARC record: bodies hold gzip too."""
    stream.seek(place)
    return _unpacked(stream.read(512)).startswith(b"WARC/")


def _unpacked(member: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(member, 16)
    except zlib.error:
        return b""


def _one(record: WarcRecord, start: int, wanted: Wanted, count: Counter) -> Iterator[Capture | Passed]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    count.records += 1
    fetched_at: datetime | None = record.record_date
    if fetched_at is None:
        yield Passed("damaged", start, f"{url}: its date cannot be read")
        return
    if not _is_page(url, fetched_at, wanted):
        count.foreign += 1
        return
    if record.record_type == WarcRecordType.revisit:
        yield Passed("revisit", start, url=url, fetched_at=fetched_at)
    elif not record.is_http:
        yield Passed("no-http", start, f"{url}: a record without an HTTP answer")
    elif record.content_length > LARGEST_PAGE + _HEADERS:
        yield Passed("too-large", start, f"{url}: {record.content_length:,} bytes")
    else:
        yield _page(record, url, fetched_at, start)


def _is_page(url: str, fetched_at: datetime, wanted: Wanted) -> bool:
    return url.startswith(("http://", "https://")) and wanted(url, fetched_at)


def _any(_url: str, _fetched_at: datetime) -> bool:
    return True


class _NoPageError(Exception):
    """A record is no page, under a reason and with an explanation."""

    def __init__(self, reason: Reason, explanation: str = "") -> None:
        super().__init__(reason, explanation)
        self.reason: Reason = reason
        self.explanation = explanation


def _page(record: WarcRecord, url: str, fetched_at: datetime, start: int) -> Capture | Passed:
    try:
        body = _body(record)
    except _NoPageError as error:
        return Passed(error.reason, start, f"{url}: {error.explanation}" if error.explanation else "")
    return Capture(
        url,
        fetched_at,
        _headers(record),
        body,
        start,
        (record.record_id or "").strip("<>"),
        record.headers.get("WARC-Payload-Digest") or "",
        _heard(record.headers.get(LISTING_FIELD)),
    )


def _headers(record: WarcRecord) -> dict[str, str]:
    """The headers of the answer; several of one name are one list (RFC 9110, 5.2)."""
    found: dict[str, str] = {}
    for name, value in record.http_headers.items():
        before = found.get(name.lower())
        found[name.lower()] = value if before is None else f"{before}, {value}"
    return found


def _body(record: WarcRecord) -> bytes:
    """The unpacked body of a page that was found.

    Raises:
        _NoPageError: there is none.
    """
    record.parse_http()
    headers = record.http_headers
    if headers.status_code is None:
        raise _NoPageError("no-http", "its HTTP headers cannot be read")
    if headers.status_code != _OK:
        raise _NoPageError("http-error")
    body = record.reader.read()
    if len(body) < record.content_length:
        raise _NoPageError("damaged", "the record is cut short")
    if _BEHIND_RECORD in body:
        raise _NoPageError("damaged", "the record's length is wrong")
    try:
        page = decoded(
            body, headers.get("Transfer-Encoding"), headers.get("Content-Encoding"), limit=LARGEST_PAGE
        )
    except DamagedError as error:
        raise _NoPageError("damaged", str(error)) from error
    if page is None:
        raise _NoPageError("too-large", f"larger than {LARGEST_PAGE:,} bytes when unpacked")
    if not is_html(headers.get("Content-Type"), page):
        raise _NoPageError("not-html")
    return page


def _heard(said: str | None) -> Heard:
    """What the listing said, from the field of the record; nothing where it cannot be read."""
    try:
        known = json.loads(said) if said else {}
    except ValueError:
        return Heard()
    if not isinstance(known, dict):
        return Heard()
    texts = (known.get(name) for name in ("published", "title"))
    published, title = (value if isinstance(value, str) else None for value in texts)
    return Heard(published, title, known.get("trusted") is True)
