"""Elements beyond the deepest level lie side by side, links that nobody closed end, and no text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl import extract
from newscrawl.reading import parse
from newscrawl.reading.tree.nesting import MOST_LEVELS, flatten
from newscrawl.reading.tree.outline import Outline

pytestmark = pytest.mark.usefixtures("twin")

PIECES = ["<div>", "</div>", "<b>", "</b>", "<span>", "</span>", "<p>", "<br>", "satu ", "dua ", "tiga "]


def depth(root: html.HtmlElement) -> int:
    return max(sum(1 for _ in element.iterancestors()) for element in root.iter())


def tree(markup: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return html.document_fromstring(f"<body>{markup}".encode(), parser=parser)


@given(st.lists(st.sampled_from(PIECES), max_size=300), st.integers(0, 100))
def test_text_and_elements_stay_in_order(pieces: list[str], around: int) -> None:
    root = tree("<div>mulai" * around + "".join(pieces))
    text, tags = root.text_content(), [element.tag for element in root.iter()]
    flatten(root)
    assert root.text_content() == text
    assert [element.tag for element in root.iter()] == tags
    assert depth(root) <= MOST_LEVELS


def test_control_characters_do_no_harm() -> None:
    root = tree("<div>a\x01" * 200 + "&#2;b" + "</div>\x03c" * 200)
    flatten(root)
    assert depth(root) <= MOST_LEVELS
    assert root.text_content().count("c") == 200


def test_common_pages_are_left_alone() -> None:
    markup = "<div>" * 30 + "<p>satu</p>dua<p>tiga</p>"
    root = tree(markup)
    flatten(root)
    assert html.tostring(root) == html.tostring(tree(markup))


def test_an_article_whose_tags_are_never_closed_keeps_its_paragraphs() -> None:
    lines = [
        f"Paragraf ke-{number} dari berita ini adalah kalimat yang panjang dan ditulis untuk para pembaca."
        for number in range(300)
    ]
    markup = "".join(f'<font face="arial"><b>&nbsp;</b><i><p>{line}</p>' for line in lines)
    head = '<meta property="og:type" content="article"><title>Berita Panjang Sekali Hari Ini</title>'
    page = f"<html><head>{head}</head><body><h1>Berita Panjang Sekali Hari Ini</h1>{markup}</body></html>"
    article = extract(page, "https://contoh.example/berita-panjang")
    assert article.body is not None
    assert article.body.split("\n\n") == lines


LINES = [
    f"Warga desa ke-{number} menanam pohon trembesi di lereng bukit bersama para pemuda setempat, "
    "yang datang sejak pagi untuk menggali lubang dan mengangkut air dari sungai."
    for number in range(5)
]


@pytest.mark.parametrize("opened", ["<a name=isi>", "<a href=/topik>", "<a name=atas><table><tr><td>"])
@pytest.mark.parametrize("joint", ["<p>", "<br><br>"])
@pytest.mark.parametrize("link", ["", ' <a href="/tokoh">Rara Kelana</a>'], ids=["plain", "with links"])
def test_a_link_that_nobody_closed_is_none(opened: str, joint: str, link: str) -> None:
    head = "<h1>Warga Menanam Pohon Trembesi</h1><p>Jumat, 27 November 2026 10:15 WIB</p>"
    text = joint.join(f"{line}{link}" for line in LINES)
    page = f"<title>Warga Menanam Pohon Trembesi</title>{head}{opened}<div><p>{text}</div>"
    body = extract(page, "https://contoh.example/warga-menanam-pohon").body or ""
    assert body.split("\n\n") == [f"{line}{' Rara Kelana' * bool(link)}" for line in LINES]


def test_a_card_that_is_a_link_stays_one() -> None:
    card = f'<a href="/b/7"><h3>Harga Cabai Naik</h3><p>{LINES[0]}</p></a>'
    page = parse(f"<body>{card * 3}</body>", "https://contoh.example/")
    assert [link.tag for link, _ in Outline(page.steps).links] == ["a"] * 3
