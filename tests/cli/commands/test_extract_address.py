"""``newscrawl extract https://...``: one page, fetched as a crawl would, and read as a saved one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.crawling_runs import run
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "afederasi.com"


def test_the_page_at_an_address_is_fetched_once_within_robots(tmp_path: Path) -> None:
    site = VarientOneSite(HOST, articles=6)
    url = site.url(3)
    with Newsroom([site]) as newsroom:
        printed = run(newsroom.address, tmp_path, url, command="extract")
        asked = [record.target for record in newsroom.log.to(HOST)]
        gone = run(newsroom.address, tmp_path, f"{url}-dihapus", command="extract")
        newsroom.fault(
            HOST, "/robots.txt", Fault.body("User-agent: *\nDisallow: /\n", content_type="text/plain")
        )
        begun = len(newsroom.log)
        refused = run(newsroom.address, tmp_path, url, command="extract")
        after = [record.target for record in newsroom.log.to(HOST)][begun:]
    two = run("http://127.0.0.1:9", tmp_path, url, url, command="extract")
    record = json.loads(printed.stdout)
    assert (record["url"], record["title"]) == (url, site.story(3).title)
    assert record["site"] == "afederasi"
    assert asked == ["/robots.txt", url.removeprefix(f"https://{HOST}")]
    assert (gone.returncode, gone.stdout) == (1, "")
    assert f"{url}-dihapus cannot be had: status 404" in gone.stderr
    assert (refused.returncode, after) == (1, ["/robots.txt"])
    assert f"{url} cannot be had: robots.txt forbids it" in refused.stderr
    assert two.returncode == 2
    assert "extract fetches one page" in two.stderr
    assert list(tmp_path.iterdir()) == [], "nothing is stored"


@pytest.mark.parametrize("command", ["extract", "probe", "urls", "crawl"])
def test_a_name_and_a_password_are_told_nobody(command: str, tmp_path: Path) -> None:
    """Not even where all fails; and the server hears neither, for no page of news is behind a sign-in."""
    signed = f"https://sari:rahasia@{HOST}/laporan-tahunan.pdf"
    with Newsroom([VarientOneSite(HOST, articles=3)]) as newsroom:
        newsroom.fault(HOST, "/*.pdf", Fault.body("%PDF-1.4\n1 0 obj", content_type="application/pdf"))
        done = run(newsroom.address, tmp_path, signed, command=command)
        heard = [str(record) for record in newsroom.log.to(HOST)]
    assert heard
    assert not [line for line in [done.stdout, done.stderr, *heard] if "rahasia" in line]
    if command == "extract":
        assert (done.returncode, done.stdout) == (1, "")
        assert f"https://{HOST}/laporan-tahunan.pdf: this is no web page but a PDF document" in done.stderr


def test_what_is_no_address_and_a_host_that_wants_silence_are_told_apart(tmp_path: Path) -> None:
    site = VarientOneSite(HOST, articles=3)
    with Newsroom([site]) as newsroom:
        newsroom.fault(HOST, "*-*", Fault.too_many(retry_after=7200))
        silent = run(newsroom.address, tmp_path, site.url(2), command="extract")
        robots_and_page = len(newsroom.log)
    empty = run("http://127.0.0.1:9", tmp_path, "http://", command="extract")
    signed = run("http://127.0.0.1:9", tmp_path, "http://sari:rahasia@[x", command="extract")
    shouted = run("http://127.0.0.1:9", tmp_path, "HTTPS:///", command="extract")
    assert (silent.returncode, robots_and_page) == (1, 2)
    assert "asks to be left alone for longer than a run waits" in silent.stderr
    assert (empty.returncode, empty.stdout) == (1, "")
    assert empty.stderr == "newscrawl extract: http:// is no address of the web\n"
    assert shouted.stderr == "newscrawl extract: HTTPS:/// is no address of the web\n"
    assert "rahasia" not in signed.stdout + signed.stderr
    assert "http://***@[x is no address of the web" in signed.stderr
