"""The databases that can hold an archive, each behind :class:`newscrawl.archive.database.Database`."""

from __future__ import annotations

from pathlib import Path

from newscrawl.archive.database import Database
from newscrawl.archive.engines.sqlite.database import SqliteDatabase
from newscrawl.record.extras import extra
from newscrawl.record.places import on_server

FILE_NAME = "archive.sqlite"


def open_database(data: str | Path, *, create: bool, lock_seconds: float) -> Database:
    """Connect to the archive in the data folder ``data``, or in the base of a server whose address it is.

    Without ``create`` it must be there, and is opened for reading alone where it may not be written.

    Raises:
        MissingExtraError: ``data`` is on a server, and the extra ``postgres`` is not installed.
        ArchiveError: it cannot be opened; the message names it and says what to do.
    """
    if on_server(data):
        with extra("postgres", why="an archive on a PostgreSQL server needs psycopg"):
            from newscrawl.archive.engines.postgres.database import PostgresDatabase  # noqa: PLC0415
        return PostgresDatabase.open(str(data), create=create, lock_seconds=lock_seconds)
    return SqliteDatabase.open(Path(data) / FILE_NAME, create=create, lock_seconds=lock_seconds)
