"""Spans of days cover a range once, newest first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discovery.addresses import check_address
from newscrawl.discovery.windows import windows

DAYS = st.dates(date(1998, 1, 1), date(2026, 12, 31))


@given(DAYS, st.integers(0, 400), st.integers(0, 40))
def test_every_day_is_in_one_window_and_none_is_longer(first: date, length: int, days: int) -> None:
    last = first + timedelta(days=length)

    found = list(windows(first, last, days=days))

    covered = [start + timedelta(days=n) for start, end in found for n in range((end - start).days + 1)]
    assert sorted(covered) == [first + timedelta(days=n) for n in range(length + 1)]
    assert found == sorted(found, reverse=True)
    assert len(found) == 1 if days == 0 else all((end - start).days < days for start, end in found)


def test_a_range_that_ends_before_it_begins_has_no_windows() -> None:
    assert list(windows(date(2026, 8, 2), date(2026, 8, 1), days=7)) == []


@pytest.mark.parametrize(
    "url", ["example.id", "ftp://example.id/", "https://", "http://[::1", "javascript:x", ""]
)
def test_what_is_no_address_of_the_web_is_quoted(url: str) -> None:
    with pytest.raises(ValueError, match=r"is no (?:http or https )?address") as error:
        check_address(url)

    assert f"'{url}'" in str(error.value)


def test_an_address_is_given_back() -> None:
    assert check_address("http://example.id:8080/a?b") == "http://example.id:8080/a?b"
