"""Which records an export writes, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from newscrawl.archive import Archive, Selection, intact, lines
from newscrawl.archive.database import Database
from newscrawl.archive.near import EXACT_ONLY
from newscrawl.datasets.errors import ExportError

Dedup = Literal["none", "exact", "near"]
Versions = Literal["last", "first", "all"]
Partition = Literal["none", "site", "month"]

DEDUPS: tuple[Dedup, ...] = get_args(Dedup)
VERSIONS: tuple[Versions, ...] = get_args(Versions)
PARTITIONS: tuple[Partition, ...] = get_args(Partition)

_ORIGIN_FIRST = (
    "CASE WHEN clusters.origin = articles.key THEN 0 ELSE 1 END, published_at IS NULL, published_at, id"
)
_VERSION_JOINS: dict[Versions, str] = {
    "last": "versions.key = articles.latest",
    "first": "versions.article = articles.key AND versions.number = 1",
    "all": "versions.article = articles.key",
}
_PARTITION_ORDERS: dict[Partition, str] = {
    "none": "",
    "site": "site, ",
    "month": "day IS NULL, substr(day, 1, 7), ",
}


class Row(NamedTuple):
    """One record to write, and what the archive says of its article.

    ``day`` is the local day of publication, such as ``2026-08-01``; ``unit`` names the article's group of
    copies, or the article where it has none.
    """

    line: str
    shape: int
    id: str
    site: str
    day: str | None
    language: str | None
    cluster: str | None

    @property
    def unit(self) -> str:
        """What must not be torn apart between training and test data."""
        return self.cluster or self.id

    @property
    def copy_of(self) -> str | None:
        """The origin that the article is a copy of."""
        return None if self.cluster == self.id else self.cluster

    def json(self) -> str:
        """The full record as a line of JSON."""
        return lines.whole_line(self.line, self.shape, cluster=self.cluster, copy_of=self.copy_of)

    def record(self) -> dict[str, Any]:
        """The full record as plain values."""
        return lines.whole_record(self.line, self.shape, cluster=self.cluster, copy_of=self.copy_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to export.

    ``dedup`` keeps one article of those with the same title and text (``exact``), or of each group of
    copies (``near``): the likely origin if it is selected, else the earliest. ``sample`` takes so many of the
    articles, chosen by their ids, which are spread evenly: always the same ones, of which a smaller sample is
    a part. With ``beyond_reserved`` it holds so many that are not reserved, and those that are between them,
    for whoever writes to leave out. ``versions`` takes the last or
    first version of each article, or all. ``partition`` puts the records of one site or month together.

    Within that the order is that of publication, then of the ids: the same archive gives the same records
    in the same order.
    """

    selection: Selection = Selection()
    dedup: Dedup = "none"
    versions: Versions = "last"
    partition: Partition = "none"
    sample: int | None = None
    beyond_reserved: bool = False

    @contextmanager
    def rows(self, archive: Archive) -> Iterator[tuple[int, Iterator[Row]]]:
        """How many records there are, and the records: one state of the archive, in flat memory.

        Raises:
            QueryError: the words to search for name nothing.
            ExportError: copies are asked for that this archive was never searched for.
            ArchiveError: the archive cannot be read.
        """
        if self.dedup == "near" and archive.copies.algorithm() == EXACT_ONLY:
            raise ExportError(
                f"--dedup near: {archive.name} was written without the library that finds near copies; pip"
                " install 'newscrawl[dedup]' and crawl, which looks at the last two weeks again, or use"
                " --dedup exact"
            )
        database = archive.database
        with database.snapshot():
            intact.check_complete(database)
            statement, values = self._statement(archive)
            database.execute(f"CREATE TEMP TABLE chosen (position {database.numbered}, version BIGINT)")
            database.execute(f"INSERT INTO chosen (version) {statement}", values)
            total = database.one("SELECT count(*) FROM chosen")
            assert total is not None
            # What is not read to its end holds the database open until it is closed.
            with closing(database.stream(_READ)) as stream:
                yield total[0], _whole(database, stream, total[0])

    def in_no_range(self, archive: Archive) -> int:
        """How many articles the range leaves out because nobody knows when they were published."""
        undated = self.selection.in_no_range()
        if undated is None:
            return 0
        condition, values = archive.words.condition(undated)
        found = archive.database.one(f"SELECT count(*) FROM articles WHERE {condition}", values)
        return int(found[0]) if found else 0

    def _statement(self, archive: Archive) -> tuple[str, list[Any]]:
        condition, values = archive.words.condition(self.selection)
        kept = f"SELECT articles.* FROM articles WHERE {condition}"
        if self.dedup == "near":
            kept = _one_of_each(kept, "coalesce(articles.cluster, -articles.key)", "place_near")
        if self.dedup != "none":
            kept = _one_of_each(kept, "articles.content_hash", "place_exact")
        if self.sample is not None:
            size = self._size(archive.database, self.sample, kept, values)
            kept = f"SELECT * FROM ({kept}) AS sampled ORDER BY id LIMIT {size}"
        order = f"{_PARTITION_ORDERS[self.partition]}published_at IS NULL, published_at, id, number"
        join = _VERSION_JOINS[self.versions]
        return (
            f"SELECT versions.key FROM ({kept}) AS articles LEFT JOIN versions ON {join} ORDER BY {order}",
            values,
        )

    def _size(self, database: Database, sample: int, kept: str, values: list[Any]) -> int:
        """How many articles, in the order of their ids, hold ``sample`` to write."""
        if not self.beyond_reserved:
            return sample
        join = _VERSION_JOINS[self.versions]
        statement = (
            f"SELECT articles.id, {intact.OF_VERSIONS} FROM ({kept}) AS articles"
            f" JOIN versions ON {join} ORDER BY articles.id"
        )
        passed, free = set[str](), set[str]()
        with closing(database.stream(statement, values)) as stream:
            for name, *version in stream:
                if name not in passed and len(free) == sample:
                    break
                passed.add(name)
                line = intact.checked(database, version)
                if not lines.whole_record(line, version[2], cluster=None, copy_of=None)["reserved"]:
                    free.add(name)
        return len(passed)


_READ = (
    f"SELECT {intact.OF_VERSIONS}, articles.cluster, origins.cluster, substr(origin_records.record, 1, 99),"
    " articles.id, articles.site, articles.day, articles.language, origins.id"
    " FROM chosen JOIN versions ON versions.key = chosen.version"
    " JOIN articles ON articles.key = versions.article"
    " LEFT JOIN clusters ON clusters.key = articles.cluster"
    " LEFT JOIN articles AS origins ON origins.key = clusters.origin"
    " LEFT JOIN versions AS origin_records ON origin_records.key = origins.latest ORDER BY position"
)


def _whole(database: Database, stream: Iterator[Any], total: int) -> Iterator[Row]:
    """The rows of ``stream``, all of those that were chosen.

    Raises:
        ArchiveDamagedError: a version is not as it was stored, or is not there.
    """
    left = total
    for values in stream:
        version, (cluster, of_origin, record_of_origin), facts = values[:5], values[5:8], values[8:]
        row = Row(intact.checked(database, version), version[2], *facts)
        intact.check_name(database, row.id, row.line)
        intact.check_cluster(database, version[0], cluster, of_origin)
        if row.cluster is not None:
            intact.check_name(database, row.cluster, record_of_origin)
        yield row
        left -= 1
    if left:
        raise intact.missing(database, left)


def _one_of_each(query: str, group: str, place: str) -> str:
    """The articles of ``query``, of each group the one that counts as its origin."""
    return (
        f"SELECT * FROM (SELECT articles.*, row_number() OVER (PARTITION BY {group} ORDER BY {_ORIGIN_FIRST})"
        f" AS {place} FROM ({query}) AS articles LEFT JOIN clusters ON clusters.key = articles.cluster)"
        f" AS ranked WHERE {place} = 1"
    )
