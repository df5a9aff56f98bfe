"""People, dates and headlines that the head of a page or its frame states in ways of their own."""

from __future__ import annotations

import json

import pytest

from newscrawl.reading.byline.names import is_person
from tests.reading.shapes import DATE, PROSE, TEXT, TITLE, article, people, record

_BYLINE = '<a class="author" href="/author/data-kelana">Data Kelana</a>'


@pytest.mark.parametrize(
    ("stated", "shown", "authors"),
    [
        ("Data Kelana", _BYLINE, ["Data Kelana"]),
        ("Data Kelana", "Penulis: Data Kelana", ["Data Kelana"]),
        ("Data Kelana", "Data Kelana", []),
        ("Data Berita", "Penulis: Data Berita", []),
        ("Redaksi Kelana", "Penulis: Redaksi Kelana", []),
        ("Lintas Kota", "<a href='/lintas-kota'>Lintas Kota</a>", []),
    ],
)
def test_a_name_with_an_ordinary_word_that_head_and_byline_agree_on(
    stated: str, shown: str, authors: list[str]
) -> None:
    found = article(head=f'<meta name="author" content="{stated}">', below=f"<div>{shown}</div>{DATE}")
    assert found.authors == authors


def test_one_ordinary_word_among_several_is_a_name_only_where_it_is_stated() -> None:
    assert is_person("Data Kelana", stated=True)
    assert not is_person("Data Kelana")
    assert not is_person("Data Berita", stated=True)
    assert not is_person("Redaksi Kelana", stated=True)


def test_a_nickname_in_quotation_marks_is_part_of_a_name() -> None:
    assert people('<p>Penulis: Abdul "Dul" Kelana</p>') == (['Abdul "Dul" Kelana'], [])
    assert people('<p>Penulis: Kantor "Dul" Berita</p>') == ([], [])


def test_a_role_word_before_a_title_in_small_letters() -> None:
    assert people("<p>Oleh drg. Rara Kelana</p>") == (["Rara Kelana"], [])
    assert people(text=f"{PROSE}<p>Oleh warga. Rara Kelana pulang.</p>") == ([], [])


def test_a_post_that_names_who_posted_it_beside_its_date() -> None:
    assert people("<p>Posting: Rara Kelana</p>") == (["Rara Kelana"], [])
    assert people("<p>Posting Rara Kelana</p><p>Posting: Admin</p>") == ([], [])


def test_a_signature_behind_the_buttons_to_share() -> None:
    buttons = '<div class="share"><a>Facebook</a><a>Twitter</a><a>WhatsApp</a></div>'
    assert people(text=f"{PROSE}{buttons}<p><b>Rara Kelana</b></p>") == (["Rara Kelana"], [])
    related = '<div class="related-posts"><a href="/a">Warga Menanam Bakau Lagi di Muara</a></div>'
    assert people(text=f"{PROSE}{related}<p><b>Rara Kelana</b></p>") == ([], [])


def test_an_author_in_a_meta_of_microdata() -> None:
    item = '<meta itemprop="author" content="Rara Kelana">'
    assert article(below=f"{item}{DATE}").authors == ["Rara Kelana"]
    assert article(below=DATE, behind=f"<div itemprop=comment>{item}</div>").authors == []


def test_one_object_for_a_service_that_counts_readers() -> None:
    stated = {"pub_date": "2026-11-25T02:15:00Z", "author": "Rara Kelana"}
    head = f"<meta name='parsely-page' content='{json.dumps(stated)}'>"
    found = article(head=head)
    assert found.authors == ["Rara Kelana"]
    assert found.published_at is not None
    assert found.published_at.isoformat() == "2026-11-25T09:15:00+07:00"
    broken = article(head="<meta name='parsely-page' content='{\"author\": '>", below=DATE)
    assert broken.authors == []


def test_the_year_below_the_leaf_with_day_and_month() -> None:
    leaf = '<div class="leaf"><span class="day">17</span> <span class="month">Mar</span></div>'
    inner = "<div>17</div><div>Mar</div>"
    for box in (leaf, f"<div>{inner}</div>"):
        found = article(above=f'<div class="tgl">{box}<div class="year">2024</div></div>')
        assert found.published_at is not None, box
        assert found.published_at.date().isoformat() == "2024-03-17"


def test_a_byline_above_the_text_where_no_headline_is_shown() -> None:
    byline = "<div><span>14/03/2023 15:47</span><span>Oleh Rara Kelana</span></div>"
    found = record(f"<div>30/11/2026 08:14</div><main>{byline}{PROSE}</main>")
    assert found.authors == ["Rara Kelana"]
    assert found.published_at is not None
    assert found.published_at.date().isoformat() == "2023-03-14"


def test_the_name_of_the_office_in_its_foot_is_no_headline() -> None:
    office = "Dinas Perikanan Kabupaten Tanjung Elok"
    url = "https://perikanan.example/berita/detail/72"
    foot = f"<footer><p>© 2026 {office}</p></footer>"
    found = record(f"<div><b>{TITLE}</b>{DATE}{PROSE}</div>{foot}", url=url, title=office)
    assert found.title == TITLE
    assert found.published_at is not None
    assert TEXT[0] in (found.body or "")


def test_a_masthead_above_the_headline_that_the_address_has() -> None:
    office = "Dinas Perikanan Tanjung Elok"
    crumb = "<div><a href='/'>Beranda</a> &gt; 20 Nop 2024</div>"
    found = record(f"<h1>{office}</h1>{crumb}<h2>{TITLE}</h2>{PROSE}", title=office)
    assert found.title == TITLE


def test_who_takes_leave_of_hearers_wrote_the_report() -> None:
    leave = "<p>Reporter Rara Kelana melaporkan untuk Suara Muara.</p>"
    assert people(text=f"{PROSE}{leave}") == (["Rara Kelana"], [])
    assert people(text=f"{PROSE}<p>Rara Kelana melaporkan langsung dari Muara.</p>") == (["Rara Kelana"], [])
    assert people(text=f"{PROSE}<p>Warga Muara melaporkan kejadian itu.</p>") == ([], [])
    assert people(text=f"{PROSE}<p>Dinas Perikanan melaporkan dari Muara.</p>") == ([], [])


def test_the_announcement_of_a_report_names_the_reporter() -> None:
    assert people(text=f"{PROSE}<p>Berikut laporan reporter Rara Kelana.</p>") == (["Rara Kelana"], [])
    assert people(text=f"{PROSE}<p>Berikut laporan Badan Pangan:</p><p>Beras naik.</p>") == ([], [])


def test_a_report_by_two_below_the_box_of_the_text() -> None:
    behind = "<div><i>Laporan Rara Kelana dan Bayu Pesisir</i></div>"
    assert people(behind=behind) == (["Rara Kelana", "Bayu Pesisir"], [])
    assert people(behind="<div><i>Laporan Kinerja dan Anggaran</i></div>") == ([], [])
    assert people(behind="<div><i>Laporan Rara Kelana dan Anggaran</i></div>") == ([], [])


def test_a_signature_with_the_job_of_the_writer() -> None:
    signed = "<p><em>Dr. Rara Kelana, M.Si., dosen Universitas Muara</em></p>"
    assert people(text=f"{PROSE}{signed}") == (["Rara Kelana"], [])
    shown = "<p><em>Rara Kelana, dosen Universitas Muara, menunjukkan bibit.</em></p>"
    contacts = "<p>Narahubung:</p><ul><li>Rara Kelana, dosen Universitas Muara</li></ul>"
    for other in (shown, contacts, "<p>Rara Kelana, dosen Universitas Muara (0812-0000-1111)</p>"):
        assert people(text=f"{PROSE}{other}") == ([], []), other


def test_text_and_pictures_by_one() -> None:
    assert people("<p>Cerita &amp; Foto oleh Rara Kelana</p>") == (["Rara Kelana"], [])
    assert people("<p>Foto oleh Rara Kelana</p>")[0] == []


@pytest.mark.parametrize(
    "body",
    ["Majelis Ulama Muara", "Himpunan Nelayan Elok", "Pondok Pesantren Elok", "Kapolres Elok Hendra Wibawa"],
)
def test_a_body_that_signs_a_text_is_nobody(body: str) -> None:
    assert people(text=f"{PROSE}<p>{body}</p>") == ([], [])


def test_the_site_behind_a_slash_in_the_last_bracket_is_no_second_writer() -> None:
    assert people(text=f"{PROSE}<p>(Rara Kelana/Suara Muara)</p>") == (["Rara Kelana"], [])
    assert people(text=f"{PROSE}<p>(Rara Kelana/Bayu Pesisir)</p>") == (["Rara Kelana", "Bayu Pesisir"], [])


def test_metas_of_dublin_core_terms() -> None:
    metas = {"creator": "Rara Kelana", "created": "2026-06-03", "modified": "2026-06-07"}
    head = "".join(f'<meta name="dcterms.{key}" content="{value}">' for key, value in metas.items())
    found = article(head=head)
    assert found.authors == ["Rara Kelana"]
    assert found.published_at is not None
    assert found.modified_at is not None
    assert (found.published_at.day, found.modified_at.day) == (3, 7)


def test_the_foot_of_an_old_template_says_when_the_text_was_changed() -> None:
    below = "<div>Wednesday, 03 June 2009</div>"
    found = article(below=below, behind="<div>Pemutakhiran Terakhir ( Friday, 05 June 2009 )</div>")
    assert found.published_at is not None
    assert found.modified_at is not None
    assert (found.published_at.day, found.modified_at.day) == (3, 5)
