"""Names without a label that sign below the text: in an element or a link that is called the author's."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

import newscrawl
from tests.reading.test_fields_shown import DATE, PROSE
from tests.reading.test_people_shown import people


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
