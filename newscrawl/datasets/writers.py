"""Writers of one file each: JSON lines, plain or compressed, CSV, and Parquet."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import fields
from typing import IO, Any, Protocol

from newscrawl.datasets.choice import Row
from newscrawl.datasets.columns import PAIR, arrow, schema, to_batch
from newscrawl.items import Article

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
_GZIP_LEVEL = 6
_ZSTD_LEVEL = 6
_NAMES = tuple(field.name for field in fields(Article))


class RowWriter(Protocol):
    """Takes records one after the other."""

    def write(self, row: Row) -> None:
        """Write one record."""


@contextmanager
def json_lines(file: IO[bytes], compression: str = "") -> Iterator[RowWriter]:
    """One record a line; ``compression`` is ``gz``, ``zst`` or nothing."""
    with _packed(file, compression) as stream:
        yield _JsonLines(stream)


@contextmanager
def comma_separated(file: IO[bytes], compression: str = "") -> Iterator[RowWriter]:
    """CSV (RFC 4180) in UTF-8 with a header.

    Lists of texts are joined by ``; ``. What has parts of its own is JSON, and so is a list of texts of
    which one has a semicolon.
    """
    with _packed(file, compression) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_NAMES)
        yield _CommaSeparated(writer.writerow)
        text.detach()


@contextmanager
def parquet(file: IO[bytes], *, without: Sequence[str] = ()) -> Iterator[RowWriter]:
    """Parquet, compressed with Zstandard; ``without`` names columns that stand elsewhere.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow()
    from pyarrow import parquet as arrow_parquet  # noqa: PLC0415

    columns = schema(without=without)
    with (
        arrow_parquet.ParquetWriter(
            file, columns, compression="zstd", use_dictionary=_repetitive(columns)
        ) as opened,
        ThreadPoolExecutor(1, "parquet") as packer,
    ):
        writer = _Parquet(opened, columns, packer)
        yield writer
        writer.finish()


def _repetitive(columns: Any) -> list[str]:
    """The columns whose values repeat, as Parquet names them: only for those does a dictionary pay."""
    inner = [f"{name}.list.element.{part}" for name in ("provenance", "reactions") for part in PAIR]
    lists = [f"{name}.list.element" for name in ("authors", "editors", "tags", "changed")]
    return [name for name in _FEW_VALUES if name in columns.names] + inner + lists


class _JsonLines:
    def __init__(self, stream: IO[bytes]) -> None:
        self._write = stream.write

    def write(self, row: Row) -> None:
        self._write(row.json().encode() + b"\n")


class _CommaSeparated:
    def __init__(self, write: Callable[[list[Any]], Any]) -> None:
        self._write = write

    def write(self, row: Row) -> None:
        record = row.record()
        self._write([_cell(record[name]) for name in _NAMES])


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


def _cell(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(each, str) and ";" not in each for each in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value


@contextmanager
def _packed(file: IO[bytes], compression: str) -> Iterator[IO[bytes]]:
    if compression == "gz":
        # Neither name nor time: the same records give the same file.
        with gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0) as packed:
            yield packed  # type: ignore[misc]
    elif compression == "zst":
        with _zstandard(file) as packed:
            yield packed
    else:
        yield file


def _zstandard(file: IO[bytes]) -> Any:
    """A stream that packs with Zstandard into ``file``."""
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415
    else:
        from backports import zstd  # noqa: PLC0415
    return zstd.ZstdFile(file, "wb", level=_ZSTD_LEVEL)
