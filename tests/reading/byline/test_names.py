"""Persons told from outlets, accounts, labels and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.byline.names import is_person, names_in
from newscrawl.reading.byline.places import is_place, place_before


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rina Wulandari", ["Rina Wulandari"]),
        ("Bagus Santoso dan Tri Utami", ["Bagus Santoso", "Tri Utami"]),
        ("Bagus Santoso & Tri Utami", ["Bagus Santoso", "Tri Utami"]),
        ("Bagus Santoso, Tri Utami (Kupang)", ["Bagus Santoso", "Tri Utami"]),
        ("Bagus Santoso , Yadi (Kupang)", ["Bagus Santoso", "Yadi"]),
        ("Kontributor Sampang, Masturi", ["Masturi"]),
        ("Wartawan Kabar Rakyat, Dewi Lestari", ["Dewi Lestari"]),
        ("Wartawan Kontributor Sampang, Dewi Lestari", ["Dewi Lestari"]),
        ("Rina Wulandari pada 02 Jun 2020, 11:41 WIB", ["Rina Wulandari"]),
        ("Rina Wulandari - kabarKota", ["Rina Wulandari"]),
        ("Rina Wulandari and Joko Susilo, The Northern Post, Kupang", ["Rina Wulandari", "Joko Susilo"]),
        ("Dr. Joko Susilo, M.Si", ["Joko Susilo"]),
        ("Muh. Arsyad Nur'aini", ["Muh. Arsyad Nur'aini"]),
        ("Ahmad bin Usman", ["Ahmad bin Usman"]),
        ("I Made Sukarta", ["I Made Sukarta"]),
        ("Rina Wulandari Dosen Politeknik Negeri, Peneliti Kebijakan", ["Rina Wulandari"]),
        ("Rina Wulandari Guru Besar Universitas Lereng", ["Rina Wulandari"]),
        ("Tim Dosen Universitas Lereng", []),
        ("M.Ridwan", ["M.Ridwan"]),
        ("R.A.Kartika", ["R.A.Kartika"]),
        ("Joko Teguh Pribadi", ["Joko Teguh Pribadi"]),
        ("Unggul Susilo", ["Unggul Susilo"]),
        ("TRI UTAMI", ["TRI UTAMI"]),
        ("Hari Susanto", ["Hari Susanto"]),
        ("Rina Wulandari Mei 13, 2024", ["Rina Wulandari"]),
        ("Mei 13, 2024, 10:30 Rina Wulandari", ["Rina Wulandari"]),
        ("April Wulandari", ["April Wulandari"]),
        ("Mulyani", ["Mulyani"]),
        ("Joko Susilo, Jakarta", ["Joko Susilo"]),
        ("Joko Susilo, M.Si, Rina Wulandari", ["Joko Susilo", "Rina Wulandari"]),
        ("Joko Susilo, S.H., M. H., Rina Wulandari", ["Joko Susilo", "Rina Wulandari"]),
        ("Joko Susilo, MBA dan Rina Wulandari, Lc", ["Joko Susilo", "Rina Wulandari"]),
        ("Joko Susilo, Mba", ["Joko Susilo"]),
    ],
)
def test_names_are_found_in_what_follows_a_role_word(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "redaksi",
        "Redaksi",
        "Admin",
        "Tim Redaksi",
        "Koran Kota",
        "Kabar6.com",
        "https://www.facebook.com/kabarkota",
        "redaksi@kabarkota.id",
        "kabarkota developer",
        "PT. Kabar Media Utama",
        "rinawulandari",
        "rina",
        "HT",
        "mg-1",
        "Editorial Kabar",
        "CNN Indonesia",
        "Selasa, 16 Februari 2016",
        "Diperbarui",
        "Mei 13, 2024",
        "April 28 2023, 3:54 p.m.",
        "Fri, Apr 28 2023",
        "Sab, 27 Apr 2024 10:30 WIB",
        "Today 5:00 am",
        "Create Free Account",
        "",
        "Baca Juga",
        "Antara",
        "Universitas Negeri",
    ],
)
def test_outlets_accounts_and_labels_are_nobody(text: str) -> None:
    assert names_in(text) == []


def test_the_publishers_own_names_are_nobody() -> None:
    assert names_in("Zona Utara", outlets=["Zona Utara"]) == []
    assert names_in("Seno Utara", outlets=["Zona Utara"]) == ["Seno Utara"]


@given(st.text(max_size=400))
def test_any_text_gives_only_persons(text: str) -> None:
    for name in names_in(text):
        assert is_person(name)
        assert name == " ".join(name.split())


@pytest.mark.parametrize("name", ["Jakarta", "BANDAR LAMPUNG", "Kota Malang", "Kab. Sampang", "Doha"])
def test_known_places(name: str) -> None:
    assert is_place(name)


def test_the_longest_place_is_taken() -> None:
    assert place_before("Bandar Lampung menjadi tuan rumah") == "Bandar Lampung"
    assert place_before("Jakarta Selatan hujan") == "Jakarta Selatan"
    assert place_before("Jembatan itu rusak") is None


def test_a_name_in_small_letters_has_few_words() -> None:
    assert names_in("siti nur halimah rahmawati", labelled=True, small=True) == ["siti nur halimah rahmawati"]
    assert names_in("siti nur halimah rahmawati kusumaningrum", labelled=True, small=True) == []


@pytest.mark.parametrize("apostrophe", "'’`")
def test_friday_is_no_name_whatever_its_apostrophe(apostrophe: str) -> None:
    assert names_in(f"Jum{apostrophe}at, 14 Agustus 2015", small=True) == []
    assert names_in(f"Ma{apostrophe}ruf Rekaan", small=True) == [f"Ma{apostrophe}ruf Rekaan"]


def test_an_initial_that_is_also_a_title_before_names_stays_behind_one() -> None:
    assert names_in("M. Rizky H.") == ["M. Rizky H."]
    assert names_in("H. Rizky Lereng") == ["Rizky Lereng"]
