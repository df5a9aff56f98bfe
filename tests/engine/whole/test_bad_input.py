"""Bad input: one clear line that names the URL, its own count, and the crawl goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from tests.crawling import crawl
from tests.engine.whole.conftest import HOST
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import slowness

FAULTS: list[tuple[Fault, str]] = [
    (Fault.empty(), "parse"),
    (Fault.huge(12), "too-large"),
    (Fault.huge(50, declared=True), "too-large"),
    (Fault.gzip_bomb(50), "too-large"),
    (Fault.cut(), "cut-short"),
    (Fault.cut(chunked=True), "cut-short"),
    (Fault.redirect_loop(), "redirect-loop"),
    (Fault.redirect_loop(3), "redirect-loop"),
    (Fault.forbidden(), "http-403"),
    (Fault.status(404), "http-404"),
    (Fault.gone(), "http-404"),
    (Fault.status(451), "http-error"),
    (Fault.server_error(), "http-error"),
    (Fault.stall(86400), "timeout"),
    (Fault.stall(86400, midway=True), "timeout"),
    (Fault.reset(), "connect"),
    (Fault.hangup(), "connect"),
    (Fault.garbage(), "connect"),
    (Fault.challenge(), "challenge"),
    (Fault.binary(), "parse"),
    (Fault.body("<html><body><p>Halaman ini kosong.</p></body></html>"), "no-article"),
]

RECOVERED = [
    Fault.charset("iso-8859-1"),
    Fault.charset(None),
    Fault.charset(None, meta=""),
    Fault.charset("windows-1252", encoding="windows-1252", meta="windows-1252"),
    Fault.double_encoded(),
    Fault.trickle(4096, 0.01),
    Fault.server_error(times=1),
    Fault.cut(times=1),
    Fault.reset(times=1),
]


def break_each(newsroom: Newsroom, site: VarientOneSite, faults: Sequence[Fault]) -> None:
    """One fault an article, from the first on."""
    for number, fault in enumerate(faults, 1):
        newsroom.fault(HOST, site.path(site.book.brief(number)), fault)


def test_each_broken_page_is_one_line_and_one_count_and_the_crawl_goes_on(tmp_path):
    site = VarientOneSite(HOST, articles=2 * len(FAULTS) + 1)
    # Long enough for the pages that are not held back, each of which this machine reads in turn.
    settings = {"RETRY_TIMES": "1", "DOWNLOAD_TIMEOUT": f"{3 * slowness():.1f}"}
    with Newsroom([site]) as newsroom:
        break_each(newsroom, site, [fault for fault, _ in FAULTS])
        done = crawl("afederasi", newsroom.address, tmp_path, settings=settings)
    assert done.status == 0
    assert "Traceback" not in done.log
    broken = {site.url(number) for number in range(1, len(FAULTS) + 1)}
    assert {record["url"] for record in done.records} == set(site.urls()) - broken
    for number, (fault, reason) in enumerate(FAULTS, 1):
        lines = done.lines_about(f"No article from {site.url(number)} ")
        assert len(lines) == 1, (fault.kind, lines)
        assert f"({reason})" in lines[0], (fault.kind, lines)
    for reason, count in Counter(reason for _, reason in FAULTS).items():
        assert f"{reason} {count}" in done.failed()


def test_what_can_be_read_is_read(tmp_path):
    site = VarientOneSite(HOST, articles=len(RECOVERED))
    with Newsroom([site]) as newsroom:
        break_each(newsroom, site, RECOVERED)
        done = crawl("afederasi", newsroom.address, tmp_path)
    by_url = {record["url"]: record for record in done.records}
    for number, fault in enumerate(RECOVERED, 1):
        record, expected = by_url[site.url(number)], site.expected(number)
        assert (record["title"], record["body"]) == (expected["title"], expected["body"]), fault


def test_broken_html_loses_no_other_article(newsroom, site, tmp_path):
    newsroom.fault(HOST, "/*", Fault.broken_html(after=3, every=2))
    done = crawl("afederasi", newsroom.address, tmp_path)
    assert done.status == 0
    assert len(done.records) >= len(site.urls()) // 2
    assert "Traceback" not in done.log


def test_a_feed_that_is_html_is_named_and_the_listing_used(newsroom, site, tmp_path):
    newsroom.fault(HOST, "/rss/*", Fault.html())
    done = crawl("afederasi", newsroom.address, tmp_path)
    assert len(done.records) == len(site.urls())
    assert any("rss/latest-posts" in line for line in done.lines_about("WARNING"))
    assert "listing" in done.failed()


@pytest.mark.parametrize("fault", [Fault.entity_bomb(), Fault.external_entity()])
def test_a_feed_with_entities_is_refused(fault, newsroom, site, tmp_path):
    newsroom.fault(HOST, "/rss/*", fault)
    done = crawl("afederasi", newsroom.address, tmp_path)
    assert done.lines_about("declares entities")
    assert len(done.records) == len(site.urls())
    assert "root:" not in done.log


def test_a_dead_host_is_one_failed_site(tmp_path):
    with Newsroom([]) as newsroom:
        address = newsroom.address
    done = crawl("afederasi", address, tmp_path, settings={"RETRY_TIMES": "1"})
    assert done.records == []
    assert done.status == 1
    assert done.lines_about("(connect)")
    assert "Traceback" not in done.log


def test_a_crawl_that_brings_nothing_is_ended(newsroom, tmp_path):
    newsroom.fault(HOST, "/[a-z]*", Fault.stall(86400))
    settings = {"NEWSCRAWL_STALL_SECONDS": "2", "DOWNLOAD_TIMEOUT": "4"}
    done = crawl("afederasi", newsroom.address, tmp_path, settings=settings)
    assert done.status == 1
    assert "nothing came for" in done.log
    assert "nothing came for too long" in done.printed
