"""Words mean the same in the archive, at a site and on a page."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive.engines.sqlite.words import match_expression
from newscrawl.record.query import MOST_SEARCHES, QueryError, parse_query

WORDS = st.sampled_from(
    [
        "banjir",
        "Banjir",
        "longsor",
        "banjirbandang",
        "jum'at",
        "café",
        "CAFE",
        "covid-19",
        "a_b",
        "Ünal",
        "\u00e9",
    ]
)
TEXTS = st.lists(WORDS | st.sampled_from([".", "\n\n", "_", "-", "(x)"]), max_size=8).map(" ".join)
TERMS = st.builds(
    lambda words, quoted, star, minus: f"{'-' * minus}" + (f'"{words}"' if quoted else words) + "*" * star,
    st.lists(WORDS, min_size=1, max_size=2).map(" ".join),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
QUERIES = st.lists(TERMS | st.sampled_from(["AND", "OR", "NOT"]), min_size=1, max_size=6).map(" ".join)


@given(QUERIES, TEXTS, TEXTS)
def test_a_query_means_of_one_article_what_it_means_of_the_archive(query: str, title: str, body: str) -> None:
    try:
        asked = parse_query(query)
    except QueryError:
        return
    with sqlite3.connect(":memory:") as archive:
        archive.execute(
            "CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize='unicode61 remove_diacritics 2')"
        )
        archive.execute("INSERT INTO words VALUES (?, ?)", (title, body))
        found = archive.execute(
            "SELECT 1 FROM words WHERE words MATCH ?", (match_expression(asked),)
        ).fetchall()
    assert asked.matches(title, body) == bool(found)


@pytest.mark.parametrize(
    ("query", "searches"),
    [
        ("banjir bandang", ["banjir bandang"]),
        ("banjir OR longsor", ["banjir", "longsor"]),
        ('banjir OR "tanah longsor" jatim', ["banjir jatim", "tanah longsor jatim"]),
        ("banj* NOT jakarta -rob", ["banj"]),
        ("banjir OR banjir", ["banjir"]),
        ("banjir,longsor", ["banjir", "longsor"]),
        ("banjir bandang, tanah longsor, ", ["banjir bandang", "tanah longsor"]),
        ("inflasi 2,5 persen", ["inflasi 2 5 persen"]),
    ],
)
def test_a_search_box_is_asked_for_plain_words(query: str, searches: list[str]) -> None:
    assert list(parse_query(query).searches()) == searches


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("banjir, longsor", "banjir OR longsor"),
        ("banjir bandang, gempa", '"banjir bandang" OR gempa'),
        ("banjir, -jakarta, longs*", "banjir OR longs* NOT jakarta"),
        ("banjir bandang OR rob, gempa NOT aceh", '"banjir bandang" OR rob OR gempa NOT aceh'),
        ('"gempa, bumi" aceh', '"gempa bumi" aceh'),
        ("banjir jakarta,", "banjir jakarta"),
    ],
)
def test_commas_make_a_list_of_keywords_of_which_one_must_occur(query: str, same: str) -> None:
    assert parse_query(query) == parse_query(same)


def test_a_list_of_keywords_has_no_and() -> None:
    with pytest.raises(QueryError, match="'banjir AND rob' is one of several keywords"):
        parse_query("gempa, banjir AND rob")


def test_a_site_is_not_asked_for_hundreds_of_searches() -> None:
    many = " OR ".join(f"kata{number}" for number in range(15))
    assert parse_query(f"{many} {many} jatim").searches() == ("jatim",)
    assert len(parse_query(f"{many} {many}").searches()) <= MOST_SEARCHES


@given(QUERIES)
def test_the_searches_find_all_that_is_meant(query: str) -> None:
    try:
        asked = parse_query(query)
    except QueryError:
        return
    parts = asked.searches()
    for text in parts:
        if asked.matches(text):
            assert any(set(part.split()) <= set(text.split()) for part in parts)
