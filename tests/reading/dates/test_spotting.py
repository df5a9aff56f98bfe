"""Which lines are made to say when: whatever the grammar reads, with few words beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newscrawl.reading.dates import parse
from newscrawl.reading.dates.spotting import has_clock, has_day, is_date_line

NOW = datetime(2026, 7, 29, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Kamis, 23Jul 2026 07:12 WITA",
        "Terbit : 23 - 07 - 2026, 07.12 WITA",
        "23-Jul-26 07:12",
        "Kamis, 23 Juli 07:12 WITA",
        "23/07 07:12",
        "Kamis (23/7)",
        "3 j lalu",
        "Kemarin, 07.12 WIB",
        "Kamis, 23 Juli 202607:12 WITA",
        "2026年7月23日 07:12",
        "3小时前",
        "Oleh Mega Lestari | 23 Juli 2026 07:12",
        "23 Juli 2026 Pertanian, Peternakan, Kesehatan, Pendidikan, Budaya, Olahraga, Desa Leave a reply",
        "Baru saja",
        "Ditulis pada 23 Juli 2026 dalam kategori Pertanian, Peternakan, Budaya, Desa, Koperasi oleh admin",
        "Posted on July 23, 2026 in News, Agriculture, Village, Government by redaksi with 2 Comments",
    ],
)
def test_line_that_says_when(text: str) -> None:
    assert is_date_line(text)
    assert parse(text, now=NOW) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Warga berkumpul di balai desa pada 23 Juli 2026 untuk membahas saluran air yang rusak.",
        "23 Juli 2026 menjadi hari yang ditunggu warga karena jembatan itu akhirnya dibuka untuk umum",
        "Sebanyak 12.30 persen lahan kering",
        "Skor akhir 3/2 untuk tuan rumah",
        "Pasal 12 ayat 3",
        "Beberapa warga yang lalu lalang",
        "Suasana pasar, Kamis (23/7).",
        "",
    ],
)
def test_line_that_only_mentions_a_day(text: str) -> None:
    assert not is_date_line(text)


def test_parts_of_a_date_line() -> None:
    assert has_day("Kamis, 23 Juli 2026")
    assert not has_day("Kamis (23/7)")
    assert has_clock("pukul 07.12")
    assert not has_clock("turun 12.50%")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Kamis, 23 Juli 202607:12 WITA", "2026-07-23T07:12:00+08:00"),
        ("2026年7月23日 下午2:05", "2026-07-23T14:05:00+07:00"),
        ("2026年7月23日 7时12分", "2026-07-23T07:12:00+07:00"),
        ("7月23日 07:12", "2026-07-23T07:12:00+07:00"),
        ("23/7 07:12", "2026-07-23T07:12:00+07:00"),
        ("2026-07-23T07:12:00 00:00", "2026-07-23T07:12:00+00:00"),
        ("2026-07-23T07:12:00 08:00", "2026-07-23T07:12:00+08:00"),
        ("20分钟前", "2026-07-29T02:40:00+00:00"),
    ],
)
def test_forms_that_templates_and_addresses_leave_behind(text: str, iso: str) -> None:
    found = parse(text, now=NOW)
    assert found is not None
    assert found.instant == datetime.fromisoformat(iso)


def test_who_edited_is_no_change() -> None:
    found = parse("Diedit oleh Mega Lestari, 23 Juli 2026 07:12 | Diperbarui 24 Juli 2026 08:00", now=NOW)
    assert found is not None
    assert found.instant.day == 23


def test_the_short_word_for_the_day_is_no_other_word_of_a_line() -> None:
    assert is_date_line(
        "Tgl 24-11-2026 Kategori Perkebunan, Koperasi, Ekspor, Petani, Pasar, Lereng, Muara Komentar 0"
    )
