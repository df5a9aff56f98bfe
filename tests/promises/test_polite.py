"""README: "Polite." Each part of it, against a server that records what it was asked and when."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests import processes
from tests.crawling import Crawl, crawl
from tests.engine.whole.conftest import HOST
from tests.engine.whole.departures import NOTED, gaps
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import patience

ROUNDING = 1e-6


def serve(**facts) -> Newsroom:
    return Newsroom([VarientOneSite(HOST, **({"articles": 4} | facts))])


def crawl_noted(
    newsroom: Newsroom, folder: Path, *, settings: dict[str, str] | None = None, **options
) -> Crawl:
    """A crawl of which ``least_gap`` can tell how it kept its pace."""
    chosen = NOTED | (settings or {})
    return crawl("afederasi", newsroom.address, folder, settings=chosen, parts_of_tests=True, **options)


def least_gap(newsroom: Newsroom, folder: Path) -> float:
    """The shortest time between two requests, each of which has arrived."""
    kept = gaps(folder, HOST)
    assert len(kept) == len(newsroom.log.gaps(HOST)) > 0
    return min(kept) + ROUNDING


def test_robots_txt_is_asked_first_and_obeyed(tmp_path):
    with serve(disallow=["/posts"]) as newsroom:
        crawl("afederasi", newsroom.address, tmp_path)
        assert newsroom.log.targets(HOST)[0] == "/robots.txt"
        assert newsroom.log.to(HOST, "/robots.txt*") == newsroom.log.to(HOST)[:1]
        assert not newsroom.log.to(HOST, "/posts*")


def test_a_site_that_names_us_is_left_alone(tmp_path):
    with serve() as newsroom:
        newsroom.site(HOST).robots = "User-agent: newscrawl\nDisallow: /\n"
        done = crawl("afederasi", newsroom.address, tmp_path)
        assert newsroom.log.targets(HOST) == ["/robots.txt"]
    assert done.records == []
    assert done.lines_about("(robots)")
    assert done.status == 1


def test_the_user_agent_names_the_project_and_a_contact(tmp_path):
    with serve() as newsroom:
        crawl("afederasi", newsroom.address, tmp_path)
        agents = {record.user_agent for record in newsroom.log}
    assert len(agents) == 1
    agent = agents.pop()
    assert agent.startswith("newscrawl/")
    assert "+https://" in agent


def test_no_referer_and_no_cookies_are_sent(tmp_path):
    with serve() as newsroom:
        newsroom.fault(HOST, "*", Fault.headers({"set-cookie": "visitor=1"}))
        crawl("afederasi", newsroom.address, tmp_path)
        for record in newsroom.log:
            assert "referer" not in record.headers
            assert "cookie" not in record.headers


def test_one_request_at_a_time_and_a_second_apart(tmp_path):
    with serve(articles=3) as newsroom:
        newsroom.fault(HOST, "/*", Fault.slow(0.3))
        crawl_noted(newsroom, tmp_path, quick=False)
        assert newsroom.log.max_concurrency(HOST) == 1
        assert least_gap(newsroom, tmp_path) >= 1.0


def test_the_crawl_delay_of_robots_txt_is_kept_throughout(tmp_path):
    with serve(crawl_delay=1.6) as newsroom:
        crawl_noted(newsroom, tmp_path, quick=False)
        assert len(newsroom.log.gaps(HOST)) >= 5
        assert least_gap(newsroom, tmp_path) >= 1.6


def test_the_crawl_delay_is_kept_without_autothrottle_too(tmp_path):
    with serve(crawl_delay=1.2, articles=3) as newsroom:
        crawl_noted(newsroom, tmp_path)
        assert least_gap(newsroom, tmp_path) >= 1.2


@pytest.mark.parametrize("settings", [{}, {"CLOSESPIDER_TIMEOUT": "60", "NEWSCRAWL_CRAWL_DELAY_MAX": "1e9"}])
def test_a_site_whose_delay_is_longer_than_the_run_can_wait_is_left_alone(settings, tmp_path):
    with serve(crawl_delay=86400, articles=2) as newsroom:
        done = crawl("afederasi", newsroom.address, tmp_path, settings=settings)
        assert newsroom.log.targets(HOST) == ["/robots.txt"]
    assert done.status == 1
    assert done.lines_about("asks for 86400 s between requests")
    assert "longer pauses between requests than the run can make" in done.printed


def test_a_delay_with_a_decimal_comma_is_kept(tmp_path):
    with serve(articles=2) as newsroom:
        newsroom.site(HOST).robots = "User-agent: *\nCrawl-delay: 1,2\n"
        crawl_noted(newsroom, tmp_path)
        assert least_gap(newsroom, tmp_path) >= 1.2


def test_no_delay_still_means_one_at_a_time(tmp_path):
    with serve(articles=10) as newsroom:
        newsroom.fault(HOST, "/*", Fault.slow(0.2))
        crawl("afederasi", newsroom.address, tmp_path, settings={"DOWNLOAD_DELAY": "0"})
        assert newsroom.log.max_concurrency(HOST) == 1


def test_several_at_a_time_are_several_where_they_are_asked_for(tmp_path):
    settings = {"DOWNLOAD_DELAY": "0", "CONCURRENT_REQUESTS_PER_DOMAIN": "3"}
    with serve(articles=10) as newsroom:
        newsroom.fault(HOST, "/[a-z]*-*-*", Fault.slow(0.5))
        crawl("afederasi", newsroom.address, tmp_path, settings=settings)
        assert 2 <= newsroom.log.max_concurrency(HOST) <= 3


def test_a_slow_site_is_asked_more_slowly(tmp_path):
    settings = {"DOWNLOAD_DELAY": "0.1", "DOWNLOAD_DELAY_JITTER": "0", "AUTOTHROTTLE_START_DELAY": "0.1"}
    with serve() as newsroom:
        newsroom.fault(HOST, "/*", Fault.slow(0.8))
        crawl("afederasi", newsroom.address, tmp_path, quick=False, settings=settings)
        # No request is sent before the answer to the one before, and that answer came no sooner.
        assert newsroom.log.gaps(HOST)[-1] >= 0.8


@pytest.mark.parametrize("fault", [Fault.too_many, Fault.unavailable])
@pytest.mark.parametrize("as_date", [False, True])
def test_retry_after_silences_the_host_for_as_long_as_it_asks(fault, as_date, tmp_path):
    with serve() as newsroom:
        newsroom.fault(HOST, "/rss/*", fault(2, as_date=as_date, times=1))
        done = crawl("afederasi", newsroom.address, tmp_path)
        refused = newsroom.log.to(HOST, "/rss/*")[0]
        later = [record for record in newsroom.log.to(HOST) if record.at > refused.at]
        # The rest begins when the refusal is read. An HTTP date has whole seconds, so up to one of the two is
        # gone when it is written, and the date stands however late it is read.
        assert later[0].at - refused.at >= (1.0 if as_date else 2.0) - ROUNDING
    assert len(done.records) == 4


def test_without_retry_after_the_rest_doubles(tmp_path):
    settings = {"NEWSCRAWL_BACKOFF_START": "0.6"}
    with serve(articles=1) as newsroom:
        newsroom.fault(HOST, "/rss/*", Fault.too_many(times=3))
        crawl("afederasi", newsroom.address, tmp_path, settings=settings)
        tries = [record.at for record in newsroom.log.to(HOST, "/rss/*")]
        gaps = [later - earlier for earlier, later in pairwise(tries)]
    assert gaps[0] >= 0.6
    assert gaps[1] >= 1.2
    assert gaps[2] >= 2.4


def test_a_site_that_asks_for_hours_is_left_alone(tmp_path):
    with serve() as newsroom:
        newsroom.fault(HOST, "/rss/*", Fault.too_many(7200))
        done = crawl("afederasi", newsroom.address, tmp_path)
        assert len(newsroom.log.to(HOST, "/rss/*")) == 1
    assert done.status == 1
    assert "asked to wait" in done.printed
    assert done.lines_about("7200 s")


def test_a_burst_of_errors_is_outlived(tmp_path):
    with serve() as newsroom:
        newsroom.fault(HOST, "/rss/*", Fault.server_error(times=2))
        done = crawl("afederasi", newsroom.address, tmp_path)
    assert len(done.records) == 4


@pytest.mark.parametrize("brand", ["cloudflare", "captcha", "script"])
def test_challenges_are_never_parsed_and_end_the_crawl(brand, tmp_path):
    with serve(articles=8) as newsroom:
        newsroom.fault(HOST, "/[a-z]*-*-*", Fault.challenge(brand))
        done = crawl("afederasi", newsroom.address, tmp_path)
        asked = newsroom.log.targets(HOST, "/[a-z]*-*-*")
    assert done.records == []
    assert len(asked) <= 4
    assert "challenge" in done.failed()
    assert "answers with challenges" in done.printed
    assert done.status == 1


def test_a_single_challenge_is_one_failure(tmp_path):
    with serve() as newsroom:
        path = newsroom.site(HOST).path(newsroom.site(HOST).book.brief(2))
        newsroom.fault(HOST, path, Fault.challenge("cloudflare", times=1))
        done = crawl("afederasi", newsroom.address, tmp_path)
    assert len(done.records) == 3
    assert done.status == 0


def test_hosts_are_asked_side_by_side_each_at_its_pace(tmp_path):
    """Delays are per host: two slow hosts take the time of one."""
    other = VarientOneSite("beritamanado.com", articles=3)  # its fallback finds the feed
    with Newsroom([VarientOneSite(HOST, articles=3), other]) as newsroom:
        words = [sys.executable, "-m", "newscrawl", "run", "afederasi", "beritamanado"]
        settings = {
            "NEWSCRAWL_MIRROR": newsroom.address,
            "NEWSCRAWL_DATA": str(tmp_path),
            "AUTOTHROTTLE_ENABLED": "0",
        }
        for name, value in settings.items():
            words += ["-s", f"{name}={value}"]
        processes.run(words, cwd=tmp_path, capture_output=True, timeout=patience(120), check=False)
        assert newsroom.log.max_concurrency(HOST) == 1
        assert newsroom.log.max_concurrency("beritamanado.com") == 1
        first, second = newsroom.log.to(HOST), newsroom.log.to("beritamanado.com")
        assert max(first[0].at, second[0].at) < min(first[-1].at, second[-1].at)
