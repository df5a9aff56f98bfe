"""Patterns of article addresses, found from samples of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.probing.patterns import article_patterns
from newscrawl.probing.writing import spider_name
from newscrawl.record.addresses import canonical_url
from newscrawl.sites import catalogue

OTHERS = [
    f"https://kabar.example/{path}"
    for path in ("", "ekonomi", "gaya-hidup", "tentang-kami", "indeks/2026/08/17")
]
SLUGS = [
    "harga-beras-naik-jelang-panen",
    "polisi-tangkap-pelaku-pencurian",
    "banjir-melanda-dua-kecamatan",
    "dpr-bahas-anggaran-tahun-depan",
]

FORMS = {
    "root": [f"https://kabar.example/{slug}" for slug in SLUGS],
    "root-slash": [f"https://kabar.example/{slug}/" for slug in SLUGS],
    "dated": [f"https://kabar.example/2026/08/{day}/{slug}/" for day, slug in enumerate(SLUGS, 10)],
    "month": [f"https://kabar.example/2026/0{month}/{slug}.html" for month, slug in enumerate(SLUGS, 4)],
    "number-first": [
        f"https://kabar.example/read/{number}/{slug}" for number, slug in enumerate(SLUGS, 51234)
    ],
    "section-number": [
        f"https://kabar.example/{section}/read/{number}/{slug}"
        for number, (section, slug) in enumerate(
            zip(["ekonomi", "hukum", "bola", "hukum"], SLUGS, strict=True), 51234
        )
    ],
    "number-last": [
        f"https://kabar.example/berita/{slug}-{number}" for number, slug in enumerate(SLUGS, 712345)
    ],
    "number-ending": [
        f"https://kabar.example/a/{slug}-{number}.html" for number, slug in enumerate(SLUGS, 712345)
    ],
    "number-leads": [
        f"https://kabar.example/baca/{number}-{slug}" for number, slug in enumerate(SLUGS, 712345)
    ],
    "query": [f"https://kabar.example/detail.php?judul={slug}" for slug in SLUGS],
    "hosts": [
        f"https://{host}.kabar.example/read/{number}/{slug}"
        for number, (host, slug) in enumerate(zip(["bola", "news", "bola", "oto"], SLUGS, strict=True), 51234)
    ],
    "www": [f"https://www.kabar.example/read/{number}/{slug}" for number, slug in enumerate(SLUGS, 51234)],
}
NUMBERED = {"number-first", "section-number", "number-last", "number-ending", "number-leads", "hosts", "www"}


@pytest.mark.parametrize("form", FORMS)
def test_the_samples_match_and_other_pages_do_not(form: str) -> None:
    (pattern,) = article_patterns(FORMS[form], OTHERS)

    assert all(re.search(pattern, url) for url in FORMS[form])
    assert not any(re.search(pattern, url) for url in OTHERS)
    assert not re.search(pattern, f"https://evil.example/{FORMS[form][0]}")


@pytest.mark.parametrize("form", FORMS)
def test_the_pattern_is_of_the_form_and_not_of_the_samples(form: str) -> None:
    (pattern,) = article_patterns(FORMS[form][:3], OTHERS)

    assert re.search(pattern, FORMS[form][3])


@pytest.mark.parametrize("form", FORMS)
def test_numbers_are_named(form: str) -> None:
    (pattern,) = article_patterns(FORMS[form], OTHERS)

    ids = {
        match["id"] for url in FORMS[form] if (match := re.search(pattern, url)) and "id" in match.groupdict()
    }
    assert len(ids) == (len(SLUGS) if form in NUMBERED else 0)


def test_a_number_in_the_query_is_the_articles() -> None:
    (pattern,) = article_patterns([f"https://kabar.example/?p={number}" for number in (41, 42, 430)], OTHERS)

    match = re.search(pattern, "https://kabar.example/?p=99")
    assert match is not None
    assert match["id"] == "99"


def test_a_site_may_have_two_forms_and_a_rare_one_is_left_out() -> None:
    common = [f"https://kabar.example/read/{number}/{SLUGS[0]}" for number in range(1000, 1030)]
    other = [f"https://kabar.example/2026/08/1{digit}/{SLUGS[1]}/" for digit in range(10)]

    assert len(article_patterns([*common, *other, "https://kabar.example/a/b/c/d/aneh"], OTHERS)) == 2


def test_short_names_lengthen_what_is_asked_of_a_name() -> None:
    sections = ["https://kabar.example/liga-champions-eropa-terkini"]
    (pattern,) = article_patterns([f"https://kabar.example/{slug}-hari-ini" for slug in SLUGS], sections)

    assert not re.search(pattern, sections[0])


def test_without_samples_there_are_no_patterns() -> None:
    assert article_patterns([], OTHERS) == ()


@given(
    st.lists(st.text(alphabet="abc-/019.?=&", max_size=20).map("https://kabar.example/{}".format), max_size=8)
)
def test_any_samples_give_patterns_that_compile_and_match_them(urls: list[str]) -> None:
    kept = [canonical_url(url) for url in urls]  # the form in which a probe has them
    for pattern in article_patterns(kept, []):
        assert any(re.search(pattern, url) for url in kept)


def test_patterns_found_from_publishers_examples_match_them() -> None:
    for publisher in catalogue():
        patterns = article_patterns(publisher.examples, [])
        assert any(re.search(pattern, url) for pattern in patterns for url in publisher.examples)


@pytest.mark.parametrize(
    ("domain", "name"),
    [("kabar-kota.co.id", "kabar_kota"), ("24jam.id", "situs_24jam"), ("Kabar.ID", "kabar")],
)
def test_names_are_names(domain: str, name: str) -> None:
    assert spider_name(domain) == name
