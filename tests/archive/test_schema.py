"""The schema: made once, migrated step by step, never read by an older newscrawl."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newscrawl.archive import (
    Archive,
    ArchiveError,
    ArchiveSchemaError,
    Selection,
    Validators,
    Wanted,
    lines,
    near,
)
from newscrawl.archive.database import Database, Step
from newscrawl.archive.engines.sqlite.database import SqliteDatabase
from newscrawl.archive.pages import KeptPage
from newscrawl.archive.schema import STEPS, migrate
from newscrawl.items import Article
from tests.archive.disks import read_only
from tests.archive.samples import article

NEXT = Step.same(
    "CREATE TABLE notes (article BIGINT, note TEXT);\nINSERT INTO notes SELECT key, title FROM articles;"
)
NOW = datetime(2026, 8, 2, tzinfo=UTC)


def open_database(folder: Path) -> Database:
    return SqliteDatabase.open(folder / "archive.sqlite", create=True)


def test_a_migration_keeps_what_is_stored(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as archive:
        archive.store(article(1))
    database = open_database(tmp_path)
    migrate(database, (*STEPS, NEXT))
    assert database.all("SELECT note FROM notes") == [(article(1).title,)]
    migrate(database, (*STEPS, NEXT))
    assert database.all("SELECT count(*) FROM notes") == [(1,)]
    assert database.one("SELECT value FROM meta WHERE name = 'schema'") == (str(len(STEPS) + 1),)


def test_a_migration_that_fails_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as archive:
        archive.store(article(1))
    database = open_database(tmp_path)
    with pytest.raises(ArchiveError):
        migrate(database, (*STEPS, NEXT, Step.same("INSERT INTO no_such_table VALUES (1)")))
    assert database.all("SELECT name FROM sqlite_master WHERE name = 'notes'") == []
    database.close()
    with Archive.open(tmp_path) as archive:
        assert archive.known(article(1).url)


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    migrate(open_database(tmp_path), (*STEPS, NEXT))
    newest = len(STEPS)
    with pytest.raises(
        ArchiveSchemaError, match=rf"archive\.sqlite: its schema {newest + 1} is newer than {newest}"
    ):
        Archive.open(tmp_path)


def test_an_older_schema_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    Archive.open(folder).close()
    with read_only(folder):
        database = SqliteDatabase.open(folder / "archive.sqlite", create=False)
        with pytest.raises(ArchiveSchemaError, match="older than"):
            migrate(database, (*STEPS, NEXT))


def test_an_archive_of_the_first_schema_is_searched_and_compared_as_before(tmp_path: Path) -> None:
    pytest.importorskip("rensa")
    store_by_the_first_schema(tmp_path, article(1))
    with Archive.open(tmp_path) as archive:
        assert archive.database.one("SELECT value FROM meta WHERE name = 'schema'") == (str(len(STEPS)),)
        # No run has compared it anew: what is found is found by the bands of then.
        cut = article(1, site="kabar", title="Lain", body=(article(1).body or "").rpartition("\n\n")[0])
        assert archive.store(cut).article.copy_of == article(1).id
        found = archive.search(Selection(words=f'"{article(1).title}"'), limit=9)
        assert found.hits == ((article(1).id, 1),)
        archive.store(article(1, title="Waduk"))
        assert archive.search(Selection(words=f'"{article(1).title}"'), limit=9).total == 0
    with Archive.open(tmp_path) as archive:
        assert archive.search(Selection(words=f'"{article(1).title}"'), limit=9).total == 0
        assert archive.search(Selection(words="waduk"), limit=9).total == 1
        assert archive.database.one("SELECT count(*) FROM fresh") == (0,)


def store_by_the_first_schema(folder: Path, one: Article) -> None:
    """An archive as it was before the second schema, with one article."""
    database = open_database(folder)
    migrate(database, STEPS[:1])
    assert one.body
    assert one.content_hash
    assert one.published_at
    values = (one.id, one.site, one.url, one.title, one.published_at.astimezone(UTC).isoformat())
    day = one.published_at.date()
    with database.transaction():
        database.execute(
            "INSERT INTO articles (key, id, site, url, title, published_at, day, length, version, latest,"
            " content_hash, first_seen, last_seen) VALUES (7, ?, ?, ?, ?, ?, ?, 9, 1, 3, ?, '2026', '2026')",
            (*values, day.isoformat(), one.content_hash),
        )
        database.execute(
            "INSERT INTO versions (key, article, number, stored_at, software, shape, record)"
            " VALUES (3, 7, 1, '2026-08-01T02:30:00Z', '0.1', ?, ?)",
            (lines.SHAPE, lines.to_line(one)),
        )
        database.execute(
            "INSERT INTO urls (url, site, state, article, changed_at) VALUES (?, ?, 'article', 7, '2026')",
            (one.url, one.site),
        )
        bands = (near.exact_band(one.content_hash), *near.bands(near.Fingerprint(one.body)))
        database.execute_many(
            "INSERT INTO bands (bucket, band, article) VALUES (?, ?, 7)",
            [(day.toordinal() // 5, band) for band in bands],
        )
        database.execute("INSERT INTO words (rowid, title, body) VALUES (7, ?, ?)", (one.title, one.body))
    database.close()


def test_many_may_open_a_new_archive_at_once(tmp_path: Path) -> None:
    def open_and_store(number: int) -> None:
        with Archive.open(tmp_path / "data") as archive:
            archive.store(article(number))

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(open_and_store, range(10)))
    with Archive.open(tmp_path / "data") as archive:
        assert archive.database.one("SELECT count(*) FROM articles") == (10,)


def test_the_statements_are_ones_that_postgresql_takes_too(tmp_path: Path) -> None:
    parser = pytest.importorskip("pglast.parser")
    seen: set[str] = set()
    with Archive.open(tmp_path) as archive:
        assert isinstance(archive.database, SqliteDatabase)
        archive.database._connection.set_trace_callback(seen.add)
        use_everything(archive)
    own = re.compile(
        r"PRAGMA|BEGIN|COMMIT|ROLLBACK|--|.*\b(fresh_)?words(_\w+)?\b|.*sqlite_master", re.DOTALL
    )
    shared = [statement for statement in seen if not own.match(statement)]
    assert len(shared) > 30
    for statement in shared:
        parser.parse_sql(statement)


def use_everything(archive: Archive) -> None:
    with archive.transaction():
        run = archive.runs.begin("warta", now=NOW)
        archive.runs.set_feeds(run, ["a.jsonl"])
        archive.runs.touch(run, now=NOW)
    archive.store(article(1), run=run, validators=Validators("e", "l"))
    archive.store(article(1, title="Lain"), run=run)
    archive.sort_in()
    archive.store(article(1, site="kabar", body=article(1).body))
    archive.store(article(1, site="siar", body=article(1).body))
    archive.see(article(1).url)
    archive.known(article(2).url)
    archive.find(article(1).id[:6])
    archive.versions(article(1).id)
    list(archive.due("warta", now=NOW))
    archive.mark_day_done("warta", date(2026, 8, 1))
    archive.days_done("warta")
    archive.renew_copies(now=NOW)
    frontier = archive.frontier
    with archive.transaction():
        frontier.want("warta", [Wanted("u", {"a": 1})], now=NOW)
        archive.walks.begin("warta", "s", now=NOW)
        archive.walks.end("warta", "s", {"l": Validators("e")}, now=NOW)
        frontier.refuse("warta", "u", "http-404", now=NOW)
        frontier.postpone("warta", "w", "timeout", now=NOW)
        archive.runs.end(run, "finished", {}, now=NOW)
    list(frontier.wanted("warta", now=NOW))
    archive.walks.validators("l")
    archive.walks.caught_up_at("warta", "s")
    archive.has(article(1).id)
    archive.runs.feeds_after(run)
    frontier.refused("warta")
    archive.runs.all()
    archive.articles.line(article(1).id, 1)
    archive.articles.validators(article(1).url)
    archive.runs.versions(run)
    archive.pages.note(article(1).id, [KeptPage("warc/a.warc.gz", 7, article(1).url, "sha1:A", "2026")])
    archive.pages.latest(article(1).url)
    archive.pages.files()
