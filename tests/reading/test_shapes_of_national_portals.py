"""What national portals print beside headline, picture and text, as their systems have it since 2022."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl.items import Image
from newscrawl.reading.byline.dateline import Dateline, read_dateline
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.fields.credits import credit_of
from newscrawl.reading.widgets.lines import verdict
from tests.reading.shapes import DATE, PROSE, article


class TestPeople:
    def test_a_list_of_names_behind_a_role_word(self) -> None:
        names = "<li><a href='/a/1'>Rina Amalia</a></li><li><a href='/a/2'>Budi Hartono (Elok)</a></li>"
        found = article(below=f"{DATE}<div><p>Oleh :</p><ul>{names}</ul></div>")
        assert found.authors == ["Rina Amalia", "Budi Hartono"]

    def test_a_list_of_more_than_names_names_the_first(self) -> None:
        names = "<li>Rina Amalia</li><li>Budi Hartono</li><li>Dibaca 87 kali</li>"
        assert article(below=f"{DATE}<div><p>Oleh :</p><ul>{names}</ul></div>").authors == ["Rina Amalia"]

    def test_full_names_with_a_bar_between(self) -> None:
        assert names_in("Rina Amalia | Budi Hartono") == ["Rina Amalia", "Budi Hartono"]

    @pytest.mark.parametrize("behind", ["Suara Muara", "Jawa Tengah", "Niaga", "Selasa, 4 Maret 2025"])
    def test_what_else_stands_behind_a_bar(self, behind: str) -> None:
        assert names_in(f"Rina Amalia | {behind}") == ["Rina Amalia"]


class TestPictures:
    def test_a_labelled_credit_above_the_name_of_who_is_in_the_picture(self) -> None:
        box = '<div><img src="/f/rina.jpg"><div class="caption"><p>Foto: Dok Pribadi</p><p>Rina Amalia</p></div></div>'
        image = Image(
            url="https://www.suaramuara.example/f/rina.jpg", caption="Rina Amalia", credit="Dok Pribadi"
        )
        assert article(below=f"{DATE}{box}").images == [image]

    def test_the_counters_of_a_gallery_are_no_dates_beside_a_face(self) -> None:
        slides = "".join(
            f'<div><figure><img src="/f/bakau{name}.jpg"><figcaption>Bibit bakau.</figcaption></figure><span>{n}/3</span></div>'
            for n, name in enumerate("abc", 1)
        )
        assert len(article(below=f"{DATE}<div class=galeri>{slides}</div>").images) == 3

    def test_the_stamp_of_a_fact_check_is_no_picture(self) -> None:
        found = article(below=f'{DATE}<img src="/f/bakau.jpg"><div><img src="/img/hoaks.png"></div>')
        assert [image.url[-9:] for image in found.images] == ["bakau.jpg"]

    @pytest.mark.parametrize(
        ("caption", "credit"),
        [
            ("Bibit bakau di Muara/Kabar-Rina Amalia", "Kabar-Rina Amalia"),
            ("Bibit bakau di Muara/Kabar - Rina A. Putri", "Kabar - Rina A. Putri"),
            ("Kereta Elok/Muara-Pesisir", None),
        ],
    )
    def test_outlet_and_photographer_behind_a_slash(self, caption: str, credit: str | None) -> None:
        assert credit_of(caption) == credit


@pytest.mark.parametrize(
    ("text", "place", "source"),
    [
        ("UTARA.CO.ID - STAVHEIM. Bank sentral menahan bunga.", "STAVHEIM", "UTARA.CO.ID"),
        ("UTARA.CO.ID - Stavheim. Bank sentral menahan bunga.", None, "UTARA.CO.ID"),
        ("KBRN, Lubuk Asri: Warga menanam bakau.", "Lubuk Asri", "KBRN"),
        ("WARGA, Lubuk Asri: Kami menanam bakau.", None, None),
    ],
)
def test_any_place_beside_an_outlet_in_capitals(text: str, place: str | None, source: str | None) -> None:
    assert read_dateline(text) == Dateline(place, source)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Buka akses ke data eksklusif. Berlangganan", "app or subscription promo"),
        ("Update Terkini", "site menu"),
        ("Buka akses ke desa itu, kata dia.", None),
        ("Update terkini dari posko menyebut 12 orang mengungsi.", None),
    ],
)
def test_calls_to_subscribers_and_what_heads_live_entries(line: str, kind: str | None) -> None:
    assert verdict(line) == kind


def test_what_heads_live_entries_goes_and_the_entries_stay() -> None:
    entries = "<h5>Update Terkini</h5><p>14.20 WIB</p><p>Air surut di hilir.</p>"
    body = article(below=DATE, text=f"{PROSE}{entries}").body or ""
    assert "Update" not in body
    assert body.endswith("14.20 WIB\n\nAir surut di hilir.")


class TestSection:
    def test_a_kicker_may_be_the_topic(self) -> None:
        kicker = "<div class=kicker><span>Sengkarut Bakau</span></div>"
        row = "<div><svg></svg><span>Rina Amalia</span><svg></svg><span>Opini</span><svg></svg><span>Kamis, 9 Oktober 2025 16:42 WIB</span></div>"
        assert article(above=kicker, below=row).section == "Opini"
        assert article(above=kicker, below=DATE).section == "Sengkarut Bakau"

    def test_what_a_front_page_calls_its_articles_gives_way_to_the_category(self) -> None:
        links = '<a rel="category tag" href="/utama/">Berita Utama</a> <a rel="category tag" href="/niaga/">Niaga</a>'
        assert article(above=f"<div>{links}</div>", below=DATE).section == "Niaga"

    def test_a_hash_sign_begins_a_topic_and_no_section(self) -> None:
        assert article(above="<h5 class=kanal>#SisiGelapBakau</h5>", below=DATE).section is None


def test_a_pull_quote_of_a_short_paragraph_goes() -> None:
    said = "Kalau satu mati, kami tanam dua"
    quote = f"<p>“{said},” katanya.</p><blockquote><p>{said}</p></blockquote>"
    assert (article(below=DATE, text=f"{PROSE}{quote}{PROSE}").body or "").count(said) == 1


def test_outlet_and_photographer_may_be_all_of_a_caption() -> None:
    assert credit_of("Kabar Muara/Rina Amalia", known=str.islower) == "Kabar Muara/Rina Amalia"
    for caption in ("Rina Amalia/Budi Hartono", "Jembatan Elok/Muara", "Kantor Kec. Elok/Kab. Muara Jaya"):
        assert credit_of(caption, known=str.isprintable if "Rina" in caption else str.islower) is None
