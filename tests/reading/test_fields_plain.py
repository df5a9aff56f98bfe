"""Fields of pages that name nothing: no classes, no statements, only what stands where."""

from __future__ import annotations

import pytest

from newscrawl.reading.fields.credits import credit_of
from tests.reading.shapes import DATE, PROSE, TITLE, article

DECK = "Bibit itu dibeli dari iuran anggota dan ditanam saat air laut sedang surut."

FOLLOW = '<p><a href="https://video.example">Video</a> <a href="https://kabar.example">Kabar</a></p>'


class TestTags:
    @pytest.mark.parametrize(
        "behind",
        [
            '<div><a href="/tag/bakau">bakau</a> <a href="/tag/abrasi">abrasi pantai</a></div>',
            '<p>#<a href="/t/1/tag/bakau">bakau</a> #<a href="/t/2/tag/abrasi">abrasi pantai</a></p>',
            "<div>Tag: bakau, abrasi pantai</div>",
            '<div><div><a href="/tag/bakau">bakau</a></div>'
            '<div><a href="/tag/abrasi">abrasi pantai</a></div></div>',
            '<div>Kata kunci: <a href="/k/1">bakau</a>, <a href="/k/2">abrasi pantai</a></div>',
            '<ul><li class="p"><a href="/tag/bakau"><img src="/i/b.jpg" width="40">bakau</a></li>'
            '<li class="q"><a href="/tag/abrasi">abrasi pantai</a></li></ul>',
            '<h6>Topik berita Terkait:</h6><ol><li><img src="/i/t.png"></li>'
            '<li><a href="/k/1">bakau</a></li><li><a href="/k/2">abrasi pantai</a></li></ol>',
        ],
    )
    def test_rows_of_topics_right_behind_the_text(self, behind: str) -> None:
        assert article(below=DATE, behind=behind).tags == ["bakau", "abrasi pantai"]

    @pytest.mark.parametrize(
        "behind",
        [
            '<div><a href="/tag/bakau">bakau</a> <a href="/niaga">Niaga</a></div>',
            '<div><p>Topik Populer</p><a href="/tag/cabai">cabai</a> <a href="/tag/rotan">rotan</a></div>',
            "<p>Tag</p><p>Bakau menahan abrasi pantai.</p>",
            '<div><h3><a href="/b/9">Harga Cabai Naik Lagi Jelang Panen Raya</a></h3>'
            '<div>Tag: <a href="/tag/cabai">cabai</a> <a href="/tag/pasar">pasar</a></div></div>',
        ],
    )
    def test_other_links_are_no_tags(self, behind: str) -> None:
        assert article(below=DATE, behind=behind).tags == []

    def test_a_row_farther_off_counts_where_the_article_speaks_of_a_topic_of_it(self) -> None:
        between = "".join(f'<p><a href="/b/{n}">Harga Cabai Naik Lagi {n}</a></p>' for n in range(20))
        row = '<ul><li><a href="/tag/bakau">bakau</a></li><li><a href="/tag/muara">laut biru</a></li></ul>'

        assert article(below=DATE, behind=between + row).tags == ["bakau", "laut biru"]
        assert article(below=DATE, behind=between + row.replace(">bakau<", ">rotan<")).tags == []

    def test_one_topic_alone_in_a_list_counts_right_behind_the_text(self) -> None:
        row = '<div><ul><li><a href="/tag/bakau">bakau</a></li></ul></div>'
        between = "".join(f'<p><a href="/b/{n}">Harga Cabai Naik Lagi {n}</a></p>' for n in range(4))

        assert article(below=DATE, behind=row).tags == ["bakau"]
        assert article(below=DATE, behind=row.replace(">bakau<", ">rotan<")).tags == []
        assert article(below=DATE, behind=between + row).tags == []

    @pytest.mark.parametrize(
        "label", ["<h4>TAGS</h4>", "<div>Tags:</div>", "<b>Tag</b>", "<p>Topik Terkait</p>"]
    )
    @pytest.mark.parametrize(
        "links",
        [
            '<div><a href="/k/1">bakau</a> <a href="/k/2">abrasi pantai</a></div>',
            '<ul><li><a href="/k/1">bakau</a></li><li><a href="/k/2">abrasi pantai</a></li></ul>',
        ],
    )
    def test_links_behind_a_label_wherever_they_lead(self, label: str, links: str) -> None:
        assert article(below=DATE, behind=f"{label}{links}{FOLLOW}").tags == [
            "bakau",
            "abrasi pantai",
        ]

    def test_headlines_behind_a_label_are_no_tags(self) -> None:
        links = '<div><a href="/k/1">Harga cabai naik lagi jelang panen</a> <a href="/k/2">bakau</a></div>'
        assert article(below=DATE, behind=f"<h4>Topik</h4>{links}").tags == []

    @pytest.mark.parametrize("name", ["tagcloud", "tag-cloud", "widget_tag_cloud"])
    def test_a_cloud_of_the_site_is_no_list_of_the_article(self, name: str) -> None:
        cloud = f'<div class="{name}"><a href="/tag/rotan">rotan</a> <a href="/tag/cabai">cabai</a></div>'
        assert article(below=DATE, behind=cloud).tags == []

    def test_a_named_list_comes_before_a_row_without_a_name(self) -> None:
        row = '<p>#<a href="/tag/rotan">rotan</a> #<a href="/tag/cabai">cabai</a></p>'
        named = '<div class="tags"><a href="/tag/bakau">bakau</a> <a href="/tag/abrasi">abrasi</a></div>'
        assert article(below=DATE, behind=f"{row}{named}").tags == ["bakau", "abrasi"]


class TestCaption:
    @pytest.mark.parametrize(
        ("behind", "caption"),
        [
            ("<div>Bakau muda di muara itu setinggi lutut.</div>", "Bakau muda di muara itu setinggi lutut."),
            ("<div>Bagikan: Kirim ke teman lewat pesan</div>", None),
            ("<div>Dengarkan</div><div>Bakau muda di muara itu setinggi lutut.</div>", None),
        ],
    )
    def test_a_sentence_between_picture_and_text(self, behind: str, caption: str | None) -> None:
        below = f'{DATE}<div><img src="/f/bakau.jpg"></div><div>{behind}</div>'
        more = "<p>Para pemuda desa menyiapkan perahu untuk mengangkut bibit itu ke seberang muara.</p>"
        (image,) = article(below=below, text=PROSE + 3 * more).images
        assert image.caption == caption


class TestDeck:
    @pytest.mark.parametrize(
        "deck",
        [
            f"<p>{DECK}</p>",
            f"<h2>{DECK.rstrip('.')}</h2>",
            f"<div><span>{DECK}</span></div>",
            f"<em>{DECK}</em>",
            f"<p><i>{DECK}</i></p>",
            f"<strong>{DECK}</strong>",
            f"<p><em><b>{DECK}</b></em></p>",
        ],
    )
    def test_a_sentence_right_under_the_headline(self, deck: str) -> None:
        assert (article(below=f"{deck}{DATE}").description or "").rstrip(".") == DECK.rstrip(".")

    @pytest.mark.parametrize(
        "below",
        [
            f'<img src="/f/bakau.jpg"><p>{DECK}</p>',
            f'<p><a href="/niaga/9">{DECK}</a></p>',
            "<p>Unduh aplikasi kami dan nikmati bacaan tanpa iklan mulai hari ini.</p>",
            "<div class=subtitle>Oleh: Dr. Rara Kelana, M.P.*</div>",
            "<p>Penulis: Rara Kelana yang menanam bibit anggota iuran air laut sejak lama</p>",
        ],
    )
    def test_what_is_no_deck(self, below: str) -> None:
        assert article(below=f"{below}{DATE}").description is None


def test_a_label_behind_the_text_names_the_section() -> None:
    assert (
        article(below=DATE, behind='<div>Kategori: <a href="/p">Pesisir Utara</a></div>').section
        == "Pesisir Utara"
    )
    assert article(below="<div>Rubrik : Pesisir Utara</div>" + DATE).section == "Pesisir Utara"


def test_a_short_form_in_brackets_made_no_picture() -> None:
    assert credit_of("Kantor Badan Penjaga Muara (BPM)", known=lambda _: False) is None
    assert credit_of("Kantor penjaga muara di Tanjung Elok (BPM)", known=lambda _: False) == "BPM"
    assert credit_of("Bakau muda. Image: KABAR/Rara Kelana") == "KABAR/Rara Kelana"


class TestAboveTheHeadline:
    BYLINE = "<div>Pewarta: <a href='/p/1'>Rara Kelana</a></div><div>Editor: Bayu Pesisir</div>"

    @pytest.mark.parametrize("kicker", ["<div class=kanal>{}</div>", "<div>{}</div>"])
    def test_the_section_stands_above_byline_and_date(self, kicker: str) -> None:
        link = kicker.format("<a href='/niaga'>Niaga</a>")
        assert article(above=f"{link}{self.BYLINE}{DATE}").section == "Niaga"

    @pytest.mark.parametrize(
        "side", ["{} <i>Rara Kelana</i>", "<i>Rara Kelana</i> {}", "{} <i>Rara Kelana - Suara Muara</i>"]
    )
    def test_a_name_beside_the_label(self, side: str) -> None:
        label = side.format("<label class='kategori'>Niaga</label>")
        assert article(above=f"<div>{label}</div>", below=DATE).section == "Niaga"

    def test_a_headline_in_a_box_above_is_no_section(self) -> None:
        teaser = "<div class=kanal><a href='/niaga/1'>Harga Turun, Nelayan di Muara Pilih Bertahan</a></div>"
        assert article(above=teaser, below=DATE).section is None
        named = "<div class=kanal><a href='/niaga'>Ekonomi Bisnis Keuangan Syariah</a></div>"
        assert article(above=named, below=DATE).section == "Ekonomi Bisnis Keuangan Syariah"

    def test_what_stands_above_other_lines_is_none(self) -> None:
        link = "<div><a href='/niaga'>Niaga</a></div>"
        others = "<div>Harga bibit bakau naik</div><div>Banjir di hulu surut</div><div>Ikan kembali</div>"
        assert article(above=f"{link}{others}").section is None


class TestSummaryInPoints:
    def test_a_point_is_no_deck(self) -> None:
        points = (
            f"<ul><li>{DECK}</li><li>Ikan bertelur di sela akar bakau yang ditanam para pemuda.</li></ul>"
        )
        assert article(below=f"<div>{points}</div>{DATE}").description is None
        assert article(below=f"<div>{DECK}</div>{DATE}").description == DECK


def test_a_link_to_somebody_before_the_date_is_no_section() -> None:
    beside = "<div><a href=/p/rara>Rara Kelana</a> <span>25 November 2026 09:15</span></div>"
    named = "<div><a href=/k/9>Kabar Utama</a> <span>25 November 2026 09:15</span></div>"
    assert article(below=beside).section is None
    assert article(below=named).section == "Kabar Utama"


def test_the_last_entry_of_a_menu_above_the_headline_is_no_section() -> None:
    menu = "<td><a href=/>Depan</a><br><a href=?k=1>Pesisir</a><br><a href=?k=2>Olahraga</a></td>"
    assert article(above=f"<table><tr>{menu}</tr></table>", below=DATE).section is None
    assert article(above="<div><a href=?k=2>Olahraga</a></div>", below=DATE).section == "Olahraga"


def test_a_list_from_home_right_above_the_headline_names_the_section() -> None:
    home = "<li><a href=/>Beranda</a></li>"
    way = f"{home}<li><a href=/k/3>Pesisir Utara</a></li>"
    assert article(above=f"<ol>{way}</ol>", below=DATE).section == "Pesisir Utara"
    assert article(above=f"<ul>{way}</ul>", below=DATE).section == "Pesisir Utara"
    more = f"{way}<li><a href=/k/4>Hulu Barat</a></li>"
    assert article(above=f"<ol>{more}</ol>", below=DATE).section == "Hulu Barat"
    assert article(above=f"<ul>{more}</ul>", below=DATE).section is None
    own = f"{way}<li>{TITLE}</li>"
    assert article(above=f"<ul>{own}</ul>", below=DATE).section == "Pesisir Utara"
    assert article(above=f"<ul>{way}</ul><p>Banjir di hulu surut</p>", below=DATE).section is None


@pytest.mark.parametrize("dateline", ["TANJUNG ELOK (KABAR) - ", ""])
def test_a_paragraph_with_a_credit_between_picture_and_dateline_is_the_caption(dateline: str) -> None:
    caption = "Arsip foto - Warga menanam bakau di muara Tanjung Elok. KABAR FOTO/Rara Kelana/foc."
    picture = '<img src="/f/bakau.jpg" width="700">'
    found = article(below=f"{DATE}{picture}<p>{caption}</p>", text=PROSE.replace("<p>", f"<p>{dateline}", 1))
    said = [(image.caption, image.credit) for image in found.images]
    assert said == [(caption, "KABAR FOTO/Rara Kelana/foc") if dateline else (None, None)]


@pytest.mark.parametrize(
    "links",
    [
        "<a href='/fb'>Facebook</a> <a href='/wa'>WhatsApp</a>",
        "<a href='/r'>Redaksi</a> <a href='/t'>Tentang Kami</a>",
    ],
)
def test_buttons_below_a_label_of_tags_are_none(links: str) -> None:
    assert article(below=DATE, behind=f"<p>Keywords:</p><div>{links}</div>").tags == []
    both = "<a href='/tag/facebook'>Facebook</a> <a href='/tag/bakau'>bakau</a>"
    assert article(below=DATE, behind=f"<div>{both}</div>").tags == ["Facebook", "bakau"]


def test_the_way_from_home_below_the_picture_is_no_caption() -> None:
    way = "<p class=jalan>Home / Pesisir / Nelayan Tanjung Elok Menanam Bakau di Muara</p>"
    above = f'<figure><img src="/f/bakau.jpg"></figure>{way}'
    assert [image.caption for image in article(above=above, below=DATE).images] == [None]


def test_a_headline_with_a_comma_is_no_section() -> None:
    teaser = "<div class=kanal><a href='/niaga/1'>Jelang Panen, Muara Tambah Jembatan Bambu</a></div>"
    assert article(above=teaser, below=DATE).section is None
    named = "<div class=kanal><a href='/niaga'>Ekonomi, Bisnis dan Keuangan</a></div>"
    assert article(above=named, below=DATE).section is not None


def test_the_author_on_one_line_with_the_section_is_none() -> None:
    author = '<span class=author><a href="/penulis/rara">Rara Kelana</a></span>'
    line = f'<div>{author} <span class=category><a href="/niaga">Niaga</a></span></div>'
    assert article(above=line, below=DATE).section == "Niaga"
