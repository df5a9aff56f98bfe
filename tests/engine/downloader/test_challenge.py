"""Challenges are told from ordinary pages that carry the marks of the same services."""

from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse

from newscrawl.engine.downloader.challenge import challenge_sign
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
