"""Whether a version is as it was stored: a checksum beside each record, looked at whenever one is read.

SQLite notices a page that makes no sense, and takes one whose letters were changed on the disk for what was
written. The checksum covers the line of the record and what says whose version it is.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from newscrawl.archive.database import Database
from newscrawl.archive.errors import ArchiveDamagedError

COLUMNS = "{0}.article, {0}.number, {0}.shape, {0}.record, {0}.checksum"
"""What is read of a version to tell whether it is whole; to be given the table's name in the statement."""

OF_VERSIONS = COLUMNS.format("versions")

_SUMMED_AT_ONCE = 500


def checksum(article: int, number: int, shape: int, record: str) -> int:
    """The checksum of a version: CRC-32, which finds every flip of a few bits."""
    return zlib.crc32(f"{article} {number} {shape} {record}".encode())


def check_name(database: Database, article_id: str, record: str) -> None:
    """See that an article has the id that its record begins with.

    Raises:
        ArchiveDamagedError: it has another.
    """
    if not record.startswith(f'{{"id": "{article_id}"'):
        raise database.report(
            _damaged(database, f"the id {article_id!a} is not that of the article's record")
        )


def check_cluster(database: Database, article: int, own: int | None, of_origin: int | None) -> None:
    """See that the origin of an article's cluster is one of the cluster.

    Raises:
        ArchiveDamagedError: it is in another, or not there.
    """
    if own != of_origin:
        raise database.report(
            _damaged(database, f"the copies of {_name(database, article)} are not with their origin")
        )


def checked(database: Database, version: Sequence[Any]) -> str:
    """The record's line of a ``version`` that was read by :data:`COLUMNS`.

    Raises:
        ArchiveDamagedError: it is not as it was stored.
    """
    article, number, shape, record, kept = version
    try:
        whole = checksum(article, number, shape, record) == kept
    except UnicodeEncodeError:
        whole = False
    if whole:
        return str(record)
    raise database.report(
        _damaged(database, f"version {number} of {_name(database, article)} is not as it was stored")
    )


def check_complete(database: Database) -> None:
    """See that there are as many versions as the articles speak of, all of which reading would pass over.

    A page that the disk has put in the place of another may be well-formed, and its rows are gone.

    Raises:
        ArchiveDamagedError: there are more or fewer.
    """
    row = database.one(
        "SELECT (SELECT count(*) FROM versions) - (SELECT coalesce(sum(version), 0) FROM articles)"
    )
    if row is None or row[0] != 0:
        raise database.report(_damaged(database, "the articles and their versions do not match"))


def missing(database: Database, count: int) -> ArchiveDamagedError:
    """The error for ``count`` versions that ought to be there."""
    return _damaged(database, f"{count} versions of articles cannot be found")


def strange(database: Database, table: str) -> ArchiveDamagedError:
    """The error for rows of another table in ``table``."""
    return _damaged(database, f"the table {table} holds what is none of its own")


def _name(database: Database, article: int) -> str:
    row = database.one("SELECT id, url FROM articles WHERE key = ?", (article,))
    return f"article {row[0]} ({row[1]})" if row else f"the article with the key {article}"


def _damaged(database: Database, what: str) -> ArchiveDamagedError:
    return ArchiveDamagedError(
        f"{database.name}: {what}: the file was damaged on the disk; 'newscrawl archive check' lists all"
        " that is damaged and says what to do"
    )


def add_checksums(database: Database) -> None:
    """Give every version that an older newscrawl stored its checksum, inside a transaction."""
    last = 0
    while rows := database.all(
        "SELECT key, article, number, shape, record FROM versions WHERE key > ? ORDER BY key LIMIT ?",
        (last, _SUMMED_AT_ONCE),
    ):
        database.execute_many(
            "UPDATE versions SET checksum = ? WHERE key = ?",
            [(checksum(*version), key) for key, *version in rows],
        )
        last = rows[-1][0]
