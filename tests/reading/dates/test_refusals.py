"""What is impossible, ambiguous or no date at all gives None, and never a date bent into shape."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.dates import parse

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def day(text: str) -> str | None:
    found = parse(text, now=NOW)
    return found.instant.date().isoformat() if found else None


def test_numbers_are_day_month_year() -> None:
    assert day("05/08/2026") == "2026-08-05"
    assert day("5-8-2026 10:00") == "2026-08-05"
    assert day("13/08/2026") == "2026-08-13"


def test_month_first_is_refused_without_proof() -> None:
    for text in ("08/13/2026", "8-13-2026 10:00", "Rabu, 08/13/2026"):
        assert day(text) is None


def test_month_first_is_read_where_the_line_proves_it() -> None:
    assert day("Thursday, 08/13/2026 10:00") == "2026-08-13"
    assert day("8/13/2026 3:04:05 PM") == "2026-08-13"
    assert day("Wed, 05/06/2026 - 10:00") == "2026-05-06"


def test_a_weekday_that_fits_neither_order_changes_nothing() -> None:
    assert day("Senin, 05/08/2026") == "2026-08-05"


@pytest.mark.parametrize(
    "text",
    [
        "31 Februari 2026",
        "29 Februari 2023",
        "29/02/2100",
        "32/01/2026",
        "0/5/2026",
        "5/0/2026",
        "2026-13-05",
        "2026-02-30T10:00:00Z",
        "20260230",
        "12 Mei 2026 25:10",
        "12 Mei 2026 14:75",
        "12 Mei 2026 14:30:61",
        "2026-05-12T14:30:61+07:00",
        "04.12.25",
        "1.2.10 10:30",
        "04.12.25 30:30",
        "12 Mei 2026 24:15",
        "12 Mei 2026 14.30 pagi",
        "12 Mei 2026 12.30 malam",
        "12 Mei 2026 00:30 PM",
        "12 Mei 2026 10:00 +25:00",
        "2026-05-12T10:00:00+17:00",
        "12 Mei 2026 10:00 IST",
        "2026-05-12WITA10:00:00+07:00",
        "5-6 Mei 2026",
        "8 Nov 12 tamu",
        "08/13",
        "Kamis (32/12)",
        "Senin, 30 Februari",
        "1.5 jam lalu",
        "dua tiga jam lalu",
        "2-3 jam lalu",
        "9999 tahun lalu",
    ],
)
def test_the_impossible_is_unknown(text: str) -> None:
    assert parse(text, now=NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "null WIB",
        "[publishdate]",
        "{{ date }}",
        "d/m/Y H:i",
        "Invalid date",
        "NaN",
        "undefined",
        "0",
        "0000-00-00 00:00:00",
        "0000-00-00",
        "-0001-11-30T00:00:00+00:00",
        "Wed, 30 Nov -0001 00:00:00 +0000",
        "1/1/0001 12:00:00 AM",
        "1970-01-01T00:00:00Z",
        "1970-01-01 07:00:00",
        "Thu, 01 Jan 1970 07:00:00 +0700",
        "1 Januari 1970",
        "01/01/1970",
        "01 Jan 1970 08:00 WITA",
    ],
)
def test_placeholders_are_no_dates(text: str) -> None:
    assert parse(text, now=NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "10:00 WIB",
        "12.30",
        "2026",
        "Senin",
        "Mei",
        "Minggu lalu",
        "Senin lalu",
        "tadi malam",
        "besok 10.00",
        "2 jam lagi",
        "lalu lintas",
        "masa lalu",
        "Jakarta",
        "+62 812 3456 7890",
        "Rp 5.000.000",
        "192.168.1.1",
        "Halaman 1/2",
        "1 dari 3",
        "123456789012345678901234",
        "Jumat, 20 Jumadil Awwal 1438",
        "1 Sya'ban 1447 H",
        "Lebih lanjut baca di sini!",
    ],
)
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert parse(text, now=NOW) is None


@pytest.mark.parametrize(
    "text", ["2 jam lalu", "kemarin 14.05", "baru saja", "20/1", "Selasa (20/1)", "20 Jan"]
)
def test_without_a_moment_of_fetching_relative_and_yearless_dates_are_unknown(text: str) -> None:
    assert parse(text, now=None) is None
    assert parse(text, now=NOW) is not None


def test_bad_arguments_are_named() -> None:
    with pytest.raises(ValueError, match="Asia/Jakrta"):
        parse("5 Mei 2026", zone="Asia/Jakrta")
    with pytest.raises(ValueError, match="aware"):
        parse("5 Mei 2026", now=datetime(2026, 11, 23))  # noqa: DTZ001


@given(st.text(max_size=300))
def test_any_text_gives_an_aware_date_or_none(text: str) -> None:
    found = parse(text, now=NOW)
    assert found is None or found.instant.tzinfo is not None


@given(st.text(alphabet="0123456789 /-.:,|()+TZwitabpukljamse'\u00a0", max_size=80))
def test_date_like_rubbish_gives_an_aware_date_or_none(text: str) -> None:
    found = parse(text, now=NOW)
    assert found is None or found.instant.tzinfo is not None


@pytest.fixture
def not_for_ever() -> Iterator[None]:
    """A pattern that backtracks without end is stopped here and not by the patience of the reader."""
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail("still reading after 20 seconds"))
    signal.alarm(20)
    yield
    signal.alarm(0)


UNITS = [
    *("1", "12 ", "5/", "5/5/", "5 mei ", "mei ", "1:", "10:00 ", "10.", "- ", "|", "(", "senin, ", "t", "𝟓"),
    *(
        "senin pahing ",
        "5 mei 2026",
        "2026-05-",
        "wib ",
        "a ",
        "5 jam ",
        "se",
        "dua puluh ",
        "kemarin ",
        "\n",
    ),
    *("1 jam dan ", "&amp;", "\u200b", "１", "diperbarui ", "jan 1 10:00 ", "12 jumadil ", "gmt+", "pukul "),
    *("99/99/9999 ", "18 zulkaidah 1447 ", "asia/", "1 1 ", "5 mei 2026 | ", "1, ", "'", "0 ", "2 jam lalu "),
]


@pytest.mark.usefixtures("not_for_ever")
@pytest.mark.parametrize("frame", ["{}", "5 Mei 2026 {}", "{} 5 Mei 2026"])
def test_hostile_strings_are_read_to_the_end(frame: str) -> None:
    for unit in UNITS:
        parse(frame.format(unit * (100_000 // len(unit))), now=NOW)
        parse(frame.format(unit * (200 // len(unit))), now=NOW)


def test_a_page_of_prose_is_no_date_line() -> None:
    assert parse("Pada Selasa (5/5/2026) warga berkumpul di alun-alun kota. " * 20, now=NOW) is None
