"""Each fault, seen through a plain client."""

from __future__ import annotations

import gzip
import http.client
import re
import time
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from tests.newsroom import REDIRECT_TRAPS, Fault, Newsroom
from tests.newsroom.asking import Asker
from tests.newsroom.faults import kinds
from tests.patience import patience

HOST = "afederasi.com"
MEGABYTE = 1024 * 1024


def test_too_many_says_when_to_come_back_and_ends(newsroom: Newsroom, ask: Asker) -> None:
    armed = newsroom.fault(HOST, "/posts*", Fault.too_many(retry_after=2, times=2))
    answers = [ask.get("/posts?page=1") for _ in range(3)]
    assert [answer.status for answer in answers] == [429, 429, 200]
    assert answers[0].headers["Retry-After"] == "2"
    assert (armed.seen, armed.served) == (3, 2)
    assert [record.fault for record in newsroom.log] == ["status", "status", ""]


@pytest.mark.parametrize(("fault", "status"), [(Fault.too_many, 429), (Fault.unavailable, 503)])
def test_retry_after_may_be_a_date(newsroom: Newsroom, ask: Asker, fault: type[Fault], status: int) -> None:
    newsroom.fault(HOST, "/posts", fault(90, as_date=True))  # type: ignore[call-arg, arg-type]
    asked = datetime.now(UTC)
    answer = ask.get("/posts")
    when = parsedate_to_datetime(answer.headers["Retry-After"])
    assert answer.status == status
    # A date of HTTP has whole seconds.
    assert asked + timedelta(seconds=89) <= when <= datetime.now(UTC) + timedelta(seconds=90)


def test_server_errors_come_in_a_burst(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.server_error(times=3, after=1))
    assert [ask.get("/posts").status for _ in range(5)] == [200, 500, 500, 500, 200]


def test_a_fault_can_meet_every_nth_request(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.unavailable(every=3))
    assert [ask.get("/posts").status for _ in range(7)] == [200, 200, 503, 200, 200, 503, 200]


def test_a_fault_can_be_for_some_agents_only(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.forbidden(agent="*scrapy*"))
    assert ask.get("/posts", User_Agent="Scrapy/2.19 (+https://scrapy.org)").status == 403
    assert ask.get("/posts", User_Agent="newscrawl").status == 200


def test_a_fault_can_meet_hasty_askers_only(
    newsroom: Newsroom, ask: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.fault(HOST, "*", Fault.too_many(1, faster_than=0.2))
    statuses = []
    for now in (10.0, 10.1, 10.25, 10.5):
        monkeypatch.setattr("tests.newsroom.faults.monotonic", lambda now=now: now)
        statuses.append(ask.get("/posts").status)
    assert statuses == [200, 429, 429, 200]


def test_a_fault_can_be_for_a_method_only(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.status(405, method="HEAD"))
    assert [ask.get("/posts", method=method).status for method in ("HEAD", "GET")] == [405, 200]


def test_a_fault_keeps_to_its_host_and_path(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/posts?page=2", Fault.gone())
    assert ask.get("/posts?page=2").status == 410
    assert ask.get("/posts?page=1").status == 200
    assert ask.get("/posts?page=2", host="replika.example").status == 200


def test_faults_end_when_told(newsroom: Newsroom, ask: Asker) -> None:
    first = newsroom.fault(HOST, "/posts", Fault.status(418))
    second = newsroom.fault(HOST, "/posts", Fault.status(451))
    assert ask.get("/posts").status == 451, "the fault armed last comes first"
    second.remove()
    assert ask.get("/posts").status == 418
    newsroom.clear_faults()
    assert ask.get("/posts").status == 200
    assert (first.served, second.served) == (1, 1)


def test_stall_before_the_head(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/posts", Fault.stall(0.4))
    begun = time.monotonic()
    assert ask.get("/posts").status == 200
    assert time.monotonic() - begun >= 0.4


def test_stall_in_the_body_still_ends_in_the_whole_page(newsroom: Newsroom, ask: Asker) -> None:
    right = ask.get("/posts").body
    newsroom.fault(HOST, "/posts", Fault.stall(0.4, midway=True))
    begun = time.monotonic()
    assert ask.get("/posts").body == right
    assert time.monotonic() - begun >= 0.4


def test_a_stall_in_the_body_lets_the_head_come_before(newsroom: Newsroom) -> None:
    newsroom.fault(HOST, "/posts", Fault.stall(86400, midway=True))
    connection = http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=patience(5))
    connection.request("GET", "/posts", headers={"Host": HOST})
    assert connection.getresponse().status == 200
    connection.close()


def test_a_stall_longer_than_the_clients_patience_does_not_hold_up_others(newsroom: Newsroom) -> None:
    newsroom.fault(HOST, "/posts", Fault.stall(86400))
    with pytest.raises(TimeoutError):
        Asker(newsroom.port, HOST, timeout=0.2).get("/posts")
    with Asker(newsroom.port, HOST) as other:
        assert other.get("/").status == 200


def test_slow_answers_may_be_304(newsroom: Newsroom, ask: Asker) -> None:
    tag = ask.get("/posts").headers["ETag"]
    newsroom.fault(HOST, "/posts", Fault.slow(0.01))
    assert ask.get("/posts", If_None_Match=tag).status == 304


def test_trickle_gives_the_page_bit_by_bit(newsroom: Newsroom, ask: Asker) -> None:
    right = ask.get("/robots.txt").body
    newsroom.fault(HOST, "/robots.txt", Fault.trickle(size=8, pause=0.05))
    begun = time.monotonic()
    assert ask.get("/robots.txt").body == right
    assert time.monotonic() - begun >= 0.05 * (len(right) // 8 - 1)


@pytest.mark.parametrize("chunked", [False, True])
def test_cut_answers_end_early(newsroom: Newsroom, ask: Asker, chunked: bool) -> None:
    right = ask.get("/posts").body
    newsroom.fault(HOST, "/posts", Fault.cut(0.25, chunked=chunked))
    with pytest.raises(http.client.IncompleteRead):
        ask.get("/posts")
    assert len(right) // 5 < newsroom.log.to(HOST)[-1].sent < len(right) // 3
    assert ("Transfer-Encoding: chunked" in ask.raw("/posts").decode()) == chunked


def test_reset_hangup_and_garbage(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/a", Fault.reset())
    newsroom.fault(HOST, "/b", Fault.hangup())
    newsroom.fault(HOST, "/c", Fault.garbage())
    with pytest.raises(ConnectionResetError):
        ask.get("/a")
    with pytest.raises(http.client.RemoteDisconnected):
        ask.get("/b")
    with pytest.raises(http.client.BadStatusLine):
        ask.get("/c")
    assert ask.get("/posts").status == 200


def article(newsroom: Newsroom) -> tuple[str, str]:
    """Path and title line of an article with typographic quotes in it."""
    site = newsroom.site(HOST)
    story = next(story for story in site.book.stories() if "“" in story.body)
    return site.path(story), story.paragraphs[0]


def test_charset_header_may_lie_or_be_silent(newsroom: Newsroom, ask: Asker) -> None:
    path, _ = article(newsroom)
    right = ask.get(path).body
    newsroom.fault(HOST, "*", Fault.charset("ISO-8859-1"))
    lying = ask.get(path)
    assert (lying.headers["Content-Type"], lying.body) == ("text/html; charset=ISO-8859-1", right)
    newsroom.fault(HOST, "*", Fault.charset(None, meta=""))
    silent = ask.get(path)
    assert silent.headers["Content-Type"] == "text/html"
    assert "charset" not in silent.text
    assert "“" in silent.text


def test_pages_in_windows_1252(newsroom: Newsroom, ask: Asker) -> None:
    path, _ = article(newsroom)
    right = ask.get(path).text
    newsroom.fault(HOST, "*", Fault.charset("windows-1252", encoding="windows-1252", meta="windows-1252"))
    answer = ask.get(path)
    assert b"\x93" in answer.body, "the opening quote"
    assert answer.body.decode("windows-1252") == right.replace('charset="utf-8"', 'charset="windows-1252"')


def test_double_encoded_utf_8(newsroom: Newsroom, ask: Asker) -> None:
    path, _ = article(newsroom)
    right = ask.get(path).text
    newsroom.fault(HOST, "*", Fault.double_encoded())
    text = ask.get(path).text
    assert "â€œ" in text
    assert "“" not in text
    assert len(text) > len(right)


@pytest.mark.parametrize("name", sorted(REDIRECT_TRAPS))
def test_redirects_lead_where_told(newsroom: Newsroom, ask: Asker, name: str) -> None:
    newsroom.fault(HOST, "/posts", Fault.redirect(REDIRECT_TRAPS[name]))
    answer = ask.get("/posts")
    assert (answer.status, answer.headers["Location"]) == (302, REDIRECT_TRAPS[name])


@pytest.mark.parametrize("length", [1, 3])
def test_redirect_loops_come_back(newsroom: Newsroom, ask: Asker, length: int) -> None:
    newsroom.fault(HOST, "/posts", Fault.redirect_loop(length))
    targets = ["/posts?page=1"]
    for _ in range(length + 1):
        answer = ask.get(targets[-1])
        assert answer.status == 302
        targets.append(answer.headers["Location"])
    assert len(set(targets[1:])) == length
    assert targets[1] == targets[1 + length]


@pytest.mark.parametrize(
    ("brand", "sign"),
    [
        ("cloudflare", "<title>Just a moment...</title>"),
        ("captcha", "g-recaptcha"),
        ("script", "enable Javascript"),
    ],
)
def test_challenges_come_with_status_200(newsroom: Newsroom, ask: Asker, brand: str, sign: str) -> None:
    newsroom.fault(HOST, "*", Fault.challenge(brand))
    answer = ask.get("/posts")
    assert answer.status == 200
    assert sign in answer.text


def test_challenges_may_come_with_403(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.challenge(status=403))
    answer = ask.get("/posts")
    assert (answer.status, answer.headers["cf-mitigated"]) == (403, "challenge")


def test_empty_bodies(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.empty())
    answer = ask.get("/posts")
    assert (answer.status, answer.body, answer.headers["Content-Length"]) == (200, b"", "0")


@pytest.mark.parametrize("declared", [False, True])
def test_huge_bodies_are_as_long_as_asked(newsroom: Newsroom, ask: Asker, declared: bool) -> None:
    newsroom.fault(HOST, "*", Fault.huge(50, declared=declared))
    answer = ask.get("/posts")
    assert len(answer.body) == 50 * MEGABYTE
    assert answer.headers.get("Content-Length") == (str(50 * MEGABYTE) if declared else None)


def test_gzip_bombs_are_small_outside_and_large_inside(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.gzip_bomb(50))
    answer = ask.get("/posts")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.body) < MEGABYTE
    assert len(gzip.decompress(answer.body)) >= 50 * MEGABYTE


def test_broken_html_keeps_the_words_and_loses_the_tags(newsroom: Newsroom, ask: Asker) -> None:
    path, lead = article(newsroom)
    right = ask.get(path).text
    newsroom.fault(HOST, "*", Fault.broken_html())
    text = ask.get(path).text
    assert lead in text
    assert text.count("</div>") < right.count("</div>")
    assert "\x00" in text
    assert text.endswith('<a href="/putus')


def test_html_in_place_of_a_feed(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/rss/*", Fault.html())
    newsroom.fault(HOST, "/rss/category/*", Fault.html(keep_type=True))
    honest, lying = ask.get("/rss/latest-posts"), ask.get("/rss/category/ekonomi")
    assert honest.headers["Content-Type"] == "text/html; charset=UTF-8"
    assert lying.headers["Content-Type"] == "application/rss+xml; charset=UTF-8"
    assert honest.text.startswith("<!DOCTYPE html>")


def test_entity_bombs_and_external_entities(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/sitemap.xml", Fault.entity_bomb())
    newsroom.fault(HOST, "/rss/*", Fault.external_entity("http://127.0.0.1:9/rahasia"))
    bomb, spy = ask.get("/sitemap.xml").text, ask.get("/rss/latest-posts").text
    assert bomb.count("<!ENTITY a") == 10
    assert "<loc>&a9;https://" in bomb
    assert '<!ENTITY luar SYSTEM "http://127.0.0.1:9/rahasia">' in spy
    assert "<title>&luar;" in spy


def locations(text: str) -> list[str]:
    return re.findall(r"<loc>https://afederasi\.com(/[^<]*)</loc>", text)


def test_sitemaps_that_lead_to_themselves(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/sitemap.xml", Fault.sitemap_loop(2))
    first = locations(ask.get("/sitemap.xml").text)
    assert first == ["/sitemap.xml?putaran=1"]
    assert locations(ask.get(first[0]).text) == ["/sitemap.xml"]


def test_sitemaps_without_end(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/sitemap.xml", Fault.endless_sitemap())
    seen: set[str] = set()
    targets = ["/sitemap.xml"]
    for _ in range(5):
        targets = locations(ask.get(targets[-1]).text)
        assert len(targets) == 3
        assert not seen & set(targets)
        seen |= set(targets)


def test_vast_sitemaps_hold_as_many_addresses_as_asked(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/sitemap.xml", Fault.vast_sitemap(70_000))
    parts = locations(ask.get("/sitemap.xml").text)
    assert parts == ["/sitemap.xml?bagian=1", "/sitemap.xml?bagian=2"]
    found = [location for part in parts for location in locations(ask.get(part).text)]
    assert len(found) == len(set(found)) == 70_000


def test_binary_content_under_text_html(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "*", Fault.binary(5000))
    answer = ask.get("/posts")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert len(answer.body) == 5000
    assert len(zlib.compress(answer.body)) > 4900


def test_headers_and_bodies_of_ones_own(newsroom: Newsroom, ask: Asker) -> None:
    newsroom.fault(HOST, "/posts", Fault.headers({"content-type": "text/plain", "x-robots-tag": "noindex"}))
    newsroom.fault(HOST, "/robots.txt", Fault.body("User-agent: *\nDisallow: /\n", content_type="text/plain"))
    plain, robots = ask.get("/posts"), ask.get("/robots.txt")
    assert (plain.headers["Content-Type"], plain.headers["X-Robots-Tag"]) == ("text/plain", "noindex")
    assert "<html" in plain.text
    assert robots.text.endswith("Disallow: /\n")


def test_faults_have_names_for_the_command_line() -> None:
    assert Fault.named("too_many", retry_after=2, times=3) == Fault.too_many(2, times=3)
    with pytest.raises(ValueError, match="no fault 'gempa'; there are binary, "):
        Fault.named("gempa")
    with pytest.raises(TypeError, match="cut: no option besar"):
        Fault.named("cut", besar=3)


NEEDED: dict[str, dict[str, Any]] = {
    "status": {"code": 418},
    "slow": {"seconds": 0},
    "stall": {"seconds": 0},
    "redirect": {"to": "/"},
    "headers": {"fields": {}},
    "body": {"text": ""},
    "charset": {"declared": None},
    "huge": {"megabytes": 1},
    "trickle": {"size": 8192},
}


def test_every_fault_answers_something(newsroom: Newsroom, ask: Asker) -> None:
    for kind in kinds():
        armed = newsroom.fault(HOST, f"/rss/latest-posts?{kind}", Fault.named(kind, **NEEDED.get(kind, {})))
        if kind != "reset":
            ask.raw(f"/rss/latest-posts?{kind}")
            assert armed.served == 1
