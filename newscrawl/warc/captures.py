"""One record of a WARC file as the page that it holds, or why it holds none."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from fastwarc import WarcRecord, WarcRecordType

from newscrawl.reading.fetched import Heard
from newscrawl.record.codings import DamagedError
from newscrawl.warc.bodies import decoded, is_html
from newscrawl.warc.exchange import LISTING_FIELD

LARGEST_PAGE = 10 * 1024 * 1024
"""Bytes of a page as it was sent and unpacked; a crawl fetches no larger ones either (DOWNLOAD_MAXSIZE)."""

_HEADERS = 64 * 1024
BEHIND_RECORD = b"\r\n\r\nWARC/1."
"""How a record ends and the next one begins in a file that is not compressed."""

_OK = 200
_SHOWN = 80
_ADDRESS = re.compile(
    r"https?://(?:[^\s/?#@]*@)?(?:\[[0-9a-f:.]+\]|[^\x00-\x20/?#@:\[\]]*\w[^\x00-\x20/?#@:\[\]]*)(?::\d{0,5})?"
    r"(?:[/?#][^\x00-\x1f\x7f]*)?",
    re.IGNORECASE,
)

Reason = Literal["damaged", "too-large", "no-http", "no-address", "not-html", "http-error", "revisit"]


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


@dataclass(slots=True)
class Counter:
    """How many answers were met, and how many were passed over by their header."""

    records: int = 0
    foreign: int = 0


Wanted = Callable[[str, datetime], bool]
"""Whether the page of an address, fetched at an instant, is wanted."""


def one(record: WarcRecord, start: int, wanted: Wanted, count: Counter) -> Iterator[Capture | Passed]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    count.records += 1
    fetched_at: datetime | None = record.record_date
    if fetched_at is None:
        yield Passed("damaged", start, f"{url}: its date cannot be read")
        return
    if not is_address(url):
        count.foreign += 1
        if record.is_http:
            yield Passed("no-address", start, f"{url[:_SHOWN]!r} is no address")
        return
    if not wanted(url, fetched_at):
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


def is_address(text: str) -> bool:
    """Whether a target is the address of a page: of http or https, and with a host."""
    return _ADDRESS.fullmatch(text) is not None


def any_page(_url: str, _fetched_at: datetime) -> bool:
    """What wants every page."""
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
    if BEHIND_RECORD in body:
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
