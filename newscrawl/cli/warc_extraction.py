"""``newscrawl extract --warc``: what is read from WARC files, written where a run that dies can go on."""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from newscrawl.cli.usage import UsageError
from newscrawl.datasets.progress import progress
from newscrawl.record.as_json import to_json
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import CleanOutput, printable

if TYPE_CHECKING:
    from newscrawl.cli.warc_options import Places
    from newscrawl.warc.selecting import Selection

STANDARD_OUTPUT = Path("-")
_NO_RECORD = ("no-article", "needs-browser", "parse", "not-html", "http-error", "revisit", "out-of-range")
_LOST = ("damaged", "too-large")
"""Answers that may have been articles, and could not be read."""

_FAULTS = ("damaged", "too-large", "no-http", "no-address")


@dataclass(slots=True)
class Output:
    """A file of JSON lines, compressed if its name ends in .gz, to which whole inputs are added.

    Beside it, as ``.NAME.read``, stands which inputs are in it and how far each reaches, until all are: a
    run that was killed is gone on with from there. ``left`` is how many could not be had from their servers;
    they are asked for when the run is gone on with, too.
    """

    path: Path
    told: str
    done: dict[str, int] = field(default_factory=dict)
    left: int = 0
    _file: BinaryIO | None = None

    @property
    def journal(self) -> Path:
        """Where stands what is done."""
        return self.path.with_name(f".{self.path.name}.read")

    @contextmanager
    def open(self) -> Iterator[None]:
        """The file, cut back to the last whole input.

        Raises:
            UsageError: what was begun was asked for with other options.
        """
        if self.path == STANDARD_OUTPUT:
            self._file = cast("BinaryIO", CleanOutput(sys.stdout.buffer, of_json=True))
            yield
            sys.stdout.flush()
            return
        self._resume()
        with self.path.open("r+b" if self.done else "wb") as self._file:
            self._file.truncate(max(self.done.values(), default=0))
            self._file.seek(0, 2)
            yield
        if not self.left:
            self.journal.unlink(missing_ok=True)

    def add(self, lines: Sequence[str]) -> None:
        """Append records."""
        assert self._file is not None
        data = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        if data:
            self._file.write(gzip.compress(data, 6) if self.path.suffix == ".gz" else data)

    def finish(self, place: str) -> None:
        """Note that everything of an input is written."""
        assert self._file is not None
        if self.path == STANDARD_OUTPUT:
            return
        self._file.flush()
        self.done[place] = self._file.tell()
        partial = self.journal.with_name(f"{self.journal.name}.part")
        partial.write_text(json.dumps({"told": self.told, "done": self.done}), encoding="utf-8")
        partial.replace(self.journal)

    def _resume(self) -> None:
        if not self.journal.exists() or not self.path.exists():
            return
        noted = json.loads(self.journal.read_text(encoding="utf-8"))
        if noted["told"] != self.told:
            raise UsageError(
                f"{self.path} was begun with other options ({noted['told']}); go on with those, or remove"
                f" {self.journal} to begin anew"
            )
        self.done = noted["done"]


def extract_warc(places: Places, output: Output, selection: Selection, *, workers: int) -> int:
    """Write the records of the files ``places``; the exit status.

    It is 1 if a file could not be read, and 3 if all could, but records in them are damaged or too large.
    """
    from newscrawl.warc.extracting import extract_files  # noqa: PLC0415 - the extra

    totals: Counter[str] = Counter()
    try:
        with output.open(), progress("Reading") as report:
            every = len(places.names)
            left = [place for place in places.names if place not in output.done]
            files = every - len(left)
            if output.done:
                _say(f"{files} of {every} files are in {output.path} already")
            for read in extract_files(left, selection, workers=workers, fetch=places.fetch):
                output.add([to_json(article, warc=pages[0].told()) for article, pages in read.found])
                totals += read.counts
                for fault in read.faults:
                    _say(fault)
                if read.counts["not-had"]:
                    output.left += 1
                elif read.piece.last:
                    output.finish(read.piece.place)
                if read.piece.last:
                    files += 1
                    report(files, every)
    except BrokenProcessPool:
        _say("a process died, perhaps for want of memory; the same command goes on, with fewer --workers")
        return ExitStatus.SOME_FAILED
    if output.left and output.path != STANDARD_OUTPUT:
        _say(f"{output.left} of {every} files could not be had; the same command asks for them again")
    print(summary(totals, output), file=sys.stderr if output.path == STANDARD_OUTPUT else sys.stdout)
    return _status(totals)


def _status(totals: Counter[str]) -> ExitStatus:
    if totals["unreadable"]:
        return ExitStatus.SOME_FAILED
    return ExitStatus.ALARMS if any(totals[reason] for reason in _LOST) else ExitStatus.FINE


def summary(totals: Counter[str], output: Output) -> str:
    """What was read, for people."""
    others = ", ".join(f"{name} {totals[name]:,}" for name in (*_NO_RECORD, *_FAULTS) if totals[name])
    return (
        f"{totals['records']:,} records of {totals['pages']:,} pages in {output.path}; {totals['answers']:,}"
        f" answers, {totals['foreign']:,} of them of other sites{f'; {others}' if others else ''}"
    )


def _say(line: str) -> None:
    print(f"newscrawl extract: {printable(line)}", file=sys.stderr)
