"""The words of dates: months, weekdays, parts of the day, zones, numbers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newscrawl.reading.dates import parse
from newscrawl.reading.dates.words import number

MONTHS = {
    1: "Januari Jan Jan. Janu Januar January Djan Djanuari JANUARI",
    2: "Februari Feb Febr Pebruari Peb Febuari February",
    3: "Maret Mar Mrt March Mac Maart",
    4: "April Apr Apr. APRIL",
    5: "Mei May MEI Mai",
    6: "Juni Jun June Djuni",
    7: "Juli Jul July Djuli Julai",
    8: "Agustus Agu Agt Ags Agst Agus Agust Ag. Aug August Ogos",
    9: "September Sep Sept Sept. Spt",
    10: "Oktober Okt Oct October",
    11: "November Nov Nop Nopember Nofember",
    12: "Desember Des Dec December Disember",
}


@pytest.mark.parametrize(
    ("month", "word"), [(n, word) for n, words in MONTHS.items() for word in words.split()]
)
@pytest.mark.parametrize(
    "shape", ["7 {} 2019", "07-{}-2019 10:00", "{} 7, 2019", "Senin,7 {} 2019|10.00 WIB"]
)
def test_every_spelling_of_a_month(month: int, word: str, shape: str) -> None:
    found = parse(shape.format(word))
    assert found is not None
    assert (found.instant.year, found.instant.month, found.instant.day) == (2019, month, 7)


FRIDAYS = [
    *("Jumat", "Jum'at", "Jum’at", "Jum‘at", "Jum`at", "Jum´at", "Jumʼat", "JUM'AT", "Jum&#039;at"),
    *("Jum&rsquo;at", "Jumaat", "Friday", "Fri", "Jum"),
]


@pytest.mark.parametrize("word", FRIDAYS)
def test_friday_in_every_spelling(word: str) -> None:
    found = parse(f"{word}, 24 Juli 2026 | 07:08 WIB")
    assert found is not None
    assert found.instant.isoformat() == "2026-07-24T07:08:00+07:00"


@pytest.mark.parametrize("word", ["Ahad", "Minggu", "AHAD", "Sunday", "Minggu Pahing", "Ahad Wage"])
def test_sunday_is_no_week(word: str) -> None:
    found = parse(f"{word}, 3 Mei 2026 10:00")
    assert found is not None
    assert found.instant.isoformat() == "2026-05-03T10:00:00+07:00"


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("7:05 pagi", "07:05"),
        ("11.30 siang", "11:30"),
        ("12.15 siang", "12:15"),
        ("1.15 siang", "13:15"),
        ("5.00 sore", "17:00"),
        ("6.10 petang", "18:10"),
        ("7.30 malam", "19:30"),
        ("19.30 malam", "19:30"),
        ("1.00 malam", "01:00"),
        ("02.30 dini hari", "02:30"),
        ("12.30 dini hari", "00:30"),
        ("4.45 subuh", "04:45"),
        ("12:30 AM", "00:30"),
        ("12:30 PM", "12:30"),
        ("5:04pm", "17:04"),
        ("5.04 p.m.", "17:04"),
        ("17:04 PM", "17:04"),
        ("jam 2 siang", "14:00"),
        ("pukul 6 sore WIB", "18:00"),
        ("pukul 18 WIB", "18:00"),
        ("5 pm", "17:00"),
        ("1845 WIB", "18:45"),
        ("malam pukul 7.30", "19:30"),
    ],
)
def test_parts_of_the_day(clock: str, expected: str) -> None:
    found = parse(f"Selasa, 5 Mei 2026 {clock}")
    assert found is not None
    assert found.instant.isoformat() == f"2026-05-05T{expected}:00+07:00"


@pytest.mark.parametrize(
    ("label", "hours"),
    [
        ("WIB", 7),
        ("wib", 7),
        ("(WIB)", 7),
        ("WITA", 8),
        ("Wita", 8),
        ("WIT", 9),
        ("W.I.T.A", 8),
        ("Waktu Indonesia Barat", 7),
        ("Waktu Indonesia Tengah (WITA)", 8),
        ("Waktu Indonesia Timur", 9),
        ("Asia/Makassar", 8),
        ("GMT+8", 8),
        ("UTC +9", 9),
        ("+0800", 8),
        ("+09:00", 9),
        ("UTC", 0),
        ("SGT", 8),
    ],
)
def test_named_zones(label: str, hours: int) -> None:
    found = parse(f"Selasa, 5 Mei 2026 10:00 {label}", zone="Asia/Jayapura")
    assert found is not None
    assert found.zone_named
    assert found.instant.utcoffset() == timedelta(hours=hours)
    assert found.instant.hour == 10


@pytest.mark.parametrize(
    ("zone", "offset"), [("Asia/Jakarta", "+07:00"), ("Asia/Makassar", "+08:00"), ("Asia/Jayapura", "+09:00")]
)
def test_times_without_a_zone_are_the_publishers(zone: str, offset: str) -> None:
    found = parse("Selasa, 5 Mei 2026 10:00", zone=zone)
    assert found is not None
    assert not found.zone_named
    assert found.instant.isoformat() == f"2026-05-05T10:00:00{offset}"


def test_a_label_stands_for_the_whole_line() -> None:
    for text in ("WITA | 5 Mei 2026 | 10:00", "5 Mei 2026 10:00, Denpasar (WITA)"):
        found = parse(text)
        assert found is not None
        assert found.instant.isoformat() == "2026-05-05T10:00:00+08:00"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("satu", 1),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("dua belas", 12),
        ("dua puluh", 20),
        ("dua puluh lima", 25),
        ("sembilan puluh sembilan", 99),
        ("45", 45),
        ("dua belas tiga", None),
        ("dua tiga", None),
        ("kucing", None),
    ],
)
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert number(words) == value
