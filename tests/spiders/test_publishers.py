"""Every publisher file is checked: names, facts, addresses, sources, selectors, size."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from cssselect import HTMLTranslator
from scrapy import Request

from newscrawl import spiders
from newscrawl.discovery import Want
from newscrawl.reading import SiteRules
from newscrawl.record.addresses import article_key, canonical_url
from newscrawl.spiders.base import NewsSpider
from newscrawl.spiders.publishers import catalogue, describe, find_publisher, publishers

SPIDERS = {publisher.name: publishers()[publisher.name] for publisher in catalogue()}
EVERY = pytest.mark.parametrize("spider", SPIDERS.values(), ids=SPIDERS)
FOLDER = Path(spiders.__path__[0])
NO_PUBLISHERS = {"__init__", "base", "arguments"}

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
PROVINCES = {
    WIB: """Aceh, Sumatera Utara, Sumatera Barat, Riau, Kepulauan Riau, Jambi, Sumatera Selatan, Bengkulu,
        Lampung, Kepulauan Bangka Belitung, DKI Jakarta, Jawa Barat, Banten, Jawa Tengah, DI Yogyakarta,
        Jawa Timur, Kalimantan Barat, Kalimantan Tengah""",
    WITA: """Bali, Nusa Tenggara Barat, Nusa Tenggara Timur, Kalimantan Selatan, Kalimantan Timur,
        Kalimantan Utara, Sulawesi Utara, Gorontalo, Sulawesi Tengah, Sulawesi Barat, Sulawesi Selatan,
        Sulawesi Tenggara""",
    WIT: """Maluku, Maluku Utara, Papua, Papua Barat, Papua Barat Daya, Papua Tengah, Papua Pegunungan,
        Papua Selatan""",
}
ZONE_OF = {" ".join(name.split()): zone for zone, names in PROVINCES.items() for name in names.split(",")}

SELECTORS = (
    "title",
    "description",
    "body",
    "published",
    "modified",
    "author",
    "editor",
    "section",
    "tags",
    "caption",
    "drop",
)


def source_of(spider: type[NewsSpider]) -> str:
    return (FOLDER / f"{spider.name}.py").read_text(encoding="utf-8")


def patterns(spider: type[NewsSpider]) -> tuple[str, ...]:
    return (*spider.article_urls, *spider.not_articles, *spider.rules.drop_text)


def code_lines(source: str) -> int:
    """Lines that hold code: no blank ones, comments or docstrings."""
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    lines = {
        line
        for token in tokens
        if token.type not in silent
        for line in range(token.start[0], token.end[0] + 1)
        if token.string
    }
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef) and ast.get_docstring(node):
            doc = node.body[0]
            lines -= set(range(doc.lineno, (doc.end_lineno or doc.lineno) + 1))
    return len(lines)


def wants() -> Iterator[tuple[str, Want]]:
    now = datetime(2026, 8, 17, 12, 0, tzinfo=ZoneInfo(WIB))
    since = datetime(2026, 8, 3, tzinfo=ZoneInfo(WIB))
    yield "newest", Want(now=now)
    yield "range", Want(now=now, since=since, until=since + timedelta(days=7))
    yield "query", Want(now=now, query="harga beras")
    yield "query in a range", Want(now=now, since=since, until=since + timedelta(days=7), query="harga beras")


def test_the_project_knows_more_than_150_publishers_in_every_province_it_claims() -> None:
    found = catalogue()

    assert len(found) >= 150
    assert sum(publisher.kind == "national" for publisher in found) >= 60
    assert sum(publisher.kind == "regional" for publisher in found) >= 60
    assert len({publisher.region for publisher in found} & ZONE_OF.keys()) >= 30


def test_each_file_holds_one_publisher_of_its_own_name() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - NO_PUBLISHERS
    with_class = {
        name for name in files if re.search(r"^    name = ", (FOLDER / f"{name}.py").read_text(), re.M)
    }

    assert with_class >= SPIDERS.keys()
    assert {spider.__module__.rpartition(".")[2] for spider in SPIDERS.values()} == SPIDERS.keys()


def test_no_domain_has_two_publishers() -> None:
    domains = Counter(domain for spider in SPIDERS.values() for domain in spider.allowed_domains)

    assert [domain for domain, count in domains.items() if count > 1] == []


@EVERY
def test_the_class_is_called_after_the_name(spider: type[NewsSpider]) -> None:
    words = "".join(word.capitalize() for word in spider.name.split("_"))

    assert spider.__name__ == f"{words}Spider"
    assert re.fullmatch(r"[a-z][a-z0-9_]*", spider.name)


@EVERY
def test_a_file_states_facts_in_ten_to_forty_lines(spider: type[NewsSpider]) -> None:
    tree = ast.parse(source_of(spider))
    (publisher,) = [node for node in tree.body if isinstance(node, ast.ClassDef)]

    assert 10 <= code_lines(source_of(spider)) <= 40
    assert ast.get_docstring(tree)
    assert {type(node) for node in tree.body} <= {ast.Expr, ast.ImportFrom, ast.ClassDef}
    assert {type(node) for node in publisher.body} <= {ast.Assign}, "a publisher file has no code, only facts"


@EVERY
def test_a_publisher_has_title_kind_region_and_evidence(spider: type[NewsSpider]) -> None:
    assert spider.title == spider.title.strip() != ""
    assert spider.kind in ("national", "regional")
    assert spider.region in ZONE_OF or (spider.region, spider.kind) == ("national", "national")
    assert re.match(r"(?:19|20)\d{2}(?:-\d{2}|-(?:19|20)\d{2})?: \S", spider.seen), spider.seen
    assert spider.rules.language in ("id", "en")


@EVERY
def test_the_zone_is_real_and_fits_the_province(spider: type[NewsSpider]) -> None:
    ZoneInfo(spider.rules.zone)

    if spider.kind == "regional":
        assert spider.rules.zone == ZONE_OF[spider.region]


@EVERY
def test_the_domains_are_hosts_and_lead_to_the_publisher(spider: type[NewsSpider]) -> None:
    for domain in spider.allowed_domains:
        assert re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", domain)
        home = spider.home or f"https://{domain}"
        assert urlsplit(home).hostname in (domain, f"www.{domain}")
        assert find_publisher(f"{home}/x")[0] == spider.name


@EVERY
def test_examples_are_articles_of_the_publisher(spider: type[NewsSpider]) -> None:
    assert spider.examples
    for url in spider.examples:
        assert spider().is_article_url(url), url
        assert spider().is_article_url(canonical_url(url, spider.rules.urls)), url
        assert find_publisher(url)[0] == spider.name, url


@EVERY
def test_other_pages_are_no_articles(spider: type[NewsSpider]) -> None:
    parts = urlsplit(spider.examples[0])
    home = f"{parts.scheme}://{parts.netloc}"
    others = (
        f"{home}/",
        f"{home}/indeks",
        f"{home}/search?q=harga+beras",
        f"{home}/tag/harga-beras-naik-jelang-panen",
        f"{home}/ekonomi",
        *spider.not_examples,
    )

    assert [url for url in others if spider().is_article_url(url)] == []


@EVERY
def test_an_article_has_one_key_however_it_is_reached(spider: type[NewsSpider]) -> None:
    for url in spider.examples:
        sign = "&" if "?" in url else "?"
        key = article_key(url, spider.rules.urls)

        assert article_key(f"{url}{sign}utm_source=facebook&page=2", spider.rules.urls) == key
        numbered = any("(?P<id>" in pattern and re.search(pattern, url) for pattern in spider.article_urls)
        assert ("#" in key) == numbered


def test_patterns_take_linear_time_on_hostile_addresses() -> None:
    every = {pattern for spider in SPIDERS.values() for pattern in patterns(spider)}
    hosts = {spider.allowed_domains[0] for spider in SPIDERS.values()}
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
def test_sources_make_requests_for_whatever_they_say_they_can_do(spider: type[NewsSpider]) -> None:
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
def test_the_newest_articles_can_be_had(spider: type[NewsSpider]) -> None:
    want = Want(now=datetime(2026, 8, 17, tzinfo=UTC))

    assert any(source.unable(want) is None for source in spider.sources)


@EVERY
def test_selectors_are_css(spider: type[NewsSpider]) -> None:
    for field in SELECTORS:
        for selector in getattr(spider.rules, field):
            assert selector == selector.strip() != ""
            HTMLTranslator().css_to_xpath(selector)


@EVERY
def test_rules_hold_no_fact_twice(spider: type[NewsSpider]) -> None:
    for field in (*SELECTORS, "outlets", "pages", "drop_text"):
        values = getattr(spider.rules, field)
        assert isinstance(values, tuple), f"{field} lacks its comma"
        assert [value for value, count in Counter(values).items() if count > 1] == [], field


@EVERY
def test_page_schemes_are_queries_or_paths(spider: type[NewsSpider]) -> None:
    for scheme in spider.rules.pages:
        assert re.fullmatch(r"\?[a-z]+=(?:all|1|\{n\})|/(?:all|\{n\})", scheme)


def test_own_facts_come_before_those_of_the_family() -> None:
    family = SiteRules(body=(".family",), drop=(".ad",), outlets=("Grup",), zone=WIB)

    own = family.extended(body=(".own",), zone=WITA)

    assert (own.body, own.drop, own.outlets, own.zone) == ((".own", ".family"), (".ad",), ("Grup",), WITA)


def test_the_longest_domain_wins() -> None:
    assert find_publisher("https://medan.tribunnews.com/news/1/a")[0] == "tribunmedan"
    assert find_publisher("https://www.tribunnews.com/nasional/1/a")[0] == "tribunnews"
    assert find_publisher("https://m.detik.com/x")[0] == "detik"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.com/indonesia", "bbcindonesia"),
        ("https://www.bbc.com/indonesia/topics/c4gp1q2r3s4o", "bbcindonesia"),
        ("https://www.bbc.com/indonesia/dunia-41234567?at_medium=rss", "bbcindonesia"),
        ("https://www.bbc.com/indonesiana/1", "bbc.com"),
        ("https://www.bbc.com/news/articles/c4gp1q2r3s4o", "bbc.com"),
        ("https://bbc.com", "bbc.com"),
        ("https://theconversation.com/id/topics/beras-1234", "theconversation"),
        ("https://theconversation.com/mengapa-harga-beras-naik-jelang-panen-212345", "theconversation"),
        ("https://theconversation.com/us/politics", "theconversation.com"),
    ],
)
def test_an_edition_has_only_addresses_of_its_own(url: str, name: str) -> None:
    publisher, rules = find_publisher(url)

    assert publisher == name
    assert (rules == SiteRules()) == ("." in name)


@pytest.mark.parametrize(
    ("name", "front"),
    [
        ("bbcindonesia", "https://www.bbc.com/indonesia"),
        ("kompas", "https://www.kompas.com/"),
        ("tribunmedan", "https://medan.tribunnews.com/"),
        ("detik", "https://www.detik.com/"),
    ],
)
def test_the_front_page_is_the_publishers_own(name: str, front: str) -> None:
    assert publishers()[name]().front_page() == front


def test_a_copy_in_the_web_archive_is_the_page_that_it_copies() -> None:
    url = "https://web.archive.org/web/20220721150811/https://www.jpnn.com/news/a"

    assert find_publisher(url)[0] == "jpnn"
    assert find_publisher("https://web.archive.org/")[0] == "web.archive.org"


def test_an_unknown_site_is_named_by_its_host_and_has_no_rules() -> None:
    name, rules = find_publisher("https://www.kabar-anyar.example/berita/1")

    assert (name, rules) == ("kabar-anyar.example", SiteRules())
    assert find_publisher("")[0] == ""


def test_a_description_names_the_ways_once_and_in_order() -> None:
    facts = describe(publishers()["detik"])

    assert facts.family == "detik"
    assert facts.ways == ("feed", "news-sitemap", "index", "search")
    assert describe(publishers()["tempo"]).family == ""
