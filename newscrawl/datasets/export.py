"""Writes a data set from the archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal, get_args

from newscrawl.archive import Archive
from newscrawl.datasets.card import card
from newscrawl.datasets.choice import Choice, Row
from newscrawl.datasets.columns import arrow
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.folders import PartitionedWriter, ShardedWriter
from newscrawl.datasets.splits import Splits
from newscrawl.datasets.tally import Tally
from newscrawl.datasets.targets import new_file, new_folder
from newscrawl.datasets.writers import RowWriter, comma_separated, json_lines, parquet

Format = Literal["jsonl", "csv", "parquet", "hf"]
FORMATS: tuple[Format, ...] = get_args(Format)

STANDARD_OUTPUT = Path("-")

_ENDINGS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".jl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
_PACKINGS = {".gz": "gz", ".zst": "zst"}

Progress = Callable[[int, int], None]
"""Called with the number of records written and of all, every so often."""

_STEP = 500

_Write = Callable[[Row], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A data set to be written to ``output``: what is in it, in what form, and how it is split.

    ``notes`` say for the card how the records were chosen.
    """

    output: Path
    form: Format
    choice: Choice = Choice()
    splits: Splits = field(default_factory=lambda: Splits.parse(None))
    notes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.choice.partition != "none" and self.form != "parquet":
            raise ExportError("--partition goes with --format parquet")
        if self.output == STANDARD_OUTPUT and (self.form not in ("jsonl", "csv") or self.splits.several):
            raise ExportError("--output -: only JSON lines and CSV without splits go to standard output")
        if self.form in ("parquet", "hf"):
            arrow()

    def write(self, archive: Archive, progress: Progress = lambda _done, _of: None) -> Tally:
        """Write the data set: whole, or not at all.

        Raises:
            ExportError: it cannot be written; nothing is left of it.
            ArchiveError: the archive cannot be read.
            QueryError: the words to search for name nothing.
        """
        if archive.database.owns(self.output):
            raise ExportError(f"{self.output}: is a file of the archive itself; name another")
        tally = Tally()
        tally.splits.update(dict.fromkeys(self.splits.shares, 0))
        with self.choice.rows(archive) as (total, rows), self._writer(tally) as write:
            progress(0, total)
            for row in rows:
                write(row)
                tally.add(row, self.splits.of(row.unit))
                if tally.records % _STEP == 0:
                    progress(tally.records, total)
            progress(tally.records, total)
        return tally

    def _writer(self, tally: Tally) -> AbstractContextManager[_Write]:
        if self.form == "hf":
            return self._shards(tally)
        if self.choice.partition != "none":
            return self._partitions()
        return self._files()

    @contextmanager
    def _files(self) -> Iterator[_Write]:
        with ExitStack() as stack:
            files = {name: stack.enter_context(self._file(name)) for name in self.splits.shares}
            writers = {name: stack.enter_context(self._file_writer(file)) for name, file in files.items()}
            if len(writers) == 1:
                yield next(iter(writers.values())).write
            else:
                yield lambda row: writers[self.splits.of(row.unit)].write(row)

    @contextmanager
    def _file(self, split: str) -> Iterator[IO[bytes]]:
        if self.output == STANDARD_OUTPUT:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
            return
        path = split_path(self.output, split) if self.splits.several else self.output
        with new_file(path) as partial, partial.open("wb") as file:
            yield file

    def _file_writer(self, file: IO[bytes]) -> AbstractContextManager[RowWriter]:
        packing = _PACKINGS.get(self.output.suffix, "")
        if self.form == "jsonl":
            return json_lines(file, packing)
        return comma_separated(file, packing) if self.form == "csv" else parquet(file)

    @contextmanager
    def _partitions(self) -> Iterator[_Write]:
        with new_folder(self.output) as folder:
            writer = PartitionedWriter(folder, self.choice.partition, self.splits)
            yield writer.write
            writer.close()

    @contextmanager
    def _shards(self, tally: Tally) -> Iterator[_Write]:
        with new_folder(self.output) as folder:
            writer = ShardedWriter(folder, self.splits)
            yield writer.write
            writer.close()
            text = card(tally, folder=self.output.name, choices=self.notes)
            (folder / "README.md").write_text(text, encoding="utf-8")


def form_of(output: Path) -> Format:
    """The format that the ending of ``output`` says.

    Raises:
        ExportError: it says none.
    """
    plain = output.with_suffix("") if output.suffix in _PACKINGS else output
    form = _ENDINGS.get(plain.suffix.lower())
    if form is None or (form == "parquet" and output != plain):
        endings = ", ".join(_ENDINGS)
        raise ExportError(
            f"{output}: the ending says no format; use {endings} (and .gz or .zst behind), or give --format"
        )
    return form


def split_path(output: Path, split: str) -> Path:
    """The file of one split: ``news.jsonl.gz`` is split into ``news-train.jsonl.gz`` and so on."""
    stem, dot, endings = output.name.partition(".")
    return output.with_name(f"{stem}-{split}{dot}{endings}")
