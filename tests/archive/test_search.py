"""Full-text search and the filters that go with it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive import Archive, Selection
from newscrawl.archive.query import QueryError, parse_query
from tests.archive.samples import START, article

BODIES = {
    1: "Presiden meresmikan bendungan di Blitar. Petani menyambut air irigasi.",
    2: "Banjir bandang melanda Garut. Bendungan lama jebol diterjang air.",
    3: "Harga cabai naik di pasar Blitar, pedagang mengeluh.",
    4: "Jum'at pagi warga Café Désa berkumpul.",
}


@pytest.fixture
def archive(data: str) -> Archive:
    archive = Archive.open(data)
    for number, body in BODIES.items():
        archive.store(
            article(number, title=f"Judul {number}", body=body, site="warta" if number < 3 else "kabar")
        )
    return archive


def found(archive: Archive, **filters: Any) -> set[int]:
    condition, values = archive.words.condition(Selection(**filters))
    rows = archive.database.all(f"SELECT title FROM articles WHERE {condition}", values)
    return {int(title.split()[-1]) for (title,) in rows}


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("bendungan", {1, 2}),
        ("BENDUNGAN blitar", {1}),
        ("blitar OR garut", {1, 2, 3}),
        ("bendungan -garut", {1}),
        ('"air irigasi"', {1}),
        ('"irigasi air"', set()),
        ('bendungan -"bendungan lama"', {1}),
        ("benda*", set()),
        ("bendu*", {1, 2}),
        ("judul", {1, 2, 3, 4}),
        ("cafe desa", {4}),
        ("jum'at", {4}),
        ("blitar garut", set()),
        ("OR blitar", {1, 3}),
        ("OR OR blitar OR", {1, 3}),
        ("bendungan AND blitar", {1}),
        ("bendungan NOT garut", {1}),
        ("NOT garut bendungan", {1}),
        ("blitar and garut", set()),
        ('"air irigasi', {1}),
        ("covid-19 bendungan", set()),
        ("title:judul AND NEAR(", set()),
    ],
)
def test_queries(archive: Archive, words: str, numbers: set[int]) -> None:
    assert found(archive, words=words) == numbers


@pytest.mark.parametrize(
    "words", ["", "   ", '""', "-blitar", "*", "()", "OR", "NOT blitar", "AND", '"', "'"]
)
def test_a_query_without_a_word_is_named(words: str) -> None:
    with pytest.raises(QueryError, match="names no word to look for"):
        parse_query(words)


@given(st.text(max_size=200))
def test_no_query_is_an_error_of_syntax(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    with Archive.open(tmp_path_factory.getbasetemp() / "queries") as archive:
        try:
            condition, values = archive.words.condition(Selection(words=words.replace("\0", "")))
        except QueryError:
            return
        archive.database.all(f"SELECT key FROM articles WHERE {condition}", values)


def test_an_edit_changes_what_is_found(archive: Archive) -> None:
    archive.store(article(1, title="Judul 1", body="Gubernur menunda peresmian waduk."))
    assert found(archive, words="bendungan") == {2}
    assert found(archive, words="waduk") == {1}


def test_filters_by_site_time_language_and_length(archive: Archive) -> None:
    assert found(archive, sites=["kabar"]) == {3, 4}
    assert found(archive, sites=["kabar", "warta"]) == {1, 2, 3, 4}
    assert found(archive, since=START + timedelta(hours=2)) == {2, 3, 4}
    assert found(archive, until=START + timedelta(hours=2)) == {1}
    assert found(archive, languages=["en"]) == set()
    assert found(archive, min_length=len(BODIES[1])) == {1}
    assert found(archive, max_length=len(BODIES[4])) == {4}
    assert found(archive, sites=["warta"], words="bendungan", since=START + timedelta(hours=2)) == {2}
    assert found(archive) == {1, 2, 3, 4}
