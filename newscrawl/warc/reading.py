"""Takes the pages out of WARC files: of any crawler, whole or damaged, compressed or not.

What is not wanted is passed over by its header alone. Where a file is damaged the reading goes on at the next
record that can be found.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from newscrawl.warc import captures
from newscrawl.warc.captures import BEHIND_RECORD, Capture, Counter, Passed, Wanted, any_page
from newscrawl.warc.heads import GZIP, known_heads

_CHUNK = 1 << 20
_ZSTD = b"\x28\xb5\x2f\xfd"
_KINDS = WarcRecordType.response | WarcRecordType.revisit | WarcRecordType.resource
_ANSWERS = ("response", "revisit", "resource")


class NoWarcError(ValueError):
    """A file that holds no WARC records; the message says what it is, not which."""


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
    behind: Passed | None = None
    while place is not None and (end is None or place < end):
        walk = _Walk(stream, place, end)
        yield from walk.read(wanted, count)
        if behind is not None and walk.met:
            yield behind
        behind = walk.behind
        place = next_record(stream, walk.last + 1) if walk.broken else None
    if behind is not None:
        yield behind


@dataclass(slots=True)
class _Walk:
    """Through the records from ``place`` on, to the end or to where the file is damaged.

    A record is handed on once the next one was met: only then is its check sum known to be right. ``last`` is
    where the last record began that was met; ``leaps`` is false where heads cannot be told without unpacking.
    ``behind`` is said where the file broke off behind a sound record, unless a record that can be found there
    says it of itself.
    """

    stream: BinaryIO
    last: int
    end: int | None
    broken: bool = False
    leaps: bool = True
    met: bool = False
    behind: Passed | None = None

    def read(self, wanted: Wanted, count: Counter) -> Iterator[Capture | Passed]:
        held: list[Capture | Passed] = []
        try:
            for record in self._records(wanted, count):
                yield from held
                held = []
                if self.end is not None and record.stream_pos >= self.end:
                    return
                self.last, self.met = record.stream_pos, True
                held = list(captures.one(record, self.last, wanted, count))
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
        elif self.met and _ends_within(self.stream, self.last):
            yield Passed("damaged", self.last, "the file ends within a record behind this one")

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
                if head.fetched_at is None or not captures.is_address(head.url):
                    break
                if wanted(head.url, head.fetched_at):
                    break
                count.records += 1
                count.foreign += 1
            self.last = head.start
        self.leaps = self.last > first
        self.stream.seek(place)
        return self.leaps

    def _judged(self, held: list[Capture | Passed], fault: str) -> Iterator[Capture | Passed]:
        """What was held when the file broke off: the fault is in its record, or in one behind it."""
        sound = not _is_packed(self.stream) or _is_sound(self.stream, self.last)
        told = Passed("damaged", self.last, f"{fault}; reading goes on at the next record")
        if sound:
            yield from held
        if sound and self.met:
            self.behind = Passed("damaged", self.last, f"{fault}, behind this record")
        else:
            yield told


def capture_at(stream: BinaryIO, start: int) -> Capture | Passed:
    """The page whose record begins at ``start``.

    Raises:
        OSError: there is no record.
    """
    stream.seek(start)
    for record in ArchiveIterator(stream, record_types=_KINDS, parse_http=False):
        return next(captures.one(record, start, any_page, Counter()))
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
    mark, skipped = (GZIP, 0) if packed else (BEHIND_RECORD, 4)
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


def _ends_within(stream: BinaryIO, place: int) -> bool:
    """Whether the file ends in the middle of a record, of whatever kind, that begins behind ``place``."""
    if _is_packed(stream):
        return _ends_in_member(stream, place)
    stream.seek(place)
    is_short = False
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            is_short = record.consume() < record.content_length
    except OSError:
        return False
    return is_short


def _ends_in_member(stream: BinaryIO, place: int) -> bool:
    """Whether the last gzip member of the file does not end; ``place`` is where one of the last begins."""
    stream.seek(place)
    data = stream.read(_CHUNK)
    try:
        while data.startswith(GZIP[:1]):
            member = zlib.decompressobj(wbits=31)
            member.decompress(data, _CHUNK)
            while not member.eof:
                data = member.unconsumed_tail or stream.read(_CHUNK)
                if not data:
                    member.flush()
                    return not member.eof
                member.decompress(data, _CHUNK)
            data = member.unused_data or stream.read(_CHUNK)
    except zlib.error:
        return False
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
