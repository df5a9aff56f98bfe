"""Many WARC files to records: over several processes, in order, a file at a time.

A file that lies on this machine is cut into pieces at the beginnings of records, so that one large file keeps
every process busy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError, stages
from newscrawl.reading.fetched import Heard, read_fetched
from newscrawl.reading.joining import complete_from
from newscrawl.reading.raw import RawArticle
from newscrawl.sites import NO_RULES, find_publisher
from newscrawl.warc import captures, reading
from newscrawl.warc.captures import Capture, Passed
from newscrawl.warc.processes import in_order
from newscrawl.warc.reading import NoWarcError, read_captures
from newscrawl.warc.selecting import Selection
from newscrawl.warc.sources import is_remote, open_source, patiently

PIECE = 32_000_000
"""Bytes of a piece of a file: some seconds of work, and what a kill makes one do again is little."""

_NEAR = 500
"""So many answers behind a page its article's further pages are looked for: a crawl asks for them at once."""

_SAID = ("damaged", "too-large", "no-http", "no-address")
"""Reasons that say something of the file: each is named on a line."""


Fetch = Callable[[str], None]
"""Brings the file of a place to this machine."""

Open = Callable[[str], BinaryIO]
"""Opens the file of a place, for reading at any point of it."""

Found = tuple[Article, tuple["Origin", ...]]
"""An article, and where its pages are from, the first one first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The records of a file that begin in a range of bytes; ``last`` if no other piece follows.

    ``fault`` is why the file could not be had at all.
    """

    place: str
    start: int = 0
    end: int | None = None
    last: bool = True
    fault: str = ""


@dataclass(slots=True)
class Read:
    """What came of a piece: articles and where each is from, lines about faults, and counts.

    ``seen_again`` are addresses and instants of pages that were found unchanged. Among the counts are
    ``answers``, those passed over by their header (``foreign``), ``pages`` that were read, ``records``,
    every reason why a page gave none, whether the file was ``unreadable``, and ``not-had`` from its server.
    """

    piece: Piece
    found: list[Found] = field(default_factory=list)
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
    return read_page(
        capture.body,
        capture.url,
        capture.fetched_at,
        headers=capture.headers,
        heard=capture.heard,
        site_rules=site_rules,
    )


def read_page(
    body: bytes,
    url: str,
    fetched_at: datetime | None,
    *,
    headers: Mapping[str, str],
    heard: Heard | None = None,
    site_rules: bool = True,
) -> RawArticle:
    """The same of a page from anywhere; without ``fetched_at`` relative and yearless dates stay unknown.

    Raises:
        UnreadablePageError: the page cannot be parsed.
    """
    site, rules = find_publisher(url)
    return read_fetched(
        body,
        url,
        fetched_at=fetched_at,
        headers=headers,
        heard=heard or Heard(),
        site=site,
        rules=rules if site_rules else NO_RULES,
        on_site=lambda other: find_publisher(other)[0] == site,
    )


def extract_files(
    places: Sequence[str], selection: Selection, *, workers: int = 1, fetch: Fetch | None = None
) -> Iterator[Read]:
    """What the files give, piece after piece, in the order of ``places``.

    ``fetch`` brings the file of a place here before it is read (:meth:`newscrawl.warc.keeping.Kept.fetch`).

    Raises:
        BrokenProcessPool: a process died, of want of memory for example.
    """
    pieces = (piece for place in places for piece in _fetched_pieces(place, fetch))
    yield from in_order(partial(extract_piece, selection=selection), pieces, workers=workers)


def extract_piece(piece: Piece, selection: Selection) -> Read:
    """The records of one piece; what is wrong with its file is a line among the faults."""
    try:
        if piece.fault:
            raise OSError(piece.fault)
        return patiently(piece.place, partial(_read_piece, piece, selection))
    except (OSError, NoWarcError, ValueError) as error:
        # A file that cannot be opened says so once, not once a piece.
        faults = [f"{piece.place}: {_words(error)}"] if piece.start == 0 else []
        counts = Counter(unreadable=1)
        if isinstance(error, OSError) and (piece.fault or is_remote(piece.place)):
            counts["not-had"] = 1
        return Read(piece, faults=faults, counts=counts)


def _read_piece(piece: Piece, selection: Selection) -> Read:
    read = Read(piece)
    read.found += articles_in(read, selection)
    return read


def articles_in(read: Read, selection: Selection, open_file: Open = open_source) -> Iterator[Found]:
    """The articles of the piece of ``read``, and where each is from; all else is noted in ``read``.

    Raises:
        NoWarcError: the file holds no records.
        OSError: it cannot be opened or read.
    """
    place, count = read.piece.place, captures.Counter()
    with open_file(place) as stream, open_file(place) as beside:
        parts = Parts(place, beside, selection.site_rules)
        for each in read_captures(
            stream, selection.wanted, count, start=read.piece.start, end=read.piece.end
        ):
            if isinstance(each, Passed):
                _note(read, each)
            elif (found := _article(read, each, selection, parts)) is not None:
                yield found
    read.counts["answers"] += count.records
    read.counts["foreign"] += count.foreign


def origin(place: str, capture: Capture) -> Origin:
    """Where a page of the file ``place`` is from."""
    return Origin(place, capture.start, capture.record_id, capture.url, capture.digest, capture.fetched_at)


def _article(read: Read, capture: Capture, selection: Selection, parts: Parts) -> Found | None:
    """The article of a page and where its pages are; None, and the reason counted, if it gives none."""
    if capture.start in parts.taken:
        read.counts["parts"] += 1
        return None
    read.counts["pages"] += 1
    try:
        raw = parsed(capture, site_rules=selection.site_rules)
    except UnreadablePageError:
        read.counts["parse"] += 1
        return None
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
        return article, tuple(origins)
    return None


@dataclass(slots=True)
class Parts:
    """Finds the further pages of split articles in a file: they were fetched soon after the first.

    ``taken`` is where the pages stand that were found. Every answer is looked at once, however many split
    articles stand close together.
    """

    place: str
    stream: BinaryIO
    site_rules: bool
    taken: set[int] = field(default_factory=set)
    _seen: list[tuple[int, str]] = field(default_factory=list)

    def complete(self, raw: RawArticle, first: Capture) -> list[Origin]:
        """Add the further pages that the file has to ``raw``; where they are from."""
        found: list[Origin] = []

        def part(url: str) -> RawArticle | None:
            capture = self._capture(url, first.start)
            if capture is None:
                return None
            self.taken.add(capture.start)
            found.append(origin(self.place, capture))
            return parsed(capture, site_rules=self.site_rules)

        with suppress(UnreadablePageError):
            complete_from(raw, part)
        return found

    def _capture(self, url: str, behind: int) -> Capture | None:
        """The page of an address among the answers near behind a place; None if it is not there."""
        for start, address in self._behind(behind):
            if address == url:
                with suppress(OSError):  # the walk through the file itself says what is wrong there
                    found = reading.capture_at(self.stream, start)
                    if isinstance(found, Capture):
                        return found
        return None

    def _behind(self, place: int) -> list[tuple[int, str]]:
        """Where the answers near behind a place begin, and their addresses."""
        if not self._seen or not self._seen[0][0] <= place <= self._seen[-1][0]:
            self._seen = [(place, "")]
        at = bisect_right(self._seen, place, key=itemgetter(0))
        last, missing = self._seen[-1][0], at + _NEAR - len(self._seen)
        further = (each for each in reading.answers_from(self.stream, last) if each[0] > last)
        self._seen += islice(further, max(missing, 0))
        return self._seen[at : at + _NEAR]


def _note(read: Read, passed: Passed) -> None:
    read.counts[passed.reason] += 1
    if passed.reason == "revisit" and passed.fetched_at is not None:
        read.seen_again.append((passed.url, passed.fetched_at))
    if passed.reason in _SAID:
        read.faults.append(f"{read.piece.place} at byte {passed.start:,}: {passed.explanation}")


def _fetched_pieces(place: str, fetch: Fetch | None) -> Iterator[Piece]:
    try:
        if fetch is not None:
            fetch(place)
    except OSError as error:
        yield Piece(place, fault=_words(error))
        return
    yield from _pieces(place)


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
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
