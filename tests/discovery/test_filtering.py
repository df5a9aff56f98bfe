"""Which articles are dropped after they were read."""

from __future__ import annotations

from datetime import datetime

import pytest

from newscrawl.discovery.filtering import OutOfRangeError, UnwantedError, check_wanted
from newscrawl.items import Article
from tests.discovery.answers import NEWEST, WIB, want

RANGE = want(since="2026-08-10", until="2026-08-12")


def article(**given) -> Article:
    return Article(
        id="1", url="https://bola.k.example/liga-1/harga-beras", site="k", title="Harga Beras Naik", **given
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@pytest.mark.parametrize(
    ("moment", "precision", "side"),
    [
        ("2026-08-09T23:59", "minute", "before"),
        ("2026-08-10T00:00", "minute", None),
        ("2026-08-11T23:59", "minute", None),
        ("2026-08-12T00:00", "minute", "after"),
        ("2026-08-09", "day", "before"),
        ("2026-08-10", "day", None),
    ],
)
def test_the_date_decides(moment: str, precision: str, side: str | None) -> None:
    record = article(published_at=at(moment), published_precision=precision)
    if side is None:
        check_wanted(record, "", RANGE, ())
        return
    with pytest.raises(OutOfRangeError, match="Out of range") as error:
        check_wanted(record, "", RANGE, ())
    assert (error.value.side, error.value.part) == (side, "range")


def test_a_day_of_which_some_is_in_the_range_passes() -> None:
    check_wanted(
        article(published_at=at("2026-08-10"), published_precision="day"),
        "",
        want(since="2026-08-10T15:00"),
        (),
    )


def test_without_a_date_an_article_passes() -> None:
    check_wanted(article(), "", RANGE, ("range",))


def test_words_are_looked_at_where_no_source_answers_for_them() -> None:
    asked = want(query="HARGA gabah")

    check_wanted(article(), "tentang sesuatu", asked, ())
    check_wanted(article(), "Gabah petani", asked, ("query",))
    with pytest.raises(UnwantedError, match="HARGA gabah"):
        check_wanted(article(), "tentang sesuatu", asked, ("query",))


@pytest.mark.parametrize("query", ["gabah OR jagung", '"harga beras" NOT gabah', "BERAS*", "har* -jagung"])
def test_words_mean_what_they_mean_to_the_archive(query: str) -> None:
    check_wanted(article(), "Beras dan jagung.", want(query="beras"), ("query",))
    text = "Jagung." if "jagung" in query and "-" not in query else "Beras."
    check_wanted(article(), text, want(query=query), ("query",))
    with pytest.raises(UnwantedError):
        check_wanted(article(), "", want(query=f"{query} NOT naik"), ("query",))


@pytest.mark.parametrize("section", ["Bola", "Liga 1", "ekonomi"])
def test_a_section_is_known_by_the_page_or_the_address(section: str) -> None:
    check_wanted(article(section="Ekonomi"), "", want(sections=(section,)), ("sections",))


def test_another_section_is_dropped() -> None:
    with pytest.raises(UnwantedError, match="another section"):
        check_wanted(article(section="Ekonomi"), "", want(sections=("hukum",)), ("sections",))


def test_nothing_is_dropped_where_nothing_was_asked() -> None:
    check_wanted(article(published_at=at("2001-01-01"), published_precision="day"), "", NEWEST, ())
