"""The archive's own errors for what PostgreSQL reports."""

from __future__ import annotations

import psycopg

from newscrawl.archive.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveFullError,
    ArchiveLockedError,
    ArchiveMissingError,
    ArchiveReadOnlyError,
    ArchiveUnreachableError,
)

_LOST = (
    ArchiveUnreachableError,
    "the connection to the server is lost; nothing stored before is lost: see that the server runs, and run"
    " again",
)
_BY_STATE: dict[str, tuple[type[ArchiveError], str]] = {
    "08": _LOST,
    "57P": _LOST,
    "53100": (
        ArchiveFullError,
        "the disk of the server is full; nothing stored before is lost: make room and run again",
    ),
    "53200": (ArchiveFullError, "the server has no memory left; run again when it has less to do"),
    "53300": (
        ArchiveUnreachableError,
        "the server takes no more connections; end some, or raise its max_connections",
    ),
    "25006": (
        ArchiveReadOnlyError,
        "it may only be read here; name the server that takes writes with --data",
    ),
    "42501": (
        ArchiveReadOnlyError,
        "the role may not do that; let the owner of the schema newscrawl grant it, or use another role",
    ),
    "3F000": (ArchiveMissingError, "there is no archive; crawl a site first, or name its base with --data"),
    "42P01": (ArchiveMissingError, "there is no whole archive; crawl a site first, or look at the base"),
    "55P03": (ArchiveLockedError, "another process holds it; wait for that one to end"),
    "40": (ArchiveLockedError, "another process got ahead; run again"),
    "57014": (ArchiveLockedError, "the server gave up on a statement that took too long (statement_timeout)"),
    "XX001": (ArchiveDamagedError, "its content is damaged; restore it from a backup"),
    "XX002": (ArchiveDamagedError, "an index is damaged; let its owner run REINDEX"),
}
"""SQLSTATE, or the beginnings of it, to error and advice; the longest that fits counts."""

_REFUSED: tuple[tuple[str, str], ...] = (
    ("password", "the password is wrong or missing; put it into ~/.pgpass or PGPASSWORD"),
    ("pg_hba.conf", "the server lets nobody in from here; see its pg_hba.conf"),
    ("database", "there is no such base, or the role may not use it; make it with createdb"),
    ("role", "there is no such role; make it with createuser"),
    ("too many", "the server takes no more connections; end some, or raise its max_connections"),
)
"""What the server's refusal speaks of, and what to do; the names of things are the same in most languages."""


def explained(error: psycopg.Error, name: str) -> ArchiveError:
    """The archive's own error for what the server ``name`` reports."""
    state = error.sqlstate or ("08" if isinstance(error, psycopg.OperationalError) else "")
    for length in (5, 3, 2):
        if state[:length] in _BY_STATE:
            kind, advice = _BY_STATE[state[:length]]
            return kind(f"{name}: {advice} ({_first_line(error)})")
    return ArchiveError(f"{name}: PostgreSQL reports an error ({_first_line(error)})")


def unreachable(error: psycopg.Error, name: str) -> ArchiveError:
    """The error for a connection that cannot be made."""
    told = str(error)
    for word, advice in _REFUSED:
        if "FATAL" in told and word in told:
            return ArchiveUnreachableError(f"{name}: {advice}")
    return ArchiveUnreachableError(
        f"{name}: the server cannot be reached; see that it runs, and that its address and port are right"
    )


def _first_line(error: psycopg.Error) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].strip() if lines else type(error).__name__
