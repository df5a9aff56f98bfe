"""The connection under the archive: plain SQL, whole transactions, the archive's own errors.

Statements keep to what SQLite and PostgreSQL both take, but for the mark of a parameter. What the two write
differently stands in three places: here (keys of new rows), in ``schema`` (table definitions) and in
``search`` (full-text search).
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from newscrawl.archive.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveMissingError,
    explained,
    unsuitable,
)

LOCK_SECONDS = 60.0
"""How long a write waits for another process's."""

_PAGE_SIZE = 8192
_READING_CACHE_KIB = 16 * 1024
_WRITING_CACHE_KIB = 96 * 1024
_MOST_MEMORY = 128 * 1024 * 1024
"""What the caches of all connections of a process hold together, of a hundred crawls as of one."""

_WAL_LIMIT = 64 * 1024 * 1024
_MINIMUM_SQLITE = (3, 35, 0)

Row = tuple[Any, ...]
Parameters = Sequence[Any]


class Database:
    """One connection to one SQLite file, for one thread. Every error comes out as an ArchiveError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        self._connection = connection
        self.path = path
        self.writable = writable
        self._depth = 0
        self._doomed = False
        self.undone = 0
        """How often something was undone here: what was read before it may not be there."""

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
            except sqlite3.Error as error:
                if create or not _forbidden(error):
                    raise explained(error, path) from error
        try:
            return cls(_for_reading(path, lock_seconds), path, writable=False)
        except sqlite3.Error as error:
            raise explained(error, path) from error

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement; how many rows it changed."""
        try:
            return self._connection.execute(sql, parameters).rowcount
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def insert(self, sql: str, parameters: Parameters) -> int:
        """Insert one row into a table with a numbered ``key``; the key it got.

        ``RETURNING key`` says the same, but makes SQLite write the full-text index out for every row.
        """
        try:
            key = self._connection.execute(sql, parameters).lastrowid
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        assert key is not None
        return key

    def execute_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run a statement once for each of ``rows``."""
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or of what a statement returns."""
        try:
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        return row

    def all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Every row of a query."""
        try:
            rows: list[Row] = self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        return rows

    def stream(self, sql: str, parameters: Parameters = ()) -> Generator[Row]:
        """The rows of a query as they are found, in flat memory."""
        try:
            yield from self._connection.execute(sql, parameters)
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside; it is on the disk when the block ends.

        The lock for writing is taken at the start, so that two processes never both read and then both
        write. Inside another transaction it is a part of that one: what fails in it undoes the whole.
        """
        if self._depth:
            try:
                yield
            except BaseException:
                self._doomed = True
                raise
            return
        self.execute("BEGIN IMMEDIATE")
        self._depth, self._doomed = 1, False
        try:
            yield
            if self._doomed:
                raise ArchiveError(f"{self.path}: a part of the transaction failed, so nothing of it is kept")
            self.execute("COMMIT")
        except BaseException:
            self._undo()
            raise
        finally:
            self._depth = 0

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One unchanging view of the archive for several queries, whatever others write meanwhile.

        Temporary tables that are made inside are gone when it ends.
        """
        self.execute("BEGIN")
        try:
            yield
        finally:
            self._undo()

    def close(self) -> None:
        """Close the connection. Closing twice does no harm."""
        self._connection.close()

    def _undo(self) -> None:
        self.undone += 1
        # SQLite undoes a transaction by itself on a full disk; then there is nothing left to undo here.
        if self._connection.in_transaction:
            self.execute("ROLLBACK")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveMissingError(
            f"{folder}: the folder cannot be made ({error.strerror}); choose another with --data"
        ) from error


def _forbidden(error: sqlite3.Error) -> bool:
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
