"""Many sites in one process, and a backfill that is stopped and goes on, both with the real archive."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.discovery import DatedIndex
from newscrawl.spiders.site import SiteSpider
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import KINDS, make_sites
from tests.newsroom.sites.portal import PortalSite
from tests.spiders.facts import Case, Outcome, crawl_facts

SITES, ARTICLES = 20, 4
DAYS = {date(2026, 8, day) for day in range(19, 31)}
RANGE = {"since": "2026-08-19", "until": "2026-08-30"}
HOST = "arsip.example"


@pytest.fixture(scope="module")
def newsroom() -> Newsroom:
    return Newsroom(make_sites(SITES, articles=ARTICLES))


def test_twenty_unknown_sites_of_all_kinds_are_crawled_at_once(newsroom: Newsroom, tmp_path: Path) -> None:
    sites = newsroom.sites
    dead = sites[0]
    cases = [Case(site.host, (), {"url": f"https://{site.host}"}, {"base": SiteSpider}) for site in sites]
    with newsroom:
        newsroom.fault(dead.host, "*", Fault.status(500))
        settings = {"RETRY_TIMES": "0"}
        outcomes = crawl_facts(cases, newsroom.address, tmp_path, settings=settings, archive=True)
    assert {site.kind for site in sites} >= {"varient1", "varient2", "wordpress", "blogger", "portal"}
    assert len(KINDS) <= SITES
    assert outcomes[0].records == []
    for site, outcome in zip(sites[1:], outcomes[1:], strict=True):
        assert set(outcome.urls) == set(site.urls()), site.host
        assert {record["site"] for record in outcome.records} == {site.host}
    with Archive.open(tmp_path / "data", create=False) as archive:
        stored = archive.database.all("SELECT count(*) FROM articles")[0][0]
        runs = archive.runs.all()
    assert stored == (SITES - 1) * ARTICLES
    assert {run.site for run in runs} == {site.host for site in sites}


def test_a_stopped_backfill_goes_on_with_the_days_that_are_left(tmp_path: Path) -> None:
    site = PortalSite(HOST, articles=80, gap=timedelta(hours=4), split_every=1000)
    with Newsroom([site]) as newsroom:
        stopped = backfill(newsroom, tmp_path, CLOSESPIDER_ITEMCOUNT="45")
        first = set(newsroom.log.targets(HOST, "/indeks*"))
        done = days_done(tmp_path)
        newsroom.log.clear()
        rest = backfill(newsroom, tmp_path)
        second = set(newsroom.log.targets(HOST, "/indeks*"))
    wanted = {url for url in site.urls() if day_of(site, url) in DAYS}
    assert 0 < len(done) < len(DAYS)
    assert set(stopped.urls) | set(rest.urls) == wanted
    assert not set(stopped.urls) & set(rest.urls)
    assert {target for target in first | second if day_in(target) in done} <= first
    assert {day_in(target) for target in second} == DAYS - done
    assert days_done(tmp_path) == DAYS


def test_a_day_whose_index_failed_is_asked_for_again_and_no_other(tmp_path: Path) -> None:
    site = PortalSite(HOST, articles=80, gap=timedelta(hours=4), split_every=1000)
    with Newsroom([site]) as newsroom:
        newsroom.fault(HOST, "/indeks?date=2026-08-29*", Fault.status(500))
        backfill(newsroom, tmp_path, RETRY_TIMES="0")
        assert days_done(tmp_path) == DAYS - {date(2026, 8, 29)}
        newsroom.clear_faults()
        newsroom.log.clear()
        rest = backfill(newsroom, tmp_path)
        asked = newsroom.log.targets(HOST, "/indeks*")
    assert {day_in(target) for target in asked} == {date(2026, 8, 29)}
    assert {day_of(site, url) for url in rest.urls} == {date(2026, 8, 29)}
    assert days_done(tmp_path) == DAYS


def backfill(newsroom: Newsroom, folder: Path, **settings: str) -> Outcome:
    index = DatedIndex(f"https://{HOST}/indeks?date={{date:%Y-%m-%d}}&page={{page}}", ".article__list h3 a")
    case = Case(HOST, (index,), RANGE, {"article_urls": (r"/read/(?P<id>\d+)/",)})
    return crawl_facts([case], newsroom.address, folder, settings=settings, archive=True)[0]


def days_done(folder: Path) -> set[date]:
    with Archive.open(folder / "data", create=False) as archive:
        return set(archive.days_done("arsip"))


def day_in(target: str) -> date:
    return date.fromisoformat(target.partition("date=")[2][:10])


def day_of(site: PortalSite, url: str) -> date:
    brief = next(brief for brief in site.book.briefs() if site.url(brief) == url)
    return brief.published_at.astimezone(site.zone).date()
