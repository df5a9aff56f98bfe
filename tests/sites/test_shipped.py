"""Every publisher that is shipped is checked: form, facts, addresses, sources, size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from scrapy import Request

from newscrawl import sites
from newscrawl.discovery import Want
from newscrawl.record.addresses import article_key, canonical_url
from newscrawl.sites.assembly import SELECTOR_LISTS
from newscrawl.sites.book import Book
from newscrawl.sites.publisher import Publisher
from newscrawl.sites.shelf import NETWORKS, ShippedShelf, read_table
from newscrawl.sites.validation import Known, family_faults, publisher_faults
from newscrawl.spiders.loader import spider_class

BOOK = Book()
SHELF = ShippedShelf()
PUBLISHERS = BOOK.catalogue()
EVERY = pytest.mark.parametrize("publisher", PUBLISHERS, ids=[publisher.name for publisher in PUBLISHERS])
FOLDER = Path(sites.__path__[0])
FILES = sorted((FOLDER / "publishers").glob("*.toml"))
MOST_LINES = 50
TYPICAL_LINES = 25
WIB = "Asia/Jakarta"


def patterns(publisher: Publisher) -> tuple[str, ...]:
    return (*publisher.article_urls, *publisher.not_articles, *publisher.rules.drop_text)


def known() -> Known:
    return Known(
        BOOK.regions, {name: list(BOOK.family(name).get("patterns", {})) for name in BOOK.families()}
    )


def wants() -> Iterator[tuple[str, Want]]:
    now = datetime(2026, 8, 17, 12, 0, tzinfo=ZoneInfo(WIB))
    since = datetime(2026, 8, 3, tzinfo=ZoneInfo(WIB))
    yield "newest", Want(now=now)
    yield "range", Want(now=now, since=since, until=since + timedelta(days=7))
    yield "query", Want(now=now, query="harga beras")
    yield "query in a range", Want(now=now, since=since, until=since + timedelta(days=7), query="harga beras")


def test_the_project_knows_more_than_150_publishers_in_every_province_it_claims() -> None:
    assert len(PUBLISHERS) >= 150
    assert sum(publisher.kind == "national" for publisher in PUBLISHERS) >= 60
    assert sum(publisher.kind == "regional" for publisher in PUBLISHERS) >= 60
    assert len({publisher.region for publisher in PUBLISHERS} & set(BOOK.regions)) >= 30


def test_every_file_and_row_is_a_publisher() -> None:
    written = {path.stem for path in FILES} | SHELF.rows().keys()

    assert written == {publisher.name for publisher in PUBLISHERS}
    assert not {path.stem for path in FILES} & SHELF.rows().keys()


def test_the_index_is_that_of_the_files() -> None:
    index = (FOLDER / "index.tsv").read_text(encoding="utf-8").splitlines()

    assert index == list(SHELF.index_lines()), "run: newscrawl sites --index > newscrawl/sites/index.tsv"


def test_no_domain_has_two_publishers() -> None:
    domains = Counter(domain for publisher in PUBLISHERS for domain in publisher.domains)

    assert [domain for domain, count in domains.items() if count > 1] == []


@pytest.mark.parametrize("name", BOOK.families())
def test_the_form_of_a_family_is_right(name: str) -> None:
    assert list(family_faults(read_table(FOLDER / "families" / f"{name}.toml"))) == []


@EVERY
def test_the_form_of_a_publisher_is_right(publisher: Publisher) -> None:
    assert list(publisher_faults(publisher.name, SHELF.table(publisher.name), known())) == []


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_file_begins_with_what_the_publisher_is_and_is_short(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()

    assert re.match(r"# \S.*\.$", lines[0])
    assert len(lines) <= MOST_LINES


def test_a_typical_file_is_shorter_than_a_page() -> None:
    lengths = [len(file.read_text(encoding="utf-8").splitlines()) for file in FILES]

    assert sum(length < TYPICAL_LINES for length in lengths) > 0.8 * len(lengths)


def test_a_site_of_a_network_is_one_row() -> None:
    lines = (FOLDER / NETWORKS).read_text(encoding="utf-8").splitlines()

    assert {
        name for name in SHELF.rows() if sum(line.startswith(f"{name} = ") for line in lines) != 1
    } == set()


@EVERY
def test_nothing_is_stated_that_follows(publisher: Publisher) -> None:
    table = SHELF.table(publisher.name)

    assert table.get("zone") != BOOK.zones.get(publisher.region, WIB), "the zone follows from the region"
    assert table.get("kind") != ("national" if publisher.region == "national" else "regional")
    assert table.get("home") != f"https://{publisher.domains[0]}"


@EVERY
def test_a_publisher_has_evidence_and_a_language(publisher: Publisher) -> None:
    assert re.match(r"(?:19|20)\d{2}(?:-\d{2}|-(?:19|20)\d{2})?: \S", publisher.seen), publisher.seen
    assert publisher.language in ("id", "en")


@EVERY
def test_the_domains_lead_to_the_publisher(publisher: Publisher) -> None:
    for domain in publisher.domains:
        home = publisher.home if publisher.is_edition else f"https://{domain}"
        assert urlsplit(publisher.home).hostname in {
            f"{www}{name}" for name in publisher.domains for www in ("", "www.")
        }
        found = BOOK.find(f"{home}/x")
        assert found is not None
        assert found.name == publisher.name


@EVERY
def test_examples_are_articles_of_the_publisher(publisher: Publisher) -> None:
    spider = spider_class(publisher)()

    assert publisher.examples
    for url in publisher.examples:
        assert spider.is_article_url(url), url
        assert spider.is_article_url(canonical_url(url, publisher.rules.urls)), url
        found = BOOK.find(url)
        assert found is not None
        assert found.name == publisher.name, url


@EVERY
def test_other_pages_are_no_articles(publisher: Publisher) -> None:
    spider = spider_class(publisher)()
    parts = urlsplit(publisher.examples[0])
    home = f"{parts.scheme}://{parts.netloc}"
    others = (
        f"{home}/",
        f"{home}/indeks",
        f"{home}/search?q=harga+beras",
        f"{home}/tag/harga-beras-naik-jelang-panen",
        f"{home}/ekonomi",
        *publisher.not_examples,
    )

    assert [url for url in others if spider.is_article_url(url)] == []


@EVERY
def test_an_article_has_one_key_however_it_is_reached(publisher: Publisher) -> None:
    urls = publisher.rules.urls
    for url in publisher.examples:
        sign = "&" if "?" in url else "?"
        key = article_key(url, urls)

        assert article_key(f"{url}{sign}utm_source=facebook&page=2", urls) == key
        numbered = any("(?P<id>" in pattern and re.search(pattern, url) for pattern in publisher.article_urls)
        assert ("#" in key) == numbered


def test_patterns_take_linear_time_on_hostile_addresses() -> None:
    every = {pattern for publisher in PUBLISHERS for pattern in patterns(publisher)}
    hosts = {publisher.domains[0] for publisher in PUBLISHERS}
    ends = (
        "-" * 50_000,
        "a" * 50_000,
        "a-" * 25_000,
        "a/" * 25_000,
        "1" * 50_000,
        "a.b" * 17_000,
        "//" * 25_000,
    )

    for pattern in every:
        own = next((host for host in hosts if re.escape(host) in pattern), "example.id")
        for end in ends:
            re.search(pattern, f"https://www.{own}/read/{end}!")


@EVERY
def test_sources_make_requests_for_whatever_they_say_they_can_do(publisher: Publisher) -> None:
    spider = spider_class(publisher)

    assert spider.sources
    for name, want in wants():
        for source in spider.sources:
            assert source.address().startswith(("http://", "https://"))
            if source.unable(want) is not None:
                continue
            requests = list(islice(source.start(want), 3))
            assert requests, f"{source.address()} makes no request for {name}"
            for request in requests:
                assert isinstance(request, Request)
                assert not re.search(r"[{}]", request.url), request.url
                assert re.match(r"https?://[a-z0-9.-]+/", request.url), request.url


@EVERY
def test_the_newest_articles_can_be_had(publisher: Publisher) -> None:
    spider = spider_class(publisher)
    want = Want(now=datetime(2026, 8, 17, tzinfo=UTC))

    assert any(source.unable(want) is None for source in spider.sources)


@EVERY
def test_rules_hold_no_fact_twice(publisher: Publisher) -> None:
    for field in (*SELECTOR_LISTS, "outlets"):
        values = getattr(publisher.rules, field)
        assert [value for value, count in Counter(values).items() if count > 1] == [], field
