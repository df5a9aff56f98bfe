"""The databases that can hold an archive, each behind :class:`newscrawl.archive.database.Database`."""

from __future__ import annotations

from pathlib import Path

from newscrawl.archive.database import Database
from newscrawl.archive.engines.sqlite.database import SqliteDatabase

FILE_NAME = "archive.sqlite"


def open_database(data: str | Path, *, create: bool, lock_seconds: float) -> Database:
    """Connect to the archive in the data folder ``data``.

    Without ``create`` it must be there, and is opened for reading alone where it may not be written.

    Raises:
        ArchiveError: it cannot be opened; the message names it and says what to do.
    """
    return SqliteDatabase.open(Path(data) / FILE_NAME, create=create, lock_seconds=lock_seconds)
