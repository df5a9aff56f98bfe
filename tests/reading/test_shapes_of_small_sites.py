"""What small sites and their systems print around a text: captions, breadcrumbs, labels, times, names."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

from functools import partial

import pytest

from newscrawl import extract
from newscrawl.reading.byline.codes import codes_in
from newscrawl.reading.byline.dateline import find_dateline
from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.widgets.lines import verdict
from tests.reading import shapes

TITLE = "Warga Teluk Sari Panen Rumput Laut Lebih Awal"
URL = "https://www.kabarteluksari.example/baca/warga-teluk-sari-panen-rumput-laut-lebih-awal"
DATE = "<p>Senin, 2 Februari 2026 | 08:30 WIB</p>"
TEXT = [
    "Warga Teluk Sari memanen rumput laut dua pekan lebih awal karena air laut lebih hangat dari biasanya.",
    "Kepala dusun mengatakan hasil panen dijemur di halaman balai sebelum dijual kepada pengepul dari kota.",
    "Harga rumput laut kering naik seribu rupiah, sehingga banyak keluarga menambah tali bentang tahun ini.",
]
PROSE = "".join(f"<p>{line}</p>" for line in TEXT)
CAPTION = "Warga menjemur rumput laut di halaman balai dusun"
FILE = "/foto/2026/rumput-laut.jpg"
article = partial(shapes.article, title=TITLE, site="Kabar Teluk Sari", url=URL, below=DATE, text=PROSE)


class TestPictures:
    @pytest.mark.parametrize("style", ["small fst-italic", "text-xs text-gray-500", "italic"])
    def test_small_or_slanted_line_by_its_class_is_a_caption(self, style: str) -> None:
        found = article(below=f'{DATE}<img src="{FILE}"><p class="{style}">{CAPTION}</p>')
        assert found.images[0].caption == CAPTION

    def test_small_line_outside_the_box_of_the_text_is_a_caption(self) -> None:
        box = f'<div><h2>Teluk</h2><img src="{FILE}"><p class="small fst-italic">{CAPTION}</p></div>'
        html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{DATE}{box}<div class='isi'>{PROSE * 3}</div></body></html>"
        assert extract(html, URL).images[0].caption == CAPTION

    def test_account_in_brackets_is_a_credit(self) -> None:
        found = article(
            below=f'{DATE}<figure><img src="{FILE}"><figcaption>{CAPTION} (@teluksari)</figcaption></figure>'
        )
        assert found.images[0].credit == "@teluksari"

    def test_button_in_an_element_of_its_own_is_no_credit(self) -> None:
        box = f'<div><div><img src="{FILE}"></div><div><span>{CAPTION}. Foto: Dok. Dusun</span></div><div><span>Perbesar</span></div></div>'
        found = article(below=DATE + box)
        assert found.images[0].credit == "Dok. Dusun"

    def test_stated_picture_is_no_advertisement_because_it_stays_while_the_page_scrolls(self) -> None:
        head = f'<meta property="og:image" content="{URL[:35]}{FILE}">'
        box = f'<div class="parallax"><img src="{URL[:35]}{FILE}"><p class="wp-caption-text">{CAPTION}</p></div>'
        assert article(head=head, below=DATE + box).images[0].caption == CAPTION

    def test_picture_in_the_place_of_an_advertisement_is_none_of_the_article(self) -> None:
        text = f'<div class="td-a-rec td-a-rec-id-content_top"><img src="/unggah/toko.jpg"></div><img src="{FILE}">{PROSE}'
        assert [image.url[-15:] for image in article(text=text).images] == [FILE[-15:]]

    @pytest.mark.parametrize("box", ["e3lan e3lan-in-post1", "stream-item stream-item-above-post-content"])
    def test_places_of_advertisements_in_themes(self, box: str) -> None:
        text = f'<div class="{box}"><a href="#"><img src="/unggah/toko.jpg"></a></div>{PROSE}'
        assert article(below=f'{DATE}<img src="{FILE}">', text=text).images[1:] == []

    def test_banner_above_an_old_page_is_no_picture_of_it(self) -> None:
        assert article(above='<img src="banner.gif">').images == []

    def test_picture_above_the_headline_is_no_portrait_because_the_author_stands_below_it(self) -> None:
        html = (
            f"<html><head><title>{TITLE}</title></head><body><article><header class='entry-header'>"
            f"<div class='post-thumb'><img src='{FILE}'></div><div class='entry-meta'><a href='/daerah' rel='category tag'>"
            f"Daerah</a> / By <a href='/author/laras' rel='author'>Laras Wulandari</a> / 02/02/2026</div><h1>{TITLE}</h1></header>"
            f"<div>{PROSE}</div></article></body></html>"
        )
        assert [image.url[-len(FILE) :] for image in extract(html, URL).images] == [FILE]


class TestSections:
    def test_last_crumb_that_is_a_usual_section_is_the_section(self) -> None:
        crumbs = '<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/teluk">Teluk Sari</a></li><li>Daerah</li></ol>'
        assert article(above=crumbs).section == "Daerah"

    def test_breadcrumb_that_says_where_the_reader_is(self) -> None:
        crumbs = '<div class="pos">Anda di sini: <a href="/">Depan</a> &gt; <a href="/surat-warga">Surat Warga</a></div>'
        assert article(above=crumbs).section == "Surat Warga"

    @pytest.mark.parametrize("label", ["LIVE", "Breaking News", "Eksklusif"])
    def test_label_of_how_a_story_is_told_is_no_section(self, label: str) -> None:
        assert article(above=f'<div class="label">{label}</div>').section is None


class TestText:
    def test_times_of_the_entries_of_a_live_report_are_text(self) -> None:
        times = ["11.40 WIB", "09.15 WIB", "05.12 WIB"]
        entries = "".join(
            f'<div><span class="time">{time}</span><p>{line}</p></div>'
            for time, line in zip(times, TEXT, strict=True)
        )
        body = article(text=entries).body or ""
        assert [line for line in body.split("\n\n") if line in times] == times

    def test_one_time_in_a_box_called_so_is_none(self) -> None:
        assert "08.30" not in (article(text=f'<span class="time">08.30 WIB</span>{PROSE}').body or "")

    def test_label_of_what_a_post_says_stays_in_a_fact_check(self) -> None:
        text = f"{PROSE}<p><b>Narasi:</b></p><blockquote><p>“Rumput laut dari teluk itu beracun semua.”</p></blockquote>{PROSE}"
        assert "Narasi:" in (article(text=text).body or "").split("\n\n")

    @pytest.mark.parametrize(
        "line",
        [
            "Artikel ini dilindungi hak cipta, dilarang menyalin tanpa izin redaksi.",
            "Selengkapnya baca di sini",
            "Segera lengkapi data dirimu untuk ikut program #BerkomentarSantun.",
        ],
    )
    def test_notices_of_the_site(self, line: str) -> None:
        assert verdict(line) is not None

    def test_beginning_of_the_next_page_is_a_teaser(self) -> None:
        teaser = "Dinas perikanan akan mengirim penyuluh ke teluk itu sebelum musim"
        text = f"{PROSE}<div><span>Halaman Selanjutnya</span><p>{teaser}</p></div>"
        assert teaser not in (article(text=text).body or "")
        assert teaser in (article(text=f"{PROSE}<p>{teaser} hujan.</p>").body or "")

    def test_what_a_picture_shows_below_the_text_is_its_caption(self) -> None:
        text = f"{PROSE}<p>(L. Wulandari)</p><p><i>Ket. Foto: {CAPTION}.</i></p>"
        found = article(text=text)
        assert "Ket. Foto" not in (found.body or "")
        assert found.authors == ["L. Wulandari"]

    def test_office_that_signs_its_letter_is_no_name_of_the_site(self) -> None:
        signature = "<p>Hormat kami,</p><p>Kabar Teluk Sari</p>"
        assert (article(text=PROSE + signature).body or "").endswith("Kabar Teluk Sari")
        assert not (article(text=f"{PROSE}<p>Kabar Teluk Sari</p>").body or "").endswith("Sari")

    def test_sentence_on_copyright_is_text(self) -> None:
        assert verdict("Motif kain ini dilindungi hak cipta sejak dua tahun lalu, kata perajin itu.") is None


class TestPeople:
    def test_last_name_cut_to_its_first_letter_is_the_same_person(self) -> None:
        text = f"{PROSE}<p><em>Pewarta: Laras W</em></p>"
        found = article(below="<p>Wartawan: Laras Wulandari - 2 Februari 2026 08:30</p>", text=text)
        assert found.authors == ["Laras Wulandari"]

    def test_head_of_an_area_is_a_byline(self) -> None:
        line = "<p>02/02/2026 - 08:30 &nbsp;<i></i> Kaperwil Palu: M. Yunus</p>"
        assert article(below=line).authors == ["M. Yunus"]

    def test_byline_in_sundanese(self) -> None:
        assert article(below=f"<div>Ku: Dadang Permana</div>{DATE}").authors == ["Dadang Permana"]

    def test_capitals_behind_the_last_sentence_are_a_code(self) -> None:
        assert codes_in('"Kami menunggu cuaca," kata dia. QRS', closes=True) == ["QRS"]
        assert codes_in('"Kami menunggu cuaca," kata dia. QRS') == []
        assert codes_in("Acara itu disiarkan stasiun QRS", closes=True) == []


def test_place_that_heads_an_item_behind_a_sentence_is_no_dateline() -> None:
    lines = [TEXT[0], "Denpasar", "Pagi: berawan", "Siang: hujan"]
    assert find_dateline([Block(line) for line in lines]).place is None
    assert find_dateline([Block("Denpasar"), Block(TEXT[0])]).place == "Denpasar"


def test_description_keeps_the_place_that_a_local_site_is_called_by() -> None:
    told = "PALU - Hasil panen rumput laut dijemur di halaman balai dusun sebelum dijual ke kota."
    html = (
        f"<html><head><title>{TITLE}</title><meta property='og:site_name' content='Kabar Palu'>"
        f"<meta name='description' content='{told}'></head><body><h1>{TITLE}</h1>{DATE}{PROSE}</body></html>"
    )
    assert extract(html, URL).description == told


@pytest.mark.parametrize(
    ("line", "site", "place", "source"),
    [
        ("LOBAR - Petani memanen padi lebih awal.", ("beritalobar", "id"), "LOBAR", None),
        ("BERITALOBAR - Petani memanen padi lebih awal.", ("beritalobar", "id"), None, "BERITALOBAR"),
        ("SUKASARI – Warga memanen padi lebih awal.", ("sukasari", "desa", "id"), "SUKASARI", None),
        ("KOTA SARI – Warga memanen padi lebih awal.", ("kotasari", "go", "id"), "KOTA SARI", None),
        ("Palu, 12 Maret 2026", ("kabarteluk", "id"), "Palu", None),
    ],
)
def test_place_that_a_local_site_is_called_by(
    line: str, site: tuple[str, ...], place: str | None, source: str | None
) -> None:
    found = find_dateline([Block(line), Block(TEXT[0])], site=site)
    assert (found.place, found.source) == (place, source)


def test_day_of_a_change_that_a_theme_hides_is_not_that_of_the_publication() -> None:
    times = (
        '<div class="entry-meta"><span><time class="updated" datetime="2026-02-09T10:00:00+07:00">9 Februari 2026</time>'
        '<time class="entry-date published" datetime="2026-02-02T08:30:00+07:00">2 Februari 2026</time></span></div>'
    )
    found = article(below=times)
    assert found.published_at is not None
    assert found.modified_at is not None
    assert (found.published_at.day, found.modified_at.day) == (2, 9)


def test_time_behind_the_word_for_a_change_is_that_of_the_change() -> None:
    times = (
        '<div class="meta"><span><time datetime="2026-02-02T08:30:00+07:00">2 Februari 2026</time></span> <span><span>Updated:</span> '
        '<time datetime="2026-02-09T10:15:00+07:00">9 Februari 2026</time></span></div>'
    )
    found = article(below=times)
    assert found.modified_at is not None
    assert found.modified_at.isoformat() == "2026-02-09T10:15:00+07:00"


def test_tagline_below_the_headline_is_the_description() -> None:
    assert article(below=f'<h2 class="s-tagline">Murah, kering, dan cepat laku</h2>{DATE}').description
