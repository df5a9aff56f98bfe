"""What stands below the last long paragraph: short sentences with a code are text, among widgets too."""

from __future__ import annotations

import pytest

from newscrawl.reading.tree.blocks import Block
from tests.reading.widgets.test_strip import END, LEDE, MIDDLE, only_kept


@pytest.mark.parametrize("last", ["Kapten tim absen. [fir]", 'Ia berkata, "Sudah." (mg-5/som)', "Benar? (*)"])
def test_a_short_last_sentence_with_a_code_stays_below_widgets(last: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Baca juga: Dua Jembatan Runtuh di Desa", last]) == [
        LEDE,
        MIDDLE,
        END,
        last,
    ]


@pytest.mark.parametrize("last", ["Foto Lainnya [12]", "Rapor Wali Kota (2)"])
def test_a_line_that_ends_no_sentence_goes_there(last: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Baca juga: Dua Jembatan Runtuh di Desa", last]) == [
        LEDE,
        MIDDLE,
        END,
    ]


@pytest.mark.parametrize("code", ["(kun/beq)", "Kapten tim absen. [fir]"])
def test_what_ends_the_text_behind_the_number_of_its_page_stays(code: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Halaman:", code]) == [LEDE, MIDDLE, END, code]


def test_a_question_is_of_the_text_where_an_answer_stands_below_it() -> None:
    asked = "Bagaimana tanggapan Anda soal jembatan itu?"
    assert only_kept([LEDE, asked, MIDDLE, END]) == [LEDE, asked, MIDDLE, END]
    assert only_kept([LEDE, asked, "Baca juga:", MIDDLE, END]) == [LEDE, asked, MIDDLE, END]
    assert only_kept([LEDE, MIDDLE, END, asked, "Suka", "Sedih"]) == [LEDE, MIDDLE, END]


def test_a_headline_in_brackets_behind_its_label() -> None:
    assert only_kept([LEDE, "[Pilihan editor: Dua Jembatan Runtuh di Desa]", MIDDLE, END]) == [
        LEDE,
        MIDDLE,
        END,
    ]
    noted = "[Catatan editor: jembatan itu dua kali runtuh pada tahun yang sama.]"
    assert only_kept([LEDE, noted, MIDDLE, END]) == [LEDE, noted, MIDDLE, END]


@pytest.mark.parametrize("label", ["Baca pula:", "Simak pula", "Baca Selengkapnya"])
def test_labels_announce_the_headline_below(label: str) -> None:
    announced = Block("Rahma Lestari: Dua Jembatan Harus Selesai", "quote", link_share=1.0)
    assert only_kept([LEDE, label, announced, MIDDLE, END]) == [LEDE, MIDDLE, END]


def test_a_coded_sentence_below_announced_headlines_is_none_of_them() -> None:
    last = "Kapten Tim Ahmad Rahman Absen. (Dewi Lestari)"
    assert only_kept([LEDE, MIDDLE, "Baca juga:", "Dua Jembatan Runtuh di Desa", last]) == [
        LEDE,
        MIDDLE,
        last,
    ]


def test_a_label_without_a_sign_before_a_linked_headline() -> None:
    linked = Block("Pilihan Redaksi Dua Jembatan Runtuh di Desa", link_share=0.7)
    assert only_kept([LEDE, linked, MIDDLE, END]) == [LEDE, MIDDLE, END]
    plain = "Pilihan Redaksi Dua Jembatan Runtuh di Desa"
    assert only_kept([LEDE, plain, MIDDLE, END]) == [LEDE, plain, MIDDLE, END]
    title = Block("Surat Pembaca Dua Jembatan Runtuh di Desa itu benar.", link_share=0.5)
    assert only_kept([LEDE, title, MIDDLE, END]) == [LEDE, title.text, MIDDLE, END]


@pytest.mark.parametrize("line", ["Rara Kelana Editor: Bayu Pesisir", "Rara Kelana Redaktur : Bayu"])
def test_a_name_and_the_editor_behind_it_are_a_byline(line: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, line]) == [LEDE, MIDDLE, END]


def test_a_sentence_with_a_role_and_a_colon_is_none() -> None:
    said = "Pesan dari Editor: jangan lupa bekal."
    assert only_kept([LEDE, said, MIDDLE, END]) == [LEDE, said, MIDDLE, END]


@pytest.mark.parametrize(
    "tail",
    [
        "Baca juga: Dua Jembatan Runtuh di Desa",
        "(Baca Juga: Rudi: Dua Jembatan Harus Selesai)",
        "Simak juga : Dua Jembatan Runtuh di Desa Sebelah.",
    ],
)
def test_a_related_link_behind_the_last_sentence_of_a_paragraph(tail: str) -> None:
    assert only_kept([LEDE, f"{MIDDLE} {tail}", END]) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize(
    "tail",
    [
        "Baca juga: petunjuk di papan itu sebelum masuk.",
        "Baca juga petunjuk di papan itu.",
        'Spanduk itu berbunyi, "Baca juga: Aturan Desa".',
    ],
)
def test_a_sentence_that_begins_so_stays(tail: str) -> None:
    assert only_kept([LEDE, f"{MIDDLE} {tail}", END]) == [LEDE, f"{MIDDLE} {tail}", END]


@pytest.mark.parametrize("line", ["Email: redaksi@kabar.example", "Hubungi redaksi di 0812-3456-7890"])
def test_how_to_reach_the_desk_is_no_text(line: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, line]) == [LEDE, MIDDLE, END]
    asked = line.replace("redaksi", "panitia")
    assert only_kept([LEDE, asked, MIDDLE, END]) == [LEDE, asked, MIDDLE, END]


def test_a_related_link_behind_the_code_of_a_paragraph() -> None:
    assert only_kept([LEDE, MIDDLE, f"{END} (fir/ted) Baca juga: Dua Jembatan Runtuh di Desa"]) == [
        LEDE,
        MIDDLE,
        f"{END} (fir/ted)",
    ]


@pytest.mark.parametrize("code", ["[fir]", "***", "(mg-7/ted)"])
def test_a_related_link_behind_nothing_but_the_code(code: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, f"{code} (Baca juga: Dua Jembatan Runtuh di Desa)"]) == [
        LEDE,
        MIDDLE,
        END,
        code,
    ]


@pytest.mark.parametrize("code", ["REDAKSI_RiN", "Redaksi – RiN", "RED-RiN"])
def test_a_desks_code_stays_among_widgets(code: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Baca juga: Dua Jembatan Runtuh di Desa", code])[-1] == code
    assert only_kept(
        [LEDE, MIDDLE, END, "Baca juga: Dua Jembatan Runtuh di Desa", "Redaksi – Desa Lereng"]
    ) == [
        LEDE,
        MIDDLE,
        END,
    ]


HEADLINE = "Warga Desa Memperbaiki Jembatan Gantung"


@pytest.mark.parametrize(
    "said",
    [
        "ditulis oleh rara, dipublikasikan pukul 17.48, dalam kategori Desa dan sudah ada 2 komentar",
        "- written by rara k , published at 13.37, categorized as desa , jembatan . And have 0 komentar",
    ],
)
def test_the_title_said_again_with_who_wrote_it_goes(said: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, f"{HEADLINE} {said}"], title=HEADLINE) == [LEDE, MIDDLE, END]


def test_the_title_at_the_head_of_a_sentence_stays() -> None:
    told = f"{HEADLINE} setelah banjir surut, dan itu ditulis oleh koran setempat pekan ini."
    book = "Laskar Lereng ditulis oleh Rara Kelana pada tahun ketika jembatan itu runtuh diterjang banjir."
    assert only_kept([LEDE, MIDDLE, told], title=HEADLINE)[-1] == told
    assert only_kept([LEDE, MIDDLE, book], title="Laskar Lereng")[-1] == book
    whole = f"{HEADLINE} ditulis oleh Rara Kelana pada tahun ketika jembatan itu runtuh diterjang banjir."
    assert only_kept([whole, MIDDLE, END], title=HEADLINE)[0] == whole


def test_a_code_in_the_bylines_box_below_the_text_stays() -> None:
    def kept(text: str, *, below: bool = True) -> bool:
        code = Block(text)
        code.drop("byline: penulis", "widget")
        lines = [LEDE, MIDDLE, END, code] if below else [code, LEDE, MIDDLE, END]
        return text in only_kept(lines)

    assert kept("REDAKSI-RiN") and kept("(rin/adi)")
    assert not kept("Rina Amalia") and not kept("(rin/adi)", below=False)


def test_the_last_sentence_of_a_text_in_capitals_is_no_signature() -> None:
    loud = [LEDE.upper(), MIDDLE.upper(), "CAMAT HADIR PULA."]

    assert only_kept([Block(line) for line in loud]) == loud
    assert only_kept([Block(line) for line in (LEDE, MIDDLE, "CAMAT HADIR PULA.")]) == [LEDE, MIDDLE]


@pytest.mark.parametrize(
    ("link", "last", "goes"),
    [
        ("Halaman Selanjutnya", "Bupati Bukit menutup tambak", True),
        ("Halaman Selanjutnya", "Sumber: Dinas Pertanian Bukit", False),
        ("Halaman 2 dari 2", "Bupati Bukit menutup tambak", False),
    ],
    ids=["how the next page begins", "a typed source", "what stands on the page that a counter names"],
)
def test_behind_a_link_to_the_next_page_goes_how_that_begins(link: str, last: str, goes: bool) -> None:
    assert only_kept([LEDE, MIDDLE, END, link, last])[3:] == ([] if goes else [last])
