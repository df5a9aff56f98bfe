"""A crawl in a process of its own, as notebooks read it."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import newscrawl
from newscrawl import CrawlError
from newscrawl.archive import Archive
from tests.crawling import QUICK
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import patience

HOST = "afederasi.com"


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    site = VarientOneSite(HOST, articles=9, newest=datetime.now(UTC))
    with Newsroom([site]) as newsroom:
        yield QUICK | {"NEWSCRAWL_MIRROR": newsroom.address}


def test_a_crawl_gives_articles_one_by_one(settings: dict[str, str]) -> None:
    articles = list(newscrawl.crawl("afederasi", limit=3, settings=settings))
    assert len(articles) == 3
    assert all(isinstance(each, newscrawl.Article) and each.body for each in articles)
    assert all(each.published_at.tzinfo for each in articles)
    assert all(isinstance(each, newscrawl.Image) for article in articles for each in article.images)


def test_nothing_is_known_from_before_unless_a_data_folder_is_named(
    settings: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = {each.id for each in newscrawl.crawl("afederasi", settings=settings)}
    again = {each.id for each in newscrawl.crawl("afederasi", settings=settings)}
    assert first == again
    assert len(first) == 9
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_in_a_data_folder_is_not_brought_again(settings: dict[str, str], tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = list(newscrawl.crawl("afederasi", data=data, settings=settings))
    assert len(first) == 9
    crawl = newscrawl.crawl("afederasi", data=data, settings=settings)
    assert list(crawl) == []
    assert "articles" in crawl.summary
    with Archive.open(data, create=False) as archive:
        assert {each.id for each in first} == {
            row[0] for row in archive.database.all("SELECT id FROM articles")
        }


def test_leaving_the_loop_stops_the_crawl(settings: dict[str, str], tmp_path: Path) -> None:
    slow = settings | {"DOWNLOAD_DELAY": "0.5"}
    with newscrawl.crawl("afederasi", data=tmp_path / "data", settings=slow) as crawl:
        for _article in crawl:
            break
        process = crawl._process
    assert process is not None
    assert process.returncode is not None
    with Archive.open(tmp_path / "data", create=False) as archive:
        assert archive.database.one("SELECT count(*) FROM articles")[0] < 9


def test_a_crawl_that_nobody_holds_any_more_ends(settings: dict[str, str]) -> None:
    crawl = newscrawl.crawl("afederasi", settings=settings | {"DOWNLOAD_DELAY": "0.5"})
    next(crawl)
    process = crawl._process
    assert process is not None
    del crawl
    assert process.returncode is not None


def test_articles_come_while_the_crawl_is_under_way(settings: dict[str, str]) -> None:
    crawl = newscrawl.crawl("afederasi", settings=settings | {"DOWNLOAD_DELAY": "0.5"})
    next(crawl)
    assert crawl._process is not None
    assert crawl._process.poll() is None
    crawl.close()


@pytest.mark.parametrize(
    ("site", "arguments", "named"),
    [
        ("kompass", {}, "kompas"),
        ("afederasi", {"since": "kapan"}, "kapan"),
        ("afederasi", {"sincee": "2026"}, "since"),
        ("afederasi", {"limit": 0}, "limit"),
    ],
)
def test_what_cannot_be_crawled_is_said(site: str, arguments: dict[str, object], named: str) -> None:
    with pytest.raises(CrawlError, match=named) as raised:
        list(newscrawl.crawl(site, **arguments))
    assert raised.value.status == 2
    assert "Usage" not in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize("source", ["", "<!-- -->", b"%PDF-1.7"])
def test_what_is_no_page_is_said_without_an_address_that_nobody_gave(source: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"the page|no web page") as raised:
        newscrawl.extract(source)
    assert "example.invalid" not in str(raised.value)


def test_a_site_that_does_not_answer_has_failed() -> None:
    nowhere = QUICK | {"NEWSCRAWL_MIRROR": "http://127.0.0.1:9", "RETRY_TIMES": "0"}
    with pytest.raises(CrawlError, match="afederasi"):
        list(newscrawl.crawl("afederasi", settings=nowhere))


def test_a_crawl_ends_when_its_reader_is_killed(settings: dict[str, str], tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        crawl = newscrawl.crawl("afederasi", data=tmp_path / "data", settings=settings)
        next(crawl)
        (tmp_path / "pid").write_text(str(crawl._process.pid), encoding="ascii")
        os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    pid = int((tmp_path / "pid").read_text(encoding="ascii"))
    until = time.monotonic() + patience(60)
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists()


def test_days_may_be_dates(settings: dict[str, str]) -> None:
    assert list(newscrawl.crawl("afederasi", until=date(2001, 1, 1), settings=settings)) == []
