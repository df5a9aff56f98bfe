"""Slogans below the text, questions to readers, titles of videos, rows of tags, and what looks like them."""

from __future__ import annotations

import pytest

from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.widgets import button_rows
from tests.reading.widgets.test_strip import END, LEDE, MIDDLE, only_kept


@pytest.mark.parametrize(
    "slogan",
    [
        "#JagaHutan, mari tanam pohon!",
        "#TerangDesaku Salam Energi!",
        "#Kita #Semua bersama Kabar",
        "Ayo! #Kita",
        "Ingat pesan ibu #PakaiMasker #JagaJarak",
    ],
)
def test_a_last_line_that_a_hashtag_begins_is_a_slogan(slogan: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, slogan]) == [LEDE, MIDDLE, END]
    assert only_kept([LEDE, MIDDLE, END, slogan, "(abc/def)"]) == [LEDE, MIDDLE, END, "(abc/def)"]


@pytest.mark.parametrize(
    "last",
    [
        "#JagaHutan menjadi topik hangat.",
        "#JagaHutan menjadi topik yang paling sering dibicarakan warga desa pada Senin malam",
        Block("#TanamPohon lima puluh bibit", "list_item"),
        "Kepala desa menutup acara itu dengan seruan agar warga memakai #JagaHutan #TanamPohon",
        "Dua tagar dipakai warga: #JagaHutan #TanamPohon",
    ],
    ids=["sentence", "long line", "item of a list", "long line before two", "two that are announced"],
)
def test_a_sentence_that_a_hashtag_begins_stays(last: Block | str) -> None:
    text = last if isinstance(last, str) else last.text
    assert only_kept([LEDE, MIDDLE, END, last])[-1] == text


def test_a_last_sentence_that_ends_on_a_hashtag_stays() -> None:
    last = "Warga menutup acara itu lewat #JagaHutan"
    assert only_kept([LEDE, MIDDLE, END, f"{last}."])[-1] == f"{last}."
    assert only_kept([LEDE, MIDDLE, END, "Kabar Desa #JagaHutan"]) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize(
    "question",
    [
        "Bagaimana menurutmu?",
        "What do you think of this post?",
        "Seberapa bermanfaat artikel ini?",
        "Seperti apa reaksi Anda?",
        "Menurutmu, berita ini:",
    ],
)
def test_what_readers_may_choose_from_goes_with_the_question(question: str) -> None:
    options = [Block(text, "list_item") for text in ("Sangat setuju sekali", "Antusias (3)", "Ragu-ragu")]
    assert only_kept([LEDE, MIDDLE, END, question, *options]) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize("last", ["(abc)", "ril/adi", "Sumber: Dinas Pertanian", "Warga setuju."])
def test_other_lines_below_a_question_stay(last: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Bagaimana menurutmu?", "Antusias", "Geram", last])[-1] == last


def test_what_readers_choose_from_is_short() -> None:
    asked = Block("Bagaimana menurutmu?", kept=False, reason="reactions")
    options = [
        Block(text) for text in ("Setuju", "Jembatan itu membuat warga dua desa saling kenal", "Geram")
    ]
    button_rows.drop([asked, *options])
    assert [block.kept for block in options] == [True, True, True]


def test_the_title_of_a_video_goes_with_its_place() -> None:
    title, place = Block("Video: Jembatan Lama Dibongkar", "heading"), "[Gambas:Video Desa]"
    marked = Block("[VIDEO] Jembatan Lama", "heading")
    assert only_kept([LEDE, title, place, MIDDLE, END]) == [LEDE, MIDDLE, END]
    assert only_kept([LEDE, marked, place, MIDDLE, END]) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize(
    "line",
    [
        Block("Jembatan Lama Dibongkar", "heading"),
        Block("Di Montevideo, Uruguay", "heading"),
        Block("Kronologi Video Viral", "heading"),
        Block("Video Viral di Medsos", "heading"),
        Block("Video itu ditonton warga sekampung"),
    ],
)
def test_another_line_above_the_place_of_a_video_stays(line: Block) -> None:
    assert only_kept([LEDE, line, "[Gambas:Video Desa]", MIDDLE, END]) == [LEDE, line.text, MIDDLE, END]
    assert only_kept([LEDE, Block("Video: Lama", "heading"), MIDDLE, END]) == [
        LEDE,
        "Video: Lama",
        MIDDLE,
        END,
    ]


def test_a_quotation_set_as_a_heading_goes_where_the_text_says_it_again() -> None:
    said = '"Kami menunggu jembatan itu sejak banjir delapan bulan lalu," kata Rahma.'
    heading, told = Block(said, "heading"), f"Hujan turun lagi pada Senin. {said}"
    assert only_kept([LEDE, MIDDLE, heading, told, END]) == [LEDE, MIDDLE, told, END]
    assert only_kept([LEDE, MIDDLE, Block(said, "heading"), END])[2] == said
    plain = Block(said.replace('"', ""), "heading")
    assert only_kept([LEDE, MIDDLE, plain, told.replace('"', ""), END])[2] == plain.text


@pytest.mark.parametrize("row", ["Kata Kunci: | jembatan, desa", "TAG | jembatan | desa"])
def test_a_row_of_tags_in_a_table_goes(row: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, Block(row, "table_row", link_share=0.45, marks="table tr")]) == [
        LEDE,
        MIDDLE,
        END,
    ]
    assert (
        only_kept([LEDE, MIDDLE, END, Block("Iklan | 5 juta | 6 juta", "table_row")])[-1]
        == "Iklan | 5 juta | 6 juta"
    )


def test_a_paragraph_alone_below_the_link_to_the_next_page_is_the_text() -> None:
    lead = (
        "Sandal dari ban bekas dicari pembeli. Pesanan naik sejak pameran. Enam langkah berikut membuatnya:"
    )
    link = Block("1 of 7 Next »", link_share=0.5)
    assert only_kept([link, lead]) == [lead]
    assert only_kept([LEDE, MIDDLE, link, lead]) == [LEDE, MIDDLE]
