"""Many WARC files to records: over several processes, in order, a file at a time.

A file that lies on this machine is cut into pieces at the beginnings of records, so that one large file keeps
every process busy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError, stages
from newscrawl.reading.fetched import read_fetched
from newscrawl.reading.joining import complete_from
from newscrawl.reading.raw import RawArticle
from newscrawl.sites import NO_RULES, find_publisher
from newscrawl.warc import reading
from newscrawl.warc.processes import in_order
from newscrawl.warc.reading import Capture, NoWarcError, Passed, read_captures
from newscrawl.warc.selecting import Selection
from newscrawl.warc.sources import is_remote, open_source

PIECE = 32_000_000
"""Bytes of a piece of a file: some seconds of work, and what a kill makes one do again is little."""

_SAID = ("damaged", "too-large", "no-http")
"""Reasons that say something of the file: each is named on a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The records of a file that begin in a range of bytes; ``last`` if no other piece follows."""

    place: str
    start: int = 0
    end: int | None = None
    last: bool = True


@dataclass(slots=True)
class Read:
    """What came of a piece: articles and where each is from, lines about faults, and counts.

    ``seen_again`` are addresses and instants of pages that were found unchanged. Among the counts are
    ``answers``, those passed over by their header (``foreign``), ``pages`` that were read, ``records``, and
    every reason why a page gave none.
    """

    piece: Piece
    found: list[tuple[Article, tuple[Origin, ...]]] = field(default_factory=list)
    seen_again: list[tuple[str, datetime]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page is from: the file and the byte in it, the record, the address that was fetched."""

    file: str
    start: int
    record: str
    url: str
    digest: str
    fetched_at: datetime

    def told(self) -> dict[str, str | int]:
        """What a line of JSON says of it, under the key ``warc``."""
        return {"file": self.file, "start": self.start, "record": self.record, "url": self.url}


def parsed(capture: Capture, *, site_rules: bool = True) -> RawArticle:
    """The raw article of a page before any stage.

    Raises:
        UnreadablePageError: the page cannot be parsed.
    """
    site, rules = find_publisher(capture.url)
    return read_fetched(
        capture.body,
        capture.url,
        fetched_at=capture.fetched_at,
        headers=capture.headers,
        heard=capture.heard,
        site=site,
        rules=rules if site_rules else NO_RULES,
        on_site=lambda other: find_publisher(other)[0] == site,
    )


def extract_files(places: Sequence[str], selection: Selection, *, workers: int = 1) -> Iterator[Read]:
    """What the files give, piece after piece, in the order of ``places``.

    Raises:
        BrokenProcessPool: a process died, of want of memory for example.
    """
    pieces = (piece for place in places for piece in _pieces(place))
    yield from in_order(partial(extract_piece, selection=selection), pieces, workers=workers)


def extract_piece(piece: Piece, selection: Selection) -> Read:
    """The records of one piece; what is wrong with its file is a line among the faults."""
    read = Read(piece)
    count = reading.Counter()
    try:
        with open_source(piece.place) as stream:
            found = read_captures(stream, selection.wanted, count, start=piece.start, end=piece.end)
            with open_source(piece.place) as beside:
                parts = Parts(piece.place, beside, selection.site_rules)
                for each in found:
                    if isinstance(each, Passed):
                        _note(read, each)
                    else:
                        _read_page(read, each, selection, parts)
    except (OSError, NoWarcError, ValueError) as error:
        # A file that cannot be opened says so once, not once a piece.
        if piece.start == 0:
            read.faults.append(f"{piece.place}: {_words(error)}")
        read.counts["unreadable"] += 1
    read.counts["answers"] += count.records
    read.counts["foreign"] += count.foreign
    return read


def origin(place: str, capture: Capture) -> Origin:
    """Where a page of the file ``place`` is from."""
    return Origin(place, capture.start, capture.record_id, capture.url, capture.digest, capture.fetched_at)


def _read_page(read: Read, capture: Capture, selection: Selection, parts: Parts) -> None:
    if capture.start in parts.taken:
        read.counts["parts"] += 1
        return
    read.counts["pages"] += 1
    try:
        raw = parsed(capture, site_rules=selection.site_rules)
    except UnreadablePageError:
        read.counts["parse"] += 1
        return
    origins = [origin(read.piece.place, capture)]
    if raw.announced.total > 1 and raw.article.page_type == "article":
        origins += parts.complete(raw, capture)
    article = stages.finish(stages.settle(raw))
    if stages.fault(article):
        read.counts["needs-browser" if raw.signs.shell else "no-article"] += 1
    elif not selection.in_range(article.published_at):
        read.counts["out-of-range"] += 1
    else:
        read.counts["records"] += 1
        read.found.append((article, tuple(origins)))


@dataclass(slots=True)
class Parts:
    """Finds the further pages of split articles in a file: they were fetched soon after the first."""

    place: str
    stream: BinaryIO
    site_rules: bool
    taken: set[int] = field(default_factory=set)

    def complete(self, raw: RawArticle, first: Capture) -> list[Origin]:
        """Add the further pages that the file has to ``raw``; where they are from."""
        found: list[Origin] = []

        def part(url: str) -> RawArticle | None:
            capture = reading.capture_of(self.stream, url, behind=first.start)
            if capture is None:
                return None
            self.taken.add(capture.start)
            found.append(origin(self.place, capture))
            return parsed(capture, site_rules=self.site_rules)

        with suppress(UnreadablePageError):
            complete_from(raw, part)
        return found


def _note(read: Read, passed: Passed) -> None:
    read.counts[passed.reason] += 1
    if passed.reason == "revisit" and passed.fetched_at is not None:
        read.seen_again.append((passed.url, passed.fetched_at))
    if passed.reason in _SAID:
        read.faults.append(f"{read.piece.place} at byte {passed.start:,}: {passed.explanation}")


def _pieces(place: str) -> Iterator[Piece]:
    """A file of this machine in pieces, if its records are compressed one by one; any other whole."""
    path = Path(place)
    size = 0 if is_remote(place) or not path.is_file() else path.stat().st_size
    if size < 2 * PIECE or not _is_divisible(path):
        yield Piece(place)
        return
    starts = [*range(0, size - PIECE // 2, PIECE)]
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        yield Piece(place, start, end, last=end is None)


def _is_divisible(path: Path) -> bool:
    """Whether a second gzip member is a record: a file of one member holds records without a place."""
    with path.open("rb") as stream:
        return stream.read(2) == b"\x1f\x8b" and reading.next_record(stream, 1) is not None


def _words(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
