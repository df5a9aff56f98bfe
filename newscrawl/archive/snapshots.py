"""A part of an archive becomes an archive of its own, to be read by what cannot read the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice

from newscrawl.archive.archive import Archive
from newscrawl.archive.database import Database
from newscrawl.archive.selection import Selection

_PICKED = "(SELECT article FROM picked)"
_CONDITIONS = {
    "articles": f"key IN {_PICKED}",
    "versions": f"article IN {_PICKED}",
    "clusters": f"key IN (SELECT cluster FROM articles WHERE key IN {_PICKED})",
    "urls": f"article IN {_PICKED} OR reason IS NOT NULL",
    "runs": "1 = 1",
}
"""Which rows of a table tell of the articles that were picked; runs and failures are taken all."""

_LATEST = (
    "SELECT articles.key, record FROM articles JOIN versions ON versions.key = articles.latest"
    f" WHERE articles.key IN {_PICKED} ORDER BY articles.key"
)
_AT_ONCE = 2000

Progress = Callable[[int, int], None]


def snapshot(
    source: Archive,
    target: Archive,
    selection: Selection,
    progress: Progress = lambda _done, _of: None,
) -> int:
    """Copy the articles that ``selection`` chooses into the empty archive ``target``; how many there are.

    They keep their keys, versions, runs and groups of copies; what only crawls need stays behind. The source
    is read in one state, and nothing is written to it.

    Raises:
        QueryError: the words to search for name nothing.
        ArchiveError: one cannot be read or written.
    """
    database = source.database
    with database.snapshot():
        condition, values = source.words.condition(selection)
        database.execute(f"CREATE TEMP TABLE picked (article {database.numbered})")
        database.execute(
            f"INSERT INTO picked (article) SELECT articles.key FROM articles WHERE {condition}", values
        )
        row = database.one("SELECT count(*) FROM picked")
        picked = int(row[0]) if row else 0
        done = 0
        for articles in _parts(database, target.database):
            done += articles
            progress(done, picked)
    return picked


def _parts(source: Database, target: Database) -> Iterator[int]:
    """Copy a part at a time; how many articles have all that is theirs with each."""
    for table, condition in _CONDITIONS.items():
        columns = source.columns(table)
        named = ", ".join(columns)
        with closing(source.stream(f"SELECT {named} FROM {table} WHERE {condition}")) as rows:
            while some := list(islice(rows, _AT_ONCE)):
                with target.transaction():
                    target.load(table, columns, some)
                yield 0
    with closing(source.stream(_LATEST)) as latest:
        while some := list(islice(latest, _AT_ONCE)):
            with target.transaction():
                target.words.load([(key, record) for key, record in some])
            yield len(some)
