"""What a robots.txt says to us."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.engine.downloader.robots_file import ROBOTS_BYTES, RobotsFile, product_name

URL = "https://contoh.example/daerah/panen"


def rules(text: str | bytes) -> RobotsFile:
    return RobotsFile(text.encode() if isinstance(text, str) else text, "newscrawl")


@pytest.mark.parametrize(
    "name", ["newscrawl", "Newscrawl", "newscrawl/0.1", "newscrawl/*", "newscrawl (news)", "*newscrawl*"]
)
def test_these_lines_name_us(name: str) -> None:
    assert not rules(f"User-agent: {name}\nDisallow: /\n\nUser-agent: *\nAllow: /\n").allowed(URL)


@pytest.mark.parametrize("name", ["news", "newscrawler", "newscrawl-images", "crawl", "othernewscrawl"])
def test_these_lines_name_somebody_else(name: str) -> None:
    assert rules(f"User-agent: {name}\nDisallow: /\n\nUser-agent: *\nAllow: /\n").allowed(URL)
    assert not rules(f"User-agent: {name}\nAllow: /\n\nUser-agent: *\nDisallow: /\n").allowed(URL)


def test_our_group_counts_alone() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: newscrawl/0.1\nDisallow: /rahasia\n"
    assert rules(text).allowed(URL)
    assert not rules(text).allowed("https://contoh.example/rahasia")


def test_agents_in_a_row_are_one_group() -> None:
    assert not rules("User-agent: Googlebot\nUser-agent: newscrawl/2\nDisallow: /daerah").allowed(URL)


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("Crawl-delay: 2", 2.0),
        ("Crawl-delay: 1,5", 1.5),
        ("crawl-delay: 0.5", 0.5),
        ("Crawl-delay: 10 s", 10.0),
        ("Crawl-delay: 10 detik", 10.0),
        ("Crawl-delay: 7 # pelan-pelan", 7.0),
        ("Request-rate: 1/20", 20.0),
        ("Crawl-delay: lambat", None),
        ("Crawl-delay: -3", None),
        ("", None),
    ],
)
def test_delays_as_people_write_them(line: str, seconds: float | None) -> None:
    assert rules(f"User-agent: *\n{line}\nDisallow: /x").crawl_delay() == seconds


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_every_encoding_is_obeyed(encoding: str) -> None:
    assert not rules("# Pemilik: Café\nUser-agent: *\nDisallow: /daerah\n".encode(encoding)).allowed(URL)


def test_a_file_that_is_packed_and_says_so_nowhere_is_obeyed() -> None:
    packed = gzip.compress(b"User-agent: *\nDisallow: /daerah\n")
    assert not rules(packed).allowed(URL)
    assert rules(packed[:12]).allowed(URL)


def test_what_lies_beyond_the_bound_does_not_count() -> None:
    start = "User-agent: *\nDisallow: /rahasia\n"
    filler = "Disallow: /a*b*c*d\n" * (ROBOTS_BYTES // 19)
    read = rules(start + filler + "Disallow: /daerah\n")
    assert read.allowed(URL)
    assert not read.allowed("https://contoh.example/rahasia")


def test_a_line_cut_by_the_bound_does_not_count() -> None:
    head = "User-agent: *\n"
    text = head + "#" * (ROBOTS_BYTES - len(head) - 12) + "\nDisallow: /daerah-terpencil\n"
    assert rules(text).allowed(URL)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_nothing_breaks_it(body: bytes) -> None:
    assert rules(body).allowed(URL) in (True, False)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_a_products_name_is_a_name(agent: str) -> None:
    assert product_name(agent) == product_name(product_name(agent))


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: daerah",
        "User-agent: *\nDisallow: https://contoh.example/daerah",
        "User-agent: *<br>\nDisallow: /daerah<br />",
        "USER-AGENT : *\nDISALLOW : /daerah",
        "User-agent: *\nDisallow\t: /daerah",
        'User-agent: *\nDisallow: "/daerah"',
        "User-agent: '*'\nDisallow: '/daerah'",
        "User-agent: *\\nDisallow: /daerah\\n",
        "\u200bUser-agent: *\nDisallow: /daerah",
        "User-agent: *\nDisallow: /daerah".encode("utf-16-be"),
        "User-agent: *\nDisallow: /daerah".encode("utf-16-le"),
        b"\0\0kacau\n\0User-agent: *\nDisallow: /daerah\n",
    ],
)
def test_what_is_meant_to_keep_out_does_however_it_is_written(text: str | bytes) -> None:
    assert not rules(text).allowed(URL)
    assert rules(text).allowed("https://contoh.example/ekonomi/panen")


@pytest.mark.parametrize("name", ["Crawl_delay", "Crawldelay", "crawl delay"])
def test_a_delay_counts_under_its_other_names(name: str) -> None:
    assert rules(f"User-agent: *\n{name}: 3").crawl_delay() == 3


def test_what_a_blank_before_the_colon_allows_is_allowed() -> None:
    assert rules("User-agent: *\nDisallow: /\nAllow : /daerah").allowed(URL)
    assert rules("User-agent: *\nDisallow :").allowed(URL)
