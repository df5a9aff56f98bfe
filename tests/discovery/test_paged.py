"""Listings over pages, dated indexes and searches: their requests, and facts that cannot be."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest

from newscrawl.discovery import Cards, DatedIndex, JsonItems, Listing, Search, Step
from newscrawl.discovery.source import STEP
from tests.discovery.answers import NEWEST, html, next_page, text, urls, want

WEEK = want(since="2026-08-03", until="2026-08-10")
TWO = '<a href="/a-1">x</a><a href="/b-2">y</a>'


def pages(source: Any, asked: Any, count: int = 3) -> list[str]:
    """The first pages of a source's first walk, each with two links on it."""
    request = next(source.start(asked))
    found = [request.url]
    while len(found) < count:
        following = next_page(source, html(TWO, request.url, request=request), asked)
        if following is None:
            break
        request = following
        found.append(request.url)
    return found


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        (Listing("https://k.example/p?page={page}"), ["p?page=1", "p?page=2", "p?page=3"]),
        (Listing("https://k.example/p?page={page}", first_page=0), ["p?page=0", "p?page=1", "p?page=2"]),
        (
            Listing("https://k.example/p?per_page={offset}", step=20),
            ["p?per_page=0", "p?per_page=20", "p?per_page=40"],
        ),
        (
            Listing("https://k.example/20/{offset}", first="https://k.example/", step=20),
            ["", "20/20", "20/40"],
        ),
        (Listing("https://k.example/{offset}", step=9, first_offset=9), ["9", "18", "27"]),
        (Listing("https://k.example/page/{page}/", first="https://k.example/"), ["", "page/2/", "page/3/"]),
        (Listing("https://k.example/p?page={page}", max_pages=2), ["p?page=1", "p?page=2"]),
    ],
)
def test_pages_are_counted_as_the_site_counts(listing: Listing, expected: list[str]) -> None:
    assert [url.removeprefix("https://k.example/") for url in pages(listing, NEWEST)] == expected


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="next" href="/p?page=2">',
        '<a rel="next nofollow" href="/p?page=2">&gt;</a>',
        '<ul class="pagination"><li class="next"><a href="/p?page=2">x</a></li></ul>',
        '<a href="/p?page=2"> Selanjutnya </a>',
        '<a href="/p?page=2">HALAMAN SELANJUTNYA</a>',
        '<a class="blog-pager-older-link" href="/p?page=2">x</a>',
        '<a REL="NEXT" href="/p?page=2">x</a>',
        '<a href="/p?page=2">Halaman berikutnya →</a>',
        '<a href="/p?page=2">« Older Entries</a>',
        '<a href="/p?page=2" aria-label="Halaman selanjutnya"><svg></svg></a>',
        '<a href="/p?page=2" title="Next"><i class="panah"></i></a>',
        '<a href="/p?page=2"><img alt="Berikutnya" src="/panah.png"></a>',
        '<li class="pagination-next"><a href="/p?page=2"><svg></svg></a></li>',
        '<div><a href="/p?page=1">01</a><a href="/p?page=2">02</a></div>',
        '<div><a href="/p?page=1">[1]</a><a href="/p?page=2">[2]</a></div>',
        '<div><b>1</b><a href="/p?page=2">2</a><a href="/p?page=3">3</a></div>',
    ],
)
def test_the_next_page_is_known_by_its_mark_its_words_or_its_number(link: str) -> None:
    request = next_page(Listing("https://k.example/p"), html(TWO + link, "https://k.example/p"))

    assert request is not None
    assert request.url == "https://k.example/p?page=2"
    assert request.meta[STEP].page == 2


@pytest.mark.parametrize(
    "link",
    [
        "",
        '<a href="/p?page=2">Selengkapnya »</a>',
        '<a href="/p?page=2">« Sebelumnya</a>',
        '<a href="/p?page=2">Berikutnya di Jakarta: Pasar Tutup Lebih Awal</a>',
        '<a rel="next" href="#">x</a>',
        '<a rel="next" href="javascript:more()">x</a>',
        '<a rel="next" href="/p">x</a>',
        '<a rel="next" href="http://[x">x</a>',
    ],
)
def test_a_next_link_that_leads_nowhere_ends_the_walk(link: str) -> None:
    assert next_page(Listing("https://k.example/p"), html(TWO + link, "https://k.example/p")) is None


def test_a_cursor_is_handed_on() -> None:
    listing = Listing(
        "https://k.example/lagi?sesudah={cursor}", first="https://k.example/indeks", cursor="a::attr(data-at)"
    )
    page = html(
        '<a data-at="1" href="/a">x</a><a data-at="17:00 b" href="/b">y</a>', "https://k.example/indeks"
    )

    request = next_page(listing, page)

    assert request is not None
    assert request.url == "https://k.example/lagi?sesudah=17%3A00+b"
    assert next_page(listing, html(TWO)) is None


def test_a_cursor_in_json_is_handed_on_in_a_post() -> None:
    listing = Listing(
        "https://k.example/api",
        JsonItems("items"),
        form={"after": "{cursor}", "count": "20"},
        cursor="next",
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    (first,) = listing.start(NEWEST)

    following = next_page(listing, text('{"items": [{"url": "/a"}], "next": "x/1"}', request=first))

    assert following is not None
    assert (following.method, parse_qs(following.body.decode())) == (
        "POST",
        {"after": ["x/1"], "count": ["20"]},
    )
    assert following.headers["X-Requested-With"] == b"XMLHttpRequest"


def test_json_posts_count_in_numbers() -> None:
    search = Search(
        "https://k.example/search",
        JsonItems("results"),
        json={"q": "{query}", "page": "{page}", "limit": 10, "label": "halaman {page}"},
    )
    asked = want(query='harga "beras"')

    (request,) = search.start(asked)

    assert request.headers["Content-Type"] == b"application/json"
    assert json.loads(request.body) == {"q": "harga beras", "page": 1, "limit": 10, "label": "halaman 1"}


def test_words_for_an_empty_page_are_believed() -> None:
    search = Search("https://k.example/?s={query}", empty_text="tidak ditemukan")
    asked = want(query="x")
    page = html(f"<p>Maaf, Tidak Ditemukan</p>{TWO}")

    assert list(search.read(page, asked)) == []


def test_sections_fill_the_template_or_have_their_own() -> None:
    listing = Listing(
        "https://k.example/{section}?page={page}",
        sections={"Ekonomi": "bisnis", "Bola": "https://bola.k.example/indeks?page={page}"},
    )

    assert [request.url for request in listing.start(NEWEST)] == [
        "https://k.example/bisnis?page=1",
        "https://bola.k.example/indeks?page=1",
    ]
    assert pages(listing, want(sections=("bola",)), 2)[1] == "https://bola.k.example/indeks?page=2"
    assert listing.unable(want(sections=("hukum",))) == "it has none of these sections"


def test_a_default_section_stands_for_all() -> None:
    index = DatedIndex(
        "https://k.example/?site={section}&date={date:%Y-%m-%d}", section="all", sections={"a": "b"}
    )

    assert {request.url.split("&")[0] for request in index.start(NEWEST)} == {"https://k.example/?site=all"}


def test_days_are_walked_from_the_newest() -> None:
    index = DatedIndex("https://k.example/{date:%Y-%m-%d}")

    steps = [request.meta[STEP] for request in index.start(WEEK)]
    assert steps[0] == Step(first_day=date(2026, 8, 9), last_day=date(2026, 8, 9))
    assert [step.first_day.day for step in steps] == [9, 8, 7, 6, 5, 4, 3]


def test_the_future_is_not_asked_for() -> None:
    index = DatedIndex("https://k.example/{date:%Y-%m-%d}")

    assert [request.url[-2:] for request in index.start(want(since="2026-08-16", until="2027-01-01"))] == [
        "17",
        "16",
    ]


def test_without_a_range_today_and_yesterday_are_walked() -> None:
    index = DatedIndex("https://k.example/{date:%Y-%m-%d}")

    assert [request.url[-2:] for request in index.start(NEWEST)] == ["17", "16"]


def test_an_index_does_not_go_back_beyond_its_beginning() -> None:
    index = DatedIndex("https://k.example/{date:%Y-%m-%d}", earliest=date(2026, 8, 8))

    assert [request.url[-2:] for request in index.start(WEEK)] == ["09", "08"]
    assert index.unable(want(since="2026-01-01", until="2026-02-01")) == "its index begins on 2026-08-08"


def test_a_search_is_split_into_windows() -> None:
    search = Search("https://k.example/?q={query}&a={since:%d}&b={until:%d}", window_days=3)

    asked = want(query="x", since="2026-08-03", until="2026-08-10")
    assert [request.url[-9:] for request in search.start(asked)] == ["a=07&b=09", "a=04&b=06", "a=03&b=03"]


@pytest.mark.parametrize(
    ("source", "asked", "reason"),
    [
        (Listing("https://k.example/"), WEEK, "a listing knows no dates"),
        (Listing("https://k.example/", Cards("li", "a", "time")), WEEK, None),
        (Listing("https://k.example/"), want(query="x"), "a listing cannot be searched"),
        (Listing("https://k.example/"), want(sections=("x",)), "it has no sections"),
        (DatedIndex("https://k.example/{date:%Y}"), want(query="x"), "a dated index cannot be searched"),
        (
            DatedIndex("https://k.example/{date:%Y}"),
            want(until="2026-01-01"),
            "its index needs a first day: give since",
        ),
        (Search("https://k.example/{query}"), NEWEST, "a search needs words: give query"),
        (
            Search("https://k.example/{query}"),
            want(query="x", since="2026-08-01"),
            "its search knows no dates",
        ),
        (Search("https://k.example/{query}/{since:%Y}"), want(query="x", since="2026-08-01"), None),
        (Search("https://k.example/{query}"), want(query="x"), None),
    ],
)
def test_what_a_source_cannot_do_it_says(source: Any, asked: Any, reason: str | None) -> None:
    assert source.unable(asked) == reason


@pytest.mark.parametrize(
    ("kind", "url", "facts"),
    [
        (Listing, "k.example/p", {}),
        (Listing, "https://k.example/{offset}", {}),
        (Listing, "https://k.example/{page}", {"step": 20}),
        (Listing, "https://k.example/{cursor}", {}),
        (Listing, "https://k.example/{section}", {}),
        (Listing, "https://k.example/{tanggal}", {}),
        (Listing, "https://k.example/", {"max_pages": 0}),
        (Listing, "https://k.example/", {"form": {"a": "b"}, "json": {"a": "b"}}),
        (DatedIndex, "https://k.example/indeks", {}),
        (Search, "https://k.example/search", {}),
    ],
)
def test_facts_that_cannot_be_are_refused_with_the_template(
    kind: Any, url: str, facts: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="'") as error:
        kind(url, **facts)

    assert url in str(error.value)


def test_a_page_that_is_no_text_is_named() -> None:
    from newscrawl.discovery import UnreadableListingError  # noqa: PLC0415
    from tests.discovery.answers import raw  # noqa: PLC0415

    with pytest.raises(UnreadableListingError, match="no text"):
        urls(Listing("https://k.example/"), raw(b"\x00\x01"))
