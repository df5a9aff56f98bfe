"""Any site from its address alone: every kind of replica, bad addresses, and sites that are known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from newscrawl.spiders.site import SiteSpider
from tests.crawling import crawl
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import KINDS, make_site
from tests.newsroom.sites.site import Site
from tests.spiders.facts import Case, Outcome, crawl_facts

ARTICLES = 14

BARE: dict[str, tuple[str, tuple[str, ...]]] = {
    "only-sections": ("portal", ("/robots.txt", "/sitemap*", "/rss*")),
    "only-the-feed": ("varient1", ("/robots.txt", "/sitemap*", "/posts*", "/")),
    "only-the-api": ("wordpress", ("/robots.txt", "/*sitemap*", "/feed*", "/page/*", "/category/*")),
    "only-robots": ("portal", ("/", "/rss*", "/indeks*")),
}
"""Sites on which most ways are shut, by kind and the addresses that answer 404."""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Site, Outcome]]]:
    """A site of each kind, and the bare ones, crawled at once in one process."""
    kinds = {kind: kind for kind in KINDS} | {name: kind for name, (kind, _) in BARE.items()}
    sites = {name: make_site(kind, f"{name}.example", articles=ARTICLES) for name, kind in kinds.items()}
    facts = {"base": SiteSpider}
    cases = [Case(f"{name}.example", (), {"url": f"https://{name}.example"}, facts) for name in sites]
    with Newsroom(sites.values()) as newsroom:
        for name, (_, shut) in BARE.items():
            for path in shut:
                newsroom.fault(f"{name}.example", path, Fault.status(404))
        outcomes = crawl_facts(cases, newsroom.address, tmp_path_factory.mktemp("sites"))
        assert newsroom.errors == []
        yield {name: (sites[name], outcome) for name, outcome in zip(sites, outcomes, strict=True)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_article_of_an_unknown_site_is_found(crawled: Any, kind: str) -> None:
    site, outcome = crawled[kind]

    assert set(outcome.urls) == set(site.urls())
    assert len(outcome.urls) == len(set(outcome.urls))
    assert {record["site"] for record in outcome.records} == {f"{kind}.example"}


@pytest.mark.parametrize("kind", KINDS)
def test_hardly_anything_else_is_fetched(crawled: Any, kind: str) -> None:
    _, outcome = crawled[kind]

    assert outcome.count("failed/no-article") <= 2
    assert outcome.stats["downloader/request_count"] < 3 * ARTICLES + 30


@pytest.mark.parametrize(
    ("kind", "system"),
    [
        ("wordpress", "wordpress"),
        ("varient2", "varient"),
        ("blogger", "blogger"),
        ("portal", "system unknown"),
    ],
)
def test_the_system_is_known_at_sight(crawled: Any, kind: str, system: str) -> None:
    assert crawled[kind][1].said("offers", f"({system})")


@pytest.mark.parametrize("name", BARE)
def test_one_way_is_enough(crawled: Any, name: str) -> None:
    site, outcome = crawled[name]

    assert len(set(outcome.urls) & set(site.urls())) >= 0.9 * min(ARTICLES, 20)


@pytest.mark.parametrize(
    "url",
    ["example.id", "ftp://example.id", "file:///etc/passwd", "https://", "javascript:alert(1)", "http://[x"],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(ValidationError, match="is no"):
        SiteSpider(url=url)


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    done = crawl("site", "http://127.0.0.1:9", tmp_path, arguments={"url": "example.id"})
    assert done.status == 2
    assert "'example.id' is no http or https address; write https://example.id" in done.log

    done = crawl("site", "http://127.0.0.1:9", tmp_path)
    assert done.status == 2
    assert "url" in done.log


def test_links_lead_only_to_the_registered_domain() -> None:
    spider = SiteSpider(url="https://www.kabar.co.id/ekonomi")

    assert spider.allowed_domains == ["kabar.co.id"]
    assert spider.start_host == "www.kabar.co.id"
    assert SiteSpider(url="http://127.0.0.1:8000/").allowed_domains == ["127.0.0.1"]
    assert SiteSpider(url="http://[::1]:8000/").start_host == "::1"


def test_a_site_on_ones_own_machine_is_crawled_without_a_mirror(tmp_path: Path) -> None:
    site = make_site("varient1", "replika.example", articles=4)
    with Newsroom([site], default=site) as newsroom:
        done = crawl("site", "", tmp_path, arguments={"url": newsroom.address})

    assert len(done.records) == 4
    assert all(record["url"].startswith(newsroom.address) for record in done.records)
    assert {record["site"] for record in done.records} == {"127.0.0.1"}


def test_a_host_with_the_dot_of_the_root_is_the_site(tmp_path: Path) -> None:
    assert SiteSpider(url="https://kabar.co.id./").allowed_domains == ["kabar.co.id"]
    site = make_site("varient1", "replika.example", articles=4)
    with Newsroom([site], default=site) as newsroom:
        done = crawl("site", newsroom.address, tmp_path, arguments={"url": "https://replika.example./"})

    assert len(done.records) == 4
    assert {record["site"] for record in done.records} == {"replika.example"}


def test_a_site_that_cannot_be_reached_is_named(tmp_path: Path) -> None:
    done = crawl(
        "site", "", tmp_path, arguments={"url": "http://127.0.0.1:9/"}, settings={"RETRY_TIMES": "0"}
    )

    assert done.records == []
    assert done.lines_about("No way of finding articles at http://127.0.0.1:9/")
    assert done.status != 0


def test_a_name_in_other_letters_is_the_one_that_is_asked_for() -> None:
    spider = SiteSpider(url="https://bérita.example/kabar")

    assert spider.args.url == "https://xn--brita-bsa.example/kabar"
    assert spider.start_host == "xn--brita-bsa.example"
    assert spider.allowed_domains == ["xn--brita-bsa.example"]
