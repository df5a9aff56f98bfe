"""A version that is not as it was stored is never read as if it were."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import Archive, ArchiveDamagedError, ArchiveError, Selection
from newscrawl.archive.checking import find_damage
from newscrawl.archive.engines.sqlite.database import SqliteDatabase
from newscrawl.archive.intact import add_checksums
from newscrawl.archive.schema import STEPS, migrate
from newscrawl.datasets.choice import Choice
from tests.archive.samples import article

NOW = datetime(2026, 8, 2, tzinfo=UTC)


def spoil(folder: Path, statement: str) -> None:
    """Change the file behind the archive's back, as a bad disk does, where SQLite sees nothing wrong."""
    with sqlite3.connect(folder / "archive.sqlite") as connection:
        assert connection.execute(statement).rowcount > 0
    connection.close()


def rows(archive: Archive) -> list[str]:
    with Choice().rows(archive) as (_, found):
        return [row.json() for row in found]


READERS: dict[str, Callable[[Archive], Any]] = {
    "versions": lambda archive: archive.versions(article(1).id),
    "line": lambda archive: archive.articles.line(article(1).id, 1),
    "export": rows,
    "store": lambda archive: archive.store(article(1, title="Lain")),
    "copies": lambda archive: archive.store(article(1, site="kabar", body=f"{article(1).body}\n\nSelesai.")),
    "search": lambda archive: archive.search(Selection(words="panen"), limit=9),
    "sort in": lambda archive: archive.sort_in(),
}
CHANGES = {
    "a letter": "UPDATE versions SET record = replace(record, 'Warga', 'Werga')",
    "the article": "UPDATE versions SET article = article + 1024",
    "the number": "UPDATE versions SET number = number + 16",
    "the shape": "UPDATE versions SET shape = shape + 1",
    "the checksum": "UPDATE versions SET checksum = checksum + 1",
}


@pytest.mark.parametrize("reader", READERS)
def test_a_letter_that_has_changed_on_the_disk_is_an_error(reader: str, tmp_path: Path) -> None:
    if reader == "copies":
        pytest.importorskip("rensa")
    stored(tmp_path)
    spoil(tmp_path, CHANGES["a letter"])
    with (
        Archive.open(tmp_path) as archive,
        pytest.raises(ArchiveDamagedError, match="newscrawl archive check"),
    ):
        READERS[reader](archive)


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_of_what_says_whose_version_it_is_may_change(change: str, tmp_path: Path) -> None:
    stored(tmp_path)
    spoil(tmp_path, CHANGES[change])
    with Archive.open(tmp_path) as archive, pytest.raises(ArchiveDamagedError):
        rows(archive)


def test_the_error_names_file_version_and_article(tmp_path: Path) -> None:
    stored(tmp_path)
    spoil(tmp_path, CHANGES["a letter"])
    expected = rf"archive\.sqlite: version 1 of article {article(1).id} \(https://warta\.example/berita/1\)"
    with Archive.open(tmp_path) as archive, pytest.raises(ArchiveDamagedError, match=expected):
        archive.versions(article(1).id)


def test_an_export_misses_no_version_without_a_word(tmp_path: Path) -> None:
    stored(tmp_path)
    spoil(tmp_path, "DELETE FROM versions")
    with Archive.open(tmp_path) as archive, pytest.raises(ArchiveDamagedError):
        rows(archive)


def test_a_copy_is_never_given_another_origin(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as archive:
        for site in ("warta", "kabar"):
            archive.store(article(1, site=site, body=article(1).body))
        archive.store(article(2))
    spoil(tmp_path, "UPDATE clusters SET origin = 3")
    with Archive.open(tmp_path) as archive:
        with pytest.raises(ArchiveDamagedError, match="not with their origin"):
            rows(archive)
        with pytest.raises(ArchiveDamagedError, match="not with their origin"):
            archive.versions(article(1).id)


def test_text_that_is_no_text_any_more_is_damage(tmp_path: Path) -> None:
    stored(tmp_path)
    spoil(tmp_path, "UPDATE versions SET record = CAST(x'7bff7d' AS TEXT)")
    with Archive.open(tmp_path) as archive, pytest.raises(ArchiveDamagedError):
        archive.versions(article(1).id)


WITHOUT_CHECKSUMS = next(number for number, step in enumerate(STEPS) if step.further is add_checksums)


@pytest.mark.parametrize("schema", range(1, WITHOUT_CHECKSUMS + 1))
def test_what_an_older_newscrawl_stored_is_checked_too(schema: int, tmp_path: Path) -> None:
    older(tmp_path, schema)
    with Archive.open(tmp_path) as archive:
        assert [version.record["title"] for version in archive.versions(article(1).id)] == [article(1).title]
        assert len(rows(archive)) == 2
    spoil(tmp_path, CHANGES["a letter"])
    with Archive.open(tmp_path) as archive, pytest.raises(ArchiveDamagedError):
        archive.versions(article(1).id)


def stored(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.store(article(1))
        connection = archive.database
        # As a run that was killed leaves it: what was stored last is not yet sorted in.
        archive._has_stored = False
        assert connection.one("SELECT count(*) FROM fresh") == (1,)


def older(folder: Path, schema: int) -> None:
    """Two articles in an archive as an older newscrawl left it."""
    columns = "key, article, number, run, stored_at, software, shape, record"
    newest = folder / "newest"
    with Archive.open(newest) as archive:
        for number in (1, 2):
            archive.store(article(number))
    database = SqliteDatabase.open(folder / "archive.sqlite", create=True)
    migrate(database, STEPS[:schema])
    database.execute(f"ATTACH '{newest / 'archive.sqlite'}' AS newest")
    with database.transaction():
        database.execute("INSERT INTO articles SELECT * FROM newest.articles")
        database.execute(f"INSERT INTO versions ({columns}) SELECT {columns} FROM newest.versions")
        database.execute("INSERT INTO urls SELECT * FROM newest.urls")
    database.close()


@pytest.mark.parametrize("table", ["articles", "versions"])
def test_rows_that_are_gone_are_missed(table: str, tmp_path: Path) -> None:
    stored(tmp_path)
    spoil(tmp_path, f"DELETE FROM {table} WHERE key = (SELECT max(key) FROM {table})")
    with Archive.open(tmp_path) as archive:
        with pytest.raises(ArchiveDamagedError, match="do not match"):
            rows(archive)
        assert any("do not match" in damage.what for damage in find_damage(archive.database))


@pytest.mark.parametrize("change", ["places = 7", "version = version + 1024", "article = 99"])
def test_rows_of_elsewhere_among_the_fresh_texts_are_found(change: str, tmp_path: Path) -> None:
    stored(tmp_path)
    spoil(tmp_path, f"UPDATE fresh SET {change} WHERE version = (SELECT max(version) FROM fresh)")
    with Archive.open(tmp_path) as archive:
        assert any("fresh" in damage.what for damage in find_damage(archive.database))
        if change.startswith("places"):
            with pytest.raises(ArchiveDamagedError, match="none of its own"):
                archive.store(article(50))


def test_what_damage_does_to_whoever_reads_is_damage(tmp_path: Path) -> None:
    stored(tmp_path)
    path = tmp_path / "archive.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'walks'").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 8192 : root * 8192] = bytes(8192)
    path.write_bytes(content)
    heard: list[ArchiveError] = []
    with Archive.open(tmp_path) as archive:
        archive.database.listeners.append(heard.append)
        with pytest.raises(ArchiveDamagedError, match="archive check"), archive.transaction():
            raise TypeError("fromisoformat: argument must be str")
    assert heard


def test_an_error_of_our_own_is_none_of_the_disks(tmp_path: Path) -> None:
    stored(tmp_path)
    with Archive.open(tmp_path) as archive, pytest.raises(TypeError), archive.transaction():
        raise TypeError("a fault of the program")


def test_a_schema_that_is_none_is_damage(tmp_path: Path) -> None:
    stored(tmp_path)
    spoil(tmp_path, "UPDATE meta SET value = x'3c82' WHERE name = 'schema'")
    with pytest.raises(ArchiveDamagedError, match="damaged on the disk"):
        Archive.open(tmp_path)
