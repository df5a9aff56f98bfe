"""Honest: listings are not believed too soon, and no gap is left without a word."""

from __future__ import annotations

import gzip
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import sleep

import pytest

from tests.crawling import Crawl
from tests.crawling_runs import begin, words
from tests.newsroom.messages import Request, Response, page
from tests.patience import patience
from tests.promises.test_never_fine_when_it_is_not import visit
from tests.promises.village import (
    FEED_LINK,
    ROOT,
    Route,
    Village,
    feed,
    front,
    news_sitemap,
    sitemap,
    sitemap_index,
    slug,
    story,
    title,
    with_feed,
    with_sitemap,
)


def paths(numbers: Iterable[int]) -> dict[str, Route]:
    return {f"/berita/{slug(number)}": story(number) for number in numbers}


def numbers_of(done: Crawl) -> set[int]:
    return {int(record["url"].rpartition("-")[2]) for record in done.records}


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_cut_in_the_middle_counts_as_far_as_it_goes_and_is_asked_again(
    packed: bool, tmp_path: Path
) -> None:
    routes = with_sitemap(paths(range(8)))
    whole = sitemap(ROOT + path for path in paths(range(8)))
    body = gzip.compress(whole.content, mtime=0) if packed else whole.content
    kind = "application/x-gzip" if packed else "application/xml"
    with Village(routes) as village:
        village.routes["/sitemap.xml"] = Response(body[: len(body) * 3 // 4], content_type=kind)
        first = visit(village, tmp_path)
        assert 0 < len(first.records) < 8
        assert "listing cut-short 1" in first.failed()
        assert first.lines_about("to be asked again by the next crawl")
        village.routes["/sitemap.xml"] = Response(body, content_type=kind)
        second = visit(village, tmp_path)
    assert numbers_of(first) | numbers_of(second) == set(range(8))
    assert "cut-short" not in second.failed()


def test_a_feed_cut_in_the_middle_is_no_whole_feed(tmp_path: Path) -> None:
    with Village(with_feed(range(5))) as village:
        body = village.routes["/feed.xml"].content  # type: ignore[union-attr]
        village.routes["/feed.xml"] = Response(body[:-140], content_type="application/rss+xml")
        done = visit(village, tmp_path)
    assert numbers_of(done) == set(range(4))
    assert "listing cut-short 1" in done.failed()


def crawls_ago(folder: Path, **ago: float) -> None:
    """Let the last crawl have ended some time ago."""
    with closing(sqlite3.connect(folder / "data" / "archive.sqlite", isolation_level=None)) as archive:
        ended = (datetime.now(UTC) - timedelta(**ago)).isoformat()
        archive.execute("UPDATE walks SET ended_at = ? WHERE ended_at IS NOT NULL", (ended,))
        archive.execute("UPDATE articles SET first_seen = ?", (ended,))
        archive.execute("UPDATE urls SET changed_at = ?", (ended,))


def dated_feed(numbers: Iterable[int], *, hours_apart: float) -> Response:
    urls = [f"{ROOT}/berita/{slug(number)}" for number in numbers]
    now = datetime.now(UTC)
    dates = {
        url: format_datetime(now - timedelta(hours=place * hours_apart)) for place, url in enumerate(urls)
    }
    return feed(((url, "") for url in urls), dates=dates)


def test_a_feed_that_no_longer_reaches_what_is_known_raises_an_alarm(tmp_path: Path) -> None:
    with Village(with_feed(range(5))) as village:
        assert visit(village, tmp_path).status == 0
        crawls_ago(tmp_path, days=3)
        village.routes |= paths(range(20, 30)) | {"/feed.xml": dated_feed(range(20, 30), hours_apart=1)}
        done = visit(village, tmp_path)
        assert numbers_of(done) == set(range(20, 30))
        assert done.status == 3
        assert "may be missing" in done.printed + done.log
        village.routes |= paths(range(30, 33)) | {"/feed.xml": dated_feed(range(24, 33), hours_apart=1)}
        assert visit(village, tmp_path).status == 0


def test_a_feed_whose_oldest_is_older_than_the_last_crawl_leaves_no_gap(tmp_path: Path) -> None:
    with Village(with_feed(range(5))) as village:
        visit(village, tmp_path)
        crawls_ago(tmp_path, hours=3)
        village.routes |= paths(range(20, 26)) | {"/feed.xml": dated_feed(range(20, 26), hours_apart=1)}
        assert visit(village, tmp_path).status == 0


def test_a_sitemap_that_reaches_further_closes_the_gap(tmp_path: Path) -> None:
    """Its newest entries alone would not: the index of sitemaps has one a day."""
    now = datetime.now(UTC)

    def days(count: int) -> dict[str, Route]:
        children = {
            f"{ROOT}/sitemap-{day}.xml": [4 * day + part for part in range(4)] for day in range(count)
        }
        moments = {
            url: (now - timedelta(days=count - 1 - day)).isoformat() for day, url in enumerate(children)
        }
        return {
            "/sitemap.xml": sitemap_index(children, lastmod=moments),
            "/feed.xml": dated_feed(range(4 * count - 3, 4 * count), hours_apart=1),
            "/": front(head=FEED_LINK),
            **{
                url.removeprefix(ROOT): sitemap(ROOT + path for path in paths(n))
                for url, n in children.items()
            },
            **{path: page for n in children.values() for path, page in paths(n).items()},
        }

    with Village(with_sitemap({}) | days(3)) as village:
        first = visit(village, tmp_path)
        assert numbers_of(first) == set(range(12))
        crawls_ago(tmp_path, days=7)
        village.routes |= days(10)
        second = visit(village, tmp_path)
    assert numbers_of(second) == set(range(12, 40))
    assert second.status == 0


def test_an_index_with_wrong_dates_hides_no_articles(tmp_path: Path) -> None:
    routes = with_sitemap(paths(range(4)))
    moments = {
        f"{ROOT}/lama.xml": "2020-01-01T00:00:00+07:00",
        f"{ROOT}/baru.xml": "2026-11-28T08:00:00+07:00",
    }
    routes |= {
        "/sitemap.xml": sitemap_index([*moments, f"{ROOT}/post-video-sitemap.xml"], lastmod=moments),
        "/baru.xml": sitemap([f"{ROOT}/tentang-kami"]),
        "/lama.xml": sitemap([]),
        "/post-video-sitemap.xml": sitemap(ROOT + path for path in paths(range(4))),
    }
    with Village(routes) as village:
        done = visit(village, tmp_path)
    assert numbers_of(done) == set(range(4))


def test_one_article_under_many_addresses_is_one_article(tmp_path: Path) -> None:
    pages = paths(range(3))
    variants = [
        *(f"?pilih={letter}" for letter in "abcde"),
        *(f"?PHPSESSID={number:032x}" for number in range(5)),
        ";jsessionid=1A2B3C",
        "?msclkid=7&amp;utm_source=x",
    ]
    links = [f"{path}{variant}" for path in pages for variant in variants]
    with Village({"/": front(links), **pages}) as village:
        village.routes |= {
            link.partition("?")[0]: village.routes[link.partition(";")[0].partition("?")[0]] for link in links
        }
        done = visit(village, tmp_path)
        edited = {f"{path}-diperbarui": page for path, page in pages.items()}
        village.routes |= {"/": front(edited), **edited}
        again = visit(village, tmp_path)
    assert len(done.records) == 3
    assert [record["url"] for record in again.records] == []


def test_the_canonical_link_names_the_article(tmp_path: Path) -> None:
    pages = {
        f"/read?id={number}&tema={theme}": story(
            number, head=f'<link rel="canonical" href="{ROOT}/read?id={number}">'
        )
        for number in (4711, 4712)
        for theme in "abc"
    }
    with Village(
        {"/": front(head=FEED_LINK), "/feed.xml": feed((ROOT + p.replace("&", "&amp;"), "") for p in pages)}
        | pages
    ) as village:
        done = visit(village, tmp_path)
    assert {record["url"] for record in done.records} == {f"{ROOT}/read?id=4711", f"{ROOT}/read?id=4712"}
    assert len(done.records) == 2


@pytest.mark.parametrize("named_by", ["feed", "news sitemap"])
def test_a_short_item_that_a_feed_or_news_sitemap_names_is_an_article(named_by: str, tmp_path: Path) -> None:
    text = "<p>Gempa magnitudo 4,1 mengguncang Sukatani, belum ada laporan kerusakan.</p>"
    page = (
        f"<html><head><title>{title(1)}</title></head><body><h1>{title(1)}</h1>"
        f"<span>28 November 2026 08:15 WIB</span><div>{text}</div></body></html>"
    )
    path = f"/berita/{slug(1)}"
    news = news_sitemap([(ROOT + path, title(1))], day="2026-11-28T08:15:00+07:00")
    routes = {
        "feed": with_feed([1], pages=False),
        "news sitemap": with_sitemap({}) | {"/sitemap.xml": news},
    }
    with Village(routes[named_by] | {path: Response(page.encode())}) as village:
        (record,) = visit(village, tmp_path).records
    assert "Gempa magnitudo 4,1" in record["body"]


def killed_at(path: str, village: Village, folder: Path) -> None:
    """A crawl that dies when it asks for ``path``."""
    asked, answered = threading.Event(), threading.Event()
    route = village.routes[path]
    assert isinstance(route, Response)

    def hang(_: Request) -> Response:
        asked.set()
        answered.wait(patience(60))
        return route

    village.routes[path] = hang
    process = begin(words("crawl", village.address, "site", "-a", f"url={ROOT}/"), folder)
    assert asked.wait(patience(60))
    process.kill()
    process.communicate()
    answered.set()
    village.routes[path] = route


def test_a_crawl_that_was_killed_does_not_hide_the_gap_before_it(tmp_path: Path) -> None:
    with Village(with_feed(range(5))) as village:
        assert visit(village, tmp_path).status == 0
        crawls_ago(tmp_path, days=3)
        village.routes |= paths(range(20, 30)) | {"/feed.xml": dated_feed(range(20, 30), hours_apart=1)}
        killed_at(f"/berita/{slug(29)}", village, tmp_path)
        done = visit(village, tmp_path)
        assert done.status == 3
        assert "may be missing" in done.printed + done.log
        assert visit(village, tmp_path).status == 0


def listing_of(numbers: list[int], *, a_page: int) -> dict[str, Route]:
    """A front page with further ones, newest first."""
    pages = [numbers[start : start + a_page] for start in range(0, len(numbers), a_page)]
    return {
        "/" if place == 0 else f"/halaman/{place + 1}": page(
            "<html><body>"
            + "".join(f'<a href="/berita/{slug(number)}">{title(number)}</a>' for number in chosen)
            + (f'<a rel="next" href="/halaman/{place + 2}">Selanjutnya</a>' if pages[place + 1 :] else "")
            + "</body></html>"
        )
        for place, chosen in enumerate(pages)
    }


def test_a_listing_is_walked_on_behind_what_a_killed_crawl_had(tmp_path: Path) -> None:
    first, all_ = list(range(6)), list(range(19, -1, -1))
    with Village(listing_of(first, a_page=6) | paths(first)) as village:
        assert visit(village, tmp_path).status == 0
        village.routes |= listing_of(all_, a_page=4) | paths(all_)
        sleep(1)  # the archive notes times by the second
        killed_at("/halaman/3", village, tmp_path)
        visit(village, tmp_path)
        with closing(sqlite3.connect(tmp_path / "data" / "archive.sqlite")) as archive:
            urls = [url for (url,) in archive.execute("SELECT url FROM articles")]
    assert {int(url.rpartition("-")[2]) for url in urls} == set(all_)


def test_an_index_of_dead_sitemaps_ends_after_ten_in_a_row_and_says_so(tmp_path: Path) -> None:
    children = [f"{ROOT}/peta-{number}.xml" for number in range(40)]
    routes = with_sitemap({}) | {"/sitemap.xml": sitemap_index(children), "/": front(head=FEED_LINK)}
    routes |= {"/feed.xml": feed((ROOT + path, "") for path in paths(range(4)))} | paths(range(4))
    with Village(routes | {f"/peta-{number}.xml": Response(b"", 500) for number in range(40)}) as village:
        done = visit(village, tmp_path)
        asked = {path for path in village.asked() if path.startswith("/peta-")}
        assert numbers_of(done) == set(range(4))
        assert 10 <= len(asked) <= 13
        assert f"{40 - len(asked)} listings of an index whose others could not be read" in done.printed
        village.routes |= {f"/peta-{number}.xml": sitemap([]) for number in range(40)}
        village.routes["/peta-39.xml"] = sitemap(ROOT + path for path in paths([7]))
        village.routes |= paths([7])
        assert numbers_of(visit(village, tmp_path)) == {7}
