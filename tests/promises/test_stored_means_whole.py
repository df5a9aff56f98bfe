"""What is stored is whole, or the crawl says so: a bad disk and a lost archive are never 'fine'."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.archive import Archive, ArchiveError
from newscrawl.datasets.choice import Choice
from tests.archive.samples import article
from tests.crawling import Crawl, crawl
from tests.engine.memory.conftest import HOST, make_due
from tests.newsroom.messages import Request, Response
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

PAGE = 8192
STORAGE = 5
FLIPS = 200


class Watched(VarientOneSite):
    """Does something of the test's when an article is asked for the ``at``-th time."""

    def __init__(self, then: Callable[[], None], at: int) -> None:
        super().__init__(HOST, articles=35)
        self.then, self.at, self.asked = then, at, 0

    def answer(self, request: Request) -> Response:
        if request.path.count("-") > 1:
            self.asked += 1
            if self.asked == self.at:
                self.then()
        return super().answer(request)


@pytest.mark.parametrize("table", ["urls", "walks", "articles", "versions", "runs", "words_data"])
def test_a_bad_page_ends_the_crawl_with_the_storage_status(table: str, tmp_path: Path) -> None:
    with Newsroom([VarientOneSite(HOST, articles=35)]) as newsroom:
        assert crawl("afederasi", newsroom.address, tmp_path, arguments={"limit": "20"}).status == 0
        make_due(tmp_path / "data")
        wipe_root(tmp_path / "data/archive.sqlite", table)
        done = crawl("afederasi", newsroom.address, tmp_path)
    assert done.status == STORAGE, done.log
    (line,) = done.lines_about("CRITICAL")
    assert "archive.sqlite" in line
    assert "newscrawl archive check" in line


def test_a_record_that_changed_on_the_disk_ends_the_crawl_that_reads_it(tmp_path: Path) -> None:
    with Newsroom([VarientOneSite(HOST, articles=35)]) as newsroom:
        assert crawl("afederasi", newsroom.address, tmp_path, arguments={"limit": "20"}).status == 0
        make_due(tmp_path / "data")
        with closing(sqlite3.connect(tmp_path / "data/archive.sqlite")) as archive, archive:
            archive.execute("UPDATE versions SET record = replace(record, 'a', 'e')")
        done = crawl("afederasi", newsroom.address, tmp_path, arguments={"fresh": "true"})
    assert done.status == STORAGE, done.log
    (line,) = done.lines_about("CRITICAL")
    assert "is not as it was stored" in line


def test_a_flipped_bit_never_gives_a_wrong_record(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "whole") as archive:
        for number in range(30):
            archive.store(article(number))
            archive.store(article(number, site="kabar", body=article(number).body))
    good, content = exported(tmp_path / "whole"), (tmp_path / "whole/archive.sqlite").read_bytes()
    draw = random.Random(20261128)
    for flip in range(FLIPS):
        place, bit = draw.randrange(len(content)), draw.randrange(8)
        changed = bytearray(content)
        changed[place] ^= 1 << bit
        folder = tmp_path / str(flip)
        folder.mkdir()
        (folder / "archive.sqlite").write_bytes(changed)
        assert exported(folder) in (None, good), f"bit {bit} of byte {place}"


def exported(folder: Path) -> list[str] | None:
    """Every record; None where the archive says that it cannot give them."""
    try:
        with Archive.open(folder, create=False) as archive, Choice().rows(archive) as (_, rows):
            return [row.json() for row in rows]
    except ArchiveError:
        return None


@pytest.mark.parametrize("deed", ["deleted", "replaced"])
def test_an_archive_that_is_taken_away_during_a_crawl_is_noticed(deed: str, tmp_path: Path) -> None:
    done = crawl_without_archive(deed, tmp_path)
    assert done.status == STORAGE, done.log
    (line,) = done.lines_about("CRITICAL")
    assert "deleted or replaced while it was in use" in line
    assert ("is not there any more" if deed == "deleted" else "is another file by now") in line


def test_it_is_noticed_at_the_next_heartbeat(tmp_path: Path) -> None:
    settings = {
        "EXTENSIONS": '{"newscrawl.engine.memory.extension.ArchiveExtension": -100,'
        ' "tests.promises.beating.QuickBeat": -200}',
        "DOWNLOAD_DELAY": "0.1",
    }
    done = crawl_without_archive("deleted", tmp_path, settings=settings, parts_of_tests=True)
    assert done.status == STORAGE, done.log
    assert len(done.records) < 30


def crawl_without_archive(deed: str, folder: Path, **options: object) -> Crawl:
    path = folder / "data/archive.sqlite"

    def take_away() -> None:
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        if deed == "replaced":
            Archive.open(path.parent).close()

    with Newsroom([Watched(take_away, at=8)]) as newsroom:
        return crawl("afederasi", newsroom.address, folder, **options)  # type: ignore[arg-type]


def wipe_root(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as archive:
        archive.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = archive.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    path.write_bytes(content)
