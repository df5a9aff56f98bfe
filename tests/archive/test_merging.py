"""One archive out of several."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from newscrawl.archive import Archive, ArchiveMissingError
from newscrawl.archive.checking import find_damage
from newscrawl.archive.merging import merge
from newscrawl.items import Article
from tests import processes
from tests.archive.samples import article
from tests.archive.test_near import copied
from tests.patience import patience

FIRST = datetime(2026, 8, 10, 6, tzinfo=UTC)


def seen(number: int, hours: int, **changes: object) -> Article:
    """An article as it was fetched so many hours after the first."""
    return replace(article(number), fetched_at=FIRST + timedelta(hours=hours), **changes)


def store(folder: Path, *articles: Article) -> None:
    with Archive.open(folder) as archive:
        for each in articles:
            archive.store(each, now=each.fetched_at)


def merged(tmp_path: Path, *folders: str) -> Archive:
    sources = [Archive.open(tmp_path / folder, create=False) for folder in folders]
    target = Archive.open(tmp_path / "all")
    merge(sources, target)
    for source in sources:
        source.close()
    return target


def test_the_same_article_is_there_once_with_its_versions_in_order(tmp_path: Path) -> None:
    store(tmp_path / "a", seen(1, 0), seen(1, 20, title="Judul ketiga"), seen(2, 1))
    store(tmp_path / "b", seen(1, 5), seen(1, 10, title="Judul kedua"), seen(3, 2))
    with merged(tmp_path, "a", "b") as archive:
        versions = archive.versions(article(1).id)
        assert [version.record["title"] for version in versions] == [
            article(1).title,
            "Judul kedua",
            "Judul ketiga",
        ]
        assert [version.number for version in versions] == [1, 2, 3]
        assert versions[1].record["changed"] == ["title"]
        assert all(archive.has(article(number).id) for number in (1, 2, 3))
        assert not list(find_damage(archive.database))


def test_copies_are_found_across_archives(tmp_path: Path) -> None:
    copy = seen(9, 3, site="kabar", body=copied(article(2).body or "", Random(1), cut=0.2))
    store(tmp_path / "a", seen(2, 0))
    store(tmp_path / "b", copy)
    with merged(tmp_path, "a", "b") as archive:
        assert archive.versions(copy.id)[0].record["copy_of"] == article(2).id


def test_days_that_any_of_them_walked_are_done(tmp_path: Path) -> None:
    for folder, day in (("a", 1), ("b", 2)):
        with Archive.open(tmp_path / folder) as archive:
            archive.mark_day_done("kabar", date(2026, 8, day))
    with merged(tmp_path, "a", "b") as archive:
        assert archive.days_done("kabar") == {date(2026, 8, 1), date(2026, 8, 2)}


def test_search_finds_what_was_merged(tmp_path: Path) -> None:
    store(tmp_path / "a", seen(1, 0, title="Banjir bandang"))
    store(tmp_path / "b", seen(2, 0, title="Panen raya"))
    with merged(tmp_path, "a", "b") as archive:
        rows = archive.database.all("SELECT title FROM articles ORDER BY title")
    assert [title for (title,) in rows] == ["Banjir bandang", "Panen raya"]


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    called = [sys.executable, "-m", "newscrawl", "archive", *words]
    return processes.run(
        called, cwd=folder, capture_output=True, text=True, timeout=patience(60), check=False, env=os.environ
    )


def test_the_command_writes_a_new_folder(tmp_path: Path) -> None:
    store(tmp_path / "a", seen(1, 0))
    store(tmp_path / "b", seen(1, 5), seen(2, 0))
    done = command(tmp_path, "merge", "a", "b", "--into", "all")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "2 articles in 2 versions, out of 3 versions in 2 archives, in all\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "all", "b"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("merge", "a"), "two archives"),
        (("merge", "a", "b"), "--into"),
        (("merge", "a", "./a", "--into", "all"), "twice"),
        (("merge", "a", "b", "--into", "b"), "already"),
        (("melt",), "'check'"),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, words: tuple[str, ...], named: str) -> None:
    for folder in ("a", "b"):
        store(tmp_path / folder, seen(1, 0))
    done = command(tmp_path, *words)
    assert done.returncode == 2
    assert named in done.stderr


def test_a_missing_archive_leaves_nothing_behind(tmp_path: Path) -> None:
    store(tmp_path / "a", seen(1, 0))
    done = command(tmp_path, "merge", "a", "nowhere", "--into", "all")
    assert done.returncode == 5
    assert "nowhere" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]
    with pytest.raises(ArchiveMissingError):
        Archive.open(tmp_path / "all", create=False)
