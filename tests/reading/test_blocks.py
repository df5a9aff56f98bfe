"""A container becomes blocks: one line each, of the right kind, with a verdict on what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.tree.walking import walk

FIRST = "Pemerintah kota memperbaiki jembatan yang rusak diterjang banjir pada awal pekan ini."
SECOND = "Warga berharap jembatan itu dapat dilalui kembali sebelum musim panen tiba."
THIRD = "Kepala dinas mengatakan bahwa pekerjaan akan selesai dalam dua bulan."

pytestmark = pytest.mark.usefixtures("twin")


def blocks_of(markup: str) -> list[Block]:
    return walk(html.fragment_fromstring(markup, create_parent="div"))


def kept(markup: str) -> list[str]:
    return [block.text for block in blocks_of(markup) if block.kept]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{FIRST}</p><p>{SECOND}</p>",
        f"{FIRST}<br><br>{SECOND}",
        f"{FIRST}<br/>{SECOND}<br>",
        f"<div>{FIRST}</div><div><div>{SECOND}</div></div>",
        f"{FIRST}<p>{SECOND}</p>",
        f"<p>{FIRST}</p>{SECOND}",
        f"<table><tr><td><p>{FIRST}</p></td></tr><tr><td>{SECOND}</td></tr></table>",
        f"<table><tr><td><img src=a.jpg></td><td>{FIRST}<br>{SECOND}</td></tr></table>",
        f"<span>{FIRST}<br>{SECOND}</span>",
        f"<center><font>{FIRST}</font><p><font>{SECOND}</font></center>",
        f"<p>{FIRST}<script>var iklan = 1;</script></p><style>p{{}}</style><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p>&nbsp;</p><p>\u200b</p><p>{SECOND}</p>",
    ],
)
def test_lines_are_found_in_every_layout(markup: str) -> None:
    assert kept(markup) == [FIRST, SECOND]


def test_inline_markup_does_not_break_a_line() -> None:
    markup = (
        '<p><strong>Jakarta</strong> - Harga <a href="/tag/beras" class="tag">beras</a> <em>naik</em>.</p>'
    )

    assert kept(markup) == ["Jakarta - Harga beras naik."]


def test_text_after_a_silent_element_belongs_to_the_line() -> None:
    assert kept("<p>Harga <svg><text>x</text></svg>beras <iframe src=x></iframe>naik.</p>") == [
        "Harga beras naik."
    ]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h3>Jalur Alternatif</h3>", "heading"),
        ("<p><strong>Jalur Alternatif</strong></p>", "heading"),
        ("<p><b>Ia menolak.</b></p>", "paragraph"),
        ("<p><b>(abc/def)</b></p>", "paragraph"),
        ("<ul><li>Jalur utara</li></ul>", "list_item"),
        ("<ol><li><p>Jalur utara</p></li></ol>", "list_item"),
        ("<blockquote><p>Kami siap.</p></blockquote>", "quote"),
        ('<blockquote class="twitter-tweet"><p>Kami siap.</p></blockquote>', "embed"),
        ("<table><tr><td>Beras</td><td>Rp12.000</td></tr></table>", "table_row"),
    ],
)
def test_each_line_has_its_kind(markup: str, kind: str) -> None:
    assert [block.kind for block in blocks_of(markup)] == [kind]


def test_a_row_of_a_table_is_one_line() -> None:
    markup = (
        "<table><tr><th>Bahan</th><th>Harga</th></tr><tr><td>Beras</td><td><b>Rp12.000</b></td></tr></table>"
    )

    assert kept(markup) == ["Bahan | Harga", "Beras | Rp12.000"]


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        ("<figure><img src=a><figcaption>Jembatan yang rusak. (Foto: Dok)</figcaption></figure>", "caption"),
        ('<div class="wp-caption-text">Jembatan yang rusak.</div>', "caption"),
        ('<span class="img-caption">Jembatan yang rusak.</span>', "caption"),
        ('<div class="article-photo-gallery--item__description">Jembatan.</div>', "caption"),
        (
            '<div class="baca-juga"><p>Baca Juga</p><ul><li><a href=x>Dua Runtuh</a></li></ul></div>',
            "related",
        ),
        ('<ul class="related_posts"><li><a href=x>Dua Jembatan Runtuh</a></li></ul>', "related"),
        ("<aside><p>Dua Jembatan Runtuh</p></aside>", "aside"),
        ('<div id="div-gpt-ad-1"><p>Iklan</p></div>', "advertisement"),
        ('<div class="sharedaddy sd-sharing"><h3>Share this:</h3></div>', "share"),
        ('<div class="detail__body-tag"><a href=x>jembatan</a></div>', "tags"),
        ('<div id="comments"><p>Mantap, semoga cepat selesai</p></div>', "comments"),
        ('<div class="author-box"><p>Budi adalah wartawan.</p></div>', "author"),
        ('<div class="post-meta">12 Mei 2024</div>', "byline"),
        ('<div class="reactions"><label>like</label><label>0</label></div>', "poll or reactions"),
        ("<form><label>Surel</label></form>", "form"),
    ],
)
def test_parts_that_are_no_text_are_dropped_with_the_reason(box: str, reason: str) -> None:
    blocks = blocks_of(f"<p>{FIRST}</p>{box}<p>{SECOND}</p>")

    assert [block.text for block in blocks if block.kept] == [FIRST, SECOND]
    dropped = [block for block in blocks if not block.kept]
    assert dropped
    assert all(block.reason.startswith(reason) for block in dropped)


def test_a_table_in_a_figure_is_text_whatever_box_scrolls_it() -> None:
    table = "<table><tr><td>Beras</td><td>12.000</td></tr></table>"
    for box in (table, f"<div class=table-responsive>{table}</div>"):
        figure = f"<figure class=table>{box}<figcaption>Sumber: pasar</figcaption></figure>"
        assert kept(f"<p>{FIRST}</p>{figure}<p>{SECOND}</p>") == [FIRST, "Beras | 12.000", SECOND]
    for box in (f"<div><div>{table}</div></div>", f"<center>{table}</center>"):
        assert kept(f"<p>{FIRST}</p><figure>{box}</figure>") == [FIRST, "Beras | 12.000"]
    assert kept(f"<div class=wp-caption>{table}</div><p>{FIRST}</p>") == ["Beras | 12.000", FIRST]
    pictures = (
        "<figure><div><table><tr><td><img src=a></td><td>Jembatan rusak</td></tr></table></div></figure>"
    )
    assert kept(f"<p>{FIRST}</p>{pictures}<p>{SECOND}</p>") == [FIRST, SECOND]


def test_a_figure_without_a_picture_is_text_and_one_with_a_caption_is_none() -> None:
    assert kept(f"<p>{FIRST}</p><figure><p>{SECOND}</p></figure>") == [FIRST, SECOND]
    prices = "<figure><dl><dt>Beras</dt><dd>12.000</dd></dl></figure>"
    assert kept(f"<p>{FIRST}</p>{prices}")[1:] == ["Beras", "12.000"]
    for picture in ("<img src=a>", "<figcaption>Foto: Dok</figcaption>", "<noscript>x</noscript>"):
        assert kept(f"<p>{FIRST}</p><figure>{picture}<p>{SECOND}</p></figure>") == [FIRST]


def test_a_name_is_not_believed_where_it_would_take_the_text_itself() -> None:
    text = "".join(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>" for _ in range(4))

    assert len(kept(f'<div class="share-content">{text}</div>')) == 12
    assert len(kept(f'<form id="aspnetForm" class="advert"><div>{text}</div></form>')) == 12


def test_a_box_in_a_region_whose_name_lies_is_still_judged() -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>" * 4
    box = '<div class="baca-juga"><a href=x>Dua Jembatan Runtuh</a></div>'

    assert "Dua Jembatan Runtuh" not in kept(f'<div class="sosmed-sticky">{text}{box}</div>')


def test_words_of_names_count_as_words_only() -> None:
    assert kept('<p class="advantages-list stage sharedtext">Ada tiga keunggulan.</p>') == [
        "Ada tiga keunggulan."
    ]


def test_a_hidden_part_is_kept_and_marked() -> None:
    blocks = blocks_of(
        f'<p>{FIRST}</p><div style="DISPLAY : none"><p>{SECOND}</p></div><p hidden>{THIRD}</p>'
    )

    assert [block.hidden for block in blocks] == [False, True, True]
    assert all(block.kept for block in blocks)


def test_the_share_of_links_is_measured() -> None:
    linked, mixed, plain = blocks_of(
        "<p><a href=x>Dua Jembatan Runtuh</a></p><p>Lihat <a href=x>peta</a></p><p>Tidak ada</p>"
    )

    assert linked.link_share == 1
    assert 0.3 < mixed.link_share < 0.6
    assert plain.link_share == 0


def test_a_related_link_glued_to_a_paragraph_becomes_a_line_of_its_own() -> None:
    markup = f"<p>{FIRST} <strong>Baca Juga: <a href=x>Dua Jembatan Runtuh</a></strong></p><p>{SECOND}</p>"

    assert [block.text for block in blocks_of(markup)] == [FIRST, "Baca Juga: Dua Jembatan Runtuh", SECOND]


def test_a_word_in_bold_that_looks_like_a_label_stays_in_its_line() -> None:
    markup = "<p>Ia meminta warga <b>baca</b> aturan dan <b>lihat</b> sendiri.</p>"

    assert kept(markup) == ["Ia meminta warga baca aturan dan lihat sendiri."]


def test_marks_name_what_is_between_the_line_and_the_container() -> None:
    (block,) = blocks_of('<div class="Lede Big" id="Top"><p>Ada.</p></div>')

    assert block.marks == "div lede big top p"


def test_elements_of_a_site_rule_are_dropped_whatever_they_hold() -> None:
    container = html.fragment_fromstring(
        f"<p>{FIRST}</p><p class=x>{SECOND} <b>{THIRD}</b></p>", create_parent="div"
    )

    blocks = walk(container, dropped={container.find("p[2]"): "site rule: p.x"})

    assert [(block.kept, block.reason) for block in blocks] == [(True, "text"), (False, "site rule: p.x")]


@given(
    st.recursive(
        st.text(alphabet="xz <>&", max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=20
    )
)
def test_no_word_is_lost_or_made_up(tree: object) -> None:
    def markup(node: object) -> str:
        if isinstance(node, str):
            return html.tostring(html.fromstring("<i></i>"), encoding="unicode") + node.replace(
                "&", "&amp;"
            ).replace("<", "&lt;")
        assert isinstance(node, list)
        return "<div>" + "<br>".join(f"<p>{markup(child)}</p>" for child in node) + "</div>"

    container = html.fragment_fromstring(markup(tree), create_parent="div")

    words = " ".join(block.text for block in walk(container)).split()
    assert "".join(words) == "".join("".join(container.itertext()).split())
