"""Lines with more than one date, and what they call each."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from newscrawl.reading.dates.folding import fold
from newscrawl.reading.dates.lines import read_statements
from newscrawl.reading.dates.parse import parse, parse_all

JAKARTA = ZoneInfo("Asia/Jakarta")


def stated(text: str) -> list[tuple[str, str]]:
    return [
        (role, date.instant.isoformat(timespec="minutes"))
        for role, date in read_statements(fold(text) or "", JAKARTA)
    ]


def test_each_date_stands_under_the_label_before_it() -> None:
    assert stated("Terbit 2 Mei 2026 10:00 WIB | Diperbarui 3 Mei 2026 08:00 WIB") == [
        ("published", "2026-05-02T10:00+07:00"),
        ("modified", "2026-05-03T08:00+07:00"),
    ]
    assert stated("Update: 3 Mei 2026 08:00 WITA, Tayang: 2 Mei 2026 10:00 WITA") == [
        ("modified", "2026-05-03T08:00+08:00"),
        ("published", "2026-05-02T10:00+08:00"),
    ]
    assert stated("12 Januari 2018   22:59 Diperbarui: 12 Januari 2018   23:33") == [
        ("unknown", "2018-01-12T22:59+07:00"),
        ("modified", "2018-01-12T23:33+07:00"),
    ]


@pytest.mark.parametrize(
    "word",
    [
        *("Diperbarui", "Diperbaharui", "Pembaruan", "Update", "Updated", "Last update :", "Terupdate"),
        *("Dimutakhirkan", "Last modified", "Edited", "Direvisi", "Revisi", "Diedit", "Disunting", "Ralat"),
    ],
)
def test_words_that_call_a_date_a_change(word: str) -> None:
    assert stated(f"Redaksi | {word} 2 Mei 2026 10:00") == [("modified", "2026-05-02T10:00+07:00")]


def test_a_time_belongs_to_the_date_before_it() -> None:
    assert stated("2 Mei 2026 Redaksi Diperbarui 3 Mei 2026 oleh Ani pukul 08.00") == [
        ("unknown", "2026-05-02T00:00+07:00"),
        ("modified", "2026-05-03T08:00+07:00"),
    ]


def test_an_impossible_date_is_left_out() -> None:
    assert stated("Edisi 31/02/2026, terbit 2 Mei 2026") == [("published", "2026-05-02T00:00+07:00")]


def test_one_string_gives_the_publication_and_not_the_change() -> None:
    found = parse("Diperbarui 3 Mei 2026 08:00 WIB | Terbit 2 Mei 2026 10:00 WIB")
    assert found is not None
    assert found.instant.isoformat() == "2026-05-02T10:00:00+07:00"


def test_all_dates_of_machine_strings_and_counts() -> None:
    assert [role for role, _ in parse_all("2026-05-02T10:00:00Z", zone="Asia/Jakarta", now=None)] == [
        "unknown"
    ]
    assert parse_all("null WIB", zone="Asia/Jakarta", now=None) == []
    assert parse_all("Diperbarui 1 Januari 1970", zone="Asia/Jakarta", now=None) == []
