"""Writers of folders: Parquet by site or month, and the shards of a Hugging Face data set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

from newscrawl.datasets.choice import Partition, Row
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.splits import Splits
from newscrawl.datasets.writers import RowWriter, parquet

SHARD = 100_000
"""Records in a file of a Hugging Face data set."""

NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"
"""How the partition of records without a value is called, by the custom that Hive began."""


class PartitionedWriter:
    """Parquet files as ``month=2026-08/part-00000.parquet``; with splits, under ``split=train/``.

    The records must come in the order of their partitions. The column that the folders' names give is not in
    the files, so that readers do not meet it twice.
    """

    def __init__(
        self, folder: Path, partition: Partition, splits: Splits, columns: Sequence[str] = ()
    ) -> None:
        if partition == "none":
            raise ExportError("a folder of Parquet files needs --partition site or month")
        self._folder = folder
        self._partition = partition
        self._splits = splits
        self._columns = columns
        self._open: dict[str, _Part] = {}

    def write(self, row: Row) -> None:
        """Write one record to the file of its partition and split."""
        split = self._splits.of(row.unit, row.day)
        assert split is not None
        value = self._value(row)
        part = self._open.get(split)
        if part is None or part.value != value:
            if part is not None:
                part.close()
            part = self._open[split] = _Part(value, self._path(split, value), self._columns, self._without())
        part.writer.write(row)

    def close(self) -> None:
        """End every file."""
        for part in self._open.values():
            part.close()

    def _value(self, row: Row) -> str:
        if self._partition == "site":
            return row.site
        return row.day[:7] if row.day else NULL_PARTITION

    def _path(self, split: str, value: str) -> Path:
        above = self._folder / f"split={split}" if self._splits.several else self._folder
        return above / f"{self._partition}={quote(value, safe='')}" / "part-00000.parquet"

    def _without(self) -> tuple[str, ...]:
        return ("site",) if self._partition == "site" else ()


class ShardedWriter:
    """Parquet files as ``data/train-00000-of-00003.parquet``, the layout that the Hub knows."""

    def __init__(self, folder: Path, splits: Splits, columns: Sequence[str] = ()) -> None:
        self._folder = folder / "data"
        self._folder.mkdir()
        self._splits = splits
        self._columns = columns
        self._open: dict[str, _Part] = {}
        self._made: dict[str, list[Path]] = {name: [] for name in splits.shares}
        self._counts = dict.fromkeys(splits.shares, 0)

    def write(self, row: Row) -> None:
        """Write one record to the shard of its split that is being filled."""
        split = self._splits.of(row.unit, row.day)
        assert split is not None
        if self._counts[split] % SHARD == 0:
            self._next_shard(split)
        self._counts[split] += 1
        self._open[split].writer.write(row)

    def close(self) -> None:
        """End every file, and give each the number of its siblings.

        A split without records has none, for what loads data sets stumbles over it; a data set without any
        has one file that says so.
        """
        if not any(self._made.values()):
            self._next_shard(next(iter(self._made)))
        for part in self._open.values():
            part.close()
        for split, paths in self._made.items():
            for number, path in enumerate(paths):
                path.rename(self._folder / f"{split}-{number:05}-of-{len(paths):05}.parquet")

    def _next_shard(self, split: str) -> None:
        if split in self._open:
            self._open[split].close()
        path = self._folder / f"{split}-{len(self._made[split]):05}.parquet"
        self._made[split].append(path)
        self._open[split] = _Part(split, path, self._columns)


class _Part:
    """One Parquet file while it is being written."""

    def __init__(self, value: str, path: Path, columns: Sequence[str], without: Sequence[str] = ()) -> None:
        self.value = value
        self._stack = ExitStack()
        path.parent.mkdir(parents=True, exist_ok=True)
        file = self._stack.enter_context(path.open("wb"))
        self.writer: RowWriter = self._stack.enter_context(parquet(file, columns=columns, without=without))
        self.close: Callable[[], None] = self._stack.close
