"""Storage that fails during a crawl: a clear error, the right exit status, nothing lost."""

from __future__ import annotations

import sqlite3
import subprocess
from pathlib import Path

from tests.archive.disks import read_only, small_disk
from tests.crawling import crawl
from tests.engine.memory.conftest import HOST, Crawler, titles
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

STORAGE = 5
MANY = {"NEWSCRAWL_LATEST_PAGES": "100"}


def test_a_full_disk_ends_the_crawl_and_the_next_one_completes_it(tmp_path: Path) -> None:
    site = VarientOneSite(HOST, articles=150)
    with Newsroom([site]) as newsroom, small_disk(tmp_path / "disk", "2m") as disk:
        here = MANY | {"NEWSCRAWL_DATA": str(disk / "data")}
        first = crawl("afederasi", newsroom.address, tmp_path, settings=here)
        assert first.status == STORAGE, first.log
        (line,) = first.lines_about("CRITICAL")
        assert "archive.sqlite" in line
        assert "make room and run again" in line or "because it is full" in line
        stored = titles(disk / "data")
        assert 0 < len(stored) < 150
        assert {record["url"] for record in first.records} <= set(stored)
        subprocess.run(["mount", "-o", "remount,size=60m", str(disk)], check=True)
        second = crawl("afederasi", newsroom.address, tmp_path, settings=here)
        assert second.status == 0, second.log
        assert set(titles(disk / "data")) == set(site.urls())
        assert len(second.records) == 150 - len(stored)


def test_a_locked_archive_ends_the_crawl_and_the_next_one_completes_it(run: Crawler, data: Path) -> None:
    assert len(run(arguments={"limit": "5"}).records) == 5
    with sqlite3.connect(data / "archive.sqlite", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        held = run(settings={"NEWSCRAWL_LOCK_SECONDS": "0.3"})
        other.execute("ROLLBACK")
    assert held.status == STORAGE
    (line,) = held.lines_about("CRITICAL")
    assert "another process holds it" in line
    assert held.records == []
    assert len(run().records) == 30


def test_a_read_only_folder_ends_the_crawl_before_it_asks_anything(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with read_only(folder):
        done = crawl("afederasi", newsroom.address, tmp_path)
    assert done.status == STORAGE
    assert str(folder) in done.log + done.printed
    assert newsroom.log.targets(HOST) == []


def test_an_archive_of_a_newer_newscrawl_ends_the_crawl_before_it_asks_anything(
    run: Crawler, newsroom: Newsroom, data: Path
) -> None:
    run(arguments={"limit": "1"})
    with sqlite3.connect(data / "archive.sqlite") as archive:
        archive.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    done = run()
    assert done.status == STORAGE
    (line,) = done.lines_about("CRITICAL")
    assert "install a newer newscrawl" in line
    assert newsroom.log.targets(HOST) == []
