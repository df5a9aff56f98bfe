"""Honest: an address that was found and gave no article has a reason, a count, a line in the log, a place."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.crawling import Crawl, crawl
from tests.newsroom.messages import Response, page, redirect
from tests.promises.test_never_fine_when_it_is_not import CHALLENGE, SHELL, SOFT_404, visit
from tests.promises.village import (
    FEED_LINK,
    ROOT,
    Route,
    Village,
    feed,
    front,
    slug,
    story,
    title,
    with_sitemap,
)

TARGET = "/berita/pengumuman-penting-bagi-seluruh-pembaca"

DROPS: dict[str, tuple[Route, str]] = {
    "another domain": (redirect("https://kabar-baru.example/tentang"), "moved"),
    "the front page": (redirect(f"{ROOT}/"), "redirected"),
    "what led there first": (redirect(ROOT + TARGET), ""),
    "one page for many": (redirect(ROOT + TARGET), "redirected"),
    "one page for many again": (redirect(ROOT + TARGET), "redirected"),
    "itself": (lambda request: redirect(ROOT + request.target), "redirect-loop"),
    "a private address": (redirect("http://10.1.2.3/berita"), "unsafe-address|moved"),
    "no web address": (redirect("ftp://kabar-lembang.example/berita"), "unsafe-address|http-error|moved"),
    "mail": (redirect("mailto:redaksi@kabar-lembang.example"), "unsafe-address"),
    "nowhere": (Response(b"", 302), "http-error"),
    "what robots forbid": (redirect(f"{ROOT}/tertutup/berita-baru-dari-desa-1"), "robots"),
    "robots forbid it": (story(1), "robots"),
    "a challenge": (CHALLENGE, "no-article|challenge"),
    "a shell": (SHELL, "needs-browser"),
    "a soft 404": (SOFT_404, "no-article"),
    "404": (Response(b"", 404), "http-404"),
    "403": (Response(b"", 403), "http-403"),
    "451": (Response(b"", 451), "http-error"),
    "500": (Response(b"", 500), "http-error"),
    "204": (Response(b"", 204), "parse"),
    "304 unasked": (Response(b"", 304), "http-error"),
    "a PDF": (Response(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01", content_type="application/pdf"), "not-html"),
    "a picture": (Response(b"\x89PNG\r\n\x1a\n", content_type="image/png"), "not-html"),
    "no page at all": (Response(b"", content_type="text/html"), "parse"),
    "a cut page": (page("<html><body><h1>Panen</h1><p>Panen raya di"), "cut-short|no-article"),
    "a strange encoding": (story(2), "encoding"),
    "a long address": (story(3), "unsafe-address"),
}


def path_of(number: int, kind: str) -> str:
    if kind == "robots forbid it":
        return f"/tertutup/{slug(number)}"
    return f"/berita/{slug(number)}" + ("?lagi=" + "a" * 3000 if kind == "a long address" else "")


PATHS = {kind: path_of(number, kind) for number, kind in enumerate(DROPS)}


@dataclass
class Dropped:
    crawl: Crawl
    places: dict[str, tuple[str, str]]


@pytest.fixture(scope="module")
def dropped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dropped]:
    folder = tmp_path_factory.mktemp("dropped")
    routes: dict[str, Route] = {path: DROPS[kind][0] for kind, path in PATHS.items()}
    good = range(500, 530)
    routes |= {f"/berita/{slug(number)}": story(number) for number in good}
    named = [*PATHS.values(), *(f"/berita/{slug(number)}" for number in good)]
    routes |= {
        "/": front(head=FEED_LINK),
        "/feed.xml": feed((ROOT + path, title(number)) for number, path in enumerate(named)),
        "/robots.txt": Response(b"User-agent: *\nDisallow: /tertutup/\n", content_type="text/plain"),
        TARGET: story(4),
    }
    encoded = story(2)
    routes[PATHS["a strange encoding"]] = Response(
        encoded.body, headers={"Content-Encoding": "gzip"}, content_type="text/html"
    )
    with Village(routes) as village:
        crawl = visit(village, folder)
    with closing(sqlite3.connect(folder / "data" / "archive.sqlite")) as archive:
        rows = archive.execute("SELECT url, state, reason FROM urls").fetchall()
    yield Dropped(crawl, {url: (state, reason) for url, state, reason in rows})


@pytest.mark.parametrize("kind", [kind for kind, (_, reason) in DROPS.items() if reason])
def test_it_has_a_reason_a_line_and_a_place(kind: str, dropped: Dropped) -> None:
    path, reasons = PATHS[kind], DROPS[kind][1]
    lines = [line for line in dropped.crawl.lines_about("No article from") if f"{path} (" in line]
    assert len(lines) == 1
    said = re.search(r"\(([a-z0-9-]+)\)", lines[0])
    assert said
    assert said[1] in reasons.split("|")
    place = dropped.places.get(ROOT + path)
    assert place is not None
    assert place[0] in ("wanted", "refused")
    assert place[1] == said[1]


def test_the_counts_are_those_of_the_lines(dropped: Dropped) -> None:
    counted = sum(map(int, re.findall(r" (\d+)(?=[,)])", dropped.crawl.failed())))
    assert counted == len(dropped.crawl.lines_about("No article from"))


def test_an_article_that_an_error_in_the_program_cost_is_said(tmp_path: Path) -> None:
    paths = {f"/berita/{slug(number)}": story(number) for number in range(6)}
    with Village(with_sitemap(paths)) as village:
        done = crawl(
            "site",
            village.address,
            tmp_path,
            arguments={"url": f"{ROOT}/"},
            settings={"EXTENSIONS": '{"tests.promises.breaking.Breaking": 1}'},
            parts_of_tests=True,
        )
    assert len(done.records) == 3
    assert "parse 3" in done.failed()
    assert len(done.lines_about("(parse): LookupError: nobody thought of this")) == 3
