"""Many WARC files to records: over several processes, in order, a file at a time.

A file that lies on this machine is cut into pieces at the beginnings of records, so that one large file keeps
every process busy.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError, stages
from newscrawl.reading.fetched import read_fetched
from newscrawl.reading.raw import RawArticle
from newscrawl.record.as_json import to_json
from newscrawl.sites import NO_RULES, find_publisher
from newscrawl.sites.book import original
from newscrawl.warc import reading
from newscrawl.warc.reading import Capture, NoWarcError, Passed, read_captures
from newscrawl.warc.selecting import Selection
from newscrawl.warc.sources import is_remote, open_source

PIECE = 32_000_000
"""Bytes of a piece of a file: some seconds of work, and what a kill makes one do again is little."""

_AHEAD = 2
"""Pieces that wait for each process, so that none waits for work."""

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
    """What came of a piece: lines of records, lines about faults, and counts.

    Among the counts are ``answers``, those passed over by their header (``foreign``), ``pages`` that were
    read, ``records``, and every reason why a page gave none.
    """

    piece: Piece
    lines: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def article_of(capture: Capture, *, site_rules: bool = True) -> RawArticle:
    """The raw article of a page, through all stages but the last.

    Raises:
        UnreadablePageError: the page cannot be parsed.
    """
    raw = parsed(capture, site_rules=site_rules)
    return stages.settle(raw)


def parsed(capture: Capture, *, site_rules: bool = True) -> RawArticle:
    """The raw article of a page before any stage; what :func:`article_of` begins with."""
    url = original(capture.url)
    site, rules = find_publisher(url)
    return read_fetched(
        capture.body,
        url,
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
    if workers == 1:
        for piece in pieces:
            yield extract_piece(piece, selection)
        return
    # A new process knows nothing of this one's threads and locks.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: deque[Future[Read]] = deque()
        try:
            for piece in pieces:
                waiting.append(pool.submit(extract_piece, piece, selection))
                if len(waiting) > workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def extract_piece(piece: Piece, selection: Selection) -> Read:
    """The records of one piece; what is wrong with its file is a line among the faults."""
    read = Read(piece)
    count = reading.Counter()
    try:
        with open_source(piece.place) as stream:
            found = read_captures(stream, selection.wanted, count, start=piece.start, end=piece.end)
            for each in found:
                if isinstance(each, Passed):
                    _note(read, each)
                else:
                    _read_page(read, each, selection)
    except (OSError, NoWarcError, ValueError) as error:
        # A file that cannot be opened says so once, not once a piece.
        if piece.start == 0:
            read.faults.append(f"{piece.place}: {_words(error)}")
        read.counts["unreadable"] += 1
    read.counts["answers"] += count.records
    read.counts["foreign"] += count.foreign
    return read


def origin(place: str, capture: Capture) -> dict[str, str | int]:
    """Where a record comes from, for the key ``warc`` of its line."""
    return {"file": place, "start": capture.start, "record": capture.record_id, "url": capture.url}


def _read_page(read: Read, capture: Capture, selection: Selection) -> None:
    read.counts["pages"] += 1
    try:
        article: Article = stages.finish(article_of(capture, site_rules=selection.site_rules))
    except UnreadablePageError:
        read.counts["parse"] += 1
        return
    if stages.fault(article):
        read.counts["no-article"] += 1
    elif not selection.in_range(article.published_at):
        read.counts["out-of-range"] += 1
    else:
        read.counts["records"] += 1
        read.lines.append(to_json(article, warc=origin(read.piece.place, capture)))


def _note(read: Read, passed: Passed) -> None:
    read.counts[passed.reason] += 1
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
