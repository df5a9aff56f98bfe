"""Where the grammar ends, dateparser is asked, rarely and with suspicion."""

from __future__ import annotations

from datetime import UTC, datetime
from unittest import mock

import pytest

from newscrawl.reading.dates import last_resort, parse

NOW = datetime(2027, 11, 23, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["2026, 5 Mei", "Mei 2026, tanggal 5", "5; Mei; 2026", "5 - - - Mei - - - 2026"]
)
def test_odd_orders_are_read_by_dateparser(text: str) -> None:
    found = parse(text, now=NOW)
    assert found is not None
    assert (found.instant.isoformat(), found.precision) == ("2026-05-05T00:00:00+07:00", "day")


def test_its_time_and_zone_are_kept() -> None:
    found = parse("5 [Mei] 2026 10:00 WITA")
    assert found is not None
    assert (found.instant.isoformat(), found.precision) == ("2026-05-05T10:00:00+08:00", "minute")
    assert found.zone_named


@pytest.mark.parametrize(
    "answer", [datetime(2025, 5, 5, tzinfo=UTC), datetime(2026, 5, 23, tzinfo=UTC), None]
)
def test_an_answer_that_the_line_does_not_state_is_not_believed(answer: datetime | None) -> None:
    with mock.patch.object(last_resort, "ask", return_value=answer):
        assert parse("5 [Mei] 2026 10:00") is None


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet",
        "5 Mei 2026 10:00 WIB",
        "31 Februari 2026",
        "Harga 5 sampai 7 ribu pada Mei 2026 dan Juni 2026",
        "Mei 2026 " * 10,
        "2 jam lalu",
    ],
)
def test_it_is_not_asked_about_what_needs_no_guess(text: str) -> None:
    with mock.patch.object(last_resort, "ask") as asked:
        parse(text, now=NOW)
    asked.assert_not_called()


def test_months_alone_claim_the_month() -> None:
    for text in ("Mei 2026", "05/2026", "2026-05", "Edisi Mei 2026"):
        found = parse(text)
        assert found is not None
        assert (found.instant.isoformat(), found.precision) == ("2026-05-01T00:00:00+07:00", "month")
    assert parse("13/2026") is None
