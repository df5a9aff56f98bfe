"""Who is named on pages of small portals, and who is not: accounts, rubrics, mastheads, facts, columns, signatures."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import json

import pytest

import newscrawl
from tests.reading.shapes import DATE, PROSE, TITLE, people

URL = "https://www.ruangkirana.example/daerah/2026/11/25/jembatan-dibangun-kembali"


def stated(author: object, below: str = "") -> list[str]:
    node = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "author": author,
        "publisher": {"@type": "Organization", "name": "Bahtera Pesisir"},
    }
    html = (
        f'<html><head><title>{TITLE}</title><script type="application/ld+json">{json.dumps(node)}</script></head>'
        f"<body><div><h1>{TITLE}</h1>{below}{DATE}<div>{PROSE}</div></div></body></html>"
    )
    return newscrawl.extract(html, URL, site_rules=False).authors


ACCOUNTS = [
    "Lintas Kota",
    "Jejak Kasus",
    "Prokopim",
    "BPBD Sukamaju",
    "MPI PDM Sukamaju",
    "MC KAB SUKAMAJU",
    "Operator Desa",
    "Super User",
    "Pimred",
    "Ukuran Huruf",
    "Tim KKN",
]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_accounts_rubrics_and_offices_are_nobody_wherever_they_stand(account: str) -> None:
    assert people(f"<p>Oleh: {account}</p>") == ([], [])
    assert people(f"<div class=author><a href='/author/1'>{account}</a></div>") == ([], [])
    assert people(f"<div>{account} | Rabu, 25 November 2026</div>") == ([], [])
    assert stated({"@type": "Person", "name": account}) == []


def test_who_bears_a_common_word_for_a_name_keeps_it() -> None:
    for name in ("Bintang Samudra", "Indah Lestari", "MUH Ridwan", "BUDI ARIF Sabar", "Untung Sabar"):
        assert people(f"<p>Reporter: {name}</p>") == ([name], [])


def test_words_that_the_page_writes_small_are_no_name() -> None:
    line, said = "<div>Kelana Pesisir</div>", "<p>Seorang kelana berjalan di pesisir itu sampai ke pasar.</p>"
    assert people(line) == (["Kelana Pesisir"], [])
    assert people(line, text=f"{PROSE}{said}") == ([], [])


@pytest.mark.parametrize("name", ["suparmin", "SUPARMIN", "sari kelana"])
def test_any_writing_of_a_name_counts_behind_a_role_word(name: str) -> None:
    assert people(f"<p>Penulis: {name}</p>") == ([name], [])


@pytest.mark.parametrize("code", ["rdkn", "CTR", "wartamuara", "redaksimuara", "mg1"])
def test_codes_and_accounts_do_not_behind_a_role_word(code: str) -> None:
    assert people(f"<p>Penulis: {code}</p>") == ([], [])


def test_names_in_small_letters_count_where_the_page_says_that_a_person_stands_there() -> None:
    assert people('<div><i class="fa fa-user"></i> sari kelana</div>') == (["sari kelana"], [])
    assert stated({"@type": "Person", "name": "sari kelana"}) == ["sari kelana"]
    assert people("<div>sari kelana</div>") == ([], [])


@pytest.mark.parametrize(
    "byline",
    [
        "Rara Kelana S.Pd",
        "dr. Rara Kelana, Sp.PD",
        "Ns. Rara Kelana, S.Kep., M.Kep.",
        "Hj. Rara Kelana, S.Pd.I, M.Pd.I",
        "Rara Kelana, S.H.I., M.E.Sy",
    ],
)
def test_degrees_are_no_part_of_a_name(byline: str) -> None:
    assert people(f"<p>Oleh: {byline}</p>") == (["Rara Kelana"], [])


def test_a_person_may_share_a_word_with_the_site_but_not_its_name() -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>%s{DATE}{PROSE}</div></body></html>"

    def read(below: str) -> list[str]:
        return newscrawl.extract(html % below, URL, site_rules=False).authors

    assert read("<div>Kirana Pesisir</div>") == ["Kirana Pesisir"]
    assert read("<p>Oleh: Ruang Kirana</p>") == []
    assert stated({"@type": "Person", "name": "Bahtera Pesisir"}) == []


def test_what_stands_beside_the_title_in_the_head_is_the_site_unless_a_label_says_who_wrote() -> None:
    def read(head: str, below: str) -> list[str]:
        html = f"<html><head>{head}</head><body><div><h1>{TITLE}</h1>{below}{DATE}{PROSE}</div></body></html>"
        return newscrawl.extract(html, URL, site_rules=False).authors

    head = f"<title>{TITLE} - Bayan Ekspres</title>"
    assert read(head, "<div>Rara Kelana - Bayan Ekspres</div>") == ["Rara Kelana"]
    assert read(f"{head}<meta name=author content='Bayan Ekspres'>", "") == []
    assert read(f"<title>{TITLE}</title>", "<div>Bayan Ekspres</div>") == ["Bayan Ekspres"]
    assert read(f"<title>{TITLE} | Rara Kelana</title>", "<p>Oleh: Rara Kelana</p>") == ["Rara Kelana"]


def test_the_name_of_a_blog_may_be_its_writers() -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><p>Oleh: Rara Kelana</p>{DATE}{PROSE}</div></body></html>"
    assert newscrawl.extract(
        html, "https://rarakelana.blog.example/2026/11/25/a", site_rules=False
    ).authors == ["Rara Kelana"]


@pytest.mark.parametrize(
    "facts",
    [
        "<p>Judul: Jembatan Kita</p><p>Penulis: Rara Kelana</p><p>Penerbit: Pustaka Muara</p>",
        "<p>Sutradara: Bayu Pesisir</p><p>Penulis Naskah: Rara Kelana</p><p>Produser: Dewa Laut</p>",
    ],
)
def test_the_writer_of_a_book_or_a_film_in_a_list_of_facts_wrote_no_article(facts: str) -> None:
    assert people(text=f"{PROSE}{facts}") == ([], [])


def test_the_masthead_names_nobody_of_the_article() -> None:
    box = "<div><p>Pemimpin Redaksi: Bayu Pesisir</p><p>Editor: Rara Kelana</p><p>Penanggung Jawab: Bayu Pesisir</p></div>"
    assert people(behind=box) == ([], [])


def column(aside: str) -> list[str]:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div class=a><div class=b><h1>{TITLE}</h1>{DATE}<div>{PROSE}</div></div>"
        f"{aside}</div></body></html>"
    )
    return newscrawl.extract(html, URL, site_rules=False).authors


def test_a_writer_in_a_column_beside_the_article_is_another_articles() -> None:
    assert column("<div class=c><a href=/k>Menata Kota</a><p>Oleh: Rara Kelana</p></div>") == []
    assert column("<aside><p>Reporter: Rara Kelana</p><p>Editor: Bayu Pesisir</p></aside>") == []
    assert column("<div class=c><p>Reporter: Rara Kelana</p><p>Editor: Bayu Pesisir</p></div>") == [
        "Rara Kelana"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Rara Kelana",
        "- Rara Kelana",
        "<b>RARA KELANA</b>",
        "*) Rara Kelana, Ketua Forum Guru",
        "Penulis adalah Rara Kelana, dosen di kota",
    ],
)
def test_who_signs_below_the_text_is_its_author(line: str) -> None:
    assert [name.title() for name in people(text=f"{PROSE}<p>{line}</p>")[0]] == ["Rara Kelana"]


@pytest.mark.parametrize(
    "line",
    [
        "Salam Sehat",
        "SELAMAT MEMBACA",
        "Terima Kasih",
        "*) Penulis adalah dosen di kota",
        "<li>Rara Kelana</li>",
        "<blockquote>Gotong royong.<br>Rara Kelana</blockquote>",
    ],
)
def test_greetings_lists_and_quotations_sign_nothing(line: str) -> None:
    assert people(text=f"{PROSE}<p>{line}</p>") == ([], [])


def test_whom_the_text_speaks_of_has_not_signed_it() -> None:
    said = (
        "<p>Jembatan itu aman untuk dilalui warga, kata Rara Kelana di kantor desa pada hari Senin lalu.</p>"
    )
    assert people(text=f"{PROSE}{said}<p>Rara Kelana</p>") == ([], [])
    assert people("<div>Rara Kelana</div>", text=f"{PROSE}{said}") == ([], [])


def test_the_box_about_the_author_below_the_text() -> None:
    box = '<div class="author-box"><h4>Rara Kelana</h4><p>Menulis tentang desa.</p></div>'
    assert people(behind=box) == (["Rara Kelana"], [])
    assert people(behind=f"{box}{box.replace('Rara', 'Bayu')}") == ([], [])
