"""Pages that scripts draw: counted where no browser is there, drawn politely where one is."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from newscrawl.engine.downloader.drawn import NEEDS_BROWSER
from tests.browser import PROGRAM
from tests.crawling import Crawl, crawl
from tests.crawling_runs import run
from tests.engine.downloader.drawn_paper import NUMBERS, drawn_paper, shell
from tests.newsroom.messages import Response
from tests.patience import slowness
from tests.promises.village import FEED_LINK, HOST, ROOT, Route, Village, slug, story, title, with_feed

needs_browser = pytest.mark.skipif(
    not (PROGRAM and find_spec("scrapy_playwright")), reason="chromium or scrapy-playwright is not installed"
)


def visit(village: Village, folder: Path, *, settings: dict[str, str] | None = None, **told: str) -> Crawl:
    return crawl(
        "site", village.address, folder, arguments={"url": f"{ROOT}/", **told}, settings=settings or {}
    )


def feed_of_shells() -> dict[str, Route]:
    paper = drawn_paper()
    return {**with_feed(NUMBERS, pages=False), **{path: paper[path] for path in paper if path != "/"}}


def test_without_a_browser_shells_are_counted_as_what_they_are(tmp_path: Path) -> None:
    with Village(feed_of_shells()) as village:
        done = visit(village, tmp_path)
    assert done.records == []
    assert f"needs-browser {len(NUMBERS)}" in done.failed()
    assert "no-article" not in done.printed
    assert "-a browser=1" in done.lines_about("No article from")[0]
    assert not [path for path in village.asked() if path.startswith("/api/")]


def test_a_listing_that_is_a_shell_is_said_to_need_a_browser(tmp_path: Path) -> None:
    with Village(drawn_paper()) as village:
        done = visit(village, tmp_path)
    assert done.status == 1
    assert "no feed, sitemap or listing names an article: needs-browser 1" in done.printed
    assert any("needs-browser" in line for line in done.lines_about("Listing not read"))


SITE_FILE = f"""
title = "Kabar Lembang"
region = "national"
domains = ["{HOST}"]
article_urls = ['/berita/']

[[sources]]
way = "feed"
url = "https://{HOST}/feed.xml"

[[sources]]
way = "listing"
url = "https://{HOST}/"
links = "li a"
"""


def command(name: str, village: Village, folder: Path, *words: str) -> str:
    sites = folder / "data" / "sites"
    sites.mkdir(parents=True, exist_ok=True)
    done = run(village.address, folder, *words, command=name, settings={"RETRY_TIMES": "0"})
    return done.stdout + done.stderr


def test_the_doctor_says_which_pages_need_a_browser(tmp_path: Path) -> None:
    sites = tmp_path / "data" / "sites"
    sites.mkdir(parents=True)
    (sites / "lembang.toml").write_text(SITE_FILE)
    with Village({**feed_of_shells(), "/": shell("daftar.js")}) as village:
        printed = command("doctor", village, tmp_path, "lembang")
    assert "works   7 articles" in printed
    assert f"FAILS   needs-browser: {NEEDS_BROWSER}  https://{HOST}/\n" in printed
    assert f"article    FAILS   needs-browser: {NEEDS_BROWSER}  {ROOT}/berita/" in printed


def test_a_probe_says_that_a_browser_would_help(tmp_path: Path) -> None:
    with Village({**feed_of_shells(), "/": shell("daftar.js", head=FEED_LINK)}) as village:
        printed = command("probe", village, tmp_path, f"{ROOT}/")
        village.routes |= {f"/berita/{slug(number)}": story(number) for number in NUMBERS}
        readable = command("probe", village, tmp_path, f"{ROOT}/")
    assert "its pages are a shell without text" in printed
    assert f"newscrawl crawl {ROOT} -a browser=all" in printed
    assert "its front page is a shell without text" in readable
    assert 'browser = "listing"' in readable


def test_a_page_with_nothing_and_no_script_is_no_shell(tmp_path: Path) -> None:
    empty = Response(b"<html><head><title>Kabar</title></head><body><div id='app'></div></body></html>")
    with Village(with_feed([1], pages=False) | {f"/berita/{slug(1)}": empty}) as village:
        done = visit(village, tmp_path)
    assert "no-article 1" in done.failed()


@needs_browser
def test_a_browser_unfolds_the_listing_and_draws_the_articles(tmp_path: Path) -> None:
    with Village(drawn_paper()) as village:
        done = visit(village, tmp_path, browser="1")
    assert {record["title"] for record in done.records} == {title(number) for number in NUMBERS}, done.log
    assert all(len(record["body"].split("\n\n")) == 4 for record in done.records)
    assert all(record["published_at"] == "2026-08-15T09:35:00+07:00" for record in done.records)
    asked = village.asked()
    assert not {"/gambar.png", "/film.mp4", "/pelacak"} & set(asked)
    assert asked.count("/berita.js") == 1
    assert all(record.user_agent.startswith("newscrawl/") for record in village.log)


@needs_browser
def test_what_scripts_ask_for_waits_its_turn(tmp_path: Path) -> None:
    # Seen from the server a request may be late, by more where the machine has other work.
    late = 0.1 * slowness()
    with Village(drawn_paper()) as village:
        visit(village, tmp_path, settings={"DOWNLOAD_DELAY": f"{3 * late:.1f}"}, browser="1", limit="3")
    assert village.log.max_concurrency(HOST) == 1
    assert min(village.log.gaps(HOST)) > 2 * late
    assert {record.path for record in village.log} >= {"/daftar.js", "/api/daftar", "/berita.js"}


@needs_browser
def test_a_run_draws_no_more_pages_than_it_may(tmp_path: Path) -> None:
    with Village(feed_of_shells()) as village:
        first = visit(village, tmp_path, settings={"NEWSCRAWL_BROWSER_PAGES": "4"}, browser="article")
        second = visit(village, tmp_path, browser="article")
    assert len(first.records) == 4
    assert len(first.lines_about("NEWSCRAWL_BROWSER_PAGES")) == 1
    assert "needs-browser" not in first.failed()
    assert len(second.records) == len(NUMBERS) - 4


@needs_browser
def test_what_was_no_article_without_a_browser_is_tried_again_with_one(tmp_path: Path) -> None:
    with Village(feed_of_shells()) as village:
        assert visit(village, tmp_path).records == []
        done = visit(village, tmp_path, browser="article")
    assert len(done.records) == len(NUMBERS)


@needs_browser
def test_a_drawn_page_is_kept_as_it_was_read(tmp_path: Path) -> None:
    from newscrawl.warc.extracting import extract_files  # noqa: PLC0415
    from newscrawl.warc.selecting import Selection  # noqa: PLC0415

    with Village(feed_of_shells()) as village:
        visit(village, tmp_path, browser="article", warc="1", limit="2")
    files = sorted(map(str, (tmp_path / "data" / "warc").rglob("*.warc.gz")))
    read = list(extract_files(files, Selection(everything=True)))
    assert sum(len(each.found) for each in read) >= 2
    assert sum(each.counts["needs-browser"] for each in read) >= 2  # the shells, as they were received


@needs_browser
def test_a_browser_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    with Village(feed_of_shells()) as village:
        done = visit(
            village, tmp_path, settings={"NEWSCRAWL_CHROMIUM": "/nirgends/chromium"}, browser="article"
        )
    assert len(done.lines_about("No browser can be started")) == 1
    assert f"needs-browser {len(NUMBERS)}" in done.failed()


def test_an_argument_that_says_nothing_is_refused(tmp_path: Path) -> None:
    with Village({}) as village:
        done = visit(village, tmp_path, browser="mungkin")
    assert done.status == 2
    assert "'mungkin' says not what a browser is to draw" in done.log
