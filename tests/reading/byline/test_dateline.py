"""Datelines, printed in every form and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.byline import Dateline, find_dateline, read_dateline
from newscrawl.reading.tree.blocks import Block

PLACES = st.sampled_from(
    [
        "Jakarta",
        "Bandar Lampung",
        "Tulungagung",
        "Palangka Raya",
        "Beijing",
        "Kuala Lumpur",
        "Sampang",
        "Kupang",
    ]
)
DOMAINS = st.sampled_from(
    ["kabarutara.com", "Suara7.id", "POSUTARA.CO.ID", "warta-kota.com", "iUtara.id", "Kanal.TV"]
)
OUTLETS = st.sampled_from(["ANTARA", "KBR", "CNN Indonesia", "IDN Times", "VOA"])
DASHES = st.sampled_from([" - ", " -- ", " --- ", " – ", " — ", "- ", "– ", "--"])
SPACED = st.sampled_from([" - ", " -- ", " – ", " — "])
LEADS = st.sampled_from(
    [
        "Warga menanam seribu pohon di lereng bukit, Senin.",
        '"Kami bersyukur," kata kepala desa.',
        "Pemerintah menambah dana desa tahun ini - naik dua kali lipat.",
    ]
)


@given(PLACES, DOMAINS, DASHES, LEADS)
def test_place_then_site(place: str, site: str, dash: str, lead: str) -> None:
    assert read_dateline(f"{place.upper()}, {site}{dash}{lead}") == Dateline(place.upper(), site)


@given(PLACES, DOMAINS, DASHES, LEADS)
def test_site_then_place(place: str, site: str, dash: str, lead: str) -> None:
    assert read_dateline(f"{site}, {place}{dash}{lead}") == Dateline(place, site)


@given(PLACES, st.one_of(DOMAINS, OUTLETS), SPACED, LEADS)
def test_outlet_in_brackets(place: str, outlet: str, dash: str, lead: str) -> None:
    assert read_dateline(f"{place} ({outlet}){dash}{lead}") == Dateline(place, outlet)
    assert read_dateline(f"{place}, ({outlet}){dash}{lead}") == Dateline(place, outlet)


@given(PLACES, PLACES, OUTLETS, LEADS)
def test_two_places_and_an_outlet(place: str, wider: str, outlet: str, lead: str) -> None:
    assert read_dateline(f"{place}, {wider} ({outlet}) - {lead}") == Dateline(f"{place}, {wider}", outlet)


@given(PLACES, SPACED, LEADS)
def test_place_alone(place: str, dash: str, lead: str) -> None:
    assert read_dateline(f"{place}{dash}{lead}") == Dateline(place)
    assert read_dateline(f"{place.upper()}{dash}{lead}") == Dateline(place.upper())
    assert read_dateline(f"{place}: {lead}") == Dateline(place)


@given(DOMAINS, SPACED, LEADS)
def test_site_alone(site: str, dash: str, lead: str) -> None:
    assert read_dateline(f"{site}{dash}{lead}") == Dateline(None, site)


@given(PLACES, DOMAINS, LEADS)
def test_bars_and_colons(place: str, site: str, lead: str) -> None:
    assert read_dateline(f"{site} | {place} - {lead}") == Dateline(place, site)
    assert read_dateline(f"{place.upper()} | {site} - {lead}") == Dateline(place.upper(), site)
    assert read_dateline(f"{site} –{place}: {lead}") == Dateline(place, site)
    assert read_dateline(f"{site} - {place.upper()}. {lead}") == Dateline(place.upper(), site)


@pytest.mark.parametrize(
    ("text", "place", "source"),
    [
        ("Beijing, China, (afederasi.com) - Menteri itu berkunjung.", "Beijing, China", "afederasi.com"),
        ("Kabar6.com, Jakarta Sepekan lamanya pasar kembali buka.", "Jakarta", "Kabar6.com"),
        ("REPUBLIK.CO.ID, Perintah eksekutif itu menuai kritik.", None, "REPUBLIK.CO.ID"),
        ("Jakarta -", "Jakarta", None),
        ("(Utara.co.id) Palu,-", "Palu", "Utara.co.id"),
        ("[Kabar Utara] Palu –", "Palu", "Kabar Utara"),
        ("Utara.co.id (Palu) - Rapat digelar.", "Palu", "Utara.co.id"),
        ("Palu, “Rapat itu berjalan sampai larut malam,” kata kepala desa yang hadir.", "Palu", None),
        ("(Utara.co.id) - Rapat digelar.", None, "Utara.co.id"),
        ("BOBONG – Rapat digelar, Senin.", "BOBONG", None),
        ("AEK KANOPAN, Utara.co.id – Rapat digelar.", "AEK KANOPAN", "Utara.co.id"),
        ("LANGIT.ID-Jakarta; Rapat digelar.", "Jakarta", "LANGIT.ID"),
        ("ACEHUTARA.COM [ PIDIE – Rapat digelar.", "PIDIE", "ACEHUTARA.COM"),
        ("DELISERDANG (Waspada): Rapat digelar.", "DELISERDANG", "Waspada"),
        ("MAKASSAR, UTARANEWS – Rapat digelar.", "MAKASSAR", "UTARANEWS"),
        ("MONITOR, Jakarta - Rapat digelar.", "Jakarta", "MONITOR"),
        ("Jakarta, KotaOtomotif – Rapat digelar.", "Jakarta", "KotaOtomotif"),
        ("Kanal.com Kanal.com - Pembalap itu menang.", None, "Kanal.com"),
        ("TANA PASER. Rapat digelar.", "TANA PASER", None),
        ("𝗧𝘂𝗹𝘂𝗻𝗴𝗮𝗴𝘂𝗻𝗴|Kanal.com - Rapat digelar.", "Tulungagung", "Kanal.com"),
        ("TRIBUNUTARA.COM, JAKARTA --Hingga kini warga menunggu.", "JAKARTA", "TRIBUNUTARA.COM"),
    ],
)
def test_forms_of_real_sites(text: str, place: str | None, source: str | None) -> None:
    assert read_dateline(text) == Dateline(place, source)


@pytest.mark.parametrize(
    "text",
    [
        "Warga menanam seribu pohon di lereng bukit.",
        "Presiden - yang baru dilantik - berkunjung ke desa.",
        "Sumber: Kantor Berita",
        "(Bersambung) Warga menanam pohon",
        "[HR. At-Tirmidzi no. 1997]",
        "E.A. Mangkubumi",
        "Timnas Indonesia - tim yang muda - menang.",
        "Budi (40) - seorang petani - menanam kopi.",
        "MAJELIS hakim menunda sidang itu.",
        "Catatan: harga dapat berubah.",
        "",
        "1. Menanam pohon",
    ],
)
def test_sentences_have_no_dateline(text: str) -> None:
    assert read_dateline(text) == Dateline()


def test_a_summary_may_stand_before_the_dateline() -> None:
    blocks = [
        Block("Sidebar", kept=False),
        Block("Warga memperbaiki jalan sendiri karena dana belum turun."),
        Block("KUPANG, UTARA.com - Warga desa itu bergotong royong."),
    ]
    assert find_dateline(blocks) == Dateline("KUPANG", "UTARA.com")


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    read_dateline(text)


class TestPlaces:
    def test_line_of_its_own_with_an_outlet_in_brackets(self) -> None:
        assert read_dateline("Denpasar, (Kabarutara.com)-") == Dateline("Denpasar", "Kabarutara.com")

    def test_known_place_and_comma_before_a_sentence(self) -> None:
        text = "Jayapura, Dinas Kehutanan menanam seribu pohon di lereng bukit untuk menahan longsor."
        assert read_dateline(text) == Dateline("Jayapura", None)

    @pytest.mark.parametrize("place", ["Tanjung Pandan", "Tanjungpandan", "Pangkal Pinang", "KULON PROGO"])
    def test_a_place_may_be_written_in_two_words(self, place: str) -> None:
        text = f"{place}, Tim peneliti dari dua kampus menemukan katak di hutan kerangas pada pekan lalu."
        assert read_dateline(text) == Dateline(place)

    @pytest.mark.parametrize(
        "text",
        [
            "Bandung, Bogor dan Depok menanam seribu pohon di lereng bukit untuk menahan longsor.",
            "Bali, Pulau Dewata, menanam seribu pohon di lereng bukit untuk menahan longsor.",
            "Surabaya, kota terbesar kedua, menanam seribu pohon di lereng bukit itu.",
        ],
    )
    def test_list_or_apposition_is_no_dateline(self, text: str) -> None:
        assert read_dateline(text) == Dateline()

    def test_unknown_place_that_the_text_speaks_of(self) -> None:
        lines = ["Sukamekar – Warga menanam pohon.", "Kepala Desa di Sukamekar ikut menanam."]
        assert find_dateline([Block(line) for line in lines]) == Dateline("Sukamekar", None)
        assert find_dateline([Block(lines[0]), Block("Kepala desa ikut menanam.")]) == Dateline()

    @pytest.mark.parametrize(
        ("start", "place", "source"),
        [
            ("Sukamekar, KW - ", "Sukamekar", "KW"),
            ("Sukamekar (KW) – ", "Sukamekar", "KW"),
            ("Sukamekar [KW] – ", "Sukamekar", "KW"),
            ("Sukamekar, Jateng – ", "Sukamekar, Jateng", None),
            ("Sukamekar, NTT – ", "Sukamekar, NTT", None),
            ("Sukamekar (4/6) – ", "Sukamekar", None),
            ("SUKAMEKAR: ", "SUKAMEKAR", None),
            ("Sukamekar: ", None, None),
            ("Sukamekar, Permai – ", None, None),
        ],
    )
    def test_what_stands_behind_an_unknown_place(
        self, start: str, place: str | None, source: str | None
    ) -> None:
        lines = [f"{start}Warga menanam pohon.", "Kepala Desa di Sukamekar ikut menanam."]
        assert find_dateline([Block(line) for line in lines]) == Dateline(place, source)

    def test_the_initials_of_the_site_behind_an_unknown_place(self) -> None:
        line = Block("Sukamekar, KW - Warga menanam pohon.")
        assert find_dateline([line], site=("kabarwarga", "id", "kw")) == Dateline("Sukamekar", "KW")
        assert find_dateline([line], site=("beritawarga", "id", "bw")) == Dateline()

    def test_topic_in_camel_case_is_no_outlet(self) -> None:
        assert read_dateline("PohonOS - Sistem ini mengatur air di kebun.") == Dateline()
        assert read_dateline("KotaPohon - Warga menanam.", site=("kotapohon", "com")) == Dateline(
            None, "KotaPohon"
        )

    def test_rubric_is_no_outlet(self) -> None:
        assert read_dateline("INFO NIAGA - Dengan latar yang sama, warga menanam.") == Dateline()


@pytest.mark.parametrize(
    "day",
    [
        "5 Maret 2025",
        "Rabu (5/3/2025)",
        "Rabu, 5 Maret 2025",
        "05/03/2025",
        "Wednesday (5/3)",
    ],
)
def test_a_day_between_place_and_text(day: str) -> None:
    lead = "Bank Muara membuka cabang baru di pesisir utara."

    assert read_dateline(f"Jakarta, {day} – {lead}") == Dateline("Jakarta")
    assert read_dateline(f"JAKARTA, {day} (Kabarutara.com) - {lead}") == Dateline("JAKARTA", "Kabarutara.com")


def test_a_wire_between_slashes_behind_the_day() -> None:
    found = read_dateline("HONG KONG, 5 Maret 2025 /PRNewswire/ -- Muara Energi hari ini membuka kantor.")

    assert found == Dateline("HONG KONG", "PRNewswire")


@pytest.mark.parametrize(
    "text",
    [
        "Jakarta, 17 Agustus 1945. Lokasi di lapangan kampung itu, dan warga sudah berdiri sejak pagi.",
        "Jakarta, 17 Agustus 1945 menjadi hari yang bersejarah bagi warga kampung itu.",
        "Polisi menangkap pelaku di Jakarta, Rabu (5/3/2025) - begitu kata saksi di kampung itu.",
        "Bibit Bakau, 5 Maret 2025 - Warga menanamnya di muara.",
    ],
)
def test_a_day_alone_makes_no_dateline(text: str) -> None:
    assert not read_dateline(text)


def test_a_row_of_figures_below_the_first_line_names_no_dateline() -> None:
    first = Block("Harga cabai naik di empat kota sejak pekan lalu karena hujan.")
    assert find_dateline([first, Block("Palembang | 71", "table_row")]) == Dateline()
    assert find_dateline([first, Block("Palembang | Hujan turun sejak Minggu.")]) == Dateline("Palembang")
