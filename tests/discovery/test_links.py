"""How listings name their articles: links, cards, JSON in all its places."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discovery import Cards, JsonItems, UnreadableListingError
from newscrawl.discovery.payloads import unfold
from tests.discovery.answers import html, text

PAGE = """
<nav><a href="/ekonomi">Ekonomi</a></nav>
<article><h2><a href="/a-1"> Satu
  dua </a></h2><span class="date" title="2026-08-17 08:00:00">2 jam lalu</span></article>
<article><h2><a href="https://lain.example/b">Dua</a></h2>
<time datetime="2026-08-16T20:00:00+07:00">kemarin</time></article>
<article><h2><a href="#top">x</a><a href="javascript:x()">y</a><a>z</a><a href="http://[rusak">r</a></h2></article>
<article><h2><a href="/a-1">Satu lagi</a></h2></article>
"""


def read(reader: Cards | JsonItems, response: Any) -> list[tuple[str, str | None]]:
    return [(entry.url, entry.published) for entry in reader.read(response)]


def test_every_link_counts_once_and_none_that_leads_nowhere() -> None:
    assert [url for url, _ in read(Cards(), html(PAGE))] == [
        "https://kabar.example/ekonomi",
        "https://kabar.example/a-1",
        "https://lain.example/b",
    ]


def test_a_selector_of_something_else_stands_for_the_links_in_it() -> None:
    assert len(read(Cards(link="h2"), html(PAGE))) == 2


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("span.date::attr(title)", "2026-08-17 08:00:00"),
        ("span.date::text", "2 jam lalu"),
        ("span.date", "2 jam lalu"),
    ],
)
def test_dates_stand_where_the_card_has_them(date: str, expected: str) -> None:
    assert read(Cards("article", "h2 a", date), html(PAGE))[0] == ("https://kabar.example/a-1", expected)


def test_a_time_element_gives_its_machine_readable_date() -> None:
    cards = read(Cards("article", "h2 a", "time"), html(PAGE))

    assert cards[1] == ("https://lain.example/b", "2026-08-16T20:00:00+07:00")
    assert cards[0][1] is None


def test_links_through_a_counter_are_unwrapped() -> None:
    page = html('<a class="art" href="/link?url=https%3A%2F%2Fkabar.example%2Fa-1&id=3">x</a>')

    assert read(Cards(link="a.art", unwrap="url"), page) == [("https://kabar.example/a-1", None)]


@pytest.mark.parametrize("css", ["a[", "h2::nonsense(", "//a"])
def test_a_selector_that_is_none_is_quoted(css: str) -> None:
    with pytest.raises(ValueError, match="is no CSS"):
        Cards(link=css)


def test_a_date_needs_its_card() -> None:
    with pytest.raises(ValueError, match="needs the card"):
        Cards(date="time")


ANSWER = {
    "data": {"items": [{"link": "a/b-1", "at": 1786950000, "judul": "Satu"}, {"link": None}, {"x": 1}, 7]}
}


def test_json_is_read_by_its_paths() -> None:
    reader = JsonItems("data.items", "link", "at", "judul", base="https://kabar.example/")

    (entry,) = reader.read(text(json.dumps(ANSWER)))

    assert (entry.url, entry.published, entry.title) == ("https://kabar.example/a/b-1", "1786950000", "Satu")


@pytest.mark.parametrize(
    ("page", "script"),
    [
        (f'<script id="__NEXT_DATA__">{json.dumps(ANSWER)}</script>', "script#__NEXT_DATA__::text"),
        (f"<div data-page='{json.dumps(ANSWER)}'></div>", "div[data-page]::attr(data-page)"),
    ],
)
def test_json_in_a_page_is_found(page: str, script: str) -> None:
    reader = JsonItems("data.items", "link", script=script)

    assert [entry.url for entry in reader.read(html(page, "https://kabar.example/x"))] == [
        "https://kabar.example/a/b-1"
    ]


def test_a_nuxt_payload_is_unfolded() -> None:
    payload = [["Reactive", 1], {"latest": 2}, [3], {"url": 4, "at": 5}, "/a-1", "2026-08-17"]

    reader = JsonItems("latest", "url", "at", devalue=True)

    assert read(reader, text(json.dumps(payload))) == [("https://kabar.example/a-1", "2026-08-17")]


def test_references_in_a_circle_end() -> None:
    assert unfold([{"self": 0}])["self"]["self"] is not None


@given(
    st.recursive(
        st.integers(-5, 9) | st.text(max_size=3) | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    )
)
def test_unfolding_never_fails(payload: Any) -> None:
    unfold(payload)


@pytest.mark.parametrize("body", ["", "<html>", "{", "[" * 100_000])
def test_an_answer_that_is_no_json_is_named(body: str) -> None:
    with pytest.raises(UnreadableListingError, match=r"https://kabar\.example/api"):
        list(JsonItems("data").read(text(body)))


def test_an_answer_of_another_shape_names_nothing() -> None:
    for body in ("7", "null", '{"data": {"items": {"a": 1}}}', "[]"):
        assert list(JsonItems("data.items").read(text(body))) == []


@pytest.mark.parametrize("path", ["a[", "..", "a b"])
def test_a_path_that_is_none_is_quoted(path: str) -> None:
    with pytest.raises(ValueError, match="is no JMESPath"):
        JsonItems(path)
