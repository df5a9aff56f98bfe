"""The book finds the publisher of an address, and reads no more than it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newscrawl.sites import NO_RULES, SiteFileError, SiteRules, find_publisher
from newscrawl.sites.assembly import assemble
from newscrawl.sites.book import Book

BOOK = Book()


def name_of(url: str) -> str:
    return find_publisher(url, BOOK)[0]


def test_the_longest_domain_wins() -> None:
    assert name_of("https://medan.tribunnews.com/news/1/a") == "tribunmedan"
    assert name_of("https://www.tribunnews.com/nasional/1/a") == "tribunnews"
    assert name_of("https://m.detik.com/x") == "detik"


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
    publisher, rules = find_publisher(url, BOOK)

    assert publisher == name
    assert (rules == NO_RULES) == ("." in name)


def test_a_copy_in_the_web_archive_is_the_page_that_it_copies() -> None:
    assert name_of("https://web.archive.org/web/20220721150811/https://www.jpnn.com/news/a") == "jpnn"
    assert name_of("https://web.archive.org/") == "web.archive.org"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.kabar-anyar.example/berita/1", "kabar-anyar.example"),
        ("", ""),
        ("http://[::1", ""),
        ("https://" + "a." * 40 + "example/x", "a." * 40 + "example"),
    ],
)
def test_an_unknown_site_is_named_by_its_host_and_has_no_rules(url: str, name: str) -> None:
    assert find_publisher(url, BOOK) == (name, SiteRules())


def test_a_publisher_has_facts_of_its_own_its_network_and_its_family() -> None:
    detik, flores, tempo = map(BOOK.publisher, ("detik", "tribunflores", "tempo"))

    assert (detik.family, tempo.family) == ("detik", "")
    assert detik.ways == ("feed", "news-sitemap", "index", "search")
    assert detik.rules.outlets[0] == "detikcom"
    assert detik.not_articles[0].startswith("/(?:indeks|"), "the family's stay"
    assert flores.sources[0].url == "https://flores.tribunnews.com/rss"
    assert flores.examples == ("https://flores.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    assert flores.seen.startswith("2026")


def test_kind_and_zone_follow_from_the_region_unless_they_are_stated() -> None:
    flores, kompas, mojok = map(BOOK.publisher, ("tribunflores", "kompas", "mojok"))

    assert (flores.kind, flores.zone) == ("regional", "Asia/Makassar")
    assert (kompas.kind, kompas.zone) == ("national", "Asia/Jakarta")
    assert (mojok.region, mojok.kind) == ("DI Yogyakarta", "national")


def test_own_facts_come_before_those_of_the_family_and_sources_replace_them() -> None:
    family = {
        "name": "grup",
        "outlets": ["Grup"],
        "article_urls": ["^a"],
        "not_articles": ["^x"],
        "sources": [{"way": "feed", "url": "{home}/rss"}],
        "patterns": {"dated": r"\d{4}"},
    }
    own = {
        "title": "Kabar",
        "region": "Bali",
        "domains": ["kabar.example"],
        "outlets": ["Kabar"],
        "article_urls": ["dated", "^b"],
        "not_articles": ["^y"],
        "sources": [{"way": "listing", "url": "{home}/baru", "links": "a"}],
        "rules": {"body": [".own"]},
    }
    rules = [{"body": [".family"], "drop": [".ad"]}, {"drop": [".older"]}]

    publisher = assemble("kabar", own, family, rules, {"Bali": "Asia/Makassar"})

    assert publisher.article_urls == (r"\d{4}", "^b")
    assert publisher.rules.urls.articles == publisher.article_urls
    assert publisher.not_articles == ("^x", "^y")
    assert publisher.rules.outlets == ("Kabar", "Grup")
    assert (publisher.rules.body, publisher.rules.drop) == ((".own", ".family"), (".ad", ".older"))
    assert [(source.way, source.url) for source in publisher.sources] == [
        ("listing", "https://kabar.example/baru")
    ]


def test_a_name_that_no_publisher_has_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        BOOK.publisher("tidakada")
    with pytest.raises(SiteFileError, match="there is no family 'tidakada'; allowed: antara, blogger"):
        BOOK.family("tidakada")


def test_finding_one_publisher_reads_one_file_and_loads_neither_pydantic_nor_scrapy() -> None:
    code = """if True:
        import sys, tomllib
        read = []
        parse = tomllib.loads
        tomllib.loads = lambda text: (read.append(text), parse(text))[1]
        from newscrawl.sites import find_publisher
        assert find_publisher("https://www.bantennews.co.id/x")[0] == "bantennews"
        assert find_publisher("https://tidak-ada.example/x")[0] == "tidak-ada.example"
        assert len(read) == 3, f"the file, its family, the provinces; not {len(read)} files"
        assert not {"pydantic", "scrapy", "twisted"} & sys.modules.keys()
    """
    subprocess.run([sys.executable, "-c", code], check=True)
