"""Writes a data set from the archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Literal, cast, get_args

from newscrawl.archive import Archive
from newscrawl.datasets.card import card
from newscrawl.datasets.choice import Choice, Row
from newscrawl.datasets.columns import OFFSETS, arrow
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.folders import PartitionedWriter, ShardedWriter
from newscrawl.datasets.splits import Splits
from newscrawl.datasets.tables import (
    FIELDS,
    TableForm,
    refuse_too_many,
    separated,
    sheet_columns,
    workbook,
)
from newscrawl.datasets.tally import Tally
from newscrawl.datasets.targets import new_file, new_folder
from newscrawl.datasets.writers import RowWriter, json_lines, parquet
from newscrawl.record.printable import CleanOutput

Format = Literal["jsonl", "csv", "xlsx", "parquet", "hf"]
FORMATS: tuple[Format, ...] = get_args(Format)

STANDARD_OUTPUT = Path("-")

_ENDINGS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".jl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
}
_PACKINGS = {".gz": "gz", ".zst": "zst"}
_WHOLE: tuple[Format, ...] = ("parquet", "xlsx")
"""Formats that are packed in themselves."""
_TYPED: tuple[Format, ...] = ("xlsx", "parquet", "hf")
"""Formats with columns for the offsets of times."""

Progress = Callable[[int, int], None]
"""Called with the number of records written and of all, every so often."""

_STEP = 500

_Write = Callable[[Row], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A data set to be written to ``output``: what is in it, in what form, and how it is split.

    ``columns`` are the fields that are written, in their order (none named: all), ``table`` is how CSV looks.
    ``notes`` say for the card how the records were chosen. ``without_reserved`` leaves out what publishers
    reserve against data mining and training.
    """

    output: Path
    form: Format
    choice: Choice = Choice()
    splits: Splits = field(default_factory=lambda: Splits.parse(None))
    notes: Mapping[str, str] = field(default_factory=dict)
    columns: Sequence[str] = ()
    table: TableForm = TableForm()
    without_reserved: bool = False

    def __post_init__(self) -> None:
        self._check_columns()
        if self.table != TableForm() and self.form not in ("csv", "xlsx"):
            raise ExportError("--separator, --bom and --spreadsheet are for CSV")
        if self.form == "xlsx" and self.table != TableForm(spreadsheet=self.table.spreadsheet):
            raise ExportError("--separator and --bom are for CSV; a workbook needs neither")
        if self.choice.partition != "none" and self.form != "parquet":
            raise ExportError("--partition goes with --format parquet")
        if self.output == STANDARD_OUTPUT and (self.form not in ("jsonl", "csv") or self.splits.several):
            raise ExportError("--output -: only JSON lines and CSV without splits go to standard output")
        if self.form in ("parquet", "hf"):
            arrow()

    def _check_columns(self) -> None:
        known = [*FIELDS, *(OFFSETS.values() if self.form in _TYPED else ())]
        unknown = next((name for name in self.columns if name not in known), None)
        if unknown is not None:
            raise ExportError(
                f"--columns: there is no field '{unknown}' in {self.form}; known: {', '.join(known)}"
            )
        if len(set(self.columns)) < len(self.columns):
            raise ExportError("--columns: a field is named twice")

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
        with self.choice.rows(archive) as (total, rows):
            if self.form == "xlsx" and not self.splits.several:
                refuse_too_many(total)
            tally.in_no_range = self.choice.in_no_range(archive)
            self._write_rows(rows, total, tally, progress)
        return tally

    def _write_rows(self, rows: Iterator[Row], total: int, tally: Tally, progress: Progress) -> None:
        with self._writer(tally) as write:
            progress(0, total)
            for row in rows:
                if self.without_reserved and row.record()["reserved"]:
                    tally.reserved += 1
                    continue
                split = self.splits.of(row.unit, row.day)
                if split is None:
                    tally.in_no_split += 1
                    continue
                write(row)
                tally.add(row, split)
                if tally.records % _STEP == 0:
                    progress(tally.records, total)
            progress(tally.records, total)

    def _writer(self, tally: Tally) -> AbstractContextManager[_Write]:
        if self.form == "hf":
            return self._shards(tally)
        if self.choice.partition != "none":
            return self._partitions()
        return self._files(tally)

    @contextmanager
    def _files(self, tally: Tally) -> Iterator[_Write]:
        with ExitStack() as stack:
            files = {name: stack.enter_context(self._file(name)) for name in self.splits.shares}
            writers = {
                name: stack.enter_context(self._file_writer(file, tally)) for name, file in files.items()
            }
            if len(writers) == 1:
                yield next(iter(writers.values())).write
            else:
                yield lambda row: writers[self.splits.of(row.unit, row.day) or ""].write(row)

    @contextmanager
    def _file(self, split: str) -> Iterator[IO[bytes]]:
        if self.output == STANDARD_OUTPUT:
            yield cast("IO[bytes]", CleanOutput(sys.stdout.buffer, of_json=self.form == "jsonl"))
            sys.stdout.buffer.flush()
            return
        path = split_path(self.output, split) if self.splits.several else self.output
        with new_file(path) as partial, partial.open("wb") as file:
            yield file

    def _file_writer(self, file: IO[bytes], tally: Tally) -> AbstractContextManager[RowWriter]:
        packing = _PACKINGS.get(self.output.suffix, "")
        if self.form == "jsonl":
            return json_lines(file, packing, columns=self.columns)
        if self.form == "csv":
            usual = "\t" if ".tsv" in self.output.suffixes else ","
            form = replace(self.table, separator=self.table.separator or usual)
            return separated(file, packing, form=form, columns=self.columns or FIELDS, tally=tally)
        if self.form == "xlsx":
            return workbook(file, columns=self.columns or sheet_columns(), tally=tally)
        return parquet(file, columns=self.columns)

    @contextmanager
    def _partitions(self) -> Iterator[_Write]:
        with new_folder(self.output) as folder:
            writer = PartitionedWriter(folder, self.choice.partition, self.splits, self.columns)
            yield writer.write
            writer.close()

    @contextmanager
    def _shards(self, tally: Tally) -> Iterator[_Write]:
        with new_folder(self.output) as folder:
            writer = ShardedWriter(folder, self.splits, self.columns)
            yield writer.write
            writer.close()
            text = card(tally, folder=self.output.name, choices=self.notes, columns=self.columns)
            (folder / "README.md").write_text(text, encoding="utf-8")


def form_of(output: Path) -> Format:
    """The format that the ending of ``output`` says.

    Raises:
        ExportError: it says none.
    """
    plain = output.with_suffix("") if output.suffix in _PACKINGS else output
    form = _ENDINGS.get(plain.suffix.lower())
    if form is None or (form in _WHOLE and output != plain):
        endings = ", ".join(_ENDINGS)
        raise ExportError(
            f"{output}: the ending says no format; use {endings} (and .gz or .zst behind), or give --format"
        )
    return form


def split_path(output: Path, split: str) -> Path:
    """The file of one split: ``news.jsonl.gz`` is split into ``news-train.jsonl.gz`` and so on."""
    stem, dot, endings = output.name.partition(".")
    return output.with_name(f"{stem}-{split}{dot}{endings}")
