"""Sections in breadcrumbs, rows of links and date lines, and the menus and links that look like them."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl import extract
from tests.reading.test_shapes_of_themes import DATE, PROSE, TITLE, URL, article

STATED = '<meta property="article:section" content="Kelautan">'


class TestMenusCalledBreadcrumb:
    @pytest.mark.parametrize(
        "menu",
        [
            '<ul><li class="breadcrumb-item"><span>Klub</span></li><li><a href="/laga">Laga</a></li><li><a href="/skor">Skor</a></li></ul>',
            '<ul><li class="breadcrumb"><a href="#">Topik</a></li><li><a href="/alam">Alam</a></li><li><a href="/seni">Seni</a></li></ul>',
            '<div class="menu-kanal"><div class="crumb">Tim</div><div><a href="/laga">Laga</a></div><div><a href="/skor">Skor</a></div></div>',
            '<ul><li class="crumb"><a href="/tips">Tips</a></li><li><a href="/rute">Rute</a></li><li><a href="/inap">Inap</a></li></ul>',
            '<div><div class="breadcrumb">Info</div><a href="/sidang">Sidang</a><a href="/putusan">Putusan</a></div>',
            '<div><div class="bread">Rubrik</div><ul><li><a href="/gunung">Gunung</a></li><li><a href="/danau">Danau</a></li></ul></div>',
            '<div class="crumb"><a href="/index.php/guru">Guru</a> <a href="/index.php/murid">Murid</a> <a href="/index.php/wali">Wali</a></div>',
            '<div><span class="breadcrumbs">Topik</span><a href="/kopi">Kopi</a><a href="/tenun">Tenun</a></div>',
            '<ol class="breadcrumb menu-alat"><li><b>Alat</b></li><li><a href="/alat/pasang">Pasang</a></li><li><a href="/alat/surut">Surut</a></li></ol>',
        ],
        ids=[
            "items of a list",
            "leads nowhere",
            "called a channel",
            "first entry",
            "in a box",
            "above a list",
            "through a program",
            "in a line",
            "below its name",
        ],
    )
    def test_one_entry_before_links_of_other_names(self, menu: str) -> None:
        assert article(head=STATED, above=menu).section == "Kelautan"

    @pytest.mark.parametrize(
        "crumbs",
        [
            '<ul><li class="crumb"><a href="/bakau">Bakau</a></li><li><a href="/bakau/foto">Foto</a></li><li><a href="/bakau/bibit">Bibit</a></li></ul>',
            '<div><div class="crumb">Bakau</div><a href="/a"><img src="/a.png"> Bagikan</a><a href="#cetak">Cetak</a></div>',
            '<div><div class="crumb">Bakau</div><div>Bagikan <a href="/a">Surel</a></div><div>Simpan <a href="/b">Nanti</a></div></div>',
            '<ul><li class="crumb"><a href="/kabar">Kabar</a></li><li class="crumb"><a href="/bakau">Bakau</a></li></ul>',
            '<div><div class="crumb"><a href="/alam">Alam</a> <a href="/bakau">Bakau</a></div><a href="/c">Cetak</a><a href="/s">Simpan</a></div>',
            '<div><div class="crumb"><a href="/">Beranda</a> » Bakau</div><a href="/c">Cetak</a><a href="/s">Simpan</a></div>',
            '<div><div class="crumb">Bakau</div><ul><li><a href="/x"><img src="/x.png"></a></li><li><a href="/fb"><img src="/fb.png"></a></li></ul></div>',
            '<ol class="breadcrumb"><li>Beranda</li><li><a href="/kanal/alam">Alam</a></li><li><a href="/kanal/bakau">Bakau</a></li></ol>',
            '<ol class="breadcrumb"><li>Anda di sini:</li><li><a href="/kanal/alam">Alam</a></li><li><a href="/kanal/bakau">Bakau</a></li></ol>',
            '<ol class="breadcrumb"><li><a href="/kanal/alam">Alam</a></li><li><a href="/kanal/bakau">Bakau</a></li><li>Nelayan Menanam</li></ol>',
        ],
        ids=[
            "from one folder into the next",
            "button without an address",
            "words beside links",
            "all called so",
            "two links",
            "from the home page",
            "pictures beside it",
            "home without a link",
            "announced",
            "from one link",
        ],
    )
    def test_a_breadcrumb_stays_one(self, crumbs: str) -> None:
        assert article(head=STATED, above=crumbs).section == "Bakau"


class TestRowBelowTheHeadline:
    @pytest.mark.parametrize(
        "row",
        [
            '<a href="/kanal/umum">Kabar Muara Elok</a> / <a href="/alam">Alam</a> / <a href="/pantai">Pantai</a>',
            '<a href="/alam">Alam</a> &gt; <a href="/alam/pantai">Pantai</a>',
            '<a href="/">Muka</a> › <a href="/alam">Alam</a> › <a href="/pantai">Pantai</a>',
        ],
        ids=["from the site's name", "from one folder into the next", "from the home page"],
    )
    def test_row_that_leads_on(self, row: str) -> None:
        assert article(below=f"<p>{row}</p>{DATE}").section == "Pantai"

    @pytest.mark.parametrize("tag", ["ul", "ol"])
    def test_list_that_leads_on_from_the_home_page(self, tag: str) -> None:
        row = f'<{tag}><li><a href="/">Beranda</a></li><li><a href="/pantai">Pantai</a></li></{tag}>'
        assert article(below=f"{DATE}{row}").section == "Pantai"
        assert article(below=f"{row}{DATE}").section == "Pantai"
        assert article(below=f"{DATE}{row.replace('Beranda', 'Unduh')}").section is None
        more = row.replace(f"</{tag}>", f'<li><a href="/b">Bakau</a></li></{tag}>')
        assert article(below=f"{DATE}{more}").section == ("Bakau" if tag == "ol" else None)

    @pytest.mark.parametrize(
        "row",
        [
            '<a href="/kirim">Kirim</a> / <a href="/simpan">Simpan Dulu</a>',
            '<a href="/">Kabar Muara Elok</a> / <a href="/2026/11/25/bakau">Arsip Hari Ini</a>',
            '<a href="/alam">Alam</a> <a href="/alam/pantai">Pantai</a>',
        ],
        ids=["beside each other", "to a page", "without signs"],
    )
    def test_other_rows_are_none(self, row: str) -> None:
        assert article(below=f"<p>{row}</p>{DATE}").section is None


class TestLinkInTheDateLine:
    @pytest.mark.parametrize(
        "line",
        [
            'Rabu, 25 November 2026 09:15 WIB | <a href="/olahraga/liga">Liga Daerah</a>',
            'Rabu, 25 November 2026 pukul 09.15 WIB di <a href="/liga">Liga Daerah</a>',
        ],
    )
    def test_link_that_says_its_folder_behind_the_date(self, line: str) -> None:
        assert article(below=f"<div>{line}</div>").section == "Liga Daerah"

    @pytest.mark.parametrize(
        "link",
        [
            '<a href="/wulandari">Sari Wulandari</a>',
            '<a href="/tag/liga">Liga Daerah</a>',
            '<a href="/unduh">Liga Daerah</a>',
            '<a href="/arsip/2026/liga">Liga Daerah</a>',
        ],
        ids=["person", "topic", "other folder", "deep page"],
    )
    def test_other_links_are_none(self, link: str) -> None:
        assert article(below=f"<div>Rabu, 25 November 2026 09:15 WIB | {link}</div>").section is None


def test_link_behind_the_date_that_is_called_a_category_for_short() -> None:
    line = '<div>Rabu, 25 November 2026 09:15 WIB - <a class="kat" href="/c/3">Rasa Desa</a></div>'
    assert article(below=line).section == "Rasa Desa"
    assert article(below=line.replace('"kat"', '"kata"')).section is None


def test_first_of_names_that_a_bar_joins_without_blanks() -> None:
    assert article(head='<meta property="article:section" content="Niaga|Pilihan">').section == "Niaga"


class TestFlatPages:
    """Pages whose headline stands right in the body."""

    def of(self, below: str) -> str | None:
        html = f"<html><head><title>{TITLE} - Kabar Muara Elok</title></head><body><h1>{TITLE}</h1>{below}<div class='isi'>{PROSE}</div></body></html>"
        return extract(html, URL).section

    @pytest.mark.parametrize(
        "below",
        [
            '<span><a class="kanal" href="/k/7">DAPUR WARGA</a> | 25 November 2026 09:15</span>',
            f'<div class="kategori"><a href="/k/7">DAPUR WARGA</a></div>{DATE}',
        ],
    )
    def test_section_below_the_headline(self, below: str) -> None:
        assert self.of(below) == "DAPUR WARGA"

    def test_deep_boxes_are_no_part_of_the_headline(self) -> None:
        label = '<div class="kategori"><a href="/k/7">DAPUR WARGA</a></div>'
        assert self.of(f"{DATE}{'<div>' * 6}{label}{'</div>' * 6}") is None


class TestRowsRightAboveTheHeadline:
    MENU = (
        '<nav><a href="/">Beranda</a> <a href="/kanal/laga">Laga</a> <a href="/kanal/niaga">Niaga</a></nav>'
    )

    def test_entries_beside_each_other_are_a_menu(self) -> None:
        assert article(head=STATED, above=self.MENU).section == "Kelautan"
        assert article(above=self.MENU).section is None

    @pytest.mark.parametrize(
        "row",
        [
            '<a href="/">Beranda</a> <a href="/kanal">Kanal</a> <a href="/kanal/niaga">Niaga</a>',
            '<a href="/">Beranda</a> <a href="/niaga">Niaga</a>',
            '<a href="/">Beranda</a> > <a href="/kanal/laga">Laga</a> > <a href="/kanal/niaga">Niaga</a>',
        ],
        ids=["from one folder into the next", "one section", "with signs"],
    )
    def test_the_way_from_the_home_page_stays_one(self, row: str) -> None:
        assert article(above=f"<div>{row}</div>").section == "Niaga"

    def test_a_row_that_ends_in_the_pages_own_folder_stays_one(self) -> None:
        folder = URL.split("/")[3]
        row = f'<a href="/">Beranda</a> <a href="/kota">Kota</a> <a href="/{folder}">Muara Kita</a>'
        assert article(above=f"<div>{row}</div>").section == "Muara Kita"


def test_a_section_in_one_list_with_the_date() -> None:
    where = '<a href="/index.php/niaga">Niaga</a>'
    facts = f'<ul><li>{where}</li><li><a href="/arsip/2026">25 November 2026</a></li></ul>'
    assert (
        extract(f"<title>{TITLE}</title><div><div><h2>{TITLE}</h2></div>{facts}{PROSE}</div>", URL).section
        == "Niaga"
    )
    apart = f"<ul><li>{where}</li></ul><ul><li>25 November 2026</li></ul>"
    assert (
        extract(f"<title>{TITLE}</title><div><div><h2>{TITLE}</h2></div>{apart}{PROSE}</div>", URL).section
        is None
    )


def test_the_name_of_a_field_is_no_section() -> None:
    field = '<div><div class="field__label">Tim Redaksi</div><div><a href="/u/3">Rara Kelana</a></div></div>'
    assert article(below=DATE + field).section is None
    assert article(below=f'{DATE}<div class="label">Niaga</div>').section == "Niaga"
