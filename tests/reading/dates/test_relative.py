"""Dates that need the moment of fetching: counted back, named by 'kemarin', or without a year."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.dates import parse

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 12, 0, 30, tzinfo=JAKARTA)


def read(text: str, now: datetime = NOW, zone: str = "Asia/Jakarta") -> tuple[str, str] | None:
    found = parse(text, zone=zone, now=now)
    return (found.instant.isoformat(), found.precision) if found else None


@pytest.mark.parametrize(
    ("text", "seconds", "precision"),
    [
        ("35 detik lalu", 35, "second"),
        ("20 detik yang lalu", 20, "second"),
        ("10 menit lalu", 600, "minute"),
        ("- 2 menit lalu", 120, "minute"),
        ("33 Menit Yang Lalu", 1980, "minute"),
        ("27 mnt yg lalu", 1620, "minute"),
        ("semenit lalu", 60, "minute"),
        ("sebelas menit lalu", 660, "minute"),
        ("dua puluh lima menit yang lalu", 1500, "minute"),
        ("setengah jam lalu", 1800, "day"),
        ("kurang dari 1 menit yang lalu", 60, "minute"),
        ("5 minutes ago", 300, "minute"),
        ("1 Jam 10 Menit lalu", 4200, "minute"),
        ("| 1 Jam 7 Menit lalu", 4020, "minute"),
        ("sejam lalu", 3600, "day"),
        ("sejam yang lalu", 3600, "day"),
        ("satu jam lalu", 3600, "day"),
        ("tiga jam lalu", 10800, "day"),
        ("2 jam silam", 7200, "day"),
        ("an hour ago", 3600, "day"),
        ("| 9 hours ago", 32400, "day"),
        ("2 hari, 3 jam lalu", 183600, "day"),
        ("baru saja", 0, "minute"),
        ("beberapa detik lalu", 0, "minute"),
        ("just now", 0, "minute"),
    ],
)
def test_counted_times(text: str, seconds: int, precision: str) -> None:
    assert read(text) == ((NOW - timedelta(seconds=seconds)).isoformat(), precision)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("sehari lalu", "2026-11-22", "day"),
        ("1 hari yang lalu", "2026-11-22", "day"),
        ("tiga hari yang lalu", "2026-11-20", "day"),
        ("2 days ago", "2026-11-21", "day"),
        ("kemarin", "2026-11-22", "day"),
        ("kemarin lusa", "2026-11-21", "day"),
        ("hari ini", "2026-11-23", "day"),
        ("Yesterday", "2026-11-22", "day"),
        ("seminggu lalu", "2026-11-16", "month"),
        ("1 Minggu yang lalu", "2026-11-16", "month"),
        ("4 bulan lalu", "2026-07-23", "month"),
        ("4 tahun lalu", "2022-11-23", "month"),
        ("10 tahun yang lalu", "2016-11-23", "month"),
    ],
)
def test_counted_days_and_more(text: str, day: str, precision: str) -> None:
    assert read(text) == (f"{day}T00:00:00+07:00", precision)


def test_months_back_end_on_the_last_day_of_a_short_month() -> None:
    assert read("1 bulan lalu", datetime(2024, 3, 31, 9, tzinfo=JAKARTA)) == (
        "2024-02-29T00:00:00+07:00",
        "month",
    )
    assert read("1 tahun lalu", datetime(2024, 2, 29, 9, tzinfo=JAKARTA)) == (
        "2023-02-28T00:00:00+07:00",
        "month",
    )


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("kemarin 14.05", "2026-11-22T14:05:00+07:00"),
        ("Kemarin, 14:05 WITA", "2026-11-22T14:05:00+08:00"),
        ("kemarin pukul 14.05 WIB", "2026-11-22T14:05:00+07:00"),
        ("Hari ini, 09:00 WIB", "2026-11-23T09:00:00+07:00"),
        ("Today at 9:00 am", "2026-11-23T09:00:00+07:00"),
    ],
)
def test_named_days_with_a_time(text: str, instant: str) -> None:
    assert read(text) == (instant, "minute")


def test_days_are_those_of_the_publishers_zone() -> None:
    late = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    assert read("kemarin 10.00", late) == ("2026-11-22T10:00:00+07:00", "minute")
    assert read("kemarin 10.00", late, "Asia/Jayapura") == ("2026-11-23T10:00:00+09:00", "minute")


def test_a_date_in_the_line_beats_the_count() -> None:
    assert read("10 menit lalu | 5 Mei 2026 10:00 WIB") == ("2026-05-05T10:00:00+07:00", "minute")


@pytest.mark.parametrize(
    ("text", "instant", "precision"),
    [
        ("Selasa (20/1)", "2026-01-20T00:00:00+07:00", "day"),
        ("Selasa, 20/1, 14.30 WIB", "2026-01-20T14:30:00+07:00", "minute"),
        ("Jum’at (8/5) pukul 19.30 WIB", "2026-05-08T19:30:00+07:00", "minute"),
        ("Jumat Kliwon (8/5)", "2026-05-08T00:00:00+07:00", "day"),
        ("20/1", "2026-01-20T00:00:00+07:00", "day"),
        ("20 Jan 14:30 WITA", "2026-01-20T14:30:00+08:00", "minute"),
        ("Jan 20", "2026-01-20T00:00:00+07:00", "day"),
        ("31 Desember", "2025-12-31T00:00:00+07:00", "day"),
        ("23 November 10.00", "2026-11-23T10:00:00+07:00", "minute"),
        ("29/2", "2024-02-29T00:00:00+07:00", "day"),
    ],
)
def test_yearless_dates_take_the_latest_year_that_is_past(text: str, instant: str, precision: str) -> None:
    assert read(text) == (instant, precision)


def test_a_yearless_date_on_an_old_page_follows_its_weekday() -> None:
    assert read("Kamis (20/1)") == ("2022-01-20T00:00:00+07:00", "day")


def test_around_new_year() -> None:
    assert read("Rabu (31/12)", datetime(2026, 1, 1, 0, 5, tzinfo=JAKARTA)) == (
        "2025-12-31T00:00:00+07:00",
        "day",
    )
    assert read("kemarin", datetime(2026, 1, 1, 0, 5, tzinfo=JAKARTA)) == ("2025-12-31T00:00:00+07:00", "day")
    assert read("1 Januari", datetime(2025, 12, 31, 17, 30, tzinfo=UTC)) == (
        "2026-01-01T00:00:00+07:00",
        "day",
    )


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(JAKARTA)),  # noqa: DTZ001
    st.integers(1, 59),
)
def test_any_count_of_minutes(now: datetime, count: int) -> None:
    found = parse(f"{count} menit yang lalu", now=now)
    assert found is not None
    assert found.relative
    assert now - found.instant == timedelta(minutes=count)


@given(st.dates(datetime(2010, 1, 1).date(), datetime(2099, 1, 1).date()), st.integers(0, 300))  # noqa: DTZ001
def test_a_yearless_date_is_found_again_within_the_year(day: datetime, age: int) -> None:
    now = datetime(day.year, day.month, day.day, 12, tzinfo=JAKARTA) + timedelta(days=age)
    found = parse(f"{day.day}/{day.month}", now=now)
    assert found is not None
    assert found.instant.date() == day
