"""Who made a picture: what the end of a caption says, with a label or without, and what it does not say."""

from __future__ import annotations

import pytest

from newscrawl.reading.fields.credits import credit_of


def nothing_known(_wording: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Bibit bakau di muara. ANTARA FOTO/Rara Kelana/foc.", "ANTARA FOTO/Rara Kelana/foc"),
        ("Bibit bakau di muara. REUTERS/Kim Han-Ji", "REUTERS/Kim Han-Ji"),
        ("Bibit bakau di muara. Rara Kel-ana/AFP", "Rara Kel-ana/AFP"),
        ("Bibit bakau di muara EPA-EFE/RARA KELANA", "EPA-EFE/RARA KELANA"),
        ("Bibit bakau di muara. /Pixabay/", "Pixabay"),
        ("Bibit bakau di muara /Pixabay/rara", "Pixabay/rara"),
        ("Bibit bakau di muara./Antara/Rara Kelana", "Antara/Rara Kelana"),
        ("Bibit bakau (Ilustrasi)/Antara", "Antara"),
        ("Bibit bakau. Foto: Rara Kelana (ilustrasi)", "Rara Kelana"),
        ("Bibit bakau di muara - SM/Rara", "SM/Rara"),
        ("Bibit bakau di muara | Rara Kelana/Suara", "Rara Kelana/Suara"),
        ("Bibit bakau di muara. IST", "IST"),
        ("Bibit bakau di muara.-Rara Kelana-Suara Muara", "Rara Kelana-Suara Muara"),
        ("Bibit bakau di muara.--Rara Kelana", "Rara Kelana"),
        ("Bibit bakau di muara-Istimewa-", "Istimewa"),
        ("Bibit bakau di muara. (dokumentasi warga)", "warga"),
        ("Bibit bakau di muara. Instagram @muara.elok", "Instagram @muara.elok"),
        ("Bibit bakau di muara. gambarbakau.com", "gambarbakau.com"),
        ("Bibit bakau (gambarbakau.co)", "gambarbakau.co"),
        ("Bibit bakau (gambarbakau.co", "gambarbakau.co"),
        ("Bibit bakau (Screenshot video)", "Screenshot video"),
        ("Bibit bakau/copyright gambarbakau.com/rara", "gambarbakau.com/rara"),
        ("bibit bakau/copyright by rarakelana (Shutterstock)", "rarakelana (Shutterstock)"),
        ("Bibit bakau di muara - Foto Rara Kelana", "Rara Kelana"),
        ("Bibit bakau di muara. Foto Dok. Humas", "Humas"),
        ("Bibit bakau di muara | Dok. Rara Kelana", "Rara Kelana"),
        ("Bibit bakau di muara - Dok. Rara Kelana", "Rara Kelana"),
        ("Bibit bakau di muara. Photo by Rara Kelana on Unsplash", "Rara Kelana on Unsplash"),
        ("Bibit bakau (Foto: Om_kelana)", "Om_kelana"),
        ("Bibit bakau. Foto : Rara.K", "Rara.K"),
        ("Foto: Rara Kelana", "Rara Kelana"),
        ("Freepik/8kelana", "Freepik/8kelana"),
        ("Bibit bakau di muara. suaramuara.id/Rara", "suaramuara.id/Rara"),
        ("Bibit bakau di muara (foto muara media)", "muara media"),
        ("Bibit bakau. Foto ilustrasi: Suara Muara/Rara Kelana", "Suara Muara/Rara Kelana"),
    ],
)
def test_the_maker_is_read_from_the_end_of_a_caption(caption: str, credit: str) -> None:
    assert credit_of(caption, known=nothing_known) == credit


@pytest.mark.parametrize(
    "caption",
    [
        "Bibit bakau (ilustrasi)",
        "Ilustrasi",
        "Bupati Muara Elok (tengah) menanam bakau.",
        "Petugas berjaga di Kec. Muara/Kab. Elok",
        "Penjagaan muara 24/7",
        "Jadwal laga Elok FC di Liga Pesisir 2026/2027",
        "Kantor bupati. Foto udara muara.",
        "Kereta jurusan Elok-Muara-Pesisir",
        "(dokter Rara)",
        "Antara laut dan darat di muara.",
    ],
)
def test_a_caption_that_names_no_maker(caption: str) -> None:
    assert credit_of(caption, known=nothing_known) is None


def test_who_is_in_the_article_is_in_the_picture_and_did_not_make_it() -> None:
    assert credit_of("Foto: Rara Kelana", known=lambda name: name == "Rara Kelana") is None
    assert credit_of("Foto: Rara Kelana") is None
