"""Redirects with cookies, refreshes, certificates and headers that have no end."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from scrapy.http import HtmlResponse

from newscrawl.engine.downloader.redirects import sent_on
from tests.crawling import Crawl, crawl
from tests.wire import Answer, Asked, Wire, answer, article, path, site

HOST = "contoh.example"
ART = f"{HOST}{path(1)}"


def run(given: Answer, folder: Path, more: dict[str, Answer] | None = None) -> tuple[Crawl, Wire]:
    with Wire(site(HOST, 1) | {ART: given} | (more or {})) as wire:
        arguments = {"url": f"https://{HOST}/"}
        return crawl("site", wire.address, folder, arguments=arguments, settings={"RETRY_TIMES": "1"}), wire


def wants_cookie(asked: Asked, connection: socket.socket) -> None:
    if asked.headers.get("cookie") == "sesi=1":
        connection.sendall(answer(article()))
    else:
        connection.sendall(answer("", f"Location: {path(1)}", "Set-Cookie: sesi=1; Path=/", status=302))


def test_a_cookie_of_the_chain_is_sent_back_within_it_alone(tmp_path: Path) -> None:
    done, wire = run(wants_cookie, tmp_path)
    assert len(done.records) == 1
    with_cookie = [asked.target for asked in wire.asked if "cookie" in asked.headers]
    assert with_cookie == [path(1)]


def test_a_cookie_is_not_sent_to_a_host_that_it_is_not_for(tmp_path: Path) -> None:
    other = f"https://www.{HOST}{path(1)}"
    sending = answer("", f"Location: {other}", "Set-Cookie: sesi=1; Path=/", status=302)
    more = {f"www.{HOST}{path(1)}": answer(article()), f"www.{HOST}/robots.txt": answer("", status=404)}
    done, wire = run(sending, tmp_path, more)
    assert len(done.records) == 1
    assert not [asked for asked in wire.asked if "cookie" in asked.headers]


def test_a_chain_that_sets_the_same_cookie_for_ever_is_a_circle(tmp_path: Path) -> None:
    done, _ = run(answer("", f"Location: {path(1)}", "Set-Cookie: sesi=1; Path=/", status=302), tmp_path)
    assert "redirect-loop 1" in done.failed()


def test_an_empty_page_that_sends_on_at_once_is_a_redirect(tmp_path: Path) -> None:
    page = f'<html><head><meta http-equiv="refresh" content="0; url={path(2)}"></head><body></body></html>'
    done, _ = run(answer(page), tmp_path, {f"{HOST}{path(2)}": answer(article(2))})
    assert [record["url"] for record in done.records] == [f"https://{HOST}{path(2)}"]


@pytest.mark.parametrize(
    ("page", "header"),
    [
        ("<html><body></body></html>", f"Refresh: 0; url={path(2)}"),
        (
            f"<html><head><script>window.location.replace('{path(2)}');</script></head><body></body></html>",
            "",
        ),
        (f"<html><head><META CONTENT='0,{path(2)}' HTTP-EQUIV=REFRESH></head><body></body></html>", ""),
    ],
    ids=["header", "script", "comma"],
)
def test_a_header_or_a_script_may_send_on_too(tmp_path: Path, page: str, header: str) -> None:
    given = answer(page, header) if header else answer(page)
    done, _ = run(given, tmp_path, {f"{HOST}{path(2)}": answer(article(2))})
    assert [record["url"] for record in done.records] == [f"https://{HOST}{path(2)}"]


@pytest.mark.parametrize(
    "script",
    [
        "if (screen.width < 700) { location.href = '/m'; }",
        "document.cookie = 'k=1'; location.href = '/m';",
        "location.href = '/m' + tujuan;",
        "location = 'javascript:lanjut()'",
    ],
)
def test_a_script_that_does_more_sends_nobody_on(script: str) -> None:
    page = f"<html><head><script>{script}</script></head><body></body></html>"
    assert sent_on(HtmlResponse("https://contoh.example/a", body=page, encoding="utf-8")) is None


@pytest.mark.parametrize("around", ["<noscript>{}</noscript>", "<!-- {} -->"])
def test_an_element_for_those_without_scripts_sends_nobody_on(around: str) -> None:
    element = around.format("<meta http-equiv=refresh content='0,/tanpa-skrip'>")
    page = f"<html><head>{element}</head><body></body></html>"
    assert sent_on(HtmlResponse("https://contoh.example/a", body=page, encoding="utf-8")) is None


def test_an_article_that_reloads_itself_is_an_article(tmp_path: Path) -> None:
    page = article().replace("<head>", '<head><meta http-equiv="refresh" content="0; url=/">')
    done, _ = run(answer(page), tmp_path)
    assert len(done.records) == 1


def test_a_retried_page_may_not_send_to_another_domain(tmp_path: Path) -> None:
    answers = [answer("", status=500), answer("", "Location: https://lain.example/x", status=302)]

    def one_after_the_other(_: Asked, connection: socket.socket) -> None:
        connection.sendall(answers.pop(0) if answers else answer("", status=500))

    _, wire = run(one_after_the_other, tmp_path)
    assert wire.targets("lain.example") == []


def test_a_long_header_is_read(tmp_path: Path) -> None:
    done, _ = run(answer(article(), "Content-Security-Policy: " + "x" * 20_000), tmp_path)
    assert len(done.records) == 1


@pytest.mark.parametrize("line", [b"X-Angka: 1\r\n", b"x" * 1000])
def test_headers_without_an_end_are_left(line: bytes, tmp_path: Path) -> None:
    sent: list[int] = []

    def pour(_: Asked, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while sum(sent) < 100_000_000:
            connection.sendall(line * 100)
            sent.append(len(line) * 100)

    done, _ = run(pour, tmp_path)
    assert "too-large 1" in done.failed()
    assert sum(sent) < 50_000_000
