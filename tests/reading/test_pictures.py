"""A caption is told by its place beside a picture; an article beside one is no caption."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.reading.tree.walking import walk
from tests.reading import test_shapes_of_themes as shapes
from tests.reading.test_fields_shown import DATE, article, og

FIRST = "Pemerintah kota memperbaiki jembatan yang rusak diterjang banjir pada awal pekan ini."
SECOND = "Warga berharap jembatan itu dapat dilalui kembali sebelum musim panen tiba."
CAPTION = "Jembatan yang rusak dilihat dari sisi utara pada Senin pagi"
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>" * 3


def kept(markup: str) -> list[str]:
    return [block.text for block in walk(html.fragment_fromstring(markup, create_parent="div")) if block.kept]


@pytest.mark.parametrize(
    "box",
    [
        f"<div><img src=a.jpg><div>{CAPTION}</div></div>",
        f"<div><a href=b><img src=a.jpg></a>{CAPTION}</div>",
        f"<table><tr><td><img src=a.jpg></td></tr><tr><td>{CAPTION}</td></tr></table>",
        f"<div><div><amp-img src=a.jpg></amp-img></div><span>{CAPTION}</span><br><span>Antara</span></div>",
        f"<center><img src=a.jpg><br>{CAPTION}</center>",
    ],
)
def test_a_line_in_one_box_with_a_picture_is_its_caption(box: str) -> None:
    assert kept(f"{TEXT}{box}{TEXT}") == [FIRST, SECOND] * 6


@pytest.mark.parametrize(
    "box",
    [
        f"<div><img src=a.jpg><p>{CAPTION}</p></div>",
        f"<div><img src=a.jpg><h3>Jembatan</h3>{CAPTION}</div>",
        f"<div><img src=a.jpg><br>{CAPTION} lalu pulang.<br>{SECOND}</div>",
        f"<div><img src=a.jpg></div><div>{CAPTION}</div>",
        f"<p><img src=a.jpg> {CAPTION}</p>",
        f"<ul><li><img src=a.jpg> {CAPTION}</li></ul>",
    ],
)
def test_paragraphs_lists_and_several_lines_beside_a_picture_are_text(box: str) -> None:
    assert any(line.startswith(CAPTION) for line in kept(f"{TEXT}{box}{TEXT}"))


def test_items_of_a_picture_story_are_its_text() -> None:
    items = "".join(f"<div><img src={n}.jpg><div>{FIRST} Foto ke-{n}.</div></div>" for n in range(8))

    assert len(kept(items)) == 8


@pytest.mark.parametrize(
    "card",
    [
        "/share/suaramuara-og-1200x630.png",
        "/i/suara_muara-square-big.jpg",
        "/aset/suaramuara.png",
        "/b/suara-muara_2.webp",
    ],
)
def test_a_file_called_as_the_site_shows_no_article(card: str) -> None:
    found = article(head=og(card), below=f'{DATE}<figure><img src="/f/bakau.jpg"></figure>').images
    assert [image.url.rpartition("/")[2] for image in found] == ["bakau.jpg"]


@pytest.mark.parametrize(
    "picture", ["/f/muara.jpg", "/f/suara-muara-banjir.jpg", "/f/1200x630.jpg", "/f/elok-big.jpg"]
)
def test_a_file_with_another_word_or_a_part_of_the_name_shows_one(picture: str) -> None:
    found = article(head=og(picture), below=f'{DATE}<figure><img src="/f/bakau.jpg"></figure>').images
    assert found[0].url.endswith(picture)


def test_a_part_of_the_name_needs_a_word_for_cards_beside_it() -> None:
    shown = '<figure><img src="/f/bakau.jpg"></figure>'
    pictures = [
        shapes.article(head=og(f"/i/{file}.jpg"), below=shown).images
        for file in ("muaraelok-big", "muaraelok", "elok-big")
    ]
    assert [found[0].url.rpartition("/")[2] for found in pictures] == [
        "bakau.jpg",
        "muaraelok.jpg",
        "elok-big.jpg",
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "<div>Fotografer: <b>Rara Kelana</b></div>",
        "<div class='foto-oleh'>Rara Kelana</div>",
        "<div class='gambar-sumber'>Rara Kelana</div>",
        "<div>© Rara Kelana</div>",
    ],
)
def test_the_maker_of_a_picture_may_stand_above_its_caption(credit: str) -> None:
    box = f"<div><img src='/f/bakau.jpg'>{credit}<div class='keterangan'>{CAPTION}</div></div>"
    found = article(below=DATE + box).images
    assert [(image.caption, image.credit) for image in found] == [(CAPTION, "Rara Kelana")]


@pytest.mark.parametrize("notice", ["© 2026", "© 2026 Suara Muara"])
def test_a_notice_on_the_rights_of_a_year_is_no_credit(notice: str) -> None:
    box = f"<div><img src='/f/bakau.jpg'><div class='keterangan'>{CAPTION}</div><div>{notice}</div></div>"
    assert [image.credit for image in article(below=DATE + box).images] == [None]


def test_the_writer_below_a_picture_is_no_credit() -> None:
    box = "<div><img src='/f/bakau.jpg'><div>Penulis: <b>Rara Kelana</b></div></div>"
    found = article(below=DATE + box)
    assert [(image.caption, image.credit) for image in found.images] == [(None, None)]
    assert found.authors == ["Rara Kelana"]


@pytest.mark.parametrize("dateline", ["<p><b>Sukamaju, (Suara Muara)-</b></p><p>", "<p>PALU, SUARA MUARA - "])
def test_a_sentence_with_the_day_between_picture_and_dateline_is_the_caption(dateline: str) -> None:
    figure = '<div class="utama"><img src="/f/jembatan.jpg" width="800"></div>'
    said = f"{CAPTION}, Rabu (25/11)."
    found = article(below=f"{DATE}{figure}", text=f"<p><i>{said}</i></p>{dateline}{FIRST}</p><p>{SECOND}</p>")
    assert [image.caption for image in found.images] == [said]
    assert said not in (found.body or "")
    lead = "Jembatan yang rusak itu segera dapat dilalui kembali oleh warga."
    found = article(below=f"{DATE}{figure}", text=f"<p><i>{lead}</i></p>{dateline}{FIRST}</p><p>{SECOND}</p>")
    assert [image.caption for image in found.images] == [None]
