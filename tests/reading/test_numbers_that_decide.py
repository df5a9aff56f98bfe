"""Numbers that no other test hangs on, each with what lies on either side of it."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.reading import parse
from newscrawl.reading.body.teasers import are_teasers
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.byline.outlets import is_joined_outlet
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.tree.binary import binary_kind
from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.tree.outline import Outline
from newscrawl.reading.tree.program import without_program
from newscrawl.reading.widgets import calls, running
from newscrawl.reading.widgets.comments import is_answered, is_thread
from newscrawl.reading.widgets.lines import is_led

PROSE = "Warga desa memperbaiki jalan bersama-sama sejak pagi hingga menjelang siang. "


@pytest.mark.parametrize(("controls", "kind"), [(15, None), (30, "binary data")])
def test_a_page_with_some_accidents_is_a_page(controls: int, kind: str | None) -> None:
    assert binary_kind(b"\x01" * controls + b"a" * (1000 - controls)) == kind


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("var judul = f(x);", False),
        ("Ia memakai var a = f(1) di kelas.", True),
        ("function (a) { b } " + "dan kata-kata yang panjang sekali " * 2, False),
        ("function (a) { b } " + "dan kata-kata yang panjang sekali " * 5, True),
    ],
)
def test_prose_on_programs_has_fewer_signs_and_farther_apart(line: str, left: bool) -> None:
    assert bool(without_program(line)) == left


def test_a_style_sheet_in_a_line_is_no_text_and_a_hash_sign_is() -> None:
    assert not without_program("#kotak-iklan{display:none}")
    assert not without_program(".baca-juga { color: #f00; margin: 0 }")
    assert not without_program("body{margin:0}")
    assert not without_program("table td{margin:0}")
    assert without_program("kata dia dalam {kurung: ini}")
    assert without_program("Catatan {kurung: ini}")
    assert (
        without_program("#Panen: warga Sukamaju {petani} senang") == "#Panen: warga Sukamaju {petani} senang"
    )


def test_tags_that_were_escaped_are_no_text() -> None:
    assert not without_program('<iframe width="560" src="https://video.example/embed/x"></iframe>')
    assert without_program("<p>Panen <strong>raya</strong></p>") == "Panen raya"
    assert not without_program("<style>.a{color:red}</style>")
    assert without_program("<!-- wp:paragraph -->Panen<!--more-->") == "Panen"
    assert without_program("Suhu <5 derajat dan >10 derajat") == "Suhu <5 derajat dan >10 derajat"


def test_a_word_begins_with_an_outlet_whose_name_is_no_mere_abbreviation() -> None:
    assert is_joined_outlet("KompasinaTujuh")
    assert not is_joined_outlet("BbcinaTujuh")


@pytest.mark.parametrize(("word", "is_name"), [("ADI", False), ("ANDINI", True), ("andiniputrisari", False)])
def test_a_word_in_one_case_is_a_name_by_its_letters(word: str, is_name: bool) -> None:
    assert bool(names_in(word, labelled=True)) == is_name


@pytest.mark.parametrize(("before", "listing"), [(9, True), (20, False)])
def test_teasers_below_a_long_text_are_what_the_page_recommends(before: int, listing: bool) -> None:
    text = [Block(PROSE * before)]
    teasers = [block for day in range(1, 6) for block in (Block(f"{day} Januari 2026"), Block(PROSE))]
    assert are_teasers([*text, *teasers], 6, called=False) == listing


@pytest.mark.parametrize(("sections", "dated"), [(14, True), (30, False)])
def test_a_date_opens_a_line_of_sections_and_counters(sections: int, dated: bool) -> None:
    assert is_date_line("Senin, 12 Januari 2026 " + "Daerah " * sections) == dated


@pytest.mark.parametrize(("between", "answered"), [(0, True), (1, True), (3, False)])
def test_a_button_to_answer_stands_close_below_a_comment(between: int, answered: bool) -> None:
    buttons = "<p>Suka</p>" * between
    page = parse(f"<body><p>{PROSE}</p>{buttons}<p>Balas</p></body>", "https://kabar.example/a")
    assert is_answered(Outline(page.steps).lines, 1) == answered


@pytest.mark.parametrize(("words", "stays"), [(15, False), (40, True)])
def test_a_call_is_shorter_than_prose_on_a_channel(words: int, stays: bool) -> None:
    call = Block("Ikuti Kabar Lereng di WhatsApp" + " setiap hari" * words)
    calls.drop([call], "www.kabarlereng.example")
    assert call.kept == stays


def test_a_label_of_some_words_leads_a_headline_without_a_sign() -> None:
    assert is_led("Berita Menarik Lainnya Harga Cabai Naik Lagi di Pasar")


@pytest.mark.parametrize(("between", "answered"), [(4, True), (8, False)])
def test_what_answers_a_question_stands_soon_below_it(between: int, answered: bool) -> None:
    asked = Block("Bagaimana tanggapan Anda soal jembatan itu?")
    links = [Block("Harga Cabai Naik", link_share=1.0) for _ in range(between)]
    assert running.is_answered([asked, *links, Block(PROSE.strip())]) == answered


@pytest.mark.parametrize(
    ("heading", "kept"), [("Kabar Desa Ini", True), ("Kabar Desa yang Lain dari Lereng", False)]
)
def test_the_headline_of_the_next_article_is_longer_than_a_label(heading: str, kept: bool) -> None:
    own = "<h1>Warga Memperbaiki Jalan Desa Bersama</h1><p>Jumat, 27 November 2026 10:15 WIB</p>"
    text = "".join(f"<p>{PROSE}{n}.</p>" for n in range(6))
    more = f"<h1>{heading}</h1><p>Kamis, 26 November 2026 09:00 WIB</p><p>Lain: {PROSE}</p>"
    article = extract(
        f"<body><div>{own}{text}{more}</div></body>", "https://kabar.example/jalan-desa-bersama"
    )
    assert ("Lain:" in (article.body or "")) == kept


@pytest.mark.parametrize(("sentences", "kept"), [(8, True), (15, False)])
def test_a_box_that_no_paragraph_fills_is_a_text_beside_which_little_is_none(
    sentences: int, kept: bool
) -> None:
    text = "<br>".join(f"{n}. {PROSE}" for n in range(sentences))
    little = "Rara adalah jurnalis Kabar Lereng yang tinggal di kota sejak 2010."
    head = "<h1>Warga Memperbaiki Jalan Desa Bersama</h1><p>Jumat, 27 November 2026 10:15 WIB</p>"
    article = extract(
        f"<body>{head}<div><div>{text}</div><div>{little}</div></div></body>", "https://kabar.example/jalan"
    )
    assert ("Rara" in (article.body or "")) == kept


@pytest.mark.parametrize(("date", "is_title"), [("3 Maret 2004, 10:22 WIB", True), ("", False)])
def test_a_line_one_step_larger_than_the_text_is_the_headline_beside_a_date(
    date: str, is_title: bool
) -> None:
    headline = "<span style='font-size: 15px'>Warga Memperbaiki Jalan Desa</span>"
    text = "<br><br>".join([PROSE * 2] * 3)
    article = extract(
        f"<title>KABAR LERENG</title><body>{date}<br>{headline}<p>{text}</body>",
        "http://kabar.example/isi.php?id=21",
    )
    assert (article.title == "Warga Memperbaiki Jalan Desa") == is_title


@pytest.mark.parametrize(("comments", "thread"), [(1, False), (2, True)])
def test_two_answered_paragraphs_are_a_thread(comments: int, thread: bool) -> None:
    button = Block("Balas")
    button.drop("comments", "widget")
    assert is_thread([Block(PROSE), button] * comments) == thread


@pytest.mark.parametrize(
    ("line", "dated"),
    [("Senin, 12 Mei Kabar Desa Lereng", True), ("Senin, 12 Mei Kabar Desa Lereng Bukit Sawah", False)],
)
def test_few_words_stand_beside_a_day_without_a_year(line: str, dated: bool) -> None:
    assert is_date_line(line) == dated


@pytest.mark.parametrize(("words", "is_name"), [(5, True), (6, False)])
def test_a_name_of_a_site_has_few_words(words: int, is_name: bool) -> None:
    name = " ".join(["Kabar", "Desa", "Lereng", "Bukit", "Sawah", "Ladang"][:words])
    head = f'<title>Warga Memperbaiki Jalan</title><meta property="og:site_name" content="{name}">'
    names = Sources(parse(f"<head>{head}</head>", "https://a.example/b")).names_beside(
        "Warga Memperbaiki Jalan"
    )
    assert ("".join(name.lower().split()) in names) == is_name


@pytest.mark.parametrize(("length", "is_given"), [(900, True), (1500, False)])
def test_a_description_is_shorter_than_a_text(length: int, is_given: bool) -> None:
    said = ("Bibit dibeli dari iuran warga desa. " * 80)[:length].strip()
    head = f'<title>Warga Desa Menanam Pohon</title><meta property="og:description" content="{said}">'
    html = f"<head>{head}</head><body><h1>Warga Desa Menanam Pohon</h1><p>{PROSE * 9}</p></body>"
    assert (extract(html, "https://a.example/warga-desa-menanam-pohon").description is not None) == is_given
