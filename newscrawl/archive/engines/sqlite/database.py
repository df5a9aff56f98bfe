"""The connection under an archive in SQLite."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Generator, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Self

from newscrawl.archive.database import LOCK_SECONDS, Database, Parameters, Row, Step
from newscrawl.archive.engines.sqlite.failures import FAILURES, explained, unsuitable
from newscrawl.archive.engines.sqlite.words import SqliteWords
from newscrawl.archive.errors import ArchiveDamagedError, ArchiveError, ArchiveMissingError

_PAGE_SIZE = 8192
_READING_CACHE_KIB = 16 * 1024
_WRITING_CACHE_KIB = 96 * 1024
_MOST_MEMORY = 128 * 1024 * 1024
"""What the caches of all connections of a process hold together, of a hundred crawls as of one."""

_WAL_LIMIT = 64 * 1024 * 1024
_MINIMUM_SQLITE = (3, 35, 0)


class SqliteDatabase(Database):
    """One connection to one SQLite file, for one thread."""

    numbered: ClassVar[str] = "INTEGER PRIMARY KEY"

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        super().__init__(str(path), path.parent, writable=writable)
        self._connection = connection
        self.path = path
        self._file = _file_at(path)
        self._words = SqliteWords(self)

    @classmethod
    def open(cls, path: Path, *, create: bool, lock_seconds: float = LOCK_SECONDS) -> Self:
        """Connect to the file at ``path``.

        Where the file or its folder may not be written and nothing is to be created, the connection is one
        for reading only.

        Raises:
            ArchiveMissingError: there is no file and ``create`` is false.
            ArchiveUnsuitableError: the drive, such as a network drive, cannot hold an archive.
            ArchiveError: the file cannot be opened.
        """
        if sqlite3.sqlite_version_info < _MINIMUM_SQLITE:
            wanted = ".".join(map(str, _MINIMUM_SQLITE))
            raise ArchiveDamagedError(f"SQLite {sqlite3.sqlite_version} is too old; {wanted} is needed")
        if path.parent.is_file():
            raise ArchiveMissingError(f"{path.parent} is a file; name the folder of an archive with --data")
        if not create and not path.exists():
            raise ArchiveMissingError(
                f"{path}: there is no archive; crawl a site first, or name its folder with --data"
            )
        if create:
            _make_folder(path.parent)
        cache = _WRITING_CACHE_KIB if create else _READING_CACHE_KIB
        if create or os.access(path, os.W_OK):
            try:
                return cls(_for_writing(path, lock_seconds, cache), path, writable=True)
            except FAILURES as error:
                if create or not _forbidden(error):
                    raise explained(error, path) from error
        try:
            return cls(_for_reading(path, lock_seconds), path, writable=False)
        except FAILURES as error:
            raise explained(error, path) from error

    @property
    def words(self) -> SqliteWords:
        return self._words

    def script(self, step: Step) -> str:
        return step.sqlite

    def tables(self) -> set[str]:
        return {row[0] for row in self.all("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def owns(self, path: Path) -> bool:
        # With the log beside it, which holds what was stored last.
        return str(path.resolve()).startswith(str(self.path.resolve()))

    def has_files_of(self, host: str) -> bool:
        # They lie beside the archive, whatever a container calls itself today.
        return True

    def execute(self, sql: str, parameters: Parameters = ()) -> None:
        try:
            self._connection.execute(sql, parameters)
        except FAILURES as error:
            raise self.report(explained(error, self.path)) from error

    def append(self, table: str, facts: Mapping[str, Any]) -> int:
        # SQLite numbers a row that names no key after the last one itself.
        try:
            inserted = self._connection.execute(_inserting(table, tuple(facts)), tuple(facts.values()))
        except FAILURES as error:
            raise self.report(explained(error, self.path)) from error
        return int(inserted.lastrowid or 0)

    def next_key(self, table: str) -> int:
        row = self.one(f"SELECT coalesce(max(key), 0) + 1 FROM {table}")
        return int(row[0]) if row else 1

    def add(self, table: str, facts: Mapping[str, Any]) -> None:
        self.execute(_inserting(table, tuple(facts)), tuple(facts.values()))

    def execute_later(self, sql: str, rows: Iterable[Parameters]) -> None:
        self.execute_many(sql, rows)

    def execute_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        try:
            self._connection.executemany(sql, rows)
        except FAILURES as error:
            raise self.report(explained(error, self.path)) from error

    def add_missing(self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[int, ...]]) -> None:
        marks = ", ".join("?" * len(columns))
        self.execute_many(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT DO NOTHING", rows
        )

    def columns(self, table: str) -> list[str]:
        return [name for (name,) in self.all("SELECT name FROM pragma_table_info(?)", (table,))]

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        marks = ", ".join("?" * len(columns))
        self.execute_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        try:
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
        except FAILURES as error:
            raise self.report(explained(error, self.path)) from error
        return row

    def all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        try:
            rows: list[Row] = self._connection.execute(sql, parameters).fetchall()
        except FAILURES as error:
            raise self.report(explained(error, self.path)) from error
        return rows

    def stream(self, sql: str, parameters: Parameters = ()) -> Generator[Row]:
        try:
            # A cursor by itself is closed with a stream that is left, maybe after the connection: an error.
            yield from (row for row in self._connection.execute(sql, parameters))
        except FAILURES as error:
            raise self.report(explained(error, self.path)) from error

    def check_place(self) -> None:
        try:
            there = _file_at(self.path)
        except OSError:
            there = None
        if there == self._file:
            return
        became = "is not there any more" if there is None else "is another file by now"
        raise self.report(
            ArchiveMissingError(
                f"{self.path}: the archive was deleted or replaced while it was in use: it {became}. What was"
                " stored since then is lost with it; put it back if you can, and crawl again"
            )
        )

    def faults(self, most: int) -> list[str]:
        try:
            lines = [str(row[0]) for row in self.all(f"PRAGMA integrity_check({most})")]
        except ArchiveError as error:
            return [str(error)]
        # Several faults may come in one text, under a line that only names the database.
        faults = [fault for line in lines for fault in line.splitlines() if not fault.startswith("*** in")]
        return [] if faults == ["ok"] else faults[:most]

    def close(self) -> None:
        self._connection.close()

    def _begin(self) -> None:
        self.execute("BEGIN IMMEDIATE")

    def _begin_snapshot(self) -> None:
        self.execute("BEGIN")

    def _commit(self) -> None:
        self.execute("COMMIT")

    def _roll_back(self) -> None:
        # SQLite undoes a transaction by itself on a full disk; then there is nothing left to undo here.
        if self._connection.in_transaction:
            self.execute("ROLLBACK")


@cache
def _inserting(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _file_at(path: Path) -> tuple[int, int]:
    """What tells the file at ``path`` from another one of that name."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveMissingError(
            f"{folder}: the folder cannot be made ({error.strerror}); choose another with --data"
        ) from error


def _forbidden(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def _for_writing(path: Path, lock_seconds: float, cache: int) -> sqlite3.Connection:
    connection = _connect(path, "mode=rwc", lock_seconds)
    try:
        connection.execute(f"PRAGMA cache_size=-{cache}")
        connection.execute(f"PRAGMA page_size={_PAGE_SIZE}")
        _use_write_ahead_log(connection, path, lock_seconds)
        # A commit is on the disk when it returns: not even a power cut loses what was acknowledged.
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA journal_size_limit={_WAL_LIMIT}")
    except BaseException:
        connection.close()
        raise
    return connection


def _for_reading(path: Path, lock_seconds: float) -> sqlite3.Connection:
    log = path.with_name(path.name + "-wal")
    # A log in a folder that cannot be written holds commits that only a reader of the log sees; without one
    # the file itself is all there is, and SQLite needs no lock on it.
    unchanging = not log.exists() or log.stat().st_size == 0
    connection = _connect(path, "mode=ro&immutable=1" if unchanging else "mode=ro", lock_seconds)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, mode: str, lock_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=lock_seconds,
        isolation_level=None,
        cached_statements=256,
    )
    connection.execute(f"PRAGMA cache_size=-{_READING_CACHE_KIB}")
    connection.execute(f"PRAGMA soft_heap_limit={_MOST_MEMORY}")
    return connection


def _use_write_ahead_log(connection: sqlite3.Connection, path: Path, lock_seconds: float) -> None:
    """Readers then never wait for a writer. While others are busy the change is refused, not queued.

    Raises:
        ArchiveUnsuitableError: the drive has no memory that processes share, which the log needs; then
            SQLite stays at another journal, with which a reader stops every writer.
    """
    deadline = time.monotonic() + lock_seconds
    while True:
        try:
            mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            break
    if mode != "wal":
        raise unsuitable(path, f"SQLite stays at the journal '{mode}'")
