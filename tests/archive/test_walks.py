"""Listings: what is caught up, what to ask them with, which days are done."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newscrawl.archive import Archive, Validators

NOW = datetime(2026, 8, 2, 12, 0, tzinfo=UTC)
FEED = "https://warta.example/feed"


@pytest.fixture
def archive(data: str) -> Archive:
    return Archive.open(data)


def test_a_source_is_caught_up_as_of_the_last_walk_that_ended(archive: Archive) -> None:
    assert not archive.walks.caught_up_at("warta", FEED)
    with archive.transaction():
        archive.walks.begin("warta", FEED, now=NOW)
    assert not archive.walks.caught_up_at("warta", FEED)
    with archive.transaction():
        archive.walks.end("warta", FEED, {}, now=NOW)
    assert archive.walks.caught_up_at("warta", FEED)
    assert not archive.walks.caught_up_at("kabar", FEED)
    with archive.transaction():
        archive.walks.begin("warta", FEED, now=NOW + timedelta(hours=1))
    assert archive.walks.caught_up_at("warta", FEED) == NOW
    with archive.transaction():
        archive.walks.end("warta", FEED, {}, now=NOW + timedelta(hours=2))
    assert archive.walks.caught_up_at("warta", FEED) == NOW + timedelta(hours=2)


def test_validators_are_kept_when_the_walk_ends_and_forgotten_when_none_are_given(archive: Archive) -> None:
    assert not archive.walks.validators(FEED)
    for given in (Validators('"a"', "Sat, 01 Aug 2026 00:00:00 GMT"), Validators('W/"b"'), Validators()):
        with archive.transaction():
            archive.walks.end("warta", FEED, {FEED: given}, now=NOW)
        assert archive.walks.validators(FEED) == given


def test_days_done_are_kept_by_site(archive: Archive) -> None:
    archive.mark_day_done("warta", date(2026, 8, 1))
    archive.mark_day_done("warta", date(2026, 8, 1))
    archive.mark_day_done("warta", date(2024, 2, 29))
    assert archive.days_done("warta") == {date(2026, 8, 1), date(2024, 2, 29)}
    assert archive.days_done("kabar") == set()
