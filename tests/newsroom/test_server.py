"""The server speaks HTTP/1.1 as clients expect, and its log tells what it was asked."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from pathlib import Path

import pytest

from tests.newsroom import Fault, Journal, Newsroom, PortalSite, Record, VarientOneSite, VarientTwoSite
from tests.newsroom.asking import Asker
from tests.newsroom.server import unused_port
from tests.patience import patience, slowness

ONE, TWO = "afederasi.com", "replika.example"


def test_sites_are_told_apart_by_the_host_header(newsroom: Newsroom, ask: Asker) -> None:
    assert f'href="https://{ONE}/' in ask.get("/", host=ONE).text
    assert f'href="https://{TWO}/' in ask.get("/", host=TWO).text
    assert newsroom.log.hosts() == {ONE, TWO}


@pytest.mark.parametrize("host", [f"www.{ONE}", ONE.upper(), f"{ONE}:443"])
def test_other_spellings_of_a_host_reach_its_site(ask: Asker, host: str) -> None:
    assert ask.get("/posts", host=host).text == ask.get("/posts", host=ONE).text


def test_loopback_gets_the_default_site_with_links_on_its_own_origin(newsroom: Newsroom, ask: Asker) -> None:
    answer = ask.get("/", host=f"127.0.0.1:{newsroom.port}")
    assert f'href="{newsroom.address}/posts"' in answer.text
    assert "https://" + ONE not in answer.text


def test_one_connection_carries_many_requests(newsroom: Newsroom, ask: Asker) -> None:
    for _ in range(5):
        assert ask.get("/posts").status == 200
    assert len({record.peer for record in newsroom.log}) == 1


def test_head_has_the_length_and_no_body(ask: Asker) -> None:
    whole = ask.get("/posts")
    head = ask.get("/posts", method="HEAD")
    assert head.body == b""
    assert int(head.headers["Content-Length"]) == len(whole.body)


def test_a_proxy_style_request_reaches_its_site(newsroom: Newsroom, ask: Asker) -> None:
    answer = ask.get(f"http://{TWO}/posts", host="proxy.invalid")
    assert f'href="https://{TWO}/' in answer.text
    assert newsroom.log.targets(TWO) == ["/posts"]


def test_what_is_no_request_gets_400(newsroom: Newsroom) -> None:
    with socket.create_connection(("127.0.0.1", newsroom.port), timeout=patience(5)) as connection:
        connection.sendall(b"bukan permintaan\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400 ")


def test_other_methods_are_refused(ask: Asker) -> None:
    assert ask.get("/posts", method="DELETE").status == 405


@pytest.mark.parametrize("target", ["/", "/posts?page=2", "/rss/latest-posts", "/sitemap.xml", "/robots.txt"])
def test_known_answers_cost_304(ask: Asker, target: str) -> None:
    first = ask.get(target)
    again = ask.get(target, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_last_modified_is_honoured_without_an_etag(newsroom: Newsroom, ask: Asker) -> None:
    path = newsroom.site(ONE).path(newsroom.site(ONE).story(3))
    known = ask.get(path).headers["Last-Modified"]
    assert ask.get(path, If_Modified_Since=known).status == 304
    assert ask.get(path, If_Modified_Since="Thu, 01 Jan 2015 00:00:00 GMT").status == 200
    assert ask.get(path, If_Modified_Since="kemarin").status == 200


def test_a_site_can_send_gzip_to_those_who_take_it() -> None:
    sites = [VarientOneSite(ONE, articles=3, compress=True)]
    with Newsroom(sites) as newsroom, Asker(newsroom.port, ONE) as ask:
        plain, packed = ask.get("/posts"), ask.get("/posts", Accept_Encoding="gzip, deflate")
        assert gzip.decompress(packed.body) == plain.body
        assert (packed.headers["Content-Encoding"], plain.headers["Content-Encoding"]) == ("gzip", None)
        assert ask.get("/posts", Accept_Encoding="gzip", If_None_Match=packed.headers["ETag"]).status == 304


def test_a_site_can_be_without_validators() -> None:
    with Newsroom([VarientOneSite(ONE, articles=3, conditional=False)]) as newsroom:
        with Asker(newsroom.port, ONE) as ask:
            answer = ask.get("/posts", If_None_Match="*")
        assert answer.status == 200
        assert "ETag" not in answer.headers


def test_log_has_every_request_with_its_answer(newsroom: Newsroom, ask: Asker) -> None:
    before = time.time()
    tag = ask.get("/posts?page=2", User_Agent="newscrawl-test").headers["ETag"]
    ask.get("/posts?page=2", If_None_Match=tag)
    ask.get("/tidak-ada")
    first, second, third = newsroom.log
    assert (first.method, first.target, first.path, first.status) == ("GET", "/posts?page=2", "/posts", 200)
    assert (first.user_agent, first.conditional) == ("newscrawl-test", False)
    assert before <= first.wall <= time.time()
    assert (second.status, second.conditional, second.sent) == (304, True, 0)
    assert third.status == 404
    assert newsroom.log.statuses() == {200: 1, 304: 1, 404: 1}


def test_log_is_searched_by_host_path_and_status(newsroom: Newsroom, ask: Asker) -> None:
    for target in ("/posts?page=1", "/posts?page=2", "/rss/latest-posts", "/x"):
        ask.get(target)
    ask.get("/posts?page=1", host=TWO)
    assert newsroom.log.targets(ONE, "/posts") == ["/posts?page=1", "/posts?page=2"]
    assert newsroom.log.targets(ONE, "/posts?page=2") == ["/posts?page=2"]
    assert newsroom.log.targets("*", "/rss/*") == ["/rss/latest-posts"]
    assert [record.target for record in newsroom.log.to(ONE, status=404)] == ["/x"]


def test_log_finds_what_was_fetched_twice(newsroom: Newsroom, ask: Asker) -> None:
    for target in ("/posts", "/posts", "/rss/latest-posts", "/x", "/x"):
        ask.get(target)
    assert newsroom.log.repeated(ONE) == {f"{ONE}/posts": 2}
    assert newsroom.log.repeated(ONE, status=404) == {f"{ONE}/x": 2}


def test_log_knows_articles_whatever_their_address(newsroom: Newsroom, ask: Asker) -> None:
    site = newsroom.add(PortalSite("portal.example", articles=12))
    path = site.path(site.story(10))
    tag = ask.get(path, host=site.host).headers["ETag"]
    for target in (path + "?utm_source=x", path.rpartition("/")[0] + "/lain", "/amp" + path, "/indeks"):
        ask.get(target, host=site.host)
    ask.get(path, host=site.host, If_None_Match=tag)
    newsroom.fault(site.host, "*", Fault.empty())
    ask.get(path, host=site.host)
    assert newsroom.log.articles(site.host) == {10: 6}
    assert newsroom.log.articles(site.host, status=304) == {10: 1}
    assert [record.target for record in newsroom.log.listings(site.host)] == ["/indeks"]


def test_log_measures_gaps_between_requests(newsroom: Newsroom, ask: Asker) -> None:
    for _ in range(3):
        ask.get("/posts")
        time.sleep(0.1)
    assert len(newsroom.log.gaps(ONE)) == 2
    assert all(gap >= 0.1 for gap in newsroom.log.gaps(ONE))
    # The end of an answer is noted after it is out: by then the asker may have slept for a while.
    assert all(
        0 < pause <= gap for pause, gap in zip(newsroom.log.pauses(ONE), newsroom.log.gaps(ONE), strict=True)
    )


def test_log_counts_requests_that_are_open_at_once(newsroom: Newsroom) -> None:
    newsroom.latency = slowness()
    hosts = [ONE, ONE, ONE, TWO]
    threads = [threading.Thread(target=Asker(newsroom.port, host).get, args=["/posts"]) for host in hosts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert newsroom.log.max_concurrency(ONE) == 3
    assert newsroom.log.max_concurrency(TWO) == 1
    assert newsroom.log.max_concurrency() == 4


def test_requests_one_after_another_are_never_open_at_once(newsroom: Newsroom) -> None:
    askers = [Asker(newsroom.port, ONE) for _ in range(2)]
    for turn in range(60):
        askers[turn % 2].get("/posts")
    assert newsroom.log.max_concurrency(ONE) == 1


def test_log_file_is_read_back_without_a_line_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "access.jsonl"
    with Newsroom([VarientOneSite(ONE, articles=3)], log_file=path) as newsroom:
        with Asker(newsroom.port, ONE) as ask:
            ask.get("/posts", User_Agent="newscrawl-test")
            ask.get("/x")
        live = list(newsroom.log)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"at": 1.0})[:-3])
    assert list(Journal.from_file(path)) == live
    assert isinstance(live[0], Record)


def test_a_mistake_of_the_newsroom_itself_is_kept_and_answered_with_500() -> None:
    site = VarientOneSite(ONE, articles=3)
    site.book.edit(2, title=None)
    with Newsroom([site]) as newsroom:
        with Asker(newsroom.port, ONE) as ask:
            assert ask.get(site.path(site.story(2))).status == 500
            assert ask.get(site.path(site.story(1))).status == 500  # its sidebar shows number 2
        assert len(newsroom.errors) == 2


def test_a_taken_port_is_an_error() -> None:
    with unused_port() as port, pytest.raises(OSError, match="in use"):
        Newsroom([VarientOneSite(ONE)], port=port).start()


def test_a_stopped_newsroom_lets_a_new_one_have_its_port() -> None:
    site = VarientTwoSite(TWO, articles=3)
    with Newsroom([site]) as first, Asker(first.port, TWO) as ask:
        ask.get("/posts")
    with Newsroom([site], port=first.port) as second, Asker(second.port, TWO) as ask:
        assert ask.get("/posts").status == 200
