"""Challenges are told from ordinary pages that carry the marks of the same services."""

from __future__ import annotations

import re

import pytest
from scrapy.http import HtmlResponse

from newscrawl.engine.downloader.challenge import challenge_sign
from tests.engine.downloader.walls import WALLS
from tests.newsroom.templates import fill

MARKS = (
    "<title>Just a moment...</title>",
    "<title> Attention Required! | Cloudflare</title>",
    "<title>Access denied</title>",
    "<title>Verifikasi keamanan</title>",
    "<title>Robot Check</title>",
    "<script>window._cf_chl_opt={}</script>",
    '<div class="cf-browser-verification"></div>',
    '<script src="/cdn-cgi/challenge-platform/h/g.js"></script>',
    '<script src="https://geo.captcha-delivery.com/c.js"></script>',
    '<div class="G-Recaptcha"></div>',
    '<div class="h-captcha"></div>',
    '<div class="cf-turnstile"></div>',
    '<iframe src="/_Incapsula_Resource?x=1"></iframe>',
    "<script>document.cookie='aws-waf-token='</script>",
    '<script src="/sucuri_cloudproxy_js"></script>',
    "<noscript>Please enable JS and disable any ad blocker</noscript>",
    "<noscript>Silakan aktifkan JavaScript di peramban Anda</noscript>",
)
TEXT = "Warga Kabupaten Blitar memanen padi lebih awal karena hujan turun sejak akhir pekan lalu. <br> " * 30
SCRIPT = f"<script>{'var a = 1; ' * 2000}</script>"


def sign(markup: str, *, status: int = 200) -> str | None:
    return challenge_sign(HtmlResponse("https://a.example/", status=status, body=markup, encoding="utf-8"))


@pytest.mark.parametrize("mark", MARKS)
def test_a_page_of_scripts_with_a_mark_is_a_challenge(mark: str) -> None:
    assert sign(f"<html><head>{mark}{SCRIPT}</head><body><p>Tunggu sebentar</p></body></html>")
    assert sign(mark)


@pytest.mark.parametrize("mark", MARKS)
def test_an_article_with_a_mark_is_an_article_however_its_text_is_set(mark: str) -> None:
    assert sign(f"<html><body>{mark}<div>{TEXT}</div></body></html>") is None
    assert sign(f"<html><body>{mark}<p>{'</p><p>'.join(TEXT.split('<br>'))}</body></html>") is None


def test_a_page_without_a_mark_is_none_however_empty() -> None:
    assert sign(f"<html><head>{SCRIPT}</head><body></body></html>") is None


def test_a_refusal_with_a_mark_is_a_challenge_however_long() -> None:
    assert sign(f"{MARKS[5]}<div>{TEXT}</div>", status=403)


@pytest.mark.parametrize("brand", ["cloudflare", "captcha", "script"])
def test_the_pages_of_the_services_are_challenges(brand: str) -> None:
    assert sign(fill(f"challenges/{brand}", host="a.example", path="/"))


@pytest.mark.parametrize("kind", WALLS)
def test_what_each_wall_answers_is_a_challenge(kind: str) -> None:
    wall = WALLS[kind]
    response = HtmlResponse(
        "https://kabar.example/panen",
        status=wall.status,
        headers=wall.headers,
        body=wall.html,
        encoding="utf-8",
    )
    assert challenge_sign(response), kind


CARRIED = re.compile(
    "<script.*?</script>|<noscript.*?</noscript>|<iframe.*?</iframe>|<div[^>]*></div>", re.DOTALL
)
"""What of a wall's page stands on the pages of sites that use it: scripts, notices, boxes."""

TITLE = "Verifikasi Data Petani di Sukatani Dimulai Lebih Awal"
SHORT = (
    f"<h1>{TITLE}</h1><time datetime='2026-08-03T09:00:00+07:00'>Senin, 3 Agustus 2026</time>"
    "<p>Sukatani - Petani di Desa Sukatani mulai didata pada Senin pagi, dua pekan lebih awal dari tahun"
    " lalu.</p><p>Kepala desa mengatakan hujan turun sejak akhir pekan dan sawah di tepi sungai harus segera"
    " dipanen sebelum terendam.</p><p>Hasil panen dibawa ke lumbung desa dengan dua truk.</p>"
)


def sign_of_article(head: str, carried: str) -> str | None:
    """Of a short article on a site that carries something of a wall's, in the head and at the end."""
    page = (
        f"<html lang='id'><head><title>{TITLE}</title>{head}</head>"
        f"<body><article>{SHORT}</article>{carried}</body></html>"
    )
    return challenge_sign(
        HtmlResponse(
            "https://kabar.example/2026/08/verifikasi-data-petani",
            headers={"Server": "cloudflare", "CF-RAY": "8a"},
            body=page,
            encoding="utf-8",
        )
    )


@pytest.mark.parametrize("kind", WALLS)
def test_a_short_article_with_the_scripts_and_boxes_of_a_wall_is_an_article(kind: str) -> None:
    assert sign_of_article("", "".join(found[0] for found in CARRIED.finditer(WALLS[kind].html))) is None


@pytest.mark.parametrize(
    "mark",
    [
        "<script>(function(){a.src='/cdn-cgi/challenge-platform/h/g/scripts/jsd/main.js';})();</script>",
        "<script>window._cf_chl_opt={}</script>",
        '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>',
        "<noscript>Please enable JavaScript</noscript>",
    ],
)
def test_a_short_article_on_cloudflare_is_an_article(mark: str) -> None:
    assert sign_of_article(mark, '<div class="cf-turnstile"></div>') is None


@pytest.mark.parametrize(
    "dated",
    [
        '<meta property="article:published_time" content="2026-08-15T09:35:00+07:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Akses Dibatasi",'
        ' "datePublished": "2026-08-15T09:35:00+07:00"}</script>',
    ],
    ids=["meta", "json-ld"],
)
def test_an_item_of_one_sentence_that_states_its_date_is_no_challenge(dated: str) -> None:
    page = (
        f"<html><head><title>Akses Dibatasi, Warga Kesal</title>{dated}</head><body><article>"
        "<h1>Akses Dibatasi, Warga Kesal</h1><p>Jembatan di Desa Sumber ditutup sampai sore.</p></article>"
        '<div class="cf-turnstile"></div></body></html>'
    )

    assert sign(page) is None
    assert sign(page.replace(dated, ""))
