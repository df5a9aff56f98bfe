"""A part of an archive on either engine becomes an archive in a folder that says the same of its articles."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.archive import Archive, Selection
from newscrawl.archive.checking import find_damage
from newscrawl.archive.snapshots import snapshot
from tests.archive.samples import START, article

DAYS = 10


@pytest.fixture
def source(data: str) -> Archive:
    archive = Archive.open(data)
    for number in range(DAYS):
        archive.store(article(number, published_at=START + timedelta(days=number)))
    archive.store(article(7, title="Judul Baru", published_at=START + timedelta(days=7)))
    later = START + timedelta(days=8)
    archive.store(
        article(50, site="salinan", body=article(7).body, title=article(7).title, published_at=later)
    )
    archive.frontier.refuse("warta", "https://warta.example/hilang", "http-404", now=START)
    return archive


def ids(archive: Archive) -> list[str]:
    return [row[0] for row in archive.database.all("SELECT id FROM articles ORDER BY id")]


def test_a_range_is_taken_with_all_that_belongs_to_it(source: Archive, tmp_path: Path) -> None:
    chosen = Selection(since=START + timedelta(days=7))
    with source, Archive.open(tmp_path / "copy") as copy:
        assert snapshot(source, copy, chosen) == 4
        there = [*(article(number).id for number in (7, 8, 9)), article(50, site="salinan").id]
        assert ids(copy) == sorted(there)
        for name in ids(copy):
            assert copy.versions(name) == source.versions(name)
            assert copy.articles.line(name, 1) == source.articles.line(name, 1)
        assert len(copy.versions(article(7).id)) == 2
        words = Selection(words='"judul baru"', since=chosen.since)
        assert copy.search(words, limit=9).hits == source.search(words, limit=9).hits == ((article(7).id, 2),)
        assert list(find_damage(copy.database)) == []
        clusters = "SELECT cluster, count(*) FROM articles WHERE cluster IS NOT NULL GROUP BY cluster"
        assert copy.database.all(clusters) == source.database.all(clusters) != []
        refused = copy.database.all("SELECT url FROM urls WHERE reason IS NOT NULL")
        assert refused == [("https://warta.example/hilang",)]


def test_nothing_is_written_to_what_is_read(source: Archive, tmp_path: Path) -> None:
    with source, Archive.open(tmp_path / "copy") as copy:
        before = source.database.tables()
        assert snapshot(source, copy, Selection()) == DAYS + 1
        assert source.database.tables() == before
        assert ids(copy) == ids(source)
