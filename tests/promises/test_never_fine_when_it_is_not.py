"""Honest: a crawl that got nothing, or hardly anything, of what it asked for has failed, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crawling import Crawl, crawl
from tests.newsroom.messages import Response, page, redirect
from tests.promises.village import (
    HOST,
    ROOT,
    Route,
    Village,
    document,
    front,
    sitemap,
    slug,
    story,
    with_feed,
    with_sitemap,
)

NUMBERS = range(6)

LOGIN = document("Masuk", '<form action="/masuk"><input name="nama"><input name="sandi"></form>')
SOFT_404 = document("Halaman tidak ditemukan", "<p>Maaf, halaman yang Anda cari tidak ada.</p>")
SHELL = page(
    '<html><head><title>Kabar</title></head><body><div id="app"></div>'
    '<script src="/a.js"></script></body></html>'
)
MAINTENANCE = document(
    "Sebentar lagi kami hadir untuk Anda",
    "".join(
        f"<p>{text}</p>"
        for text in (
            "Kami sedang memperbarui peladen agar pembaca dapat membuka halaman dengan lebih cepat.",
            "Perbaikan ini diperkirakan selesai dalam beberapa jam, lalu semua kembali seperti biasa.",
            "Terima kasih atas kesabaran para pembaca; silakan kembali lagi nanti untuk kabar terbaru.",
        )
    ),
)
CHALLENGE = document("Memeriksa peramban", "<p>Mohon tunggu, kami memeriksa bahwa Anda manusia.</p>")


def refused(status: int) -> Response:
    return Response(b"<html><body><h1>Tidak bisa</h1></body></html>", status)


KINDS: dict[str, tuple[Route, str]] = {
    "403": (refused(403), "http-403"),
    "404": (refused(404), "http-404"),
    "410": (refused(410), "http-404"),
    "500": (refused(500), "http-error"),
    "soft 404": (SOFT_404, "no-article"),
    "login": (LOGIN, "no-article"),
    "login by redirect": (redirect(f"{ROOT}/masuk"), "redirected"),
    "maintenance with 200": (MAINTENANCE, "same-page"),
    "JS shell": (SHELL, "needs-browser"),
    "another domain": (redirect("https://kabar-baru.example/"), "moved"),
    "the same page of another domain": (
        lambda request: redirect(f"https://kabar-baru.example{request.path}"),
        "moved",
    ),
    "the front page": (redirect(f"{ROOT}/"), "redirected"),
    "one page for all": (redirect(f"{ROOT}/berita/pemberitahuan-penting-untuk-pembaca"), "redirected"),
}


def visit(village: Village, folder: Path, **arguments: str) -> Crawl:
    return crawl(
        "site",
        village.address,
        folder,
        arguments={"url": f"{ROOT}/", **arguments},
        settings={"RETRY_TIMES": "1"},
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_that_got_no_article_has_failed_with_the_chief_reason(kind: str, tmp_path: Path) -> None:
    route, reason = KINDS[kind]
    routes = with_feed(NUMBERS, pages=False) | {f"/berita/{slug(number)}": route for number in NUMBERS}
    routes["/masuk"] = LOGIN
    routes["/berita/pemberitahuan-penting-untuk-pembaca"] = SOFT_404
    with Village(routes) as village:
        done = visit(village, tmp_path)
    assert done.records == []
    assert done.status == 1
    ended = next(line for line in done.printed.splitlines() if line.startswith("ended"))
    assert f"none of {len(NUMBERS)} pages gave an article: {reason}" in ended
    assert len(done.lines_about("No article from")) == len(NUMBERS)
    if reason == "moved":
        assert "moved to kabar-baru.example?" in ended


def test_a_site_that_answers_with_challenges_has_failed_by_them(tmp_path: Path) -> None:
    routes = with_feed(NUMBERS, pages=False) | {f"/berita/{slug(number)}": CHALLENGE for number in NUMBERS}
    with Village(routes) as village:
        done = visit(village, tmp_path)
    assert (done.records, done.status) == ([], 1)
    assert "failed: the site answers with challenges" in done.printed


def test_robots_that_forbid_everything_are_named(tmp_path: Path) -> None:
    with Village(with_feed(NUMBERS) | {"/robots.txt": Response(b"User-agent: *\nDisallow: /\n")}) as village:
        done = visit(village, tmp_path)
    assert done.status == 1
    assert "every listing failed: robots" in done.printed


@pytest.mark.parametrize(("bad", "status"), [(4, 0), (7, 1)])
def test_more_than_half_of_ten_and_more_is_a_failure(bad: int, status: int, tmp_path: Path) -> None:
    routes = with_feed(range(12))
    routes |= {f"/berita/{slug(number)}": refused(404) for number in range(bad)}
    with Village(routes) as village:
        done = visit(village, tmp_path)
    assert len(done.records) == 12 - bad
    assert done.status == status
    assert (f"{bad} of 12 pages gave no article: http-404 {bad}" in done.printed) == (status == 1)


def test_one_dead_link_among_known_articles_is_the_web_as_it_is(tmp_path: Path) -> None:
    with Village(with_feed(NUMBERS)) as village:
        assert visit(village, tmp_path).status == 0
        village.routes |= with_feed([*NUMBERS, 7])
        village.routes[f"/berita/{slug(7)}"] = refused(404)
        done = visit(village, tmp_path)
    assert (done.status, done.records) == (0, [])
    assert "http-404 1" in done.failed()
    assert village.asked().count(f"/berita/{slug(7)}") == 1


def test_a_site_whose_front_page_has_moved_is_said_to_have(tmp_path: Path) -> None:
    moved = redirect("https://kabar-baru.example/")
    with Village({f"{HOST}/": moved, "/": story(1)}) as village:
        done = visit(village, tmp_path)
    assert done.status == 1
    assert "moved to kabar-baru.example?" in done.printed


def test_a_site_that_has_moved_with_its_robots_txt_is_said_to_have(tmp_path: Path) -> None:
    new = "kabar-baru.example"
    paths = {f"/berita/{slug(number)}": story(number) for number in NUMBERS}
    robots = f"User-agent: *\nAllow: /\nSitemap: https://{new}/sitemap.xml\n"
    routes: dict[str, Route] = {
        f"{HOST}/*": lambda request: redirect(f"https://{new}{request.target}", 301),
        f"{new}/robots.txt": Response(robots.encode(), content_type="text/plain"),
        f"{new}/": front(),
        f"{new}/sitemap.xml": sitemap(f"https://{new}{path}" for path in paths),
    }
    with Village(routes | {new + path: answer for path, answer in paths.items()}) as village:
        village.routes.pop("/robots.txt")
        done = visit(village, tmp_path)
    assert (done.status, done.records) == (1, [])
    assert f"moved to {new}?" in done.printed


def test_addresses_on_a_list_that_give_nothing_are_a_failure(tmp_path: Path) -> None:
    listed = tmp_path / "urls.txt"
    listed.write_text(f"{ROOT}/berita/{slug(1)}\n")
    with Village(with_sitemap({})) as village:
        done = visit(village, tmp_path, urls=str(listed))
    assert done.status == 1
    assert "none of 1 page gave an article: http-404 1" in done.printed
