"""Pages of the years before headings, classes and metas: tables, ``<font>``, breaks, and a title of the office's."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import datetime as dt

import pytest

from newscrawl import extract
from newscrawl.items import Article
from newscrawl.reading.byline import Dateline, read_dateline
from newscrawl.reading.byline.codes import codes_in

TITLE = "Warga Lereng Bukit Membangun Lumbung Padi Bersama"
URL = "http://www.suaralereng.example/isi.php?id=21"
TEXT = (
    "PALU - Warga di lereng bukit membangun lumbung padi bersama agar hasil panen tidak lagi dijual murah kepada tengkulak.",
    "Lumbung dari kayu kelapa itu dapat menampung empat puluh ton gabah kering dari tiga dusun di sekitarnya.",
    '"Kami ingin punya cadangan sampai musim tanam berikutnya," kata ketua kelompok tani dalam syukuran.',
    "Pemerintah kecamatan menyumbang atap seng, sedangkan kayu dan tenaga berasal dari warga sendiri. (rud/ama)",
)
BREAKS = "<br><br>\n".join(TEXT)
HEADLINE = f"<font size=4><b>{TITLE}</b></font>"


def read(body: str, *, title: str = "SUARA LERENG", url: str = URL) -> Article:
    return extract(f"<html><head><title>{title}</title></head><body>{body}</body></html>", url)


def lines(article: Article) -> list[str]:
    return (article.body or "").split("\n\n")


def at(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.timezone(dt.timedelta(hours=7)))  # type: ignore[misc]


class TestHeadlineInLargePrint:
    @pytest.mark.parametrize(
        "headline",
        [
            HEADLINE,
            f"<font size='+2'>{TITLE}</font>",
            f"<span style='font-size: 18px; color: #c00'>{TITLE}</span>",
            f"<big>{TITLE}</big>",
            f"<h3>{TITLE}</h3>",
            f"<b>{TITLE}</b>",
        ],
    )
    @pytest.mark.parametrize("title", ["SUARA LERENG", "Suara Lereng - Daerah - Rabu, 03 Maret 2004", ""])
    def test_it_is_the_title_whatever_sets_it_off(self, headline: str, title: str) -> None:
        body = f"<table><tr><td><font size=1>Rabu, 03 Maret 2004, 10:22 WIB</font><br>{headline}<p><font size=2>{BREAKS}</font></td></tr></table>"
        article = read(body, title=title)
        assert (article.title, article.page_type) == (TITLE, "article")
        assert article.published_at == at(2004, 3, 3, 10, 22)
        assert lines(article) == list(TEXT)

    def test_a_headline_on_two_lines_is_one(self) -> None:
        first, second = TITLE[:18], TITLE[19:]
        body = f"<td><font size=1>03/03/2004 10:22 WIB</font><br><font size=4>{first}<br>{second}</font><p>{BREAKS}</td>"
        assert read(f"<table><tr>{body}</tr></table>").title == TITLE

    def test_it_wins_over_the_name_of_the_section_in_the_head(self) -> None:
        body = f"<p><b>KABUPATEN LERENG</b><br>Senin, 12 Maret 2007</p><p><font size=5>{TITLE}</font></p><p>{BREAKS}</p>"
        article = read(
            body, title="Suara Bukit - Kabupaten Lereng", url="http://www.suarabukit.example/07/0302.htm"
        )
        assert article.title == TITLE
        assert lines(article) == list(TEXT)

    def test_a_headline_with_a_day_in_it_stays_where_the_head_says_it(self) -> None:
        title = "Jadwal Kapal Palu 12 Maret 2009"
        assert read(f"<div>{title}</div><p>{BREAKS}", title=f"{title} - Suara Lereng").title == title

    def test_a_title_that_is_shown_stays(self) -> None:
        body = f"<div>{TITLE}</div><div>12/03/2009 14:33</div><font size=5>Lumbung Baru untuk Tiga Dusun</font><p>{BREAKS}"
        assert read(body, title=TITLE).title == TITLE

    def test_bold_lines_without_a_date_are_no_headline(self) -> None:
        body = f"<p><b>Panduan Bertanam Padi di Lereng</b></p><p>{TEXT[0]}</p><p><b>Menyiapkan Benih di Rumah</b></p><p>{TEXT[1]}</p>"
        assert read(body, title="Suara Lereng").title == "Suara Lereng"
        body = f"<p><b>Panduan Bertanam Padi di Lereng</b></p><p>{TEXT[1]}</p><p>{TEXT[2]}</p>"
        assert read(body, title="Suara Lereng").title == "Suara Lereng"

    def test_several_lines_as_large_are_teasers(self) -> None:
        teasers = "".join(
            f"<font size=4>Panen Jagung Tahap {n} Dimulai</font><br>{TEXT[n]}<p>" for n in range(3)
        )
        assert read(teasers, title="Suara Lereng").title == "Suara Lereng"


class TestDates:
    def test_the_date_above_a_headline_where_nothing_holds_both(self) -> None:
        body = f"<div class=tgl>Senin, 14 Maret 2011 , 10:27:00</div><div class=judul>{TITLE}</div><div class=isi>{BREAKS}</div>"
        assert read(body).published_at == at(2011, 3, 14, 10, 27)

    @pytest.mark.parametrize(
        "said",
        [
            "This entry was posted on Jumat, November 9th, 2012 at 6:15 am and is filed under <a href=/c>Desa</a>. You can follow any responses to this entry through the <a href=/rss>RSS 2.0</a> feed.",
            "Entri ini dituliskan pada 9 November 2012 pada 6:15 am dan disimpan dalam <a href=/c>Desa</a>.",
        ],
    )
    def test_the_sentence_of_wordpress_on_an_entry(self, said: str) -> None:
        paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
        body = f"<div class=post><h2>{TITLE}</h2><div class=entry>{paragraphs}<p class=postmetadata>{said}</p></div></div>"
        article = read(body, title=f"Suara Lereng &raquo; Blog Archive &raquo; {TITLE}")
        assert article.published_at == at(2012, 11, 9, 6, 15)
        assert lines(article) == list(TEXT)

    def test_where_and_when_at_the_end_as_in_a_letter(self) -> None:
        body = f"<td><font size=4><b>{TITLE}</b></font><p>{BREAKS}<p><font size=1>Palu, 10 Maret 2004 14:21</font></td>"
        article = read(f"<table><tr>{body}</tr></table>", title=f"SuaraLereng - {TITLE}")
        assert article.published_at == at(2004, 3, 10, 14, 21)
        assert lines(article) == list(TEXT)

    def test_a_bare_date_behind_the_text_is_another_articles(self) -> None:
        body = f"<td><font size=4><b>{TITLE}</b></font><p>{BREAKS}<ul><li><a href=/b/2>Harga Beras di Pasar Naik Lagi</a> <font size=1>10 Maret 2004 14:21</font></ul></td>"
        assert read(f"<table><tr>{body}</tr></table>", title=f"SuaraLereng - {TITLE}").published_at is None

    def test_a_zone_that_a_reader_sees_is_that_of_the_heads_time(self) -> None:
        meta = "<meta name=OriginalPublicationDate content='2006/03/12 10:27:41'>"
        body = f"<h1>{TITLE}</h1><span>12 Maret, 2006 - Published 10:27 GMT</span><p>{'<p>'.join(TEXT)}"
        article = extract(f"<html><head><title>{TITLE}</title>{meta}</head><body>{body}</body></html>", URL)
        assert article.published_at == dt.datetime(2006, 3, 12, 10, 27, 41, tzinfo=dt.UTC)


class TestPageType:
    BRIEF = "<br><br>".join(TEXT[1:])

    def test_a_number_in_the_query_speaks_for_an_article(self) -> None:
        body = f"<table><tr><td><h2>{TITLE}</h2>{self.BRIEF}</td></tr></table>"
        read_at = "http://www.suaralereng.example/artikel.php?id="
        assert read(body, title=TITLE, url=f"{read_at}34512").page_type == "article"
        assert read(body, title=TITLE, url=f"{read_at}34512:lumbung-padi&view=article").page_type == "article"
        assert read(body, title=TITLE, url=f"{read_at}12").page_type == "other"


class TestFields:
    HEAD = "<font size=1>Rabu, 03 Maret 2004, 10:22 WIB</font><br>"

    def page(self, above: str = "", below: str = "", head: str = HEADLINE) -> Article:
        cell = f"{above}{self.HEAD}{head}<p>{BREAKS}<p>{below}"
        return read(f"<table><tr><td>{cell}</td></tr></table>")

    def test_a_button_to_send_the_article_is_no_section(self) -> None:
        assert self.page(below="<a href=/k>Kirim ke Teman</a> | <a href=/p>Versi Cetak</a>").section is None

    def test_the_section_above_the_date_above_the_headline(self) -> None:
        menu = "<a href=/o>Olahraga</a><br><a href=/d>Daerah</a><br>"
        article = read(
            f"<table><tr><td>{menu}</td><td><b>Daerah</b><br>{self.HEAD}{HEADLINE}<p>{BREAKS}</td></tr></table>"
        )
        assert article.section == "Daerah"
        # The last entry of a menu beside it is none.
        article = read(f"<table><tr><td>{menu}</td><td>{self.HEAD}{HEADLINE}<p>{BREAKS}</td></tr></table>")
        assert article.section is None

    @pytest.mark.parametrize("name", ["sl.gif", "printButton.png", "arrow.png"])
    def test_pictures_of_the_template_are_none(self, name: str) -> None:
        assert self.page(above=f"<img src=/images/{name}><br>").images == []

    def test_a_photograph_above_the_headline_is_one(self) -> None:
        assert [image.url for image in self.page(above="<img src=/foto/lumbung.jpg><br>").images] == [
            "http://www.suaralereng.example/foto/lumbung.jpg"
        ]

    def test_a_sum_is_nobody(self) -> None:
        body = f"<div class=tgl>14 Maret 2011 10:27</div><div class=judul>{TITLE}</div><div class=sub>Sepuluh Tahun Menabung, Iuran Rp 150 Ribu</div><div>{BREAKS}</div>"
        article = read(body)
        assert article.authors == []
        assert article.description == "Sepuluh Tahun Menabung, Iuran Rp 150 Ribu"

    def test_a_name_below_the_text_is_the_writers_and_no_text(self) -> None:
        body = f"<table><tr><td>{self.HEAD}{HEADLINE}<p>{'<p>'.join(TEXT[:3])}<p><b>Sutarya Winarta</b></td></tr></table>"
        article = read(body)
        assert article.authors == ["Sutarya Winarta"]
        assert lines(article) == list(TEXT[:3])

    def test_a_name_that_the_text_speaks_of_stays(self) -> None:
        said = '"Semoga tahun depan lebih baik," kata Sutarya Winarta menutup acara syukuran di balai desa.'
        article = self.page(below=f"{said}<p>Sutarya Winarta")
        assert article.authors == []
        assert lines(article) == [*TEXT, said, "Sutarya Winarta"]

    def test_a_lead_in_its_own_cell_above_the_dateline_is_the_description(self) -> None:
        lead = "Empat puluh ton gabah dapat disimpan di lumbung baru itu. Warga tidak lagi menjual murah."
        rows = (
            "<td class=tgl>12/03/2006 14:20</td>",
            f"<td class=judul>{TITLE}</td>",
            f"<td class=lead>{lead}</td>",
            f"<td class=isi>{BREAKS}</td>",
        )
        article = read(
            f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>", title=f"SuaraLereng.com - {TITLE}"
        )
        assert article.description == lead
        assert lines(article) == list(TEXT)


class TestLeadInItalics:
    LEAD = "Empat puluh ton gabah tidak lagi dijual murah kepada tengkulak."
    CELL = "<table><tr><td><font size=1>12/03/2006 14:20</font><br>{0}<br><i>{1}</i><p>{2}</td></tr></table>"

    def test_it_is_the_description_and_no_text(self) -> None:
        article = read(self.CELL.format(HEADLINE, self.LEAD, "<p>".join(TEXT[1:])))
        assert article.description == self.LEAD
        assert lines(article) == list(TEXT[1:])

    def test_a_text_all_in_italics_stays(self) -> None:
        text = "<p>".join(f"<i>{line}</i>" for line in TEXT[1:])
        assert lines(read(self.CELL.format(HEADLINE, TEXT[0], text))) == list(TEXT)


def test_comments_in_a_table_below_the_text_go() -> None:
    rows = "".join(
        f"<tr><td><b>Wati</b> | 09 November 2012 | 11:2{n}<br>{said}</td></tr>"
        for n, said in enumerate(
            (
                "Semoga atapnya tidak bocor lagi seperti lumbung lama di dusun kami.",
                "Kapan giliran dusun sebelah dibuatkan juga, pak camat?",
            )
        )
    )
    table = f"<table class=kmt><tr><td>Komentar Pembaca (2)</td></tr>{rows}</table>"
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT)
    body = f"<div id=isi><div class=jdl>{TITLE}</div><div>Jumat, 09 November 2012 | 10:15 WIB</div>{paragraphs}{table}</div>"
    assert lines(read(body, title=f"{TITLE} - Suara Lereng")) == list(TEXT)


def test_teasers_that_end_in_a_button_are_a_listing() -> None:
    def row(n: int, button: str) -> str:
        headline = f"Panen Jagung Tahap {n} Dimulai di Lereng" if n else TITLE
        return (
            f"<font size={3 if n else 5}><b>{headline}</b></font><br>{TEXT[0]} {TEXT[1 + n % 2]} {button}<p>"
        )

    def page(text: str) -> str:
        return f"<table><tr><td><font size=1>Senin, 12 Maret 2007</font><br>{text}</td></tr></table>"

    opened = "".join(row(n, f"<a href=isi.php?id={n}>Selengkapnya</a>") for n in range(6))
    assert read(page(opened), url="http://www.suaralereng.example/").page_type == "listing"
    assert read(page(f"{HEADLINE}<br>{BREAKS}")).page_type == "article"


class TestColumnsAndCells:
    HEAD = "<font size=1>Rabu, 03 Maret 2004, 10:22 WIB</font><br>"

    def test_a_link_in_the_column_beside_the_headline_is_no_section(self) -> None:
        left = "<td><a href=/forum/>Forum</a><br><a href=/chat/>Chat</a></td>"
        cell = f"<td>{self.HEAD}{HEADLINE}<p>{BREAKS}</td>"
        assert read(f"<table><tr>{left}{cell}</tr></table>").section is None

    def test_what_is_called_a_section_above_the_date_where_nothing_holds_both(self) -> None:
        above = "<div class=judul-rubrik>PENDIDIKAN</div><div class=tgl>14 Maret 2011 10:27</div>"
        assert read(f"{above}<div class=judul>{TITLE}</div><div>{BREAKS}</div>").section == "PENDIDIKAN"
        # A row of links is the menu.
        menu = "<div class=rubrik><a href=/>Home</a> | <a href=/s>Sport</a></div><div class=tgl>14 Maret 2011 10:27</div>"
        assert read(f"{menu}<div class=judul>{TITLE}</div><div>{BREAKS}</div>").section is None

    def test_a_section_that_the_query_names(self) -> None:
        rows = f"<tr><td><b>Kota Palu</b></td></tr><tr><td>Senin, 10 Nopember 2008</td></tr><tr><td><h3>{TITLE}</h3></td></tr>"
        body = f"<table>{rows}<tr><td>{BREAKS}</td></tr></table>"
        assert (
            read(body, url="http://www.suaralereng.example/index.asp?Berita=Kota+Palu&id=271").section
            == "Kota Palu"
        )
        assert read(body, url="http://www.suaralereng.example/index.asp?id=271").section is None

    def test_the_pathway_of_joomla_with_arrows_between(self) -> None:
        path = "<span class=pathway><a href=/i.php>Home</a> <img src=arrow.png> <a href=/i.php?c=3>Ekonomi Desa</a> <img src=arrow.png> "
        tables = f"<table class=contentpaneopen><tr><td class=contentheading>{TITLE}</td></tr></table><table class=contentpaneopen><tr><td class=createdate>Sunday, 09 November 2008 05:12</td></tr><tr><td>{BREAKS}</td></tr></table>"
        article = read(
            f"<table><tr><td class=middle>{path}{TITLE}</span>{tables}</td></tr></table>",
            title=f"LERENG - {TITLE}",
        )
        assert (article.section, article.title) == ("Ekonomi Desa", TITLE)
        assert article.provenance["title"] == "page: td.contentheading"

    def test_a_banner_above_the_headline_is_no_picture(self) -> None:
        body = f"<table><tr><td><img src=img/sl.jpg width=720 height=120><br>{self.HEAD}{HEADLINE}<p>{BREAKS}</td></tr></table>"
        assert read(body).images == []
        assert len(read(body.replace("width=720 height=120", "width=300 height=100")).images) == 1

    def test_small_letters_behind_a_picture_are_caption_and_credit(self) -> None:
        caption = "Lumbung padi bersama di lereng bukit, Rabu (3/3)."
        picture = (
            f"<img src=foto/12.jpg align=left><font size=1>LERENG/RUDI<br>{caption}</font><br clear=all>"
        )
        article = read(
            f"<table><tr><td>{self.HEAD}{HEADLINE}<br>{picture}<font size=2>{BREAKS}</font></td></tr></table>"
        )
        assert [image.caption for image in article.images] == [caption]
        assert lines(article) == list(TEXT)

    def test_a_text_in_small_letters_behind_a_picture_stays(self) -> None:
        body = f"<table><tr><td>{self.HEAD}{HEADLINE}<br><img src=foto/12.jpg align=left><font size=1>{BREAKS}</font></td></tr></table>"
        assert lines(read(body)) == list(TEXT)

    def test_a_headline_that_a_break_parts_is_no_text(self) -> None:
        first, second = "Lumbung Padi Lereng Penuh", "Warga Membangun Satu Lagi"
        body = f"<p align=right>Rabu, 12 Maret 2003</p><p><b><font size=4>{first}<br>{second}</font></b></p>"
        article = read(f"<table><tr><td>{body}<p>{'<p>'.join(TEXT)}</td></tr></table>")
        assert article.title == f"{first} {second}"
        assert lines(article) == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "[ Kembali | Kirim ke teman | Cetak ]",
        "Tetap update informasi di manapun dengan http://m.lereng.example dari browser ponsel anda!",
        "Akses Suara Lereng lewat perangkat mobile anda melalui alamat m.lereng.example",
        "Dapatkan berita terkini, ketik REG LERENG kirim ke 9899",
        "Dibaca 311 kali. Kirim ke Facebook",
        "Komentar: 0 | Beri komentar",
        "Komentar Anda: Kirim komentar",
        "Kirim ke teman | Versi cetak",
        "Last modified: 12/3/03",
        "Index Koran",
        "<b>TOPIK LAIN:</b> <a href=/t/3>Lumbung Desa</a>",
    ],
)
def test_lines_of_old_templates_below_the_text_go(line: str) -> None:
    body = f"<table><tr><td>12/03/2006 14:20<br>{HEADLINE}<p>{BREAKS}<p>{line}</td></tr></table>"
    assert lines(read(body)) == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Warga dapat mengakses harga gabah lewat ponsel mereka setiap pagi sebelum pergi ke pasar.",
        "Indeks harga gabah di tingkat petani naik dua persen pada pekan lalu.",
        "Komentar warga beragam: ada yang setuju, ada pula yang ragu akan biayanya.",
    ],
)
def test_sentences_with_their_words_stay(line: str) -> None:
    body = f"<table><tr><td>12/03/2006 14:20<br>{HEADLINE}<p>{BREAKS}<p>{line}</td></tr></table>"
    assert lines(read(body)) == [*TEXT, line]


@pytest.mark.parametrize(
    ("text", "place", "source"),
    [
        (
            "detikcom - Palu, Sebuah gudang kapas di kawasan industri terbakar pada Rabu siang.",
            "Palu",
            "detikcom",
        ),
        (
            "TEMPO Interaktif, Palembang:Majelis hakim meminta jaksa melengkapi berkas.",
            "Palembang",
            "TEMPO Interaktif",
        ),
        ("BANDUNG, (PR).- Ribuan penumpang telantar.", "BANDUNG", "PR"),
        ("BANDUNG, (PR).-", "BANDUNG", "PR"),
        ("BANJARMASIN, KAMIS - Balai jalan mengecat jembatan.", "BANJARMASIN", None),
    ],
)
def test_datelines_of_those_years(text: str, place: str, source: str | None) -> None:
    assert read_dateline(text) == Dateline(place, source)


def test_a_colon_in_a_word_ends_no_dateline() -> None:
    assert read_dateline("Rasio 3:Satu dipakai petani untuk mencampur pupuk.") == Dateline()
    assert read_dateline("VIVAnews - Bali, Pulau Dewata, menjadi tuan rumah.") == Dateline(None, "VIVAnews")


def test_a_code_of_letters_and_two_numbers() -> None:
    assert codes_in("... setelah musim hujan. (F5-67h)") == ["F5-67h"]
