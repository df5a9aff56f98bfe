"""Lines of a page: what stands on one line together, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading import parse
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.tree.outline import Outline

pytestmark = pytest.mark.usefixtures("twin")


def outline(body: str) -> Outline:
    page = parse(f"<html><head><title>T</title></head><body>{body}</body></html>", "https://x.id/a")
    return Sources(page).outline


def texts(body: str) -> list[str]:
    return [line.text for line in outline(body).lines]


def test_blocks_and_breaks_part_lines_and_inline_elements_do_not() -> None:
    body = "<div>Satu <b>dua</b><br>tiga<p>empat <a href=x>lima</a></p>enam</div>"
    assert texts(body) == ["Satu dua", "tiga", "empat lima", "enam"]


def test_pieces_keep_the_borders_of_inline_elements() -> None:
    line = outline("<li><a>Rina Wulandari</a><span>Author</span></li>").lines[0]
    assert line.pieces == ["Rina Wulandari", "Author"]


def test_scripts_and_hidden_technique_are_silent() -> None:
    assert texts("<script>var a</script><style>b</style><noscript><p>c</p></noscript><p>d</p>") == ["d"]


def test_links_are_known() -> None:
    lines = outline('<p><a href="/x">Semua tautan</a></p><p>Bukan <a href="/y">semua</a></p>').lines
    assert [line.linked for line in lines] == [True, False]
    assert lines[1].inline[0].get("href") == "/y"


def test_headings_and_times_know_their_lines() -> None:
    found = outline('<p>a</p><h1>Judul<br>panjang</h1><p><time datetime="2024-01-01">1 Jan</time></p>')
    assert (found.headings[0].index, found.headings[0].text) == (1, "Judul panjang")
    assert found.times[0][1] == 3


def test_lines_beside_an_article_are_known_by_the_names_around_them() -> None:
    lines = outline(
        '<div class="related-posts"><p>lain</p></div><div class="position-relative"><p>sini</p></div>'
        '<div class="elementor-widget"><p>sini juga</p></div>'
    ).lines
    assert [line.beside for line in lines] == [True, False, False]


@given(
    st.recursive(
        st.text("ab <>&", max_size=5), lambda inner: st.builds("<i>{}</i><p>{}".format, inner, inner)
    )
)
def test_any_markup_gives_lines_in_order(body: str) -> None:
    lines = outline(body).lines
    assert [line.index for line in lines] == list(range(len(lines)))
    assert len(lines.starts) == len(lines.blocks)
