"""Writers of one file each: JSON lines, plain or packed, and Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import IO, Any, Protocol

from newscrawl.datasets.choice import Row
from newscrawl.datasets.columns import PAIR, arrow, schema, to_batch
from newscrawl.datasets.packing import packed

BATCH = 500
"""Records that become Arrow columns at a time."""

ROW_GROUP = 5000
"""Records in a row group of Parquet; two groups are held in memory at the most."""

_FEW_VALUES = (
    "site",
    "page_type",
    "published_precision",
    "section",
    "language",
    "access",
    "source",
    "dateline",
)


class RowWriter(Protocol):
    """Takes records one after the other."""

    def write(self, row: Row) -> None:
        """Write one record."""


@contextmanager
def json_lines(file: IO[bytes], compression: str = "", *, columns: Sequence[str] = ()) -> Iterator[RowWriter]:
    """One record a line, or only its fields ``columns``; ``compression`` is ``gz``, ``zst`` or nothing."""
    with packed(file, compression) as stream:
        yield _JsonFields(stream, columns) if columns else _JsonLines(stream)


@contextmanager
def parquet(
    file: IO[bytes], *, columns: Sequence[str] = (), without: Sequence[str] = ()
) -> Iterator[RowWriter]:
    """Parquet, compressed with Zstandard: all or the named ``columns``, but those that stand elsewhere.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow()
    from pyarrow import parquet as arrow_parquet  # noqa: PLC0415

    made = schema(only=columns, without=without)
    with (
        arrow_parquet.ParquetWriter(
            file, made, compression="zstd", use_dictionary=_repetitive(made)
        ) as opened,
        ThreadPoolExecutor(1, "parquet") as packer,
    ):
        writer = _Parquet(opened, made, packer)
        yield writer
        writer.finish()


def _repetitive(columns: Any) -> list[str]:
    """The columns whose values repeat, as Parquet names them: only for those does a dictionary pay."""
    pairs = [name for name in ("provenance", "reactions") if name in columns.names]
    lists = [name for name in ("authors", "editors", "tags", "changed") if name in columns.names]
    inner = [f"{name}.list.element.{part}" for name in pairs for part in PAIR]
    inner += [f"{name}.list.element" for name in lists]
    return [name for name in _FEW_VALUES if name in columns.names] + inner


class _JsonLines:
    def __init__(self, stream: IO[bytes]) -> None:
        self._write = stream.write

    def write(self, row: Row) -> None:
        self._write(row.json().encode() + b"\n")


class _JsonFields:
    def __init__(self, stream: IO[bytes], columns: Sequence[str]) -> None:
        self._write = stream.write
        self._columns = columns

    def write(self, row: Row) -> None:
        record = row.record()
        chosen = {name: record[name] for name in self._columns}
        self._write(json.dumps(chosen, ensure_ascii=False).encode() + b"\n")


class _Parquet:
    """Gathers a row group while the one before is packed and written, which Arrow does outside of Python."""

    def __init__(self, file: Any, columns: Any, packer: Executor) -> None:
        self._file = file
        self._columns = columns
        self._packer = packer
        self._packing: Future[None] | None = None
        self._records: list[dict[str, Any]] = []
        self._batches: list[Any] = []

    def write(self, row: Row) -> None:
        self._records.append(row.record())
        if len(self._records) == BATCH:
            self._end_batch()
            if len(self._batches) * BATCH >= ROW_GROUP:
                self._end_group()

    def finish(self) -> None:
        """Write what has gathered, and wait until all is written."""
        self._end_batch()
        self._end_group()
        if self._packing:
            self._packing.result()

    def _end_group(self) -> None:
        if self._packing:
            self._packing.result()
        if self._batches:
            group = arrow().Table.from_batches(self._batches)
            self._packing = self._packer.submit(self._file.write_table, group)
            self._batches = []

    def _end_batch(self) -> None:
        if self._records:
            self._batches.append(to_batch(self._records, self._columns))
            self._records = []
