"""WARC records made by hand, of every kind that files of the web hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from fastwarc import GzipWriter, WarcRecord, WarcRecordType, ZstdWriter

from tests.newsroom.messages import Headers, Request
from tests.newsroom.sites.varient import VarientOneSite

FETCHED = datetime(2026, 9, 2, 5, tzinfo=UTC)
HOST = "afederasi.com"


def pages(count: int, host: str = HOST) -> list[tuple[str, bytes]]:
    """Addresses and pages of invented articles, as their server gives them."""
    site = VarientOneSite(host, articles=count)
    return [
        (url, site.answer(Request("GET", host, urlsplit(url).path, "", Headers())).body)
        for url in site.urls()
    ]


def record(
    url: str,
    body: bytes,
    *,
    headers: Mapping[str, str] | None = None,
    status: str = "200 OK",
    fetched_at: datetime = FETCHED,
    kind: WarcRecordType = WarcRecordType.response,
    is_http: bool = True,
) -> WarcRecord:
    """A record with an answer of HTTP."""
    made = WarcRecord()
    made.init_headers(kind)
    made.record_date = fetched_at
    made.headers["WARC-Target-URI"] = url
    made.is_http = is_http
    given = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    made.set_bytes_content(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body if is_http else body)
    return made


def packed(made: WarcRecord) -> bytes:
    """A record as a gzip member."""
    out = BytesIO()
    packer = GzipWriter(out, compression_level=1)
    made.write(packer, checksum_data=True)
    packer.finish()
    return out.getvalue()


def plain(made: WarcRecord) -> bytes:
    """A record without compression."""
    out = BytesIO()
    made.write(out, checksum_data=True)
    return out.getvalue()


def zstd(records: list[WarcRecord]) -> bytes:
    """Records as zstd."""
    out = BytesIO()
    with ZstdWriter(out) as packer:
        for each in records:
            each.write(packer)
    return out.getvalue()


def write(path: Path, *parts: bytes) -> Path:
    """A file of some parts."""
    path.write_bytes(b"".join(parts))
    return path
