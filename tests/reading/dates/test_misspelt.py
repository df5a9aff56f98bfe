"""Months misspelt by one letter, between a day and a year."""

from __future__ import annotations

import pytest

from newscrawl.reading.dates.parse import parse
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.dates.words import month_meant


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Janurai", 1),
        ("Jamuari", 1),
        ("Pebruari", 2),
        ("Februri", 2),
        ("Meret", 3),
        ("Aprill", 4),
        ("Junni", 6),
        ("Julli", 7),
        ("Agutus", 8),
        ("Agusuts", 8),
        ("Septermber", 9),
        ("Setpember", 9),
        ("Okotber", 10),
        ("Oktobr", 10),
        ("Nopember", 11),
        ("Novemver", 11),
        ("Noveber", 11),
        ("Desemeber", 12),
        ("Desmber", 12),
        ("Decembr", 12),
    ],
)
@pytest.mark.parametrize("line", ["Diterbitkan: 24 {} 2026, 09.15 WIB", "24-{}-2026", "{} 24, 2026"])
def test_the_month_that_is_meant(word: str, month: int, line: str) -> None:
    text = line.format(word)
    found = parse(text)
    assert found is not None
    assert (found.instant.year, found.instant.month, found.instant.day) == (2026, month, 24)
    assert is_date_line(text)


@pytest.mark.parametrize("word", ["juny", "desa", "budiman", "nomor", "juta", "tahun", "november", "des"])
def test_what_is_no_slip_stays(word: str) -> None:
    assert month_meant(word) is None


@pytest.mark.parametrize("text", ["Agutus 2026", "Musim Meret di 2026", "24 orang pada Septermber"])
def test_nothing_is_read_into_words_without_day_and_year_around(text: str) -> None:
    found = parse(text)
    assert found is None
