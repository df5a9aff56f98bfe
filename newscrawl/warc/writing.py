"""Writes WARC 1.1 (ISO 28500:2017): one gzip member a record, a new file when one is full.

Each request and its answer are one write to the end of a file: who is killed in the middle leaves one cut
record at the end, which readers pass over.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from fastwarc import GzipWriter, WarcRecord, WarcRecordType

from newscrawl.archive.moments import to_text
from newscrawl.archive.pages import KeptPage
from newscrawl.record.version import __version__
from newscrawl.warc.exchange import LISTING_FIELD, Exchange

LARGEST = 1_000_000_000
"""Bytes of a file, as the standard recommends (ISO 28500, annex C.1)."""

LEVEL = 6
"""Of gzip: level 9 takes 1.7 times as long for half a percent of the size (docs/pages.md)."""

_REVISIT = "http://netpreserve.org/warc/1.1/revisit/"
_NOT_MODIFIED = 304


class WarcWriter:
    """The WARC files of one run of a site.

    They lie in ``folder`` as ``STEM-00001.warc.gz`` and so on, and are made when there is something to
    write. ``told`` are the lines of each file's warcinfo record beside those of the software. Positions name
    files relative to ``base``. ``largest`` is the size in bytes from which on a new file is begun.
    """

    def __init__(
        self, folder: Path, stem: str, *, base: Path, told: Mapping[str, str], largest: int = LARGEST
    ) -> None:
        self._folder, self._stem, self._base = folder, stem, base
        self._told = told
        self._largest = largest
        self._file: BinaryIO | None = None
        self._name = ""
        self._info = ""
        self._number = 0

    def write(self, exchange: Exchange, *, known: KeptPage | None = None) -> KeptPage:
        """Write an exchange; where its page stands.

        ``known`` is the page that was kept of this address before: an answer that is the same, or that says
        so by its status, is written as a revisit of it, and the page stands where it stood.

        Raises:
            OSError: it could not be written; the file is as it was before.
        """
        file = self._open()
        start = file.tell()
        same = _same(exchange, known)
        answer = _revisit(exchange, known, same) if same else _response(exchange)
        answer.headers["WARC-Warcinfo-ID"] = self._info
        asked = _request(exchange, answer)
        asked.headers["WARC-Warcinfo-ID"] = self._info
        payload = None if same == "server-not-modified" else exchange.raw_digest
        self._append(file, start, _packed(answer, payload) + _packed(asked))
        if same and known is not None:
            return known
        return KeptPage(self._name, start, exchange.target, exchange.digest, to_text(exchange.fetched_at))

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self) -> BinaryIO:
        if self._file is not None and self._file.tell() >= self._largest:
            self.close()
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._number += 1
            path = self._folder / f"{self._stem}-{self._number:05}.warc.gz"
            self._file = path.open("xb", buffering=0)
            self._name = path.relative_to(self._base).as_posix()
            info = _info(path.name, self._told)
            self._info = str(info.record_id)
            self._append(self._file, 0, _packed(info))
        return self._file

    @staticmethod
    def _append(file: BinaryIO, start: int, data: bytes) -> None:
        try:
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
        except OSError:
            # A full disk takes a part of it: readers are to find whole records alone.
            file.seek(start)
            file.truncate()
            raise


def _packed(record: WarcRecord, payload: bytes | None = None) -> bytes:
    """The record as a gzip member of its own, with its digests; ``payload`` is that of the payload."""
    out = BytesIO()
    packer = GzipWriter(out, compression_level=LEVEL)
    record.write(packer, checksum_data=True, payload_digest=payload)
    packer.finish()
    return out.getvalue()


def _info(name: str, told: Mapping[str, str]) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(WarcRecordType.warcinfo)
    record.headers["WARC-Filename"] = name
    record.headers["Content-Type"] = "application/warc-fields"
    lines = {
        "software": f"newscrawl/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "hostname": socket.gethostname(),
        "robots": "obey",
        **told,
    }
    record.set_bytes_content("".join(f"{name}: {value}\r\n" for name, value in lines.items()).encode())
    return record


def _same(exchange: Exchange, known: KeptPage | None) -> str:
    """The profile under which the answer is a revisit; "" if it is none."""
    if exchange.status == _NOT_MODIFIED:
        return "server-not-modified"
    same = known is not None and exchange.body and known.digest == exchange.digest
    return "identical-payload-digest" if same else ""


def _response(exchange: Exchange) -> WarcRecord:
    record = _begun(exchange, WarcRecordType.response)
    if exchange.listing:
        record.headers[LISTING_FIELD] = exchange.said()
    record.set_bytes_content(exchange.head() + exchange.body)
    return record


def _revisit(exchange: Exchange, known: KeptPage | None, profile: str) -> WarcRecord:
    record = _begun(exchange, WarcRecordType.revisit)
    record.headers["WARC-Profile"] = _REVISIT + profile
    if known is not None:
        record.headers["WARC-Refers-To-Target-URI"] = known.url
        record.headers["WARC-Refers-To-Date"] = known.fetched_at
    record.set_bytes_content(exchange.head())
    return record


def _request(exchange: Exchange, answer: WarcRecord) -> WarcRecord:
    record = _begun(exchange, WarcRecordType.request)
    record.headers["WARC-Concurrent-To"] = str(answer.record_id)
    parts = urlsplit(exchange.target)
    record.set_bytes_content(exchange.asked((parts.path or "/") + (f"?{parts.query}" if parts.query else "")))
    return record


def _begun(exchange: Exchange, kind: WarcRecordType) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(kind)
    record.record_date = exchange.fetched_at
    record.headers["WARC-Target-URI"] = exchange.target
    if exchange.address and kind != WarcRecordType.request:
        record.headers["WARC-IP-Address"] = exchange.address
    record.is_http = True
    return record
