"""The archive: what is known, what is stored, every version of it, and what the crawl must remember."""

from __future__ import annotations

from newscrawl.archive.archive import Archive
from newscrawl.archive.articles import Stored, Version
from newscrawl.archive.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveFullError,
    ArchiveLockedError,
    ArchiveMissingError,
    ArchiveReadOnlyError,
    ArchiveSchemaError,
    ArchiveUnreachableError,
    ArchiveUnsuitableError,
)
from newscrawl.archive.frontier import Wanted
from newscrawl.archive.prepared import Validators
from newscrawl.archive.selection import Selection

__all__ = [
    "Archive",
    "ArchiveDamagedError",
    "ArchiveError",
    "ArchiveFullError",
    "ArchiveLockedError",
    "ArchiveMissingError",
    "ArchiveReadOnlyError",
    "ArchiveSchemaError",
    "ArchiveUnreachableError",
    "ArchiveUnsuitableError",
    "Selection",
    "Stored",
    "Validators",
    "Version",
    "Wanted",
]
