"""Bylines that stand in cards, tables, brackets and author boxes, and people who only stand beside the article."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

import newscrawl
from newscrawl.reading.byline.evidence import BylineEvidence
from newscrawl.reading.byline.names import is_person
from newscrawl.reading.byline.people import read_byline
from tests.reading.shapes import DATE, PROSE, TITLE, URL, people


@pytest.mark.parametrize(
    "behind",
    [
        "<div>Artikel ini ditulis oleh Rara Kelana Editor Bayu Pesisir</div>",
        '<p>Artikel ini ditulis oleh</p><a href="/r/1">Rara Kelana</a><p>Editor</p><a href="/r/2">Bayu Pesisir</a>',
        "<table><tr><td>Pewarta</td><td>:</td><td>Rara Kelana</td></tr><tr><td>Editor</td><td>:</td><td>Bayu Pesisir</td></tr></table>",
        "<dl><dt>Reporter</dt><dd>Rara Kelana</dd><dt>Redaktur</dt><dd>Bayu Pesisir</dd></dl>",
        "<p>Penulis: Rara Kelana/Editor: Bayu Pesisir</p>",
        "<p>Penulis : Rara Kelana // Editor : Bayu Pesisir</p>",
    ],
)
def test_credits_in_cards_tables_and_lists(behind: str) -> None:
    assert people(behind=behind) == (["Rara Kelana"], ["Bayu Pesisir"])


def test_a_byline_in_the_bracket_that_ends_the_text() -> None:
    text = f"{PROSE}<p>(Rara Kelana / Editor: Bayu Pesisir)</p>"
    assert people(text=text) == (["Rara Kelana"], ["Bayu Pesisir"])
    assert people(text=f"{PROSE}<p>(Rara Kelana/SM)</p>") == (["Rara Kelana"], [])


def test_the_bracket_of_a_source_names_nobody_of_this_site() -> None:
    text = f"{2 * PROSE}<p>Disadur dari: Kabar.example (Penulis: Rara Kelana - Editor: Bayu Pesisir)</p>"
    assert people(text=text) == ([], [])


def test_one_person_in_two_roles() -> None:
    assert people("<p>Penulis/Editor: Rara Kelana</p>") == (["Rara Kelana"], ["Rara Kelana"])


def test_all_names_of_an_element_that_is_called_the_authors() -> None:
    box = '<div class="writer"><span>Bayu Pesisir</span> | <span>Rara Kelana</span></div>'
    assert people(box) == (["Bayu Pesisir", "Rara Kelana"], [])


def test_each_name_with_an_office_behind_it() -> None:
    names = '<a href=/p/1><b class="author-name">Rara Kelana</b></a>, <em>Universitas Muara</em>, <a href=/p/2><b class="author-name">Bayu Pesisir</b></a>, <em>Institut Pesisir</em>'
    assert people(f"<div class=authors><section>{names}</section></div>") == (
        ["Rara Kelana", "Bayu Pesisir"],
        [],
    )


def test_a_name_set_like_the_date_beside_it() -> None:
    date = "<h5>2 Agustus 2026 10:15</h5>"
    assert people(f"<h5>Rara Kelana</h5>{date}") == (["Rara Kelana"], [])
    assert people(f"<h3>Rara Kelana</h3>{date}") == ([], [])


def test_a_link_to_the_numbered_folder_of_a_person_above_the_date() -> None:
    box = '<div><a href="/rara-kelana-1684">Rara Kelana</a></div><div>Penyuka laut dan perahu layar sejak kecil.</div>'
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{box}{DATE}<div>{PROSE}</div></body></html>"
    for url in (URL, "https://muara.example/rara-kelana-1684/kisah-panjang"):
        assert newscrawl.extract(html, url, site_rules=False).authors == ["Rara Kelana"]
    assert people(box.replace("/rara-kelana-1684", "/kota/rara")) == ([], [])


def test_labels_of_a_byline_that_is_read_aloud_are_nobody() -> None:
    box = "<ul class=byline><li><b>Penulis, </b><b>Rara Kelana</b></li><li><b>Peranan, </b><b>Harian Muara</b></li></ul>"
    assert people(box) == (["Rara Kelana"], [])


@pytest.mark.parametrize(
    ("name", "authors"),
    [("Rara Kelana", ["Rara Kelana"]), ("Redaksi SM", []), ("Admin", [])],
)
def test_the_box_about_the_author(name: str, authors: list[str]) -> None:
    box = f'<div><h4>Tentang Penulis</h4><a href="/author/x">{name}</a><p>Menulis sejak 2012.</p></div>'
    assert people(behind=box) == (authors, [])


@pytest.mark.parametrize("name", ["Rara.K", "Om_kelana Pesisir"])
def test_names_with_signs_in_them(name: str) -> None:
    assert people(f"<p>Reporter: {name}</p>") == ([name], [])


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Kontak media: Rara Kelana, Humas, 0812-0000-0000</p>",
        "<p>Narahubung: Rara Kelana</p>",
        '<div id="comments"><h3>2 Komentar</h3><cite class="fn">Rara Kelana</cite><p>Mantap.</p></div>',
        '<div class="related"><a href="/a/9">Harga cabai naik lagi</a><span class="author">Rara Kelana</span></div>',
        "<p>Sumber: Rara Kelana</p>",
        "<p>Penulis adalah mahasiswa Universitas Muara Elok</p>",
    ],
)
def test_people_beside_the_article_wrote_nothing(behind: str) -> None:
    assert people(behind=behind) == ([], [])


def test_a_rule_for_authors_that_takes_in_the_editor_makes_no_author_of_him() -> None:
    evidence = [
        BylineEvidence("Rara Kelana", "author", "rule: .credit a"),
        BylineEvidence("Bayu Pesisir", "author", "rule: .credit a"),
        BylineEvidence("Bayu Pesisir", "editor", "meta: content_editor"),
    ]
    found = read_byline(evidence, [])
    assert (found.authors, found.editors) == (["Rara Kelana"], ["Bayu Pesisir"])


def test_a_date_line_goes_on_naming_who_stands_in_it() -> None:
    assert people("<div>Rara Kelana - Rabu, 25 November 2026 09:15 WIB</div>") == (["Rara Kelana"], [])


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Oleh : Rara Kelana & Bayu Pesisir/ Sekar Laut", ["Rara Kelana", "Bayu Pesisir", "Sekar Laut"]),
        ("Rara Kelana/Bayu Pesisir", ["Rara Kelana", "Bayu Pesisir"]),
        ("Kontributor Lumajang - Rara Kelana", ["Rara Kelana"]),
        ("Oleh: Drs. Rara Kelana MM", ["Rara Kelana"]),
        ("Penulis: Rara Kelana SH MH", ["Rara Kelana"]),
        ("Reporter: Rara Kelana @rarakelana", ["Rara Kelana"]),
        ("Rara Kelana (rk/bp)", ["Rara Kelana"]),
        ("(Rara Kelana/Suara Muara)", ["Rara Kelana"]),
        ("~ Rara Kelana", ["Rara Kelana"]),
        ("Pengunggah: Rara Kelana", []),
    ],
)
def test_bylines_at_the_headline(byline: str, authors: list[str]) -> None:
    assert people(f"<div>{byline}</div>") == (authors, [])


@pytest.mark.parametrize(
    "line",
    [
        "Dimuat 25 November 2026 jam 09.15",
        "Diterbitkan 25/11/2026, 09:15 WIB &middot; Diperbaharui 26/11/2026, 08:00 WIB",
        "Tgl. 25 November 2026, Pkl. 09.15 WIB",
        "Jum&rsquo;at, 27 November 2026 09:15",
        "Salasa, 24 Nop&eacute;mber 2026 - 09:15",
        "Muara Elok, Rabu 25 November 2026 09:15",
    ],
)
def test_words_of_a_date_line_are_nobody(line: str) -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{line}</div><div>{PROSE}</div></body></html>"
    found = newscrawl.extract(html, URL, site_rules=False)
    assert found.authors == []
    assert found.published_at is not None


def test_the_text_of_a_link_to_a_topic_beside_the_date_is_a_section_and_nobody() -> None:
    line = "<div>Kelana Samudra | Rabu, 25 November 2026 09:15 WIB</div>"
    assert people(line) == (["Kelana Samudra"], [])
    assert people(line, behind='<a href="/tag/kelana-samudra">Kelana Samudra</a>') == ([], [])
    assert people(line, behind='<a href="/author/kelana">Kelana Samudra</a>') == (["Kelana Samudra"], [])
    assert people(line, behind='<a href="/k/12">Kelana Samudra</a>') == (["Kelana Samudra"], [])


def test_a_sentence_that_begins_with_a_role_word_is_no_byline() -> None:
    last = "<p>Oleh Rara Kelana, dermaga itu lalu ditutup sementara agar tidak dipakai perahu besar.</p>"
    assert people(text=f"{PROSE}{last}") == ([], [])


@pytest.mark.parametrize(
    "label",
    ["Hukrim", "Kesra", "Ekbis", "Parlemen", "Serba-Serbi", "Hukum & Kriminal", "Advertorial", "Kelana"],
)
@pytest.mark.parametrize(
    "line", ["{} - 24 November 2026", "Selasa, 24/11/2026 | {}", "<b>{}</b> 24 Nov 2026"]
)
def test_a_section_beside_the_date_is_nobody(label: str, line: str) -> None:
    assert people(f"<div>{line.format(label)}</div>") == ([], [])


def test_one_word_beside_the_date_is_a_person_with_a_portrait_or_a_link_of_its_own() -> None:
    assert people("<div><img src=/f/r.jpg> Rara | Selasa, 24 November 2026</div>") == (["Rara"], [])
    assert people('<div><a href="/author/rara">Rara</a> | Selasa, 24 November 2026</div>') == (["Rara"], [])


@pytest.mark.parametrize(
    "inside",
    [
        "Harga Sembako",
        "Jalan Rusak",
        "Gunung Meletus",
        "MC Sukamaju",
        "Dispenad Elok",
        "Bibit Bakau",
        "BPBD Elok",
    ],
)
def test_a_topic_or_an_office_in_the_last_bracket_is_nobody(inside: str) -> None:
    assert people(text=f"{PROSE}<p>Penanaman berlanjut pekan depan. ({inside})</p>") == ([], [])


@pytest.mark.parametrize(
    "name", ["Rara Kelana", "Gilang Ramadhan", "Lukman Hakim", "Sekar Laut", "RA Kelana"]
)
def test_a_name_in_the_last_bracket_signs_the_text(name: str) -> None:
    assert people(text=f"{PROSE}<p>Penanaman berlanjut pekan depan. ({name})</p>") == ([name], [])


@pytest.mark.parametrize(
    "line", ["Rara Kelana – Humas", "Rara Kelana/Red", "Tim/Rara Kelana", "~Rara Kelana~"]
)
def test_a_name_beside_its_desk_signs_the_text(line: str) -> None:
    assert people(text=f"{PROSE}<p>Penanaman berlanjut pekan depan.</p><p>{line}</p>") == (
        ["Rara Kelana"],
        [],
    )


@pytest.mark.parametrize("ending", ["/ Rara Kelana", "*** Rara Kelana", "~Rara Kelana~"])
def test_a_name_behind_a_sign_closes_the_text(ending: str) -> None:
    assert people(text=f"{PROSE}<p>Penanaman berlanjut pekan depan. {ending}</p>") == (["Rara Kelana"], [])


def test_a_letter_is_meant_for_the_bar() -> None:
    assert people("<p>Reporter : Rara Kelana I Editor : Budi Sagara</p>") == (
        ["Rara Kelana"],
        ["Budi Sagara"],
    )


def test_a_place_behind_a_name_is_nobody() -> None:
    assert people("<p>Laporan Rara Kelana, Selatan</p>") == (["Rara Kelana"], [])
    text = f"<p>LERENG JATI – {PROSE[3:]}"
    assert people("<p>Penulis: Rara Kelana/Lereng Jati</p>", text=text) == (["Rara Kelana"], [])


def test_a_name_behind_the_mark_that_closes_the_text() -> None:
    assert people(text=f"{PROSE}<p>Penanaman berlanjut pekan depan. (*) Rara Kelana</p>") == (
        ["Rara Kelana"],
        [],
    )
    assert people(text=f"{PROSE}<p>Penanaman berlanjut pekan depan. (*) Bibit Bakau</p>") == ([], [])


@pytest.mark.parametrize("office", ["MC Sukamaju", "Prokopim Elok", "Kanwil Elok", "Kejari Elok", "Tim Elok"])
def test_an_office_is_no_author(office: str) -> None:
    assert people(f"<p>Oleh: {office}</p>") == ([], [])
    assert people(f"<div class=author>{office}</div>") == ([], [])


@pytest.mark.parametrize(
    "role", ["Video Journalist", "Publisher", "VJ", "Kameramen", "Presenter", "Narator", "Editor Video"]
)
def test_other_hands_of_a_story_are_contributors(role: str) -> None:
    credits = f"<p>{role}: Rara Kelana</p><p>Editor: Bayu Pesisir</p>"
    html = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{DATE}{PROSE}{credits}</div></body></html>"
    found = newscrawl.extract(html, URL, site_rules=False)
    assert (found.authors, found.editors, found.contributors) == ([], ["Bayu Pesisir"], ["Rara Kelana"])


@pytest.mark.parametrize(
    "foot",
    [
        "Ditulis oleh Rara Kelana pada 24 November 2026",
        'Ditulis oleh <a href="/author/rk">Rara Kelana</a> pada <time>24 November 2026</time>',
        "Diterbitkan oleh Rara Kelana tanggal 24 November 2026",
        "Diposting oleh: Rara Kelana pada Selasa, 24/11/2026",
        "Posted by Rara Kelana on November 24, 2026",
    ],
)
@pytest.mark.parametrize("box", ["div class=post-footer", "footer", "div"])
def test_the_foot_of_an_article_names_its_author_and_its_day(foot: str, box: str) -> None:
    behind = f"<{box}>{foot}</{box.split(maxsplit=1)[0]}>"
    html = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><div>{PROSE}</div>{behind}</div></body></html>"
    found = newscrawl.extract(html, URL, site_rules=False)
    assert found.authors == ["Rara Kelana"]
    assert found.published_at is not None
    assert (found.published_at.day, found.published_at.month) == (24, 11)


@pytest.mark.parametrize(
    "line",
    [
        "[Penulis: Rara Kelana]",
        "— Laporan oleh Rara Kelana",
        "Penulis <b>Rara Kelana</b> <a href='https://x.example/rara'>Ikuti di X</a>",
        "Wartawan - Rara Kelana",
        "<span>Penulis</span><b>Rara Kelana</b>",
        "Penulis &gt; Rara Kelana",
    ],
)
def test_bylines_of_many_forms_below_the_text(line: str) -> None:
    assert people(text=f"{PROSE}<p>{line}</p>") == (["Rara Kelana"], [])
    assert people(behind=f"<p>{line}</p>") == (["Rara Kelana"], [])


@pytest.mark.parametrize(
    "line",
    [
        "Dilaporkan oleh Rara Kelana dan disunting oleh Bayu Pesisir",
        "Ditulis oleh Rara Kelana, disunting oleh Bayu Pesisir",
        "Written by Rara Kelana and edited by Bayu Pesisir",
        "Reported by Rara Kelana, edited by Bayu Pesisir",
    ],
)
def test_two_roles_in_one_sentence(line: str) -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{DATE}<div>{PROSE}<p>{line}</p></div></body></html>"
    found = newscrawl.extract(html, URL, site_rules=False)
    assert (found.authors, found.editors) == (["Rara Kelana"], ["Bayu Pesisir"])
    assert found.body is not None and line not in found.body


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Diposkan oleh rara kelana di 20.05", ["rara kelana"]),
        ("Written by rara kelana on Wednesday, 25 November 2026", ["rara kelana"]),
        ("by rara kelana", ["rara kelana"]),
        ("Rara Kelana, 25 November 2026 09:15 WIB", ["Rara Kelana"]),
        ("Rara Kelana, Rabu 25 November 2026", []),
        ("by Jon Roi Tua Kelana on June 24, 2025 in Ekspor", ["Jon Roi Tua Kelana"]),
        ("Tulisan ini dibuat oleh Rara Kelana, relawan museum", ["Rara Kelana"]),
        ("Rabu, 25 November 2026 | 15:10 WITA oleh rara kelana", ["rara kelana"]),
        ("Rabu, 25 November 2026 | 15:10 WITA oleh tim kami", []),
        ("Rabu, 25 November 2026 15:10 WIB » oleh Rara Kelana", ["Rara Kelana"]),
        ("<span class='byline'>Suara Muara, Palu | Community | 25/11/2026 15:10</span>", []),
        ("Diposkan oleh admin di 20.05", []),
        ("Ditulis oleh rara kelana yang tinggal di pulau.", []),
        ("Oleh karena itu", []),
    ],
)
def test_names_in_small_letters_behind_oleh_and_by(line: str, authors: list[str]) -> None:
    assert people(f"<p>{line}</p>") == (authors, [])


def test_a_report_of_a_reporter_from_a_place() -> None:
    assert people(text=f"<p>Laporan wartawan Rara Kelana dari Kupang</p>{PROSE}") == (["Rara Kelana"], [])


def test_a_hasty_name_on_a_line_of_its_own_beside_the_date() -> None:
    assert people("<div>Rara kelana</div>") == (["Rara kelana"], [])
    assert people("<div>Kabar muara</div>") == ([], [])


@pytest.mark.parametrize(
    "box",
    [
        "<p>Rara Kelana (Penulis), Bayu Pesisir (Editor)</p>",
        '<ul class="editors"><li>Rara Kelana <i>(Penulis)</i></li><li>Bayu Pesisir <i>(Editor)</i></li></ul>',
        "<p>Penulis Rara Kelana, penyunting Bayu Pesisir</p>",
        "<p>Reporter » Rara Kelana</p><p>Redaktur » Bayu Pesisir</p>",
    ],
)
def test_roles_in_brackets_and_behind_other_signs(box: str) -> None:
    assert people(box) == (["Rara Kelana"], ["Bayu Pesisir"])
    assert people(text=PROSE + box) == (["Rara Kelana"], ["Bayu Pesisir"])


@pytest.mark.parametrize(
    "line",
    [
        "25 November 2026 09:15 WIB, Rara Kelana",
        "25 November 2026 <em>/</em> Rara Kelana",
        "Nov 25, 2026 at 9:15 am by Rara Kelana",
        "Written by Rara Kelana. Posted on 25 November 2026",
    ],
)
def test_a_name_behind_the_date_in_one_line(line: str) -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{line}</div><div>{PROSE}</div></body></html>"
    assert newscrawl.extract(html, URL, site_rules=False).authors == ["Rara Kelana"]


@pytest.mark.parametrize(
    "line",
    [
        "Dilaporkan Rara Kelana dari Kupang",
        "Laporan langsung Rara Kelana dari Kupang",
        "REPORTASE <b>RARA KELANA</b> DARI KUPANG",
        "Reporter Rara Kelana (<a href='https://x.example/rara'>Ikuti di X</a>)",
    ],
)
def test_reports_from_a_place_are_no_text(line: str) -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{DATE}<div><p>{line}</p>{PROSE}</div></body></html>"
    found = newscrawl.extract(html, URL, site_rules=False)
    assert [name.title() for name in found.authors] == ["Rara Kelana"]
    assert found.body is not None and found.body.startswith("Nelayan Tanjung Elok menanam")


def test_a_heading_that_goes_on_with_the_date_names_the_author() -> None:
    assert people("<h2> | Rara Kelana</h2>") == (["Rara Kelana"], [])
    assert people("<h2>Rara Kelana</h2>") == ([], [])


def test_whom_the_text_speaks_of_has_not_signed_it_in_brackets() -> None:
    assert people(text=f"{PROSE}<p>Warga memuji Rara Kelana. (Bayu Pesisir)</p>") == (["Bayu Pesisir"], [])
    assert people(text=f"<p>Warga memuji Bayu Pesisir.</p>{PROSE}<p>Hujan reda. (Bayu Pesisir)</p>") == (
        [],
        [],
    )


def test_the_physician_who_has_read_an_article_has_not_written_it() -> None:
    reviewer = '<div class="reviewer">Ditinjau oleh: <a href="/dokter/rara">dr. Rara Kelana</a></div>'

    assert people(reviewer) == ([], [])
    assert people(f"{reviewer}<div>Oleh: Bayu Pesisir</div>") == (["Bayu Pesisir"], [])


@pytest.mark.parametrize(
    "byline",
    [
        "<p>Tim Redaksi: Rara Kelana; Bayu Pesisir</p>",
        '<p><b>Tim Redaksi</b> : <a href="/p/1">Rara Kelana</a>; <a href="/p/2">Bayu Pesisir</a></p>',
    ],
)
def test_people_parted_by_a_semicolon_share_a_role(byline: str) -> None:
    assert people(byline) == (["Rara Kelana", "Bayu Pesisir"], [])
    assert people("<p>Penulis: Rara Kelana; Editor: Bayu Pesisir</p>") == (["Rara Kelana"], ["Bayu Pesisir"])


def test_the_button_to_answer_is_nobody() -> None:
    assert not is_person("Tinggalkan Balasan")
    assert is_person("Rara Balqis")


def test_the_word_before_a_link_behind_the_date_is_a_label() -> None:
    assert people('<p>Posted 24 November 2026 09.10 WIB, oleh <a href="/u">Rara Kelana</a></p>')[0] == [
        "Rara Kelana"
    ]
    assert people('<p>Ditanam oleh <a href="/u">Rara Kelana</a></p>')[0] == []


def test_a_name_in_haste_before_the_date_behind_a_slash() -> None:
    for day in ("24 November 2026 09:10 WIB", "Selasa, 24 November 2026"):
        line = f"<div><b>Rara kelana</b> / <i>{day}</i></div>"
        assert newscrawl.extract(f"<title>{TITLE}</title><h1>{TITLE}</h1>{line}{PROSE}", URL).authors == [
            "Rara kelana"
        ]
