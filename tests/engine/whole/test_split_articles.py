"""Articles split over several URLs come out whole, once, and say how many pages they had."""

from __future__ import annotations

import pytest

from tests.crawling import crawl
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.portal import PortalSite
from tests.newsroom.sites.wordpress import WordPressSite

HOST = "kabarsemesta.example"


def crawl_site(newsroom: Newsroom, folder, **settings: str):
    return crawl("site", newsroom.address, folder, arguments={"url": f"https://{HOST}"}, settings=settings)


def split_numbers(site) -> list[int]:
    return [number for number in site.book.numbers() if site.story(number).pages > 1]


@pytest.mark.parametrize("split", ["page", "single", "showpage", "path", "offset", "hidden"])
def test_every_part_is_joined_once(split, tmp_path):
    site = PortalSite(HOST, articles=12, splits=[split], split_every=3)
    with Newsroom([site]) as newsroom:
        done = crawl_site(newsroom, tmp_path)
    by_url = {record["url"]: record for record in done.records}
    assert set(by_url) == set(site.urls())
    assert split_numbers(site)
    for number in site.book.numbers():
        record, expected = by_url[site.url(number)], site.expected(number)
        assert record["body"] == expected["body"], number
        pages = 1 if split == "hidden" else expected["pages"]
        assert (record["pages"], record["pages_announced"]) == (pages, pages)


def test_wordpress_next_pages_are_joined(tmp_path):
    site = WordPressSite(HOST, articles=12, split_every=3)
    with Newsroom([site]) as newsroom:
        done = crawl_site(newsroom, tmp_path)
    by_url = {record["url"]: record for record in done.records}
    assert split_numbers(site)
    for number in split_numbers(site):
        assert by_url[site.url(number)]["body"] == site.expected(number)["body"]


def test_a_part_that_fails_leaves_the_article_incomplete_and_the_next_run_completes_it(tmp_path):
    site = PortalSite(HOST, articles=6, splits=["path"], split_every=3)
    number = split_numbers(site)[0]
    with Newsroom([site]) as newsroom:
        newsroom.fault(HOST, f"{site.path(site.book.brief(number))}/2*", Fault.status(404))
        first = crawl_site(newsroom, tmp_path)
        newsroom.clear_faults()
        second = crawl_site(newsroom, tmp_path)
    broken = next(record for record in first.records if record["url"] == site.url(number))
    assert broken["pages"] < broken["pages_announced"]
    assert first.lines_about("A page of a split article is missing")
    whole = next(record for record in second.records if record["url"] == site.url(number))
    assert whole["pages"] == whole["pages_announced"] == site.expected(number)["pages"]
    assert whole["body"] == site.expected(number)["body"]
