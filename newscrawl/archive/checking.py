"""Looks at everything that an archive holds, and says what of it is not as it was stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from newscrawl.archive import intact
from newscrawl.archive.database import Database, Row
from newscrawl.archive.errors import ArchiveDamagedError, ArchiveError

_Judge = Callable[[Database, Row], Iterator["Damage"]]

Kind = Literal["file", "version", "article", "address"]

MOST_OF_FILE = 100
"""So many faults of the file itself are named at the most; one bad page makes dozens."""

_AT_ONCE = 500
_MOST_TRIED = 10_000_000
"""So many numbers of rows that cannot be read are tried one by one; the highest may itself be damaged."""

_VERSIONS = (
    f"SELECT versions.key, {intact.OF_VERSIONS} FROM versions"
    " WHERE versions.key > ? AND versions.key <= ? ORDER BY versions.key"
)
_ARTICLES = (
    "SELECT articles.key, articles.id, articles.site, articles.url, articles.title, articles.version,"
    " versions.article, versions.number, versions.record"
    " FROM articles LEFT JOIN versions ON versions.key = articles.latest"
    " WHERE articles.key > ? AND articles.key <= ? ORDER BY articles.key"
)
_LOST_ADDRESSES = (
    "SELECT NULL, urls.site, urls.url FROM urls LEFT JOIN articles ON articles.key = urls.article"
    " WHERE urls.state = 'article' AND articles.key IS NULL ORDER BY urls.url"
)
_LOST_ORIGINS = (
    "SELECT articles.id, articles.site, articles.url FROM articles"
    " LEFT JOIN clusters ON clusters.key = articles.cluster"
    " LEFT JOIN articles AS origins ON origins.key = clusters.origin"
    " WHERE articles.cluster IS NOT NULL AND coalesce(origins.cluster, -1) <> articles.cluster"
    " ORDER BY articles.key"
)
_STRANGE_FRESH = (
    "SELECT NULL, NULL, NULL FROM fresh LEFT JOIN versions"
    " ON versions.key = fresh.version AND versions.article = fresh.article"
    " WHERE versions.key IS NULL OR length(fresh.places) = 0"
    " OR length(fresh.places) / 8 * 8 <> length(fresh.places)"
    " ORDER BY fresh.version LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is damaged: what, and of which article, where that can be told.

    ``kind`` is ``version`` (a record is not as it was stored), ``article`` (what is said of it is not what
    its record says), ``address`` (it leads to no article) or ``file`` (the database says it).
    """

    kind: Kind
    what: str
    id: str | None = None
    site: str | None = None
    url: str | None = None
    version: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """The damage as plain values."""
        return asdict(self)


def find_damage(database: Database) -> Iterator[Damage]:
    """All that is damaged, in flat memory: the file, then versions, articles and addresses.

    What cannot be read is damaged, and the look goes on behind it.
    """
    for fault in database.faults(MOST_OF_FILE):
        yield Damage("file", fault)
    yield from _each(database, "versions", _VERSIONS, _of_version)
    yield from _each(database, "articles", _ARTICLES, _of_article)
    yield from _all(database, _LOST_ORIGINS, "article", "the copies of it are not with their origin")
    yield from _all(database, _LOST_ADDRESSES, "address", "leads to an article that is not there")
    yield from _all(database, _STRANGE_FRESH, "file", "the table fresh holds what is none of its own")
    try:
        intact.check_complete(database)
    except ArchiveError as error:
        yield Damage("file", str(error))


def _all(database: Database, sql: str, kind: Kind, what: str) -> Iterator[Damage]:
    """Every row that a query finds wrong, given by id, site and address."""
    try:
        for row in database.stream(sql):
            yield Damage(kind, what, *row)
    except ArchiveError as error:
        yield Damage("file", f"cannot be read to its end ({kind}): {error}")


def _each(database: Database, table: str, sql: str, judge: _Judge) -> Iterator[Damage]:
    """What ``judge`` says of every row of ``table``; of those that cannot be read, that they cannot."""
    try:
        row = database.one(f"SELECT max(key) FROM {table}")
    except ArchiveError as error:
        yield Damage("file", f"the table {table} cannot be read: {error}")
        return
    newest = row[0] if row and row[0] else 0
    start = 0
    while start < newest:
        end = min(start + _AT_ONCE, newest)
        try:
            rows = database.all(sql, (start, end))
        except ArchiveError:
            yield from _one_by_one(database, sql, range(start + 1, end + 1), judge)
            start = end if newest - end < _MOST_TRIED else _before_next(database, table, end, newest)
            continue
        for each in rows:
            yield from judge(database, each)
        start = end if rows else _before_next(database, table, end, newest)


def _before_next(database: Database, table: str, key: int, newest: int) -> int:
    """The number before the next key behind ``key``: one that was damaged may be beyond all counting.

    Where the next one cannot be read, nothing behind it can be told from what was never there.
    """
    try:
        row = database.one(f"SELECT min(key) FROM {table} WHERE key > ?", (key,))
    except ArchiveError:
        return newest
    return row[0] - 1 if row and row[0] is not None else newest


def _one_by_one(database: Database, sql: str, keys: range, judge: _Judge) -> Iterator[Damage]:
    for key in keys:
        try:
            rows = database.all(sql, (key - 1, key))
        except ArchiveError:
            yield _unreadable(database, key, of_article=sql is _ARTICLES)
        else:
            for each in rows:
                yield from judge(database, each)


def _unreadable(database: Database, key: int, *, of_article: bool) -> Damage:
    column = "key" if of_article else "latest"
    kind: Kind = "article" if of_article else "version"
    try:
        row = database.one(f"SELECT id, site, url, version FROM articles WHERE {column} = ?", (key,))
    except ArchiveError:
        row = None
    if row is None:
        return Damage(kind, f"row {key} of the table {kind}s cannot be read")
    return Damage(kind, "cannot be read", *row)


def _of_version(database: Database, row: Row) -> Iterator[Damage]:
    try:
        intact.checked(database, row[1:])
    except ArchiveDamagedError:
        article, number = row[1:3]
        found = database.one("SELECT id, site, url FROM articles WHERE key = ?", (article,))
        name, site, url = found or (None, None, None)
        yield Damage("version", "is not as it was stored", name, site, url, version=number)


def _of_article(_database: Database, row: Row) -> Iterator[Damage]:
    key, article_id, site, url, title, version, article, number, record = row
    if (article, number) != (key, version):
        yield Damage("article", "its latest version is not there", article_id, site, url, version)
        return
    try:
        stated = json.loads(record)
    except ValueError:
        return  # found as a version already
    told = {"id": article_id, "site": site, "url": url, "title": title}
    wrong = [name for name, value in told.items() if stated.get(name) != value]
    if wrong:
        what = f"not as its record says: {', '.join(wrong)}"
        yield Damage("article", what, article_id, site, url, version)
