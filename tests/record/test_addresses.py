"""Canonical URLs: what folds, what must not, and that folding is steady."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tldextract import TLDExtract
from w3lib.url import safe_url_string

from newscrawl.record import addresses
from newscrawl.record.addresses import (
    UrlRules,
    article_id,
    article_key,
    canonical_url,
    on_domains,
    registered_domain,
)

SAME = {
    "tracking": "https://kabar.example/ekonomi/12345/harga-beras?utm_source=x&utm_medium=y&fbclid=z&gclid=1",
    "page": "https://kabar.example/ekonomi/12345/harga-beras?page=2",
    "whole": "https://kabar.example/ekonomi/12345/harga-beras?page=all",
    "single": "https://kabar.example/ekonomi/12345/harga-beras?single=1",
    "showpage": "https://kabar.example/ekonomi/12345/harga-beras?showpage=all",
    "amp-query": "https://kabar.example/ekonomi/12345/harga-beras?amp=1",
    "amp-end": "https://kabar.example/ekonomi/12345/harga-beras/amp",
    "amp-end-slash": "https://kabar.example/ekonomi/12345/harga-beras/amp/",
    "amp-start": "https://kabar.example/amp/ekonomi/12345/harga-beras",
    "amp-ending": "https://kabar.example/ekonomi/12345/harga-beras.amp",
    "blogger-mobile": "https://kabar.example/ekonomi/12345/harga-beras?m=1",
    "blogger-desktop": "https://kabar.example/ekonomi/12345/harga-beras?m=0",
    "no-mobile": "https://kabar.example/ekonomi/12345/harga-beras?nomobile=1",
    "halaman": "https://kabar.example/ekonomi/12345/harga-beras?hal=2",
    "print": "https://kabar.example/ekonomi/12345/harga-beras?print=1",
    "output-amp": "https://kabar.example/ekonomi/12345/harga-beras?outputType=amp",
    "session": "https://kabar.example/ekonomi/12345/harga-beras?sid=0123456789abcdef0123",
    "share": "https://kabar.example/ekonomi/12345/harga-beras?share_id=1&smid=wa&_branch_match_id=7&from=wa",
    "newsletter": "https://kabar.example/ekonomi/12345/harga-beras?elqTrackId=a1&_bta_tid=2&itm_source=kotak",
    "widgets": "https://kabar.example/ekonomi/12345/harga-beras?dicbo=v2&tblci=Gi&ref_medium=bawah&icid=x",
    "comment-form": "https://kabar.example/ekonomi/12345/harga-beras?replytocom=88#respond",
    "cache": "https://kabar.example/ekonomi/12345/harga-beras?nocache=1&_=1767225600000",
    "print-of-joomla": "https://kabar.example/ekonomi/12345/harga-beras?tmpl=component&print=1",
    "cetak": "https://kabar.example/ekonomi/12345/harga-beras?cetak=1",
    "no-amp": "https://kabar.example/ekonomi/12345/harga-beras?noamp=mobile",
    "amphtml": "https://kabar.example/ekonomi/12345/harga-beras.amphtml",
    "escaped-twice": "https://kabar.example/ekonomi/12345/harga-beras?amp;amp;utm_source=x",
    "fragment": "https://kabar.example/ekonomi/12345/harga-beras#komentar",
    "case": "HTTPS://KABAR.example/ekonomi/12345/harga-beras",
    "port": "https://kabar.example:443/ekonomi/12345/harga-beras",
    "blanks": "  https://kabar.example/ekonomi/12345/harga-beras\n",
}


@pytest.mark.parametrize("variant", SAME)
def test_variants_fold_to_one_address(variant: str) -> None:
    plain = "https://kabar.example/ekonomi/12345/harga-beras"

    assert canonical_url(SAME[variant]).rstrip("/") == plain
    assert article_id(SAME[variant]) == article_id(plain)


@pytest.mark.parametrize(
    "host", ["www.kabar.example", "m.kabar.example", "amp.kabar.example", "mobile.kabar.example"]
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_hosts_and_schemes_share_the_key(host: str, scheme: str) -> None:
    assert article_key(f"{scheme}://{host}/a/harga-beras/") == article_key(
        "https://kabar.example/a/harga-beras"
    )


def test_mobile_pages_are_named_by_the_desktop_host() -> None:
    assert canonical_url("https://m.kabar.co.id/a") == "https://www.kabar.co.id/a"
    assert canonical_url("https://m.bola.kabar.co.id/a") == "https://bola.kabar.co.id/a"


@pytest.mark.parametrize(
    "url",
    [
        "http://beritahukum.example/detail_berita.php?judul=Polisi+Tangkap+Pelaku",
        "https://kabar.example/?p=12345",
        "https://kabar.example/lihat?from=12345",
        "https://kabar.example/lihat?s=12345",
        "https://kabar.example/lihat?v=77",
        "https://kabar.example/lihat?view=article",
        "https://kabar.example/index.php?id=5&page=berita",
        "https://kabar.example/baca?id=7&kategori=2",
        "https://m.co.id/a",
        "https://amp.id/a",
        "https://kabar.example/amp",
        "http://127.0.0.1:8000/a",
        "http://[::1]:8000/a",
        "https://kabar.example/video/ekonomi/champ",
    ],
)
def test_what_is_the_identity_is_kept(url: str) -> None:
    assert canonical_url(url) == url


def test_parameters_have_one_order() -> None:
    assert canonical_url("https://kabar.example/x?b=2&a=1") == canonical_url(
        "https://kabar.example/x?a=1&b=2"
    )


def test_a_query_that_the_publishers_patterns_do_not_need_is_dropped() -> None:
    rules = UrlRules(articles=(r"^https?://bali\.example/content/[a-z-]+$",))

    assert (
        canonical_url("https://bali.example/content/banjir?kliping=84&x=1", rules)
        == "https://bali.example/content/banjir"
    )
    assert (
        canonical_url("https://bali.example/lain?kliping=84", rules) == "https://bali.example/lain?kliping=84"
    )


def test_a_query_that_the_patterns_need_is_kept() -> None:
    rules = UrlRules(articles=(r"/detail\.php\?judul=.+",))

    url = "http://hukum.example/detail.php?judul=Vonis"
    assert canonical_url(f"{url}&utm_source=x", rules) == url


def test_stated_twins_are_folded_after_the_general_rules() -> None:
    beta = (r"^https?://fbeta\.", "https://")
    channels = (r"//www\.kabar\.example/(\w+)/read/", r"//\1.kabar.example/read/")
    rules = UrlRules(twins=(beta, channels))

    assert canonical_url("http://fbeta.kabar.example/berita/x", rules) == "https://kabar.example/berita/x"
    assert (
        canonical_url("https://amp.kabar.example/bola/read/1", rules) == "https://bola.kabar.example/read/1"
    )


def test_the_articles_number_is_its_key_on_its_host() -> None:
    rules = UrlRules(articles=(r"/read/(?P<id>\d+)(?:/|$)",))
    one = article_key("https://www.kabar.example/ekonomi/read/123/harga-beras-naik", rules)

    assert article_key("https://m.kabar.example/ekonomi/read/123/judul-yang-diganti?page=2", rules) == one
    assert article_key("https://kabar.example/ekonomi/read/124/harga-beras-naik", rules) != one
    assert article_key("https://daerah.kabar.example/ekonomi/read/123/harga-beras-naik", rules) != one


def test_identifiers_are_twenty_hexadecimal_digits() -> None:
    assert re.fullmatch(r"[0-9a-f]{20}", article_id("https://kabar.example/x"))
    assert article_id("https://kabar.example/x") != article_id("https://kabar.example/y")


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.kabar.co.id", "kabar.co.id"),
        ("medan.tribunnews.com", "tribunnews.com"),
        ("kabar.go.id", "kabar.go.id"),
        ("co.id", "co.id"),
        ("m.kabar.example", "kabar.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "localhost"),
        ("::1", "::1"),
    ],
)
def test_registered_domains_know_indonesian_suffixes(host: str, domain: str) -> None:
    assert registered_domain(host) == domain


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kabar.example/a", True),
        ("https://bola.kabar.example:8443/a", True),
        ("https://lawan-kabar.example/a", False),
        ("https://kabar.example.evil.example/a", False),
        ("ftp://kabar.example/a", False),
        ("javascript:alert(1)", False),
        ("http://[kabar.example/a", False),
        ("https://kabar.example@evil.example/a", False),
    ],
)
def test_only_web_addresses_on_the_domains_count(url: str, expected: bool) -> None:
    assert on_domains(url, ["kabar.example"]) is expected


PATHS = st.text(alphabet=st.sampled_from("abz/-._%?&=#+ é1amp"), max_size=40)
URLS = st.one_of(
    st.text(max_size=60),
    st.builds(
        "{}://{}{}/{}".format,
        st.sampled_from(["http", "https", "HTTP"]),
        st.sampled_from(["", "www.", "m.", "amp.", "m.amp.", "news."]),
        st.sampled_from(["kabar.example", "kabar.co.id", "127.0.0.1:80"]),
        PATHS,
    ),
)


@given(URLS)
def test_folding_never_fails_and_folds_once(url: str) -> None:
    folded = canonical_url(url)

    assert canonical_url(folded) == folded
    assert article_id(url) == article_id(folded)


@given(PATHS.filter(lambda path: "#" not in path and path == path.rstrip()))
def test_tracking_never_makes_another_article(path: str) -> None:
    url = f"https://kabar.example/{path}"
    sign = "&" if "?" in url else "?"

    assert article_key(f"{url}{sign}utm_source=x") == article_key(url)


@pytest.mark.parametrize("host", ["é" * 100_000, "a." * 50_000 + "example"])
def test_a_host_longer_than_any_name_is_no_address_to_fold(host: str) -> None:
    url = f"https://{host}/berita/1?utm_source=x"
    assert canonical_url(url) == url


@given(st.from_regex(addresses._PLAIN, fullmatch=True))
def test_an_address_in_plain_signs_needs_no_escaping(url: str) -> None:
    assert safe_url_string(url) == url


_SUFFIXES = TLDExtract(suffix_list_urls=(), cache_dir=None)
_LABELS = (
    "a",
    "m",
    "www",
    "warta",
    "co",
    "com",
    "ac",
    "my",
    "go",
    "biz",
    "desa",
    "web",
    "sch",
    "or",
    "kop",
    "mil",
)


@given(
    st.lists(st.sampled_from(_LABELS), min_size=1, max_size=4), st.sampled_from([*addresses._SUFFIXES, "uk"])
)
def test_the_domain_is_that_of_the_public_suffix_list(labels: list[str], end: str) -> None:
    host = ".".join([*labels, end])
    found = _SUFFIXES(host)
    assert registered_domain(host) == (found.top_domain_under_public_suffix or host)


@pytest.mark.parametrize("end", addresses._SUFFIXES)
def test_the_suffixes_known_by_heart_are_all_that_the_list_has(end: str) -> None:
    listed = {name for name in _SUFFIXES.tlds if name.endswith(f".{end}")}
    assert listed == {f"{name}.{end}" for name in addresses._SUFFIXES[end]}
