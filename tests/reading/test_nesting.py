"""Elements beyond the deepest level are put side by side, and no text is lost or moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl import extract
from newscrawl.reading.tree.nesting import MOST_LEVELS, flatten

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
