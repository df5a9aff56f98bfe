"""Pages kept and read again: the cost of keeping and of reading WARC, and what a second process gains.

Everything is counted in processor seconds, which other work on the machine changes little. What two processes
gain is told twice: on the clock, which is true where the machine has nothing else to do, and by the processor
seconds of the busier of the two, which is what the clock would show then. Two cores that share their memory
and caches are less than twice one: so two processes that only parse the same pages are timed beside them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lxml.html import document_fromstring

from benchmarks.crawl import best_of
from benchmarks.machine import describe_run
from benchmarks.report import Options, Section, table
from benchmarks.warcs import FOREIGN, Mixed, exchange, mix, publishers_pages
from newscrawl import extract
from newscrawl.warc.captures import Capture
from newscrawl.warc.captures import Counter as Met
from newscrawl.warc.extracting import Piece, extract_files, extract_piece
from newscrawl.warc.processes import in_order
from newscrawl.warc.reading import read_captures
from newscrawl.warc.selecting import Selection
from newscrawl.warc.writing import WarcWriter

_PIECES = 12
"""Pieces of work for the processes: an even number, each as large as the others, so many that the half second
in which a process starts does not decide: a month of CC-NEWS has hundreds of files."""

_PARSED = 5
"""To parse a page so many times takes about as long as to read it once."""

Row = tuple[str, str, str]


def measure(options: Options) -> Section:
    """The section of the report."""
    pages = publishers_pages(options)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        alone, mixed = mix(pages, Path(one), foreign=0), mix(pages, Path(other))
        rows = [*_pages(alone, options.rounds), *_foreign(mixed, options.rounds), *_processes(alone, options)]
        rows += _keeping(alone, options)
    head = ("figure", "measured", "promised")
    words = f"{len(pages)} saved pages of publishers, alone and with {FOREIGN} foreign ones to each"
    return Section(f"{table(head, rows)}\n{words}. {describe_run(('newscrawl', 'fastwarc', 'Scrapy'))}\n")


def _pages(alone: Mixed, rounds: int) -> list[Row]:
    """A page out of a WARC file beside the same page given to ``extract``."""
    with alone.path.open("rb") as stream:
        found = [*read_captures(stream, lambda *_: True, Met())]
    captures = [each for each in found if isinstance(each, Capture)]

    def plain() -> None:
        for each in captures:
            extract(each.body, each.url, fetched_at=each.fetched_at)

    def whole() -> None:
        for _ in extract_files([str(alone.path)], Selection()):
            pass

    _say("a page of a WARC file")
    bare, kept = _best([plain, whole], rounds)
    return [
        ("processor ms a page, extract", f"{1000 * bare / len(captures):.2f}", ""),
        ("processor ms a page, extract --warc", f"{1000 * kept / len(captures):.2f}", ""),
        ("the second to the first", f"{kept / bare:.2f}", "1.15"),
    ]


def _foreign(mixed: Mixed, rounds: int) -> list[Row]:
    """A page that is passed over by its head."""

    def passed() -> None:
        with mixed.path.open("rb") as stream:
            for _ in read_captures(stream, lambda *_: False, Met()):
                pass

    _say("foreign pages")
    (seconds,) = _best([passed], rounds)
    return [("processor µs a page that is passed over", f"{1e6 * seconds / mixed.count:.0f}", "")]


def _processes(alone: Mixed, options: Options) -> list[Row]:
    """What a second process gains over the same pieces of work."""
    pieces = [Piece(str(alone.path))] * (2 if options.quick else _PIECES)
    clock, busiest = _gained(partial(_timed, selection=Selection()), pieces, options.rounds)
    bare_clock, bare_busiest = _gained(_parsed, pieces, options.rounds)
    return [
        ("faster with 2 processes, on the clock", f"{clock:.2f}", "1.8"),
        ("the same of processes that only parse", f"{bare_clock:.2f}", ""),
        ("faster by the busier one's processor seconds", f"{busiest:.2f}", "1.8"),
        ("the same of processes that only parse", f"{bare_busiest:.2f}", ""),
    ]


def _gained(
    work: Callable[[Piece], tuple[int, float]], pieces: list[Piece], rounds: int
) -> tuple[float, float]:
    """How many times as fast two processes are as one: on the clock, and by the busier one's own seconds.

    The rounds of one and of two take turns, and the best of each counts: a machine whose speed drifts in the
    minute between them would else decide.
    """
    clock: dict[int, list[float]] = {1: [], 2: []}
    busiest: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for workers in tuple(clock):
            _say(f"{workers} processes")
            start = time.perf_counter()
            spent = Counter[int]()
            for process, seconds in in_order(work, pieces, workers=workers):
                spent[process] += seconds
            clock[workers].append(time.perf_counter() - start)
            busiest[workers].append(max(spent.values()))
    return min(clock[1]) / min(clock[2]), min(busiest[1]) / min(busiest[2])


def _parsed(piece: Piece) -> tuple[int, float]:
    """The same of a process that parses the pages as often as takes about as long, and does nothing else."""
    with Path(piece.place).open("rb") as stream:
        found = [
            each.body for each in read_captures(stream, lambda *_: True, Met()) if isinstance(each, Capture)
        ]
    start = time.process_time()
    for _ in range(_PARSED):
        for body in found:
            document_fromstring(body)
    return os.getpid(), time.process_time() - start


def _timed(piece: Piece, selection: Selection) -> tuple[int, float]:
    """The process that read a piece, and the processor seconds that it took."""
    start = time.process_time()
    extract_piece(piece, selection)
    return os.getpid(), time.process_time() - start


def _keeping(alone: Mixed, options: Options) -> list[Row]:
    """What a crawl costs with and without its pages kept."""
    best = best_of(("whole", "kept"), options)
    plain, kept = (best[kind].processor / best[kind].items for kind in ("whole", "kept"))
    written = _written(alone, options.rounds)
    return [
        ("processor ms a page of a crawl", f"{1000 * plain:.2f}", ""),
        ("the same with its pages kept", f"{1000 * kept:.2f}", ""),
        ("processor ms to write a page", f"{1000 * written:.2f}", ""),
        ("share of that in a crawl", f"{written / (plain + written):.1%}", "10 %"),
    ]


def _written(alone: Mixed, rounds: int) -> float:
    """Seconds that a page takes to be written: of two crawls the difference is smaller than their chance."""
    with alone.path.open("rb") as stream:
        found = [*read_captures(stream, lambda *_: True, Met())]
    exchanges = [
        exchange(each.url, each.body, n) for n, each in enumerate(found) if isinstance(each, Capture)
    ]

    def write() -> None:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            writer = WarcWriter(folder, "kept", base=folder, told={}, largest=1 << 62)
            for each in exchanges:
                writer.write(each)
            writer.close()

    _say("writing pages")
    (seconds,) = _best([write], rounds)
    return seconds / len(exchanges)


def _best(jobs: list[Callable[[], None]], rounds: int) -> list[float]:
    """The least processor seconds of each job, in turn, after one round to warm up."""
    for job in jobs:
        job()
    spent: list[list[float]] = [[] for _ in jobs]
    for _ in range(rounds):
        for job, times in zip(jobs, spent, strict=True):
            start = time.process_time()
            job()
            times.append(time.process_time() - start)
    return [min(times) for times in spent]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
