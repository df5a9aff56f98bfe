"""The heads of a file's records, without unpacking what stands behind them.

A record that is compressed by itself ends where its gzip member ends, and to find that end one would have to
unpack all of it. The beginning of the next member is found sooner: by its first bytes, and by the WARC head
that they unpack to. A page may hold such bytes on purpose, to pass for a record of another site. So a record
counts as the next one only if it names the same ``WARC-Warcinfo-ID``: a random number, made when the file was
begun, which no server can have known.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

GZIP = b"\x1f\x8b\x08"
_CHUNK = 1 << 18
_LONGEST = 2048
"""Bytes of a head that is looked at; one with a longer address is left to who unpacks the record."""

_PACKED = 1536
"""Bytes of a member that hold such a head: texts of its kind shrink to less."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a record says, and the byte at which the record begins.

    ``fetched_at`` is None where the date cannot be read.
    """

    start: int
    kind: str
    url: str
    fetched_at: datetime | None


def known_heads(stream: BinaryIO, start: int) -> Iterator[Head]:
    """The heads of the records from ``start`` on, as far as they can be told without unpacking the records.

    It ends with the file, and where it would have to guess: at a record of another file that was put behind
    this one, at one that names no file, at a head too long. ``stream`` may be moved between two heads.
    """
    file_id = b""
    place, window = start, b""
    at = 0
    while True:
        if len(window) - at < _PACKED:
            stream.seek(place + at)
            place, window, at = place + at, stream.read(_CHUNK), 0
        fields = _fields(window[at : at + _PACKED])
        if fields is not None:
            own_id = fields.get(b"warc-warcinfo-id", b"")
            if not own_id or (file_id and own_id != file_id):
                return
            file_id = own_id
            yield _head(place + at, fields)
        elif not file_id:
            return
        found = window.find(GZIP, at + 1)
        if found < 0:
            # A mark may begin at the end of what was read.
            if len(window) < _CHUNK:
                return
            found = len(window) - len(GZIP) + 1
        at = found


def _fields(packed: bytes) -> dict[bytes, bytes] | None:
    """The fields of a head by their names in lower case; None if no whole head of WARC begins here."""
    try:
        text = zlib.decompressobj(wbits=31).decompress(packed, _LONGEST)
    except zlib.error:
        return None
    head, end, _ = text.partition(b"\r\n\r\n")
    if not end or not head.startswith(b"WARC/"):
        return None
    pairs = (line.partition(b":") for line in head.split(b"\r\n"))
    return {name.lower(): value.strip() for name, _, value in pairs}


def _head(start: int, fields: dict[bytes, bytes]) -> Head:
    try:
        fetched_at = datetime.fromisoformat(fields.get(b"warc-date", b"").decode("ascii"))
    except ValueError:
        fetched_at = None
    if fetched_at is not None and fetched_at.tzinfo is None:
        fetched_at = None
    url = fields.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<>")
    return Head(start, fields.get(b"warc-type", b"").decode("latin-1").lower(), url, fetched_at)
