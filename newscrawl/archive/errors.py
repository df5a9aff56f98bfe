"""What can go wrong with the archive, each with the path and what to do."""

from __future__ import annotations


class ArchiveError(Exception):
    """The archive cannot be used. The message names its path, what is wrong and what to do."""


class ArchiveMissingError(ArchiveError):
    """There is no archive where one was to be read."""


class ArchiveUnreachableError(ArchiveError):
    """The server that holds the archive does not answer, or lets this role not in."""


class ArchiveLockedError(ArchiveError):
    """Another process holds the archive for longer than the time allowed."""


class ArchiveReadOnlyError(ArchiveError):
    """The archive or its folder may not be written."""


class ArchiveUnsuitableError(ArchiveError):
    """The drive cannot hold an archive, as many network drives cannot."""


class ArchiveFullError(ArchiveError):
    """The disk is full."""


class ArchiveDamagedError(ArchiveError):
    """The file is no archive, or what is in it cannot be read."""


class ArchiveSchemaError(ArchiveError):
    """The archive was written by a newer newscrawl, or is too old to be read without being changed."""
