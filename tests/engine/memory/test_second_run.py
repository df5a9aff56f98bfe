"""A crawl after another costs what has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import Archive
from newscrawl.engine.memory.settling import PAGE_ATTEMPTS
from tests.crawling import Crawl, crawl
from tests.engine.memory.conftest import HOST, Crawler, make_due, titles
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.postgres import NewData


@pytest.fixture
def data(new_data: NewData) -> str:
    return new_data()


@pytest.fixture
def run(newsroom: Newsroom, tmp_path: Path, data: str) -> Crawler:
    """Crawls the site once, into a folder or a server; the newsroom's log then holds this crawl alone."""

    def run(settings: dict[str, str] | None = None, **options: Any) -> Crawl:
        newsroom.log.clear()
        settings = {"NEWSCRAWL_DATA": data} | (settings or {})
        return crawl("afederasi", newsroom.address, tmp_path, settings=settings, **options)

    return run


def articles(site: VarientOneSite, newsroom: Newsroom) -> list[str]:
    paths = {site.path(brief) for brief in site.book.briefs()}
    return [target for target in newsroom.log.targets(HOST) if target in paths]


def test_an_unchanged_site_costs_its_first_listings(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom
) -> None:
    first = run()
    assert len(first.records) == 35
    assert len(articles(site, newsroom)) == 35
    second = run()
    assert second.status == 0
    assert second.records == []
    assert newsroom.log.targets(HOST) == ["/robots.txt", "/rss/latest-posts", "/posts?page=1"]
    assert newsroom.log.statuses(HOST) == {200: 1, 304: 2}


def test_without_validators_the_walk_ends_at_a_page_of_known_articles(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom
) -> None:
    site.conditional = False
    run()
    run()
    assert newsroom.log.targets(HOST) == ["/robots.txt", "/rss/latest-posts", "/posts?page=1"]
    assert newsroom.log.statuses(HOST) == {200: 3}


def test_only_what_is_new_is_fetched(run: Crawler, site: VarientOneSite, newsroom: Newsroom) -> None:
    run()
    story = newsroom.publish(HOST)
    second = run()
    assert [record["url"] for record in second.records] == [site.url(story.number)]
    assert articles(site, newsroom) == [site.path(story)]


def test_fresh_fetches_what_is_known_and_makes_no_versions(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, data: str
) -> None:
    run()
    again = run(arguments={"fresh": "true"})
    assert len(articles(site, newsroom)) == 35
    # What was asked for afresh is put out where it was asked for, new or not.
    assert len(again.records) == 35
    assert all(len(versions) == 1 for versions in titles(data).values())


def test_a_fresh_article_is_asked_for_again_with_its_validators(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, data: str
) -> None:
    run()
    make_due(data)
    newsroom.edit(HOST, 5, title="Judul Yang Sudah Diperbaiki")
    second = run()
    asked = newsroom.log.to(HOST, "/*")
    visits = [record for record in asked if record.target in set(articles(site, newsroom))]
    assert len(visits) == 35
    assert all(record.conditional for record in visits)
    assert [record.status for record in visits].count(304) == 34
    (record,) = second.records
    assert record["version"] == 2
    assert "title" in record["changed"]
    assert "body" not in record["changed"]
    assert record["title"] == "Judul Yang Sudah Diperbaiki"
    assert len(titles(data)[site.url(5)]) == 2
    assert second.status == 0
    assert "0" in second.failed()
    run()
    assert articles(site, newsroom) == []


def test_an_edit_is_seen_without_validators_too(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, data: str
) -> None:
    site.conditional = False
    run()
    make_due(data)
    paragraphs = site.book.story(7).paragraphs
    newsroom.edit(HOST, 7, paragraphs=(*paragraphs, "Redaksi menambahkan tanggapan dinas pada malam hari."))
    second = run()
    assert [record["version"] for record in second.records] == [2]
    assert "body" in second.records[0]["changed"]
    assert len(titles(data)[site.url(7)]) == 2


def test_an_article_that_is_gone_keeps_its_versions(
    run: Crawler, newsroom: Newsroom, site: VarientOneSite, data: str
) -> None:
    run()
    make_due(data)
    newsroom.withdraw(HOST, 3)
    run()
    assert len(titles(data)[site.url(3)]) == 1


def let_retries_be_due(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.database.execute("UPDATE urls SET retry_at = NULL WHERE state = 'wanted'")


def test_what_could_not_be_had_is_asked_for_in_a_later_crawl(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, data: str
) -> None:
    path = site.path(site.book.brief(4))
    newsroom.fault(HOST, path, Fault.status(500))
    first = run(settings={"RETRY_TIMES": "0"})
    assert len(first.records) == 34
    newsroom.clear_faults()
    run()
    assert path not in newsroom.log.targets(HOST), "too soon"
    let_retries_be_due(data)
    third = run()
    assert [record["url"] for record in third.records] == [site.url(4)]
    assert articles(site, newsroom) == [path]


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_no_page_is_believed_after_some_hours(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, data: str, status: int
) -> None:
    path = site.path(site.book.brief(4))
    newsroom.fault(HOST, path, Fault.status(status))
    run()
    newsroom.publish(HOST)
    run()
    assert path not in newsroom.log.targets(HOST)
    for _ in range(PAGE_ATTEMPTS - 1):
        let_retries_be_due(data)
        run()
        assert path in newsroom.log.targets(HOST)
    let_retries_be_due(data)
    run()
    assert path not in newsroom.log.targets(HOST)


def test_a_page_that_is_no_article_is_not_asked_for_again(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom
) -> None:
    path = site.path(site.book.brief(4))
    newsroom.fault(HOST, path, Fault.binary())
    run()
    newsroom.publish(HOST)
    run()
    assert path not in newsroom.log.targets(HOST)


def test_after_a_crawl_that_was_cut_short_the_walk_goes_past_known_articles(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom
) -> None:
    site.conditional = False
    newsroom.fault(HOST, "/posts?page=2", Fault.status(500, times=1))
    first = run(settings={"RETRY_TIMES": "0"})
    assert len(first.records) < 35
    second = run()
    assert len(first.records) + len(second.records) == 35


def test_a_limit_leaves_the_rest_for_later(run: Crawler, site: VarientOneSite) -> None:
    first = run(arguments={"limit": "4"})
    assert len(first.records) == 4
    second = run()
    assert len(second.records) == 31
    assert {record["url"] for record in first.records + second.records} == set(site.urls())


def test_what_a_range_excludes_is_not_asked_for_twice_and_not_lost_for_others(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom
) -> None:
    range_ = {"since": "2026-08-31", "until": "2026-08-31"}
    first = run(arguments=range_)
    assert 0 < len(first.records) < 35
    run(arguments=range_)
    assert articles(site, newsroom) == []
    everything = run()
    assert len(first.records) + len(everything.records) == 35


def test_a_list_of_addresses_is_gone_through_once(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "urls.txt").write_text("\n".join(site.urls()[:5]))
    assert len(run(arguments={"urls": "urls.txt"}).records) == 5
    assert run(arguments={"urls": "urls.txt"}).records == []
    assert articles(site, newsroom) == []


def test_the_way_to_an_article_is_kept(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, tmp_path: Path
) -> None:
    old = "https://afederasi.com/alamat-lama-berita-panen-raya"
    newsroom.fault(HOST, "/alamat-lama-berita-panen-raya", Fault.redirect(site.path(site.book.brief(2))))
    (tmp_path / "urls.txt").write_text(old)
    (record,) = run(arguments={"urls": "urls.txt"}).records
    assert (record["url"], record["aliases"]) == (site.url(2), [old])
    run(arguments={"urls": "urls.txt"})
    assert newsroom.log.targets(HOST) == ["/robots.txt"][: len(newsroom.log)]
    assert len(run().records) == 34
