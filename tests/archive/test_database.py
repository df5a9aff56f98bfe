"""Storage that fails: clear errors, and whole transactions whatever happens."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import (
    Archive,
    ArchiveDamagedError,
    ArchiveError,
    ArchiveFullError,
    ArchiveLockedError,
    ArchiveMissingError,
    ArchiveReadOnlyError,
    ArchiveUnsuitableError,
)
from newscrawl.archive.engines.sqlite.failures import explained
from tests.archive.disks import read_only, small_disk
from tests.archive.samples import article
from tests.patience import patience

ROOT = Path(__file__).resolve().parents[2]


def stored_ids(folder: Path) -> list[str]:
    with Archive.open(folder, create=False) as archive:
        return [row[0] for row in archive.database.all("SELECT id FROM articles ORDER BY key")]


def check_whole(folder: Path) -> int:
    """Every article has its version, its address, its words and its bands, and none is there without it."""
    with Archive.open(folder, create=False) as archive:
        database = archive.database
        assert database.one("PRAGMA integrity_check") == ("ok",)
        counts = {
            source: database.one(f"SELECT count(*) FROM {source}")
            for source in (
                "articles",
                "versions",
                "urls",
                "(SELECT rowid FROM words UNION SELECT article FROM fresh)",
                "(SELECT article FROM bands UNION SELECT article FROM fresh)",
            )
        }
        assert len(set(counts.values())) == 1, counts
        lost = database.all(
            "SELECT id FROM articles LEFT JOIN urls ON urls.article = articles.key"
            " LEFT JOIN versions ON versions.key = articles.latest"
            " WHERE urls.url IS NULL OR versions.key IS NULL"
        )
        assert lost == []
        assert counts["articles"] is not None
        return int(counts["articles"][0])


def test_a_missing_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissingError, match=r"data/archive\.sqlite: there is no archive; crawl a site"):
        Archive.open(tmp_path / "data", create=False)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("create", [True, False])
def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path, *, create: bool) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(ArchiveMissingError, match=r"data is a file; name the folder of an archive"):
        Archive.open(tmp_path / "data", create=create)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveMissingError, match="file/data: the folder cannot be made"):
        Archive.open(tmp_path / "file" / "data")


def test_another_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(ArchiveDamagedError, match=r"archive\.sqlite: it is no newscrawl archive"):
        Archive.open(tmp_path)
    assert (tmp_path / "archive.sqlite").read_bytes().startswith(b"not a database")


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "archive.sqlite") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(ArchiveDamagedError, match="holds other tables"):
        Archive.open(tmp_path)
    with sqlite3.connect(tmp_path / "archive.sqlite") as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["recipes"]


def test_a_locked_archive_is_named_and_nothing_is_stored(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as holder, Archive.open(tmp_path, lock_seconds=0.1) as archive:
        with holder.transaction():
            holder.store(article(1))
            with pytest.raises(ArchiveLockedError, match=r"archive\.sqlite: another process holds it"):
                archive.store(article(2))
        archive.store(article(3))
        assert archive.known(article(1).url)
        assert not archive.known(article(2).url)
    assert check_whole(tmp_path) == 2


def test_a_reader_never_waits_for_a_writer(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as writer, Archive.open(tmp_path, create=False, lock_seconds=0.0) as reader:
        writer.store(article(1))
        with writer.transaction():
            writer.store(article(2))
            assert reader.known(article(1).url)
            assert not reader.known(article(2).url)
        assert reader.known(article(2).url)


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        stored: list[str] = []
        with Archive.open(disk / "data") as archive:

            def fill() -> None:
                for number in range(2000):
                    stored.append(archive.store(article(number)).article.id)

            with pytest.raises(ArchiveFullError, match=r"archive\.sqlite: .*make room"):
                fill()
            assert len(stored) > 20
            assert [row[0] for row in archive.database.all("SELECT id FROM articles")]
        assert stored_ids(disk / "data") == stored
        assert check_whole(disk / "data") == len(stored)


def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with read_only(folder), pytest.raises(ArchiveReadOnlyError, match=r"data/archive\.sqlite: it cannot be"):
        Archive.open(folder)


def test_a_read_only_archive_can_be_read_and_says_that_it_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Archive.open(folder) as archive:
        archive.store(article(1))
    with read_only(folder):
        with Archive.open(folder, create=False) as archive:
            assert archive.known(article(1).url)
            assert len(archive.versions(article(1).id)) == 1
            with pytest.raises(ArchiveReadOnlyError, match="it may not be written"):
                archive.store(article(2))
        with pytest.raises(ArchiveReadOnlyError):
            Archive.open(folder)


def use_a_drive_without_shared_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's way to files on drives without locks; it cannot share memory, as those drives cannot."""
    connect = sqlite3.connect

    def elsewhere(address: str, **options: Any) -> sqlite3.Connection:
        return connect(f"{address}&vfs=unix-dotfile", **options)

    monkeypatch.setattr(sqlite3, "connect", elsewhere)


@pytest.mark.skipif(os.name != "posix", reason="SQLite has this way to files on Unix only")
def test_a_drive_that_cannot_hold_an_archive_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_a_drive_without_shared_memory(monkeypatch)
    with pytest.raises(ArchiveUnsuitableError, match=r"data/archive\.sqlite: this drive cannot .*--data"):
        Archive.open(tmp_path / "data")


@pytest.mark.skipif(os.name != "posix", reason="SQLite has this way to files on Unix only")
def test_an_archive_copied_to_such_a_drive_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(tmp_path) as archive:
        archive.store(article(1))
    use_a_drive_without_shared_memory(monkeypatch)
    with Archive.open(tmp_path, create=False) as archive:
        assert archive.known(article(1).url)
    with pytest.raises(ArchiveReadOnlyError, match="on a disk of this machine"):
        Archive.open(tmp_path)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR_SHMMAP, sqlite3.SQLITE_PROTOCOL])
def test_failing_locks_are_told_from_a_full_disk(code: int) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert isinstance(explained(error, Path("data")), ArchiveUnsuitableError)


def test_damage_is_reported_as_damage(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as archive:
        for number in range(60):
            archive.store(article(number))
    path = tmp_path / "archive.sqlite"
    content = bytearray(path.read_bytes())
    content[3 * 8192 :] = b"\xff" * (len(content) - 3 * 8192)
    path.write_bytes(content)
    with (
        Archive.open(tmp_path) as archive,
        pytest.raises(ArchiveDamagedError, match="newscrawl archive check"),
    ):
        archive.store(article(1000))


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(start: int) -> None:
        with Archive.open(tmp_path) as archive:
            for number in range(start, start + 25):
                archive.store(article(number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(0, 200, 25)))
    assert check_whole(tmp_path) == 200


def test_processes_that_store_the_same_make_one_article(tmp_path: Path) -> None:
    script = """
        import sys
        from newscrawl.archive import Archive
        from tests.archive.samples import article
        with Archive.open(sys.argv[1]) as archive:
            print(sum(archive.store(article(number)).outcome == "new" for number in range(40)))
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    processes = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert sum(int(process.communicate(timeout=patience(50))[0]) for process in processes) == 40
    assert check_whole(tmp_path) == 40


def test_whoever_writes_waits_for_the_disk(tmp_path: Path) -> None:
    """A commit that is not flushed is lost by a power cut, which no test can have: so the setting itself."""
    for _ in range(2):  # a new archive, and one that was there
        with Archive.open(tmp_path) as archive:
            assert archive.database.one("PRAGMA synchronous") == (2,)


@pytest.mark.parametrize("delay", [0.05, 0.2, 0.35])
def test_killed_at_any_moment_the_archive_holds_whole_articles(tmp_path: Path, delay: float) -> None:
    script = """
        import sys
        from newscrawl.archive import Archive
        from tests.archive.samples import article
        with Archive.open(sys.argv[1]) as archive:
            for number in range(100_000):
                archive.store(article(number))
                print(number, flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "0\n"
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
    acknowledged = [int(line) for line in process.stdout.read().split()]
    process.wait()
    process.stdout.close()
    count = check_whole(tmp_path)
    last = acknowledged[-1] if acknowledged else 0
    assert last + 1 <= count <= last + 2


def test_every_error_is_an_archive_error() -> None:
    for kind in (ArchiveLockedError, ArchiveReadOnlyError, ArchiveFullError, ArchiveDamagedError):
        assert issubclass(kind, ArchiveError)


def test_rows_that_nobody_reads_to_their_end_are_let_go_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    with Archive.open(tmp_path) as archive:
        for number in range(3):
            archive.store(article(number))
        rows = archive.database.stream("SELECT key FROM articles")
        next(rows)
    del rows
    assert said == []
