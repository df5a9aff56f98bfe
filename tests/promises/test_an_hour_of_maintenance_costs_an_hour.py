"""Honest: what a site answers in an hour of trouble is not believed for a month."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.engine.memory.settling import PAGE_ATTEMPTS, put_off, settle
from newscrawl.record.reasons import Reason
from tests.promises.test_never_fine_when_it_is_not import CHALLENGE, MAINTENANCE, SHELL, refused, visit
from tests.promises.village import (
    ROOT,
    Route,
    Village,
    document,
    feed,
    slug,
    story,
    title,
    with_feed,
    with_sitemap,
)

TROUBLES = {"404": refused(404), "maintenance": MAINTENANCE, "shell": SHELL, "challenge": CHALLENGE}


def an_hour_later(folder: Path) -> None:
    """Let the time come for what is to be tried again within the hour."""
    with closing(sqlite3.connect(folder / "data" / "archive.sqlite", isolation_level=None)) as archive:
        rows = archive.execute("SELECT url, retry_at FROM urls WHERE retry_at IS NOT NULL").fetchall()
        for url, at in rows:
            earlier = datetime.fromisoformat(at) - timedelta(hours=1)
            archive.execute("UPDATE urls SET retry_at = ? WHERE url = ?", (earlier.isoformat(), url))


@pytest.mark.parametrize("trouble", TROUBLES)
def test_all_articles_of_the_hour_come_when_it_is_over(trouble: str, tmp_path: Path) -> None:
    routes = with_feed(range(5), pages=False)
    routes |= {f"/berita/{slug(number)}": TROUBLES[trouble] for number in range(5)}
    with Village(routes) as village:
        done = visit(village, tmp_path)
        assert (done.status, done.records) == (1, [])
        # The listing has gone on meanwhile: what it named stays wanted.
        village.routes |= with_feed(range(5)) | {"/feed.xml": feed([])}
        an_hour_later(tmp_path)
        done = visit(village, tmp_path)
    assert {record["url"] for record in done.records} == {f"{ROOT}/berita/{slug(n)}" for n in range(5)}
    assert done.status == 0


@pytest.mark.parametrize("dated", [True, False])
def test_numbers_for_addresses_and_no_dates_change_nothing(dated: bool, tmp_path: Path) -> None:
    """Nothing in such addresses tells whether a page is the one that was asked for."""
    paths: dict[str, Route] = {f"/berita/{98000 + number}": MAINTENANCE for number in range(8)}
    with Village(with_sitemap(paths)) as village:
        village.routes["/feed.xml"] = feed((ROOT + path, "") for path in paths)
        village.routes["/"] = document(
            "Kabar", "", head='<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
        )
        done = visit(village, tmp_path)
        assert (done.status, done.records) == (1, [])
        assert "same-page 8" in done.failed()
        village.routes |= {path: story(number, dated=dated) for number, path in enumerate(paths)}
        an_hour_later(tmp_path)
        done = visit(village, tmp_path)
    assert {record["url"] for record in done.records} == {ROOT + path for path in paths}


def test_one_article_in_an_hour_of_maintenance_is_not_stored_twice_as_one(tmp_path: Path) -> None:
    """A crawl each hour sees the notice under one address at a time."""
    with Village(with_feed(range(3))) as village:
        visit(village, tmp_path)
        stored = 0
        for number in (10, 11, 12):
            village.routes["/feed.xml"] = feed([(f"{ROOT}/berita/{slug(number)}", title(number))])
            village.routes[f"/berita/{slug(number)}"] = MAINTENANCE
            stored += len(visit(village, tmp_path).records)
    assert stored <= 1


def archive_of(folder: Path, url: str) -> tuple[str, str | None, int]:
    with Archive.open(folder) as archive:
        row = archive.database.one("SELECT state, retry_at, attempts FROM urls WHERE url = ?", (url,))
    assert row is not None
    return row[0], row[1], row[2]


@pytest.mark.parametrize("reason", ["http-404", "no-article", "parse", "same-page", "moved", "redirected"])
def test_a_page_is_believed_after_some_hours(reason: Reason, tmp_path: Path) -> None:
    url, now = f"{ROOT}/berita/satu", datetime(2026, 8, 17, 10, tzinfo=UTC)
    waits = []
    with Archive.open(tmp_path) as archive:
        for _ in range(PAGE_ATTEMPTS):
            with archive.transaction():
                settle(archive, "kabar", url, reason, now=now)
            address = archive.frontier.look_up(url)
            assert address is not None
            assert address.retry_at is not None
            waits.append(datetime.fromisoformat(address.retry_at) - now)
    assert waits[:4] == [timedelta(minutes=10 * 4**step) for step in range(4)]
    assert archive_of(tmp_path, url)[0] == "refused"
    assert waits[4] >= timedelta(days=1)


def test_the_fault_of_a_whole_site_is_not_laid_to_its_addresses_for_a_fortnight(tmp_path: Path) -> None:
    url, now = f"{ROOT}/berita/satu", datetime(2026, 8, 17, 10, tzinfo=UTC)
    with Archive.open(tmp_path) as archive:
        for hour in range(24 * 20):
            moment = now + timedelta(hours=hour)
            with archive.transaction():
                settle(archive, "kabar", url, "no-article", now=moment)
                put_off(archive, [url], now=moment)
            if hour == 24 * 13:
                assert archive.frontier.look_up(url).state == "wanted"  # type: ignore[union-attr]
    assert archive_of(tmp_path, url)[0] == "refused"
