"""An archive becomes another, on this engine or the other one: every row under the key that it has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import islice

from newscrawl.archive import intact
from newscrawl.archive.archive import Archive
from newscrawl.archive.database import Database, Row
from newscrawl.archive.errors import ArchiveError
from newscrawl.archive.fresh import Fresh
from newscrawl.archive.query import TakeText

TABLES: dict[str, tuple[str, ...]] = {
    "articles": ("key",),
    "versions": ("key",),
    "clusters": ("key",),
    "runs": ("key",),
    "urls": ("url",),
    "listings": ("url",),
    "days": ("site", "day"),
    "walks": ("site", "source"),
    "bands": ("place", "article"),
    "pages": ("version", "part"),
}
"""The tables whose rows are copied, in this order, and the columns by which each is."""

ANEW = frozenset({"meta", "fresh", "words", "holders"})
"""What the target makes for itself: the schema's number, the full-text index, who holds what."""

_NUMBERED = ("articles", "versions", "clusters", "runs")
_UNFINISHED = "unfinished copy of"
_AT_ONCE = 10_000
"""Rows of a transaction, which a copy that is broken off has to do again: of a second or two."""

_NARROW = {"bands": 10}
"""Tables of which so many times as many rows go at once: theirs are two numbers."""

_WITH_TEXTS = "versions"
"""While its rows are loaded texts are indexed: the server is busy with rows, newscrawl with words."""

_COMPARED_AT_ONCE = 2000
_DIGESTS = (
    "SELECT id, site, url, content_hash, version, latest, cluster FROM articles ORDER BY key",
    "SELECT key, article, number, stored_at, checksum FROM versions ORDER BY key",
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """What the target holds now, compared with the source."""

    articles: int
    versions: int


class CopyError(ArchiveError):
    """The target is not to be copied into, or is not what the source is."""


def copy(source: Archive, target: Archive, progress: Progress = lambda _done, _of: None) -> Copied:
    """Copy all of ``source`` into the empty archive ``target``; one that was broken off goes on.

    The source is read in one state. At the end both are compared: how many rows each table has, what every
    article and version is, and every record of the target with its checksum.

    Raises:
        CopyError: the target holds something else, or the source has changed since a copy was broken off.
        ArchiveError: one cannot be read or written, or a record is damaged.
    """
    _begin(source, target)
    with source.database.snapshot():
        counts = {table: _count(source.database, table) for table in TABLES}
        total, done = sum(counts.values()) + counts["articles"], 0
        for rows in _all_rows(source.database, target.database):
            done += rows
            progress(done, total)
        with target.transaction():
            target.copies.place(Fresh(source.database).places())
            for table in _NUMBERED:
                target.database.number_after(table)
            target.database.words.loaded()
        _compare(source, target)
    _finish(source, target)
    return Copied(counts["articles"], counts["versions"])


def _begin(source: Archive, target: Archive) -> None:
    database = target.database
    with target.transaction():
        begun = database.one("SELECT value FROM meta WHERE name = ?", (_UNFINISHED,))
        if begun is None:
            if any(_count(database, table) for table in TABLES):
                raise CopyError(f"{target.name}: there is an archive already; name an empty folder or base")
            database.execute("INSERT INTO meta (name, value) VALUES (?, ?)", (_UNFINISHED, source.name))
        elif begun[0] != source.name:
            raise CopyError(f"{target.name}: it holds a part of a copy of {begun[0]}, not of {source.name}")


def _all_rows(source: Database, target: Database) -> Iterator[int]:
    """Copy every table and index every article, a part at a time; how many rows are done with each."""
    with target.transaction():
        target.words.before_loading()
    yield _count_indexed(source, target)
    for table, keys in TABLES.items():
        columns = source.columns(table)
        if set(columns) != set(target.columns(table)):
            raise CopyError(f"{target.name}: its table {table} has other columns than that of {source.name}")
        names = ", ".join(keys)
        last = target.one(
            f"SELECT {names} FROM {table} ORDER BY {', '.join(f'{key} DESC' for key in keys)} LIMIT 1"
        )
        yield _count(target, table)
        marks = ", ".join("?" * len(keys))
        places = [columns.index(key) for key in keys]
        at_once = _AT_ONCE * _NARROW.get(table, 1)
        while True:
            condition, values = (f"WHERE ({names}) > ({marks})", tuple(last)) if last else ("", ())
            sql = f"SELECT {', '.join(columns)} FROM {table} {condition} ORDER BY {names} LIMIT ?"
            with ExitStack() as stack:
                part = _Part(stack.enter_context(closing(source.stream(sql, (*values, at_once)))))
                rows: Iterable[Row] = part
                if table == _WITH_TEXTS:
                    texts = _Part(stack.enter_context(closing(_texts(source, target))))
                    rows = _beside(part, iter(texts), stack.enter_context(target.words.beside()))
                stack.enter_context(target.transaction())
                target.load(table, columns, rows)
            if part.last is None:
                break
            last = tuple(part.last[place] for place in places)
            yield part.count + (texts.count if table == _WITH_TEXTS else 0)
    yield from _all_words(source, target)


def _beside(rows: Iterable[Row], texts: Iterator[Row], take: TakeText | None) -> Iterator[Row]:
    """The rows; with each a text is given to ``take``, so that the engine takes up both at the same time."""
    for row in rows:
        yield row
        if take is not None and (text := next(texts, None)) is not None:
            take(*text)


def _all_words(source: Database, target: Database) -> Iterator[int]:
    while True:
        with closing(_texts(source, target)) as rows, target.transaction():
            part = _Part(rows)
            target.words.load(part)
        if part.last is None:
            break
        yield part.count


def _count_indexed(source: Database, target: Database) -> int:
    row = source.one("SELECT count(*) FROM articles WHERE key <= ?", (target.words.last(),))
    return int(row[0]) if row else 0


def _texts(source: Database, target: Database) -> Generator[Row]:
    """Key and record of the next articles that the target has not indexed yet."""
    sql = (
        "SELECT articles.key, record FROM articles JOIN versions ON versions.key = articles.latest"
        " WHERE articles.key > ? ORDER BY articles.key LIMIT ?"
    )
    return source.stream(sql, (target.words.last(), _AT_ONCE))


class _Part:
    """The next rows of a table, on their way: each is read while the engine that gets them writes others."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.count = 0
        self.last: Row | None = None

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count, self.last = self.count + 1, row
            yield row


def _compare(source: Archive, target: Archive) -> None:
    for table in TABLES:
        here, there = (_count(archive.database, table) for archive in (source, target))
        # Places of fresh texts stand among those of the target by now.
        if here != there and table != "bands":
            raise _other(source, target, f"{table}: {there:,} rows in place of {here:,}")
    for sql in _DIGESTS:
        if _digest(source.database, sql) != _digest(target.database, sql):
            raise _other(source, target, "articles or versions differ")
    versions = f"SELECT {intact.OF_VERSIONS} FROM versions ORDER BY key"
    for version in target.database.stream(versions):
        intact.checked(target.database, version)


def _other(source: Archive, target: Archive, what: str) -> CopyError:
    return CopyError(
        f"{target.name}: it is no copy of {source.name} ({what}); that one has changed since a copy was"
        " broken off: empty the target, and copy anew while no crawl runs"
    )


def _finish(source: Archive, target: Archive) -> None:
    with target.transaction():
        for name, value in source.database.all("SELECT name, value FROM meta"):
            target.database.execute(
                "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (name, value)
            )
        target.database.execute("DELETE FROM meta WHERE name = ?", (_UNFINISHED,))


def _count(database: Database, table: str) -> int:
    row = database.one(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0


def _digest(database: Database, sql: str) -> str:
    found = hashlib.sha256()
    rows: Iterator[Row] = database.stream(sql)
    while some := list(islice(rows, _COMPARED_AT_ONCE)):
        found.update(repr([tuple(row) for row in some]).encode())
    return found.hexdigest()
