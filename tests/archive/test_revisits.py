"""The decaying schedule of visits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive.revisits import DEFAULT_SCHEDULE, next_visit, parse_schedule

BORN = datetime(2026, 8, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_schedules_are_written_as_text_or_lists() -> None:
    expected = (timedelta(minutes=30), 6 * HOUR, timedelta(days=1), timedelta(weeks=2))
    assert parse_schedule("30m, 1d 6h,2W") == expected
    assert parse_schedule(["30m", "6h", "1d", "2w"]) == expected
    assert parse_schedule("") == ()


@pytest.mark.parametrize("text", ["1h, soon", "1.5h", "h", "-1h", "3y"])
def test_an_age_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is no age; write them like 30m"):
        parse_schedule(text)


def test_the_default_is_never_for_old_articles_and_soon_for_fresh_ones() -> None:
    schedule = parse_schedule(DEFAULT_SCHEDULE)
    assert next_visit(schedule, born=BORN, now=BORN) == BORN + HOUR
    assert next_visit(schedule, born=BORN, now=BORN + HOUR) == BORN + 6 * HOUR
    assert next_visit(schedule, born=BORN, now=BORN + timedelta(days=2)) == BORN + timedelta(days=3)
    assert next_visit(schedule, born=BORN, now=BORN + timedelta(days=7)) is None


@given(st.lists(st.integers(1, 10_000), max_size=8), st.integers(0, 20_000))
def test_a_visit_is_always_to_come(hours: list[int], age: int) -> None:
    schedule = parse_schedule([f"{count}h" for count in hours])
    now = BORN + age * HOUR
    visit = next_visit(schedule, born=BORN, now=now)
    assert (visit is None) == all(count <= age for count in hours)
    assert visit is None or visit > now
