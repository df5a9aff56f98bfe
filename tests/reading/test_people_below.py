"""Names without a label that sign below the text: in an element or a link that is called the author's."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

import newscrawl
from tests.reading.shapes import DATE, PROSE, URL, people


@pytest.mark.parametrize(
    "behind",
    [
        '<span class="author"><a href="/penulis/rara-kelana" rel="author">Rara Kelana</a></span>',
        '<div class="meta-author"><img src="/a.png" alt="Rara Kelana"><a href="/p/7">Rara Kelana</a></div>',
        '<div><a href="/author/rara-kelana">Rara Kelana</a></div><div>Tag: <a href="/tag/kopi">kopi</a></div>',
        '<p>Ikuti berita kami di Google News</p><div class="post-author">Rara Kelana</div>',
    ],
)
def test_a_name_that_is_called_the_authors(behind: str) -> None:
    assert people(behind=behind) == (["Rara Kelana"], [])


def test_two_names_beside_each_other() -> None:
    behind = '<div class="author"><a href="/author/a">Rara Kelana</a> dan <a href="/author/b">Bayu Pesisir</a></div>'
    assert people(behind=behind)[0] == ["Rara Kelana", "Bayu Pesisir"]


@pytest.mark.parametrize(
    "behind",
    [
        '<div class="kartu">Rara Kelana</div>',
        '<h3>Kabar Lain</h3><div class="author">Rara Kelana</div>',
        '<div class="author">Lihat semua tulisan Rara Kelana di sini</div>',
        '<aside><div class="author">Rara Kelana</div></aside>',
        '<div><a href="/r/1">Panen Kopi di Lereng Atas Lebih Awal</a> <span class="author">Rara Kelana</span></div>',
    ],
)
def test_other_names_below_sign_nothing(behind: str) -> None:
    assert people(behind=behind) == ([], [])


def test_who_is_named_at_the_headline_wrote_it() -> None:
    behind = '<span class="author"><a href="/penulis/rara-kelana" rel="author">Rara Kelana</a></span>'
    assert people(below="<p>Penulis: Bayu Pesisir</p>", text=PROSE, behind=behind) == (["Bayu Pesisir"], [])


def test_the_editor_on_the_same_line() -> None:
    behind = '<span class="author">Rara Kelana</span> <span>Redaktur: Bayu Pesisir</span>'
    assert people(behind=behind) == (["Rara Kelana"], ["Bayu Pesisir"])


@pytest.mark.parametrize(("second", "authors"), [("Rina Globe", ["Rara Kelana"]), ("Bayu Pesisir", None)])
def test_the_site_behind_the_name_is_no_second_author(second: str, authors: list[str] | None) -> None:
    html = (
        '<html><head><title>Panen Kopi Lebih Awal</title><meta property="og:site_name" content="Rina Globe">'
        f'</head><body><h1>Panen Kopi Lebih Awal</h1><span class="by">Rara Kelana - {second}</span>{DATE}'
        f"<div>{PROSE}</div></body></html>"
    )
    read = newscrawl.extract(html, "https://www.rinaglobe.example/daerah/panen-kopi", site_rules=False)
    assert read.authors == (authors or ["Rara Kelana", second])


def test_who_signs_right_behind_the_box_of_headline_and_text() -> None:
    html = (
        f"<html><head><title>Panen Kopi Lebih Awal</title></head><body><main><h1>Panen Kopi Lebih Awal</h1>{DATE}"
        "<div>{text}</div></main>{behind}</body></html>"
    )
    signed = "<div><b>Penulis</b>: <a href='/p/1'>Rara Kelana</a></div><ul><li><a href='/r/1'>Kabar Lain</a></li></ul>"
    read = newscrawl.extract(html.format(text=PROSE, behind=signed), URL, site_rules=False)
    assert read.authors == ["Rara Kelana"]
    other = f"<aside>{signed}</aside>"
    assert newscrawl.extract(html.format(text=PROSE, behind=other), URL, site_rules=False).authors == []
    below = f"<h3><a href='/r/2'>Nelayan Menanam Bakau</a></h3>{signed}"
    assert newscrawl.extract(html.format(text=PROSE, behind=below), URL, site_rules=False).authors == []


def test_a_portrait_of_the_first_of_two_writers() -> None:
    portrait = "<div class=kotak><h4>Tentang Penulis</h4><a href='/author/r'>Rara Kelana</a><p>Menulis soal laut.</p></div>"
    both = people(below='<span class="author">Rara Kelana, Bayu Pesisir</span>', behind=portrait)
    assert both == (["Rara Kelana", "Bayu Pesisir"], [])
    assert people(behind=portrait) == (["Rara Kelana"], [])


def test_the_editors_choice_is_no_editor() -> None:
    link = "<p><b>Pilihan editor:</b> Tenun Ikat Lereng Diresmikan, Anggarannya Rp19 Miliar</p>"
    assert people(text=f"{PROSE[: PROSE.index('</p>') + 4]}{link}{PROSE}")[1] == []


def test_name_and_editor_on_the_last_line_of_the_text() -> None:
    text = f'{PROSE}<span class="author">Rara Kelana</span> <span>Editor: Bayu Pesisir</span>'
    assert people(text=text) == (["Rara Kelana"], ["Bayu Pesisir"])


def test_a_table_of_credits_above_the_headline() -> None:
    rows = "".join(
        f"<tr><td>{role}</td><td>:</td><td>{name}</td></tr>"
        for role, name in (("Jurnalis", "Rara Kelana"), ("Editor", "Bayu Pesisir"))
    )
    html = (
        "<html><head><title>Panen Kopi Lebih Awal</title></head><body><main><div>"
        f"<table>{rows}</table>{DATE}<h1>Panen Kopi Lebih Awal</h1></div><div>{PROSE}</div></main></body></html>"
    )
    read = newscrawl.extract(html, URL, site_rules=False)
    assert (read.authors, read.editors) == (["Rara Kelana"], ["Bayu Pesisir"])


def test_a_role_word_without_a_sign_before_two_names() -> None:
    assert people(below="<div class=by>Wartawan <b>Rara Kelana, Bayu Pesisir</b></div>")[0] == [
        "Rara Kelana",
        "Bayu Pesisir",
    ]
    assert people(below="<div class=by>Kontributor Bandar Lampung, Rara Kelana</div>")[0] == ["Rara Kelana"]


def test_the_site_before_the_name_is_no_part_of_it() -> None:
    text = f"<p>Laporan Reporter SuaraMuara Rara Kelana</p>{PROSE}"
    assert people(text=text)[0] == ["Rara Kelana"]


def test_the_author_on_one_line_with_the_editor_at_the_headline() -> None:
    date = "<p>Selasa, 6 Jan 2026 06:23 WIB</p><span>Update: Rabu, 7 Januari 2026 | 06:07</span>"
    line = f'<div>{date} <span class="author">Rara Kelana</span> <span>Editor : Bayu Pesisir</span></div>'
    assert people(below=line) == (["Rara Kelana"], ["Bayu Pesisir"])
    assert people(below='<div><span class="author">Editor: Bayu Pesisir</span></div>') == (
        [],
        ["Bayu Pesisir"],
    )


def test_a_sentence_on_the_writer_of_a_book_names_no_author() -> None:
    text = f"<p>Penulis buku itu, Rara Kelana, lahir di Palu.</p>{PROSE}"
    assert people(text=text) == ([], [])
    assert people(text=f"<p>Ditulis oleh Rara Kelana.</p>{PROSE}")[0] == ["Rara Kelana"]


def test_two_roles_on_one_line_behind_the_box_of_the_text() -> None:
    html = (
        f"<html><head><title>Panen Kopi Lebih Awal</title></head><body><main><h1>Panen Kopi Lebih Awal</h1>{DATE}"
        "<div>{text}</div></main><ul><li><a href='/tag/kopi'>kopi</a></li></ul>{behind}</body></html>"
    )
    signed = "<p>Wartawan: Rara Kelana | Redaktur: Bayu Pesisir</p>"
    read = newscrawl.extract(html.format(text=PROSE, behind=signed), URL, site_rules=False)
    assert (read.authors, read.editors) == (["Rara Kelana"], ["Bayu Pesisir"])
    beside = f"<aside>{signed}</aside>"
    assert newscrawl.extract(html.format(text=PROSE, behind=beside), URL, site_rules=False).authors == []


@pytest.mark.parametrize("opening", ["rekaancom, PALEMBANG", "PALEMBANG, rekaancom"])
def test_the_site_in_the_dateline_as_the_title_names_it(opening: str) -> None:
    html = (
        "<html><head><title>Panen Kopi Lebih Awal - rekaancom</title></head><body><h1>Panen Kopi Lebih Awal</h1>"
        f"{DATE}<div>{PROSE.replace('<p>', f'<p>{opening} - ', 1)}</div></body></html>"
    )
    read = newscrawl.extract(html, "https://kdl.example/daerah/panen-kopi-lebih-awal", site_rules=False)
    assert read.dateline == "PALEMBANG"


@pytest.mark.parametrize(
    "sentence",
    [
        "Laporan <a href=/tag/rara>Rara Kelana</a> Pesisir diterima polisi dengan nomor LP/B/736/III/2025.",
        "Rara menilai harga di tingkat penyandang disabilitas turun dari Rp13.000 menjadi Rp45.500 per kilogram. (Red)",
        "Demikian Rara Kelana. (Red)",
    ],
)
def test_a_sentence_of_the_text_names_nobody(sentence: str) -> None:
    assert people(text=f"<p>{sentence}</p>{PROSE}") == ([], [])
    assert people(text=f"{PROSE}<p>{sentence}</p>") == ([], [])


def test_names_with_their_roles_in_brackets() -> None:
    line = "<p>Rara Kelana (Penulis), Bayu Pesisir (Editor)</p>"
    assert people(below=line) == (["Rara Kelana"], ["Bayu Pesisir"])


def test_a_name_above_a_table_of_credits_is_none_of_them() -> None:
    table = "<table><tr><td>Reporter</td><td>:</td><td>Rara Kelana</td></tr></table>"
    assert people(behind=f"<p>Kakek Wulandari</p>{table}")[0] == ["Rara Kelana"]
    assert people(behind="<div><p>Rara Kelana</p><p>Reporter</p></div>")[0] == ["Rara Kelana"]


def test_a_button_is_no_name() -> None:
    assert people(behind="<div><p>Next Article</p><p>Reporter</p></div>")[0] == []


def test_a_link_to_the_author_in_a_row_of_date_and_sections() -> None:
    row = '<p><a href="/t/17">17 Januari 2026</a> <a href="/{}/rara">{}</a> <a href="/kanal/x">Desa / Ladang</a></p>'
    assert people(behind=row.format("oleh", "Rara Kelana")) == (["Rara Kelana"], [])
    assert people(behind=row.format("author", "Rara Kelana")) == (["Rara Kelana"], [])
    assert people(behind=row.format("kabar", "Rara Kelana")) == ([], [])
    assert people(behind=row.format("oleh", "rara")) == ([], [])


def test_a_full_stop_behind_the_role_word_before_a_linked_name() -> None:
    behind = "<footer><div>Editor. <a href='/e/bayu'>Bayu Pesisir</a></div></footer>"
    assert people(behind=behind) == ([], ["Bayu Pesisir"])


def test_the_site_behind_a_slash_is_no_second_writer() -> None:
    found = newscrawl.extract(
        f"<html><head><title>Kabar - Suluh Lereng</title><meta property='og:site_name' content='Suluh Lereng'></head><body><h1>Nelayan Menanam Bakau</h1>{DATE}"
        f"{PROSE}<p>(Ditulis oleh Rara Kelana/Suluh Lereng)</p></body></html>",
        URL,
    )
    assert found.authors == ["Rara Kelana"] and "Ditulis" not in (found.body or "")


def test_the_verb_for_the_editor_without_by() -> None:
    assert people(behind="<p>Oleh Rara Kelana, disunting Bayu Pesisir</p>") == (
        ["Rara Kelana"],
        ["Bayu Pesisir"],
    )
    assert people(behind="<p>Posted by: Rara Kelana » 1 comment</p>") == (["Rara Kelana"], [])


@pytest.mark.parametrize("paper", ["Sulawesi Daily", "Muara Herald", "Lereng Chronicle", "Pulau Tribune"])
def test_a_newspaper_in_english_is_no_person(paper: str) -> None:
    assert people(f"<p>{paper}, Palu | {DATE}</p>") == ([], [])


COLOPHON = (
    '<footer>Tulisan ini dipublikasikan di <a href="/c/desa">Kabar Desa dan Kecamatan</a> dan tag '
    '<a href="/t/kopi">kopi robusta</a>, <a href="/t/panen">panen raya</a>, <a href="/t/lereng">lereng utara</a> '
    'pada <a href="/7">{day}</a> oleh <a href="/author/rara" rel="author">Rara Kelana</a>.</footer>'
).format(day="12 November 2026")


@pytest.mark.parametrize(
    "box", ["", '<div class="sharedaddy"><h3>Bagikan ini:</h3><p>Suka Memuat...</p></div>']
)
def test_a_long_row_of_links_signs_behind_the_boxes_for_sharing(box: str) -> None:
    assert people(behind=box + COLOPHON)[0] == ["Rara Kelana"]


def test_prose_with_one_link_and_related_posts_sign_nothing() -> None:
    prose = (
        '<p class="note">Kabar ini pernah terbit di buletin desa pada bulan lalu dan kemudian disunting kembali untuk '
        'dimuat di sini atas izin dari <a href="/author/rara">Rara Kelana</a> dan kelompok tani.</p>'
    )
    assert people(behind=prose)[0] == []
    related = '<div class="related-posts"><h3>Kabar Lain</h3><div class="author">Rara Kelana</div></div>'
    assert people(behind=related)[0] == []
