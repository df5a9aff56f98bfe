"""The archive's own errors for what SQLite reports."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newscrawl.archive.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveFullError,
    ArchiveLockedError,
    ArchiveReadOnlyError,
    ArchiveUnsuitableError,
)

_BY_CODE: dict[int, tuple[type[ArchiveError], str]] = {
    sqlite3.SQLITE_BUSY: (
        ArchiveLockedError,
        "another process holds it; wait for that one to end, or find it with 'fuser {path}'",
    ),
    sqlite3.SQLITE_LOCKED: (ArchiveLockedError, "another connection holds it; wait for that one to end"),
    sqlite3.SQLITE_READONLY: (
        ArchiveReadOnlyError,
        "it may not be written; check who owns the file and its folder, or choose another with --data",
    ),
    sqlite3.SQLITE_PERM: (ArchiveReadOnlyError, "access is denied; check who owns the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: (
        ArchiveReadOnlyError,
        "it cannot be opened; check that its folder exists, may be written and is on a disk of this machine,"
        " or choose another with --data",
    ),
    sqlite3.SQLITE_FULL: (
        ArchiveFullError,
        "the disk is full; nothing stored before is lost: make room and run again",
    ),
    sqlite3.SQLITE_IOERR: (
        ArchiveFullError,
        "the disk cannot be written or read, perhaps because it is full; nothing stored before is lost:"
        " make room, check the disk and run again",
    ),
    sqlite3.SQLITE_CORRUPT: (
        ArchiveDamagedError,
        "its content is damaged; keep a copy of the file, and see with 'newscrawl archive check' what is"
        " damaged and what to do",
    ),
    sqlite3.SQLITE_NOTADB: (ArchiveDamagedError, "it is no newscrawl archive; choose another with --data"),
}
_PRIMARY_CODE = 0xFF
FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What Python's binding raises; the second where SQLite's message quotes what is damaged."""

_NO_TEXT = "Could not decode to UTF-8"
"""How Python's binding begins when what was text is none any more; SQLite itself does not look."""

_UNSUITABLE = frozenset(
    {
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_IOERR_LOCK,
        sqlite3.SQLITE_IOERR_SHMLOCK,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_SHMOPEN,
    }
)


def explained(error: Exception, path: Path) -> ArchiveError:
    """The archive's own error for what SQLite reports about the file at ``path``."""
    whole_code = getattr(error, "sqlite_errorcode", 0)
    if whole_code in _UNSUITABLE:
        return unsuitable(path, str(error))
    code = whole_code & _PRIMARY_CODE
    if isinstance(error, UnicodeDecodeError) or (not whole_code and _NO_TEXT in str(error)):
        code = sqlite3.SQLITE_CORRUPT
    kind, advice = _BY_CODE.get(code, (ArchiveError, "SQLite reports an error"))
    return kind(f"{path}: {advice.format(path=path)} ({error})")


def unsuitable(path: Path, seen: str) -> ArchiveUnsuitableError:
    """The error for an archive at ``path`` on a drive on which processes cannot share locks and memory.

    SQLite's log needs both (sqlite.org/wal.html); ``seen`` is what shows that they are missing.
    """
    return ArchiveUnsuitableError(
        f"{path}: this drive cannot hold an archive, because processes cannot share locks and memory on it"
        f" ({seen}); network drives are so. Choose a folder on a disk of this machine with --data or"
        " NEWSCRAWL_DATA; exports may be written to the drive"
    )
