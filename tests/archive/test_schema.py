"""The schema: made once, migrated step by step, never read by an older newscrawl."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newscrawl.archive import Archive, ArchiveError, ArchiveSchemaError, Validators, Wanted
from newscrawl.archive.database import Database
from newscrawl.archive.schema import MIGRATIONS, migrate
from tests.archive.disks import read_only
from tests.archive.samples import article

NEXT = "CREATE TABLE notes (article INTEGER, note TEXT);\nINSERT INTO notes SELECT key, title FROM articles;"
NOW = datetime(2026, 8, 2, tzinfo=UTC)


def open_database(folder: Path) -> Database:
    return Database.open(folder / "archive.sqlite", create=True)


def test_a_migration_keeps_what_is_stored(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as archive:
        archive.store(article(1))
    database = open_database(tmp_path)
    migrate(database, (*MIGRATIONS, NEXT))
    assert database.all("SELECT note FROM notes") == [(article(1).title,)]
    migrate(database, (*MIGRATIONS, NEXT))
    assert database.all("SELECT count(*) FROM notes") == [(1,)]
    assert database.one("SELECT value FROM meta WHERE name = 'schema'") == (str(len(MIGRATIONS) + 1),)


def test_a_migration_that_fails_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as archive:
        archive.store(article(1))
    database = open_database(tmp_path)
    with pytest.raises(ArchiveError):
        migrate(database, (*MIGRATIONS, NEXT, "INSERT INTO no_such_table VALUES (1)"))
    assert database.all("SELECT name FROM sqlite_master WHERE name = 'notes'") == []
    database.close()
    with Archive.open(tmp_path) as archive:
        assert archive.known(article(1).url)


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    migrate(open_database(tmp_path), (*MIGRATIONS, NEXT))
    with pytest.raises(ArchiveSchemaError, match=r"archive\.sqlite: its schema 2 is newer than 1"):
        Archive.open(tmp_path)


def test_an_older_schema_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    Archive.open(folder).close()
    with read_only(folder):
        database = Database.open(folder / "archive.sqlite", create=False)
        with pytest.raises(ArchiveSchemaError, match="older than"):
            migrate(database, (*MIGRATIONS, NEXT))


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
        connection: sqlite3.Connection = archive.database._connection
        connection.set_trace_callback(seen.add)
        use_everything(archive)
    own = re.compile(r"PRAGMA|BEGIN|COMMIT|ROLLBACK|--|.*\bwords\b|.*sqlite_master", re.DOTALL)
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
    archive.walks.caught_up("warta", "s")
    archive.has(article(1).id)
    archive.runs.feeds_after(run)
    frontier.refused("warta")
    archive.runs.all()
    archive.articles.line(article(1).id, 1)
    archive.articles.validators(article(1).url)
    archive.runs.versions(run)
