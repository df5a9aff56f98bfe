"""On which side of the range an article lies by what its listing says."""

from __future__ import annotations

import pytest

from newscrawl.discovery import Found
from newscrawl.discovery.ranges import side_of
from tests.discovery.answers import NEWEST, want

RANGE = want(since="2026-08-10", until="2026-08-12")
"""The tenth and the eleventh of August, in Jakarta."""


@pytest.mark.parametrize(
    ("published", "side"),
    [
        ("2026-08-09T23:59:59+07:00", "before"),
        ("2026-08-09T23:59:59", "before"),
        ("2026-08-09T17:30:00Z", None),
        ("Sun, 09 Aug 2026 23:59:00 WIB", "before"),
        ("Mon, 10 Aug 2026 00:00:00 WIB", None),
        ("Selasa, 11 Agustus 2026 23:59 WIB", None),
        ("Rabu, 12/08/2026 00:00 WIB", "after"),
        ("2026-08-12T00:00:00+07:00", "after"),
        ("2026-08-11T23:59:59.999+07:00", None),
        ("2026-08-10", None),
        ("2026-08-09", "before"),
        ("2026-08-12", "after"),
        ("6 hari yang lalu", None),
        ("9 hari yang lalu", "before"),
        ("Agustus 2026", None),
        ("tak terbaca", None),
        ("", None),
    ],
)
def test_published_decides(published: str, side: str | None) -> None:
    assert side_of(Found("https://k.example/a", published=published), RANGE) == side


def test_what_was_changed_counts_only_where_publication_cannot_be_read() -> None:
    old = "1999-01-01"

    assert side_of(Found("https://k.example/a", published="2026-08-10", modified=old), RANGE) is None
    assert side_of(Found("https://k.example/a", published="tak terbaca", modified=old), RANGE) == "before"


def test_what_was_changed_last_before_the_range_was_published_before_it() -> None:
    assert side_of(Found("https://k.example/a", modified="2026-08-09T20:00:00+07:00"), RANGE) == "before"
    assert side_of(Found("https://k.example/a", modified="2026-08-09"), RANGE) == "before"
    assert side_of(Found("https://k.example/a", modified="2026-08-10"), RANGE) is None
    assert side_of(Found("https://k.example/a", modified="2026-08-16"), RANGE) is None


@pytest.mark.parametrize(
    ("path", "side"),
    [
        ("read/2026/08/08/123/a", "before"),
        ("read/2026/08/09/123/a", None),
        ("2026/08/12/a", None),
        ("2026/08/13/a", "after"),
        ("20260801101500-4-1/a", "before"),
        ("2026/13/45/a", None),
        ("2026/02/31/a", None),
        ("a-2026-08-01", None),
    ],
)
def test_the_day_in_an_address_counts_with_a_day_on_either_side(path: str, side: str | None) -> None:
    assert side_of(Found(f"https://k.example/{path}"), RANGE) == side


def test_open_ranges_have_one_side() -> None:
    old, new = (
        Found("https://k.example/a", published="2001-01-01"),
        Found("https://k.example/a", published="2026-08-16"),
    )

    assert (side_of(old, want(since="2026-08-01")), side_of(new, want(since="2026-08-01"))) == (
        "before",
        None,
    )
    assert (side_of(old, want(until="2026-08-01")), side_of(new, want(until="2026-08-01"))) == (None, "after")
    assert side_of(old, NEWEST) is None


def test_a_day_counts_while_any_of_it_is_in_the_range() -> None:
    afternoon = want(since="2026-08-10T15:00", until="2026-08-10T16:00")

    assert side_of(Found("https://k.example/a", published="2026-08-10"), afternoon) is None
    assert side_of(Found("https://k.example/a", published="2026-08-10T14:00:00"), afternoon) == "before"
