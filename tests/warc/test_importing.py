"""WARC files into the archive: versions in the order of fetching, nothing twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("fastwarc")

from newscrawl.archive import Archive, Selection
from newscrawl.archive.checking import find_damage
from newscrawl.cli.entry import _run
from newscrawl.warc.captures import Capture
from newscrawl.warc.reading import capture_at
from tests.crawling import crawl
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.portal import PortalSite
from tests.warc.samples import FETCHED, packed, pages, record, write

URL, PAGE = pages(1)[0]
TITLES = ["Satu Kabar Lama", "Dua Kabar Baru", "Tiga Kabar Akhir"]
DAY = timedelta(days=1)


def titled(title: str) -> bytes:
    old = PAGE.decode().partition("<title>")[2].partition("<")[0].partition(" - ")[0].strip()
    assert old
    return PAGE.replace(old.encode(), title.encode())


def warc(folder: Path, name: str, *titles: tuple[str, int]) -> Path:
    """A file with editions of one page, each so many days after the first."""
    made = (record(URL, titled(title), fetched_at=FETCHED + day * DAY) for title, day in titles)
    return write(folder / name, *map(packed, made))


def imported(data: Path, *files: Path) -> int:
    return _run(["import", "--data", str(data), "--warc", *map(str, files)])


def stored(data: Path) -> list[tuple[int, str, list[str]]]:
    with Archive.open(data, create=False) as archive:
        (article_id,) = [row[0] for row in archive.database.all("SELECT id FROM articles")]
        versions = archive.versions(article_id)
        assert [version.record["version"] for version in versions] == [version.number for version in versions]
        assert list(find_damage(archive.database)) == []
        return [(each.number, each.record["title"], each.record["changed"]) for each in versions]


EXPECTED = [(1, TITLES[0], []), (2, TITLES[1], ["title"]), (3, TITLES[2], ["title"])]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1), (1, 2, 0), (0, 2, 1)])
def test_versions_stand_in_the_order_of_fetching(order: tuple[int, ...], tmp_path: Path) -> None:
    data = tmp_path / "data"
    for number in order:
        file = warc(tmp_path, f"{number}.warc.gz", (TITLES[number], number))
        assert imported(data, file) == 0
    assert stored(data) == EXPECTED
    with Archive.open(data, create=False) as archive:
        row = archive.database.one("SELECT title, first_seen, last_seen, version FROM articles")
        assert row == (TITLES[2], "2026-09-02T05:00:00Z", "2026-09-04T05:00:00Z", 3)
        assert archive.search(Selection(words="Akhir"), limit=5).total == 1
        assert archive.search(Selection(words="Lama"), limit=5).total == 0


def test_nothing_is_stored_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    file = warc(tmp_path, "a.warc.gz", *((title, day) for day, title in enumerate(TITLES)))
    imported(data, file)
    again = warc(tmp_path, "b.warc.gz", (TITLES[0], 0), (TITLES[1], 1), (TITLES[2], 9))
    capsys.readouterr()
    assert imported(data, file, again) == 0
    assert "new" not in capsys.readouterr().out
    assert stored(data) == EXPECTED


def test_each_version_has_its_page(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for number in (2, 0, 1):
        imported(data, warc(tmp_path, f"{number}.warc.gz", (TITLES[number], number)))
    with Archive.open(data, create=False) as archive:
        rows = archive.database.all("SELECT key, number FROM versions ORDER BY number")
        for key, number in rows:
            (place,) = archive.pages.of(key)
            with Path(place.file).open("rb") as stream:
                page = capture_at(stream, place.start)
            assert isinstance(page, Capture)
            assert TITLES[number - 1].encode() in page.body


def test_old_articles_are_not_due_for_a_visit(tmp_path: Path) -> None:
    data = tmp_path / "data"
    imported(data, warc(tmp_path, "a.warc.gz", (TITLES[0], 0)))
    with Archive.open(data) as archive:
        assert list(archive.due("afederasi", now=datetime.now(UTC) + 99 * DAY)) == []
        assert archive.known(URL)


def test_the_pages_of_a_crawl_give_the_same_archive(tmp_path: Path) -> None:
    host = "kabarsemesta.example"
    site = PortalSite(host, articles=12, splits=["path"], split_every=3)
    arguments = {"warc": "1", "url": f"https://{host}"}
    with Newsroom([site]) as newsroom:
        done = crawl("site", newsroom.address, tmp_path, arguments=arguments)
    assert max(each["pages"] for each in done.records) > 1
    other = tmp_path / "other"
    assert _run(["import", "--data", str(other), "--warc", str(tmp_path / "data" / "warc"), "--all"]) == 0
    with Archive.open(other, create=False) as archive:
        records = {
            each.record["url"]: each.record
            for (article_id,) in archive.database.all("SELECT id FROM articles")
            for each in archive.versions(article_id)
        }
    apart = ("fetched_at", "cluster", "copy_of")
    for each in done.records:
        mine = records.pop(each["url"])
        assert {name: mine[name] for name in mine if name not in apart} == {
            name: each[name] for name in each if name not in apart
        }
    assert records == {}
    assert (
        _run(["import", "--data", str(tmp_path / "data"), "--warc", str(tmp_path / "data" / "warc"), "--all"])
        == 0
    )
    with Archive.open(tmp_path / "data", create=False) as archive:
        assert archive.database.one("SELECT count(*) FROM versions") == (len(done.records),)
