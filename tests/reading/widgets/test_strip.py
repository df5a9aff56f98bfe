"""Widget lines go, with a reason; the article's own text stays, wherever it stands and whatever it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading import widgets
from newscrawl.reading.tree.blocks import Block, BlockKind
from tests.reading.widgets.test_lines import TEXT, WIDGETS

LEDE = "Kota Baru - Pemerintah kota memperbaiki jembatan yang rusak diterjang banjir pada awal pekan ini."
MIDDLE = "Warga berharap jembatan itu dapat dilalui kembali sebelum musim panen tiba pada bulan depan."
END = "Kepala dinas mengatakan bahwa pekerjaan itu akan selesai dalam dua bulan jika cuaca cerah."
TITLE = "Jembatan Rusak di Kota Baru Diperbaiki"


def link(text: str, kind: BlockKind = "paragraph") -> Block:
    return Block(text, kind, link_share=1.0)


def heading(text: str, marks: str = "h2") -> Block:
    return Block(text, "heading", marks=marks)


def stripped(
    *between: Block | str, title: str | None = TITLE, host: str = "", **options: object
) -> list[str]:
    """What is left of the lines ``between`` an article's first and last line."""
    return only_kept([LEDE, *between, MIDDLE, END], title=title, host=host, **options)[1:-2]


def only_kept(lines: list[Block | str], **options: object) -> list[str]:
    blocks = [Block(line) if isinstance(line, str) else line for line in lines]
    widgets.strip(blocks, **{"title": None, **options})  # type: ignore[arg-type]
    return [block.text for block in blocks if block.kept]


@pytest.mark.parametrize("line", [line for found in WIDGETS.values() for line in found])
def test_widget_lines_go_wherever_they_stand(line: str) -> None:
    assert only_kept([LEDE, line, MIDDLE, END]) == [LEDE, MIDDLE, END]
    assert only_kept([LEDE, MIDDLE, END, line]) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize("line", [line for line in TEXT if line not in ("Jakarta -", "***")])
def test_text_stays_in_the_middle_of_an_article(line: str) -> None:
    assert only_kept([LEDE, line, MIDDLE, END]) == [LEDE, line, MIDDLE, END]


def test_the_reasons_are_counted_and_stripping_again_changes_nothing() -> None:
    blocks = [
        Block(LEDE),
        Block("Baca juga:"),
        link("Dua Jembatan Runtuh di Desa"),
        Block("ADVERTISEMENT"),
        Block(END),
    ]

    assert widgets.strip(blocks, title=TITLE) == Counter({"related link": 2, "advertisement": 1})
    assert widgets.strip(blocks, title=TITLE) == Counter()
    assert [block.reason for block in blocks] == [
        "text",
        "related link",
        "related link",
        "advertisement",
        "text",
    ]


def test_links_after_a_label_go_until_the_text_goes_on() -> None:
    assert stripped("Baca Juga", link("Dua Runtuh"), link("Tiga Desa Terendam"), "Dan ia pergi.") == [
        "Dan ia pergi."
    ]


def test_headlines_after_a_label_go_even_without_links() -> None:
    assert (
        stripped("Baca Juga", "Dua Jembatan Runtuh di Kabupaten Sebelah", "Warga Mengungsi ke Balai Desa")
        == []
    )


def test_lines_after_the_links_of_a_box_stay() -> None:
    box = [Block("Baca Juga"), link("Dua Jembatan Runtuh di Desa")]
    for block in box:
        block.drop("related links: baca-juga")

    assert stripped(*box, "Jalan Ahmad Yani Martadinata Bandung") == ["Jalan Ahmad Yani Martadinata Bandung"]


def test_a_sentence_after_a_label_stays() -> None:
    assert stripped("Baca juga:", "Dua jembatan lain runtuh, kata kepala dinas.") == [
        "Dua jembatan lain runtuh, kata kepala dinas."
    ]


def test_a_heading_after_a_label_stays() -> None:
    assert stripped("Simak juga:", heading("Jalur Alternatif ke Kota")) == ["Jalur Alternatif ke Kota"]


def test_a_line_that_is_one_link_goes_if_it_is_a_headline() -> None:
    assert stripped(link("Dua Jembatan Runtuh di Desa")) == []
    assert stripped(link("Keterangan itu ada di laman pemerintah kota.")) != []
    assert stripped(link("Badan Pusat")) == ["Badan Pusat"]
    assert stripped(Block("“Dua jembatan runtuh”", "quote", link_share=1.0)) != []


def test_a_sentence_that_is_mostly_a_link_stays_at_the_end() -> None:
    sentence = (
        "Kabupaten itu menetapkan larangan membakar lahan pada tahun lalu, dan pelanggar akan dikenai denda"
        " sampai lima puluh juta rupiah menurut peraturan yang baru."
    )

    assert only_kept([LEDE, MIDDLE, Block(sentence, link_share=0.7)])[-1] == sentence


def test_a_label_goes_with_the_link_that_it_leads_to() -> None:
    assert stripped(Block("Selanjutnya : Apa yang salah", link_share=0.5)) == []
    assert stripped("Selanjutnya : tambahkan garam dan gula") != []


def test_a_line_that_repeats_the_title_goes() -> None:
    assert stripped(TITLE.upper(), heading(TITLE), title=TITLE) == []
    assert stripped("Jembatan Rusak di Kota Baru", title=TITLE) == ["Jembatan Rusak di Kota Baru"]


def test_site_rules_drop_whole_lines_only() -> None:
    rule = [r"Bergabunglah .{0,40} kami"]

    assert stripped("bergabunglah dengan mitra kami", drop_text=rule) == []
    assert stripped("Bergabunglah dengan mitra kami, kata dia", drop_text=rule) != []


REACTIONS_ID = [
    "Apa Reaksi Anda?",
    "Suka",
    "0",
    "Tidak Suka",
    "0",
    "Cinta",
    "1",
    "Lucu",
    "0",
    "Marah",
    "2",
    "Sedih",
    "0",
]
REACTIONS_EN = [
    "What's Your Reaction?",
    "like",
    "0",
    "dislike",
    "0",
    "love",
    "0",
    "funny",
    "0",
    "angry",
    "0",
    "sad",
    "0",
    "wow",
    "0",
]


@pytest.mark.parametrize("block", [REACTIONS_ID, REACTIONS_EN, REACTIONS_EN[1:], REACTIONS_EN[1::2]])
def test_reaction_blocks_go_with_their_counts(block: list[str]) -> None:
    assert only_kept([LEDE, MIDDLE, END, *block]) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize("word", ["Love", "Sad", "Facebook", "Line", "2024"])
def test_one_word_of_a_button_is_no_button(word: str) -> None:
    assert stripped(heading(word)) == [word]


def test_share_buttons_go_together() -> None:
    assert only_kept([LEDE, MIDDLE, END, "Share this:", "Facebook", "Twitter", "WhatsApp", "Email"]) == [
        LEDE,
        MIDDLE,
        END,
    ]


def test_numbers_beside_page_links_go_and_others_stay() -> None:
    assert only_kept([LEDE, MIDDLE, END, "Halaman:", "1", "2", "3"]) == [LEDE, MIDDLE, END]
    assert stripped("17 8 1945") == ["17 8 1945"]


@pytest.mark.parametrize("sign", ["●", "_____", "• • •", "——", "🔥"])
def test_lines_without_a_word_go(sign: str) -> None:
    assert stripped(sign) == []


@pytest.mark.parametrize("code", ["(abc/def)", "(*)", "***", "[hen]"])
def test_codes_stay_even_behind_widgets(code: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Baca juga:", link("Dua Jembatan Runtuh di Desa"), code])[-1] == code


class TestPosts:
    def post(self, text: str) -> Block:
        return Block(text, "embed")

    @pytest.mark.parametrize(
        "before", ["Begini bunyi cuitannya:", "Seorang warganet ikut mengunggah foto jembatan itu."]
    )
    def test_introduced_words_stay_and_their_attribution_goes(self, before: str) -> None:
        post = [self.post("Alhamdulillah jembatannya bagus"), self.post("— Budi (@budi) June 16, 2020")]

        assert stripped(before, *post) == [before, "Alhamdulillah jembatannya bagus"]

    def test_an_illustration_goes(self) -> None:
        assert stripped(self.post("Nice bridge, look at this")) == []

    def test_a_post_that_the_text_has_quoted_goes(self) -> None:
        quoted = '"Jembatannya bagus," tulis Budi di Twitter.'

        assert stripped(quoted, self.post("The bridge is nice")) == [quoted]

    def test_posts_in_a_row_share_the_verdict(self) -> None:
        lines = ["Komentar warganet beragam.", self.post("Bagus sekali"), self.post("Semoga awet")]

        assert stripped(*lines) == ["Komentar warganet beragam.", "Bagus sekali", "Semoga awet"]


class TestHead:
    def test_title_deck_byline_and_date_go(self) -> None:
        head = [
            heading("Jembatan Diperbaiki", "div h1"),
            "Warga menunggu sejak lama.",
            "Rina Amalia",
            "Senin, 12 Mei 2024 10:30 WIB",
        ]

        assert only_kept([*head, LEDE, MIDDLE, END], title=TITLE) == [LEDE, MIDDLE, END]

    @pytest.mark.parametrize(
        "byline", ["BY RINA AMALIA Follow @rinaamalia", "PENULIS RINA AMALIA Ikuti di X"]
    )
    def test_a_deck_above_a_name_and_a_button_goes(self, byline: str) -> None:
        deck = "Warga menunggu sejak lama."

        assert only_kept([deck, byline, LEDE, MIDDLE, END]) == [LEDE, MIDDLE, END]
        assert only_kept([deck, "Follow @rinaamalia", LEDE, MIDDLE, END])[0] == deck

    def test_names_beside_the_date_go(self) -> None:
        head = [heading(TITLE, "h1"), "12 Mei 2024, 10:30 WIB", "Rina Amalia, Joko (Kota Baru)"]

        assert only_kept([*head, LEDE, MIDDLE, END], title=TITLE) == [LEDE, MIDDLE, END]

    @pytest.mark.parametrize(
        "row",
        [
            "3 MEI 2024 201",
            "12 Mei 2024 | Rina Amalia | Daerah",
            "12 Mei 2024 | Kategori: Budaya, Wisata, Sejarah, Agenda Kota | Dilihat 1.204 kali",
            "May 12, 2024 Berita Desa, Kegiatan, Pengumuman, Agenda Kota, Budaya 0 Comment",
        ],
    )
    def test_a_row_of_date_and_sections_goes(self, row: str) -> None:
        assert only_kept([row, LEDE, MIDDLE, END]) == [LEDE, MIDDLE, END]

    @pytest.mark.parametrize(
        "line",
        [
            "Kota Baru, 12 Mei 2024 - Siaran Pers Dinas Perhubungan Kota Baru tentang Jembatan",
            "Hujan mengguyur Kota Baru sejak Kamis, 12 Mei 2024 pukul 04.25 WIB.",
        ],
    )
    def test_a_first_line_that_names_the_day_stays(self, line: str) -> None:
        blocks = [Block(each) for each in (line, LEDE, MIDDLE, END)]
        widgets.strip(blocks, title=None, is_dateline=lambda text: text.startswith("Kota Baru,"))
        assert blocks[0].kept

    def test_a_short_first_sentence_stays(self) -> None:
        assert (
            only_kept(["12 Mei 2024, 10:30 WIB", "Hujan turun lagi.", MIDDLE, END])[0] == "Hujan turun lagi."
        )

    def test_a_dateline_of_its_own_stays(self) -> None:
        assert only_kept(["12 Mei 2024, 10:30 WIB", "Kota Baru -", MIDDLE, END])[0] == "Kota Baru -"

    def test_a_standfirst_goes_and_a_heading_stays(self) -> None:
        assert only_kept([heading("Warga menunggu sejak lama."), LEDE, MIDDLE, END])[0] == LEDE
        assert only_kept([heading("Warga Menunggu"), LEDE, MIDDLE, END])[0] == "Warga Menunggu"

    def test_a_deck_above_a_name_and_a_time_goes(self) -> None:
        deck = "Warga desa menunggu perbaikan jembatan itu selama lebih dari delapan bulan."

        assert only_kept([deck, "Rina Amalia", "12 Mei 2024 10:30 WIB", LEDE, MIDDLE, END]) == [
            LEDE,
            MIDDLE,
            END,
        ]

    def test_a_deck_above_the_byline_of_a_single_paragraph_goes(self) -> None:
        deck = "Warga desa menunggu perbaikan jembatan itu selama lebih dari delapan bulan."
        byline = "12 Mei 2024 10:30 WIB"
        item = f"{LEDE} Perbaikan selesai pekan depan, kata kepala desa di balai warga."

        assert only_kept([deck, byline, item]) == [item]
        # What is nearly as long as all below it is the text, parted by its date.
        assert only_kept([item, byline, item.upper()])[0] == item

    def test_a_day_beside_the_name_of_the_site_is_of_the_head(self) -> None:
        deck = "Warga desa menunggu perbaikan jembatan itu selama lebih dari delapan bulan."
        byline = "KabarKota | Rina Amalia Diterbitkan 12 Mei 2024, 10:30 WIB"

        assert only_kept([deck, byline, LEDE, MIDDLE, END], host="kabarkota.id")[0] == LEDE

    def test_links_above_the_text_go(self) -> None:
        assert only_kept([link("Daerah"), link("Kota Baru"), LEDE, MIDDLE, END]) == [LEDE, MIDDLE, END]

    def test_a_day_below_the_first_paragraph_is_part_of_the_text(self) -> None:
        below = [f"{line} ({n})" for n in range(8) for line in (LEDE, END)]
        assert len(only_kept([MIDDLE, "12 Mei 2024", *below])) == 18

    def test_a_lede_above_a_byline_stays(self) -> None:
        assert only_kept([LEDE, "Penulis: Rina Amalia", MIDDLE, END])[0] == LEDE

    def test_dates_in_the_text_stay(self) -> None:
        chronology = [heading("Jumat 1 April 2022"), MIDDLE, heading("Sabtu 2 April 2022"), END]

        assert len(only_kept([LEDE, *chronology])) == 5


class TestEnd:
    @pytest.mark.parametrize(
        "line", ["Oleh Hendi Nurfalah", "DINI TEJA", "ANTARA | RINA AMALIA", "12 Mei 2024"]
    )
    def test_signatures_go(self, line: str) -> None:
        assert only_kept([LEDE, MIDDLE, END, line]) == [LEDE, MIDDLE, END]

    @pytest.mark.parametrize("line", ["HT", "Sumber: Badan Pusat Statistik", "TEMPO | ANTARA"])
    def test_typed_lines_stay(self, line: str) -> None:
        assert only_kept([LEDE, MIDDLE, END, line])[-1] == line

    @pytest.mark.parametrize(
        "line", ["12 Komentar", "Leave a Reply", "Komentar Pembaca", "About the author: Rina"]
    )
    def test_what_follows_comments_and_portraits_goes(self, line: str) -> None:
        below = [
            "Budi says:",
            "Saya setuju sekali dengan isi berita ini, semoga jembatan itu segera jadi.",
            "Balas",
        ]

        assert only_kept([LEDE, MIDDLE, END, line, *below, "(abc)"]) == [LEDE, MIDDLE, END, "(abc)"]

    def test_a_comment_counter_above_the_text_opens_nothing(self) -> None:
        assert only_kept(["12 Komentar", LEDE, MIDDLE, END]) == [LEDE, MIDDLE, END]

    def test_short_links_below_the_text_go_and_typed_sources_stay(self) -> None:
        tail = [link("#jembatan"), link("Kota Baru"), "Kuis", Block("Sumber: Antara", link_share=0.5)]

        assert only_kept([LEDE, MIDDLE, END, *tail]) == [LEDE, MIDDLE, END, "Sumber: Antara"]

    @pytest.mark.parametrize(
        "line", ['"Semoga awet," tutupnya.', "Hujan pun turun.", "Siapa yang tahu?", '"Ya," ujarnya']
    )
    def test_a_short_last_sentence_stays_among_widgets(self, line: str) -> None:
        assert (
            only_kept([LEDE, MIDDLE, END, "Baca juga:", link("Dua Jembatan Runtuh di Desa"), line])[-1]
            == line
        )

    def test_a_source_box_goes(self) -> None:
        assert only_kept([LEDE, MIDDLE, END, "Sumber : Contoh.com"], host="www.contoh.com")[-1] == END
        assert only_kept([LEDE, MIDDLE, END, Block("Sumber | : Antara", "table_row")])[-1] == END
        assert only_kept([LEDE, MIDDLE, END, Block("Sumber: Antara", link_share=0.5)])[-1] == "Sumber: Antara"
        assert only_kept([LEDE, MIDDLE, END, "Sumber: Antara"], host="contoh.com")[-1] == "Sumber: Antara"
        assert only_kept([LEDE, MIDDLE, END, "Sumber: KLR"], host="klr.contoh.id")[-1] == END
        assert only_kept([LEDE, MIDDLE, END, "Sumber: Kabar Lereng"], host="kabar-lereng.id")[-1] == END

    def test_the_source_below_a_list_in_its_box_stays(self) -> None:
        text = [Block(line, marks="div teks p") for line in (LEDE, MIDDLE, END)]
        items = [Block(f"Dusun {n}: {n} rumah", "list_item", marks="div daftar ul li") for n in range(1, 4)]
        head = Block("Rumah per Dusun", "heading", marks="div daftar h3")
        for marks, last in (("div daftar p", "Sumber: Dinas"), ("div sumber p", items[-1].text)):
            blocks = [replace(block) for block in (*text, head, *items)]
            assert only_kept([*blocks, Block("Sumber: Dinas", marks=marks)])[-1] == last

    def test_a_heading_with_nothing_under_it_goes(self) -> None:
        assert only_kept([LEDE, MIDDLE, heading("Video"), Block("(abc)")]) == [LEDE, MIDDLE, "(abc)"]
        assert only_kept(
            [LEDE, heading("Video Banjir"), heading("Jalur Utara"), MIDDLE, heading("Infografis")]
        ) == [
            LEDE,
            "Jalur Utara",
            MIDDLE,
        ]

    def test_a_heading_over_a_heading_stays(self) -> None:
        assert stripped(heading("Jalur Alternatif"), heading("Utara", "h3")) == ["Jalur Alternatif", "Utara"]

    def test_a_list_of_headings_stays(self) -> None:
        clubs = [heading("Persik"), heading("Arema"), heading("Persebaya")]

        assert only_kept([LEDE, MIDDLE, *clubs]) == [LEDE, MIDDLE, "Persik", "Arema", "Persebaya"]


def test_a_summary_box_goes_with_its_list() -> None:
    points = [Block("Jembatan rusak karena banjir", "list_item"), Block("Perbaikan dua bulan", "list_item")]

    assert only_kept(["Ringkasan Berita:", *points, LEDE, MIDDLE, END]) == [LEDE, MIDDLE, END]


PROSE = """
    warga pasar jembatan baca juga ikuti simak lihat video foto iklan berita terkait selanjutnya halaman rumah
    itu sudah akan kata dia kepada para petani di desa
"""
sentences = st.lists(st.sampled_from(PROSE.split()), min_size=9, max_size=30)


@given(st.lists(sentences, min_size=1, max_size=8, unique_by=tuple))
def test_no_paragraph_of_prose_is_ever_cut(paragraphs: list[list[str]]) -> None:
    texts = [f"Petani {' '.join(words)}." for words in paragraphs]

    assert only_kept(list(texts), title=TITLE) == texts


kinds: st.SearchStrategy[BlockKind] = st.sampled_from(
    ["paragraph", "heading", "list_item", "quote", "embed", "table_row"]
)
blocks = st.builds(
    Block,
    text=st.one_of(
        st.sampled_from([line for found in WIDGETS.values() for line in found] + TEXT),
        st.text("aA1 .:()", min_size=1),
    ),
    kind=kinds,
    link_share=st.sampled_from([0.0, 0.4, 1.0]),
).filter(lambda block: block.text.strip() == block.text)


@given(st.lists(blocks, max_size=12), st.sampled_from([None, TITLE, ""]))
def test_any_blocks_are_judged_and_a_second_time_changes_no_verdict(
    found: list[Block], title: str | None
) -> None:
    counts = widgets.strip(found, title=title)

    assert sum(counts.values()) == sum(not block.kept for block in found)
    assert all(block.reason for block in found)
    assert [block.text for block in found] == [block.text for block in found]


def test_teasers_below_a_label_end_a_page_and_lines_behind_links_in_the_text_stay() -> None:
    titles = ["Lomba Perahu Naga Pindah ke Waduk", "Pasar Ikan Tutup Dua Hari", "Harga Kopi Naik Lagi"]
    teasers = [f"Panitia mengumumkan hal itu pada hari ke-{n} di balai kota." for n in range(3)]
    row = [line for title, teaser in zip(titles, teasers, strict=True) for line in (link(title), teaser)]

    assert only_kept([LEDE, MIDDLE, END, "Rekomendasi", *row]) == [LEDE, MIDDLE, END]
    assert only_kept([LEDE, MIDDLE, END, "Rekomendasi", *row[:4]])[3:] == teasers[:2]
    assert stripped("Baca juga:", *row) == teasers
    assert only_kept([LEDE, MIDDLE, END, *row])[3:] == teasers


def test_the_times_of_a_player_go_with_it_and_a_clock_time_stays() -> None:
    assert stripped("No media source currently available", "0:00", "0:02:11", "0:000:02:11") == []
    assert stripped("19:30", "[Gambas:Video]") == ["19:30"]


def test_a_long_line_below_the_text_that_says_when_it_was_changed_goes() -> None:
    changed = "Terakhir diperbarui pada 7 Oktober 2024 oleh Rara Kelana Pesisir"
    assert only_kept([LEDE, MIDDLE, END, changed]) == [LEDE, MIDDLE, END]


def test_a_label_and_a_linked_headline_with_nothing_between_go() -> None:
    glued = "Artikel TerkaitLomba Perahu Naga Pindah ke Waduk"
    assert stripped(Block(glued, link_share=0.7), Block(f"Baca Juga{glued[15:]}", link_share=0.8)) == []
    assert stripped(Block(glued)) == [glued]
    other = "Festival BanjarLomba Perahu Naga Pindah ke Waduk"
    assert stripped(Block(other, link_share=0.7)) == [other]


def test_the_site_and_its_rubric_sign_no_text() -> None:
    signed = "kabarlereng.id - Liputan Khas"
    assert stripped(Block(signed, link_share=0.5), host="www.kabarlereng.id") == []
    assert stripped(Block(signed, link_share=0.5), host="lain.id") == [signed]
    assert stripped(signed, host="www.kabarlereng.id") == [signed]


def test_the_address_of_the_site_alone_is_no_line_of_the_text() -> None:
    host = "www.kabarlereng.co.id"
    assert stripped("www.kabarlereng.co.id", "KabarLereng.co.id", "Kabar Lereng", host=host) == []
    assert stripped("www.lain.co.id", "Kabar Lereng Utara", host=host) == [
        "www.lain.co.id",
        "Kabar Lereng Utara",
    ]


def test_a_teaser_between_its_headline_and_its_button_goes() -> None:
    teaser = "Panitia mengumumkan tempat lomba yang baru."
    button = Block("Baca Selengkapnya", link_share=1.0)
    between = (link("Lomba Perahu Naga Pindah ke Waduk Wanareja"), teaser, button)
    assert stripped(*between) == []
    assert stripped(between[0], teaser) == [teaser]
    assert stripped(teaser, button) == [teaser]


def test_a_notice_between_screens_of_a_page_goes() -> None:
    notice = "Kamu sudah membaca beberapa halaman, Berikut rekomendasi berita untuk kamu."
    assert stripped(notice, "Untuk melanjutkan membaca.") == []


def test_a_campaign_goes_at_the_end_of_every_page_of_a_text() -> None:
    between = ("#JagaSungaiKita", "Buang sampah pada tempatnya.", Block("2 dari 3 halaman"))
    assert stripped(*between) == []
