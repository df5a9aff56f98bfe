"""The text of an article comes out whole whatever shape its page gives it, and nothing beside it."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import json

import pytest
from lxml.html import fragment_fromstring

from newscrawl import extract
from newscrawl.reading.tree.regions import names_of, region_of

pytestmark = pytest.mark.usefixtures("twin")

TITLE = "Nelayan Teluk Sepi Memasang Rumpon Bambu Baru"
URL = "https://www.kabarteluk.example/daerah/nelayan-teluk-sepi-memasang-rumpon-bambu-baru-48213"
TEXT = [
    "Nelayan di Teluk Sepi memasang dua puluh rumpon bambu sejak awal pekan agar ikan kembali ke perairan dangkal.",
    "Ketua kelompok nelayan mengatakan bambu itu dibeli dari iuran anggota dan dirakit bersama di tepi dermaga.",
    "Menurut dia, rumpon lama hanyut ketika gelombang besar datang pada musim barat tahun lalu dan tidak diganti.",
    "Dinas perikanan berjanji memeriksa rumpon itu setiap dua bulan dan mencatat hasil tangkapan di sekitarnya.",
]
AFTER = "<ul><li><a href='/a/1'>Harga ikan teri di pasar pagi naik lagi pekan ini</a></li></ul>"


def page(text: str, *, head: str = "", after: str = AFTER, title: str = TITLE) -> str:
    return (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>"
        f"<div class=tgl>Rabu, 11 Maret 2026 | 09:15 WIB</div><div class=naskah>{text}</div>{after}</body></html>"
    )


def body(text: str, **options: str) -> list[str]:
    found = extract(page(text, **options), URL).body
    return found.split("\n\n") if found else []


def paragraphs(lines: list[str] = TEXT) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def chunks(line: str, size: int) -> list[str]:
    words = line.split()
    return [" ".join(words[n : n + size]) for n in range(0, len(words), size)]


@pytest.mark.parametrize(
    "markup",
    [
        "".join("<p>" + "".join(f"<span>{c} </span>" for c in chunks(x, 3)) + "</p>" for x in TEXT),
        "".join("<p>" + " ".join(f"<b>{c}</b>" for c in chunks(x, 2)) + "</p>" for x in TEXT),
        "".join(
            "<p>"
            + " ".join(f"<a href='/t/{n}'>{c}</a>" if n % 3 == 0 else c for n, c in enumerate(chunks(x, 3)))
            + "</p>"
            for x in TEXT
        ),
        "".join("<p>" + "\n<br>".join(chunks(x, 8)) + "</p>" for x in TEXT),
        "<br><br>".join(TEXT),
        "".join(f"<h3>{line}</h3>" for line in TEXT),
        "".join(f"<div><div>{line}</div></div>" for line in TEXT),
        f"<div class=kiri><img src=/g/1.jpg><span>Foto: Ist</span></div>{'<br>'.join(TEXT[:2])}<br>{'<br>'.join(TEXT[2:])}",
    ],
    ids=["spans", "bold", "links", "hard wrapped", "breaks", "headings", "boxes", "beside a picture"],
)
def test_text_in_any_pieces(markup: str) -> None:
    assert body(markup) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "<p>Tayangan berikut:</p><p><b>Simak Video Nelayan: Ikan Sudah Kembali</b></p><p><a href=/e/1>[Gambas:Video]</a></p>",
        "<p>#LautKita</p>",
        "<p>#LautKita bersama Kabar Teluk</p>",
        "<p>(Ditulis oleh Surya Wibawa)</p>",
        "<p>Posted by Surya Wibawa 0 Responses</p>",
        "<p>Dilaporkan oleh Surya Wibawa Kusumanegara, disunting oleh Rina Amalia Hartati.</p>",
        "<p>Surya Wibawa <a href='https://x.example/surya'>Ikuti di X</a></p>",
        "<p><b>Simak Video Pilihan di Bawah Ini</b></p><p>Harga Ikan Teri di Pasar Pagi Naik</p><iframe src=/v></iframe>",
        "<p>Ikuti Twitter @KabarTeluk untuk mendapatkan kabar paling baru.</p>",
        "<div><a href=#>Bagikan !</a><div>Bagaimana menurut Anda?</div><ul><li>Senang</li><li>Sedih</li></ul></div>",
        "<div class=s><h3>Tanggapan Pembaca</h3><div><b>Joko</b><p>Saya setuju sekali karena ikan di desa kami naik.</p></div></div>",
        "<p>[irp posts='12' name='Harga ikan'] </p><p>(function(){var s=document.createElement('x');s.push(1);})();</p>",
        "<article><h3><a href='/b/2'>Harga Ikan Teri di Pasar Pagi Naik</a></h3><p>Pedagang menaikkan harga sejak Senin.</p></article>",
        "<p><img src=/g/2.jpg></p><p style='text-align:center'><em>2026 Kabar Teluk/Kanal Laut</em></p>",
        "<p>Nelayan merakit rumpon di dermaga, Senin. Foto: Kabar Teluk</p>",
    ],
)
def test_widget_lines_at_the_foot_go(line: str) -> None:
    got = body(paragraphs() + line)
    assert [x for x in got if x != "Tayangan berikut:"] == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>ANTARA</b></p>",
        "<p><b>REDAKSI-suW</b></p>",
        "<p><b>Sumber: Dinas Perikanan</b></p>",
        "<h2>Popularitas Rumpon</h2><ul><li>Bambu petung</li><li>Penulis: Surya Wibawa, buku kedua</li><li>Daun kelapa</li></ul>",
        "<p>1 dari 2 Halaman</p><h2>Hasil Tangkapan</h2><ol><li>Teri 40 kilo</li><li>Kembung 30 kilo</li></ol>",
        "<figure class=wp-block-table><table><tr><td>Teri</td><td>40</td></tr><tr><td>Udang</td><td>6</td></tr></table></figure>",
    ],
)
def test_what_belongs_to_the_text_at_its_end_stays(line: str) -> None:
    got = body(paragraphs() + line)
    assert got[: len(TEXT)] == TEXT
    assert len(got) > len(TEXT)
    assert not any("Halaman" in x for x in got)


def test_a_section_of_a_heading_and_a_list_is_found() -> None:
    parts = (
        f"<div class=bagian__teks>{paragraphs()}</div>"
        "<div class=bagian__teks><h2>Hasil Tangkapan</h2><ol><li>Teri 40 kilo</li><li>Udang 6 kilo</li></ol></div>"
    )
    assert body(parts) == [*TEXT, "Hasil Tangkapan", "Teri 40 kilo", "Udang 6 kilo"]


def test_links_in_named_boxes_cost_the_text_nothing() -> None:
    links = "".join(
        f"<li><a href='/x/{n}'>Kabar laut nomor {n} dari teluk sebelah</a></li>" for n in range(30)
    )
    related = f"<div class=related-posts><ul>{links}</ul></div>"
    assert body(paragraphs([TEXT[0][:80] + ".", *TEXT[1:3]]) + related, after="") == [
        TEXT[0][:80] + ".",
        *TEXT[1:3],
    ]


def test_what_the_page_declares_as_the_text_is_not_widened() -> None:
    about = f"<div><strong>{TITLE}</strong> - written by surya w , published at 13.37. And have <b>0 komentar</b></div>"
    assert body(f"<div itemprop=articleBody>{'<br><br>'.join(TEXT)}</div>{about}") == TEXT


@pytest.mark.parametrize("deck", ["<p><em>{}</em></p>", "<h6>{}</h6>"])
def test_what_stands_above_the_dateline_is_no_text(deck: str) -> None:
    lede = f"KABARTELUK.COM, TELUK SEPI -- {TEXT[0]}"
    summary = "Rumpon lama hanyut dan tidak pernah diganti."
    assert body(deck.format(summary) + paragraphs([lede, *TEXT[1:]])) == [lede, *TEXT[1:]]


def test_lines_behind_the_reporters_code_go() -> None:
    call = "<p>Apakah Anda punya cerita dari laut? Ceritakan kepada kami, yuk daftarkan kisahmu!</p>"
    assert body(f"{paragraphs()}<b>(kbt/srw)</b>{call}")[-1] == "(kbt/srw)"


class TestTold:
    """A caller who knows that a page is an article is believed."""

    SHORT = page("<p>Kantor kelurahan ditutup pada hari ini karena libur nasional.</p>", after="")

    def test_the_text_comes_out_whatever_the_signs_say(self) -> None:
        url = "https://www.kabarteluk.example/indeks"
        assert extract(self.SHORT, url).body is None
        told = extract(self.SHORT, url, page_type="article")
        assert (told.page_type, told.body) == (
            "article",
            "Kantor kelurahan ditutup pada hari ini karena libur nasional.",
        )

    def test_nothing_else_can_be_said(self) -> None:
        with pytest.raises(ValueError, match="page_type must be"):
            extract(self.SHORT, URL, page_type="listing")  # type: ignore[arg-type]


def test_a_page_whose_title_says_that_it_is_missing() -> None:
    sorry = ["Maaf, halaman yang Anda cari sudah dipindahkan atau dihapus oleh redaksi kami.", *TEXT[1:3]]
    assert extract(page(paragraphs(sorry), title="404 - Halaman tidak ditemukan"), URL).page_type == "other"
    assert extract(page(paragraphs(), title="404 Nelayan Memasang Rumpon"), URL).page_type == "article"


@pytest.mark.parametrize(
    "title",
    [
        "Artikel Telah Dihapus",
        "Artikel Ini Belum Diterbitkan",
        "Situs Sedang Dalam Perbaikan",
        "Situs Ini Telah Pindah Alamat",
        "Maaf, Terjadi Kesalahan",
        "Tidak Ada Hasil",
        "Tautan Rusak",
        "Silakan Masuk",
        "Persetujuan Cookie",
        "Error Establishing a Database Connection",
        "Under Maintenance",
    ],
)
def test_a_page_whose_title_is_a_notice_of_the_site(title: str) -> None:
    notice = ["Mohon maaf, apa yang Anda cari tidak dapat kami tunjukkan di sini untuk saat ini.", *TEXT[1:3]]
    assert extract(page(paragraphs(notice), title=title), URL).page_type == "other"
    assert extract(page(paragraphs(), title=f"{title}, Nelayan Memasang Rumpon"), URL).page_type == "article"


class TestSlides:
    """A gallery with an introduction is an article, its slides are text; one of captions alone is none."""

    INTRODUCTION = f"<div class=isi><p>{' '.join(TEXT)}</p></div>"
    SLIDE = "Rahmat merakit rumpon pertama di belakang rumahnya. Kini ia mengajari tetangganya."

    def slides(self, *, counter: str = "1/5", introduction: str = INTRODUCTION) -> str:
        return (
            f"{introduction}<div class=detail-photo><img src=/g/1.jpg>"
            f"<div class=detail-photo-body><p>{self.SLIDE}</p></div><div class=hal>{counter}</div></div>"
        )

    def test_slides_behind_an_introduction(self) -> None:
        source = page(self.slides(), title=f"Foto: {TITLE}")
        found = extract(source, "https://www.kabarteluk.example/foto/rumpon-bambu-baru-48213")
        assert (found.page_type, found.body) == ("article", f"{' '.join(TEXT)}\n\n{self.SLIDE}")

    def test_a_caption_without_a_counter_is_none(self) -> None:
        assert body(self.slides(counter="")) == [" ".join(TEXT)]

    def test_deck_and_comments_around_a_short_text_with_a_counter_of_pages_are_no_slides(self) -> None:
        deck, said = (
            "Panjangnya dua meter dan selesai pada malam hari oleh enam pemuda desa sebelah.",
            "Semoga berita seperti ini makin banyak, terima kasih kepada redaksi yang sudah menulis.",
        )
        text = f"<div>{paragraphs()}<div>1 of 8 <a href='?page=2'>Next</a></div></div>"
        column = f"<div><h1>{TITLE}</h1><div>Rabu, 11 Maret 2026 | 09:15 WIB</div><p>{deck}</p><div><img src=/g/1.jpg></div>{text}<ul><li><b>Budi</b><div>{said}</div></li></ul></div>"
        found = extract(
            f"<html><head><title>{TITLE}</title></head><body><div><div>{column}</div>{AFTER}</div></body></html>",
            URL,
        )
        assert found.body == "\n\n".join(TEXT)

    TOLD = (
        "Pemuda desa membelah bambu petung di halaman balai.",
        "Anyaman pelepah kelapa diikat pada rangka setiap sore.",
        "Rumpon ketiga ditarik perahu ke teluk sebelum matahari terbit.",
    )
    SHORT = "Warga Teluk Sepi merakit rumpon bambu bersama. Rumpon itu dipasang sebelum musim ikan tiba."
    NAMED = (
        "<figure><img src='/{n}.jpg'><figcaption>{text}</figcaption></figure>{counter}",
        "<div class=slide><img src='/{n}.jpg'>{counter}<div class=photo-caption>{text}</div></div>",
        "<div class=slide><img src='/{n}.jpg'><div class=slide-text>{text}</div>{counter}</div>",
        "<div class=wp-caption><img src='/{n}.jpg'><p class=wp-caption-text>{text}</p></div>{counter}",
        "<div class=item><img src='/{n}.jpg'><div class=caption><p>{text}</p></div>{counter}</div>",
        "<li><img src='/{n}.jpg'><span class=caption>{text}</span>{counter}</li>",
        "<dl><dt><img src='/{n}.jpg'></dt><dd class=wp-caption-text>{text}</dd></dl>{counter}",
    )
    COUNTERS = ("<span>{n}/3</span>", "<div>{n} / 3</div>", "<p>Foto {n} dari 3</p>", "<b>{n} dari 3</b>")

    @staticmethod
    def deck(markup: str, counter: str, told: tuple[str, ...] = TOLD) -> str:
        return "".join(
            markup.format(n=n, text=text, counter=counter.format(n=n)) for n, text in enumerate(told, 1)
        )

    @pytest.mark.parametrize("counter", COUNTERS)
    @pytest.mark.parametrize("markup", NAMED)
    @pytest.mark.parametrize("frame", ["<div>{}{}</div>", "<div>{}</div><div>{}</div>"])
    @pytest.mark.parametrize("kicker", ["Foto: ", ""])
    def test_a_sentence_a_slide_in_boxes_named_as_captions(
        self, kicker: str, frame: str, markup: str, counter: str
    ) -> None:
        text = frame.format(f"<p>{self.SHORT}</p>", self.deck(markup, counter))
        found = extract(page(text, title=f"{kicker}{TITLE}"), URL)
        assert (found.page_type, found.body) == ("article", "\n\n".join((self.SHORT, *self.TOLD)))

    def test_slides_behind_a_long_introduction(self) -> None:
        introduction = paragraphs([f"{line} {' '.join(TEXT)}" for line in TEXT])
        deck = self.deck(self.NAMED[0], self.COUNTERS[0])
        told = extract(page(f"<div>{introduction}{deck}</div>", title=f"Foto: {TITLE}"), URL).body or ""
        assert told.endswith("\n\n".join(self.TOLD))
        said = extract(page(f"<div>{introduction}{deck}</div>", title=TITLE), URL).body or ""
        assert self.TOLD[0] not in said

    @pytest.mark.parametrize("title", [f"Foto: {TITLE}", TITLE])
    def test_captions_with_credits_behind_two_sentences_are_no_text(self, title: str) -> None:
        signed = tuple(f"{text} (Foto: Rudi Hartono/Kabar Teluk)" for text in self.TOLD)
        source = page(
            f"<div><p>{self.SHORT}</p>{self.deck(self.NAMED[0], self.COUNTERS[0], signed)}</div>", title=title
        )
        assert extract(source, URL, page_type="article").body == self.SHORT

    def test_captions_of_an_article_are_no_slides(self) -> None:
        text = f"<div>{paragraphs()}{self.deck(self.NAMED[0], '')}</div>"
        assert body(text) == TEXT

    @pytest.mark.parametrize("title", [f"Foto: {TITLE}", TITLE])
    @pytest.mark.parametrize(
        "card",
        [
            "<div><img src='/{n}.jpg'>{counter}<h4><a href='/b/{n}'>Pasar Ikan Pindah ke Tepi Sungai</a></h4>"
            "<div class=photo-caption>{text}</div></div>",
            "<a href='/b/{n}'><img src='/{n}.jpg'><div class=caption>{text}</div></a>",
            "<figure><a href='/b/{n}'><img src='/{n}.jpg'></a><figcaption>{text}</figcaption></figure>",
        ],
    )
    def test_cards_of_other_galleries_beside_the_text_are_no_slides(self, card: str, title: str) -> None:
        cards = self.deck(card, self.COUNTERS[0])
        source = page(f"<div>{paragraphs(TEXT[:2])}</div><div>{cards}</div>", title=title)
        assert extract(source, URL, page_type="article").body == "\n\n".join(TEXT[:2])

    def test_a_picture_above_the_text_is_no_slide(self) -> None:
        pictures = self.deck(self.NAMED[0], "")
        source = page(f"<div>{pictures}</div><div>{paragraphs(TEXT[:2])}</div>", title=f"Foto: {TITLE}")
        assert extract(source, URL, page_type="article").body == "\n\n".join(TEXT[:2])

    def test_paragraphs_alone_under_linked_pictures_are_captions(self) -> None:
        box = "<div><a href='/foto/{n}.html'><img src='/{n}.jpg'></a><p>{text}</p></div>"
        captions = tuple(
            f"Nelayan Teluk Sepi merakit rumpon {n} - Rudi Hartono" for n in ("satu", "dua", "tiga")
        )
        assert body(f"{self.deck(box, '', captions)}{paragraphs()}") == TEXT
        assert body(f"{self.deck(box, '', tuple(TEXT[:1]))}{paragraphs(TEXT[1:])}") == TEXT

    def test_captions_alone_are_no_article(self) -> None:
        source = page(self.slides(introduction=""), title=f"Foto: {TITLE}")
        found = extract(source, "https://www.kabarteluk.example/foto/rumpon-bambu-baru-48213")
        assert (found.page_type, found.body) == ("gallery", None)


def test_a_caption_between_shortcodes_is_no_text() -> None:
    typed = '[caption id="attachment_7" width="600"]Rumpon bambu di dermaga[/caption]'
    assert body(f"{paragraphs(TEXT[:2])}<p>{typed} {TEXT[2]}</p>{paragraphs(TEXT[3:])}") == TEXT


@pytest.mark.parametrize("name", ["tag-iklan", "category-berita-terkait", "tag-komentar", "category-pilihan"])
def test_the_names_of_what_a_post_is_filed_under_say_nothing_of_its_text(name: str) -> None:
    post = fragment_fromstring(f"<article class='post-7 type-post hentry {name}'></article>")
    box = fragment_fromstring(f"<div class='{name}'></div>")
    assert region_of("article", names_of(post)) is None
    assert region_of("div", names_of(box)) is not None


def test_a_slider_of_excerpts_with_buttons_is_no_text() -> None:
    slide = (
        "<li><div><img src='/a.jpg'><div>Nelayan Memasang Rumpon Baru</div></div>"
        "<p>Nelayan di Teluk Sepi memasang rumpon bambu baru untuk ikan [...]</p><a href='/{}'>Read More</a></li>"
    )
    slides = "".join(slide.format(n) for n in range(60))
    assert body(paragraphs(), after=f"<ul class='slides'>{slides}</ul>") == TEXT


def test_addresses_in_the_template_of_a_script_are_no_text() -> None:
    data = "Nelayan dan rumpon di teluk https://kabarteluk.example/a/b/c/d/e/f/g/h https://kabarteluk.example/i/j/k/l.jpg"
    assert body(paragraphs(), after=f"<div><div>{data}</div></div>") == TEXT


@pytest.mark.parametrize(
    "caption",
    [
        "<br>Nelayan merakit rumpon di dermaga",
        "</p><p>Nelayan merakit rumpon di dermaga, Rabu (11/3/2026). (Foto: Rudi)",
        "</p><p><small>Nelayan merakit rumpon di dermaga</small>",
    ],
)
def test_what_stands_below_a_picture_and_is_no_sentence_is_its_caption(caption: str) -> None:
    assert body(f"{paragraphs(TEXT[:1])}<p><img src='/a.jpg'>{caption}</p>{paragraphs(TEXT[1:])}") == TEXT


@pytest.mark.parametrize(
    "line", ["Rumpon itu tahan dua tahun.", "Cara merakit rumpon bambu:", "1. Rumpon bambu dari dermaga"]
)
def test_a_sentence_or_the_opening_of_a_list_below_a_picture_is_text(line: str) -> None:
    found = body(f"{paragraphs(TEXT[:1])}<p><img src='/a.jpg'></p><p>{line}</p>{paragraphs(TEXT[1:])}")
    assert found == [TEXT[0], line, *TEXT[1:]]


def test_a_gallery_whose_texts_unfold_is_no_list_of_teasers() -> None:
    told = [" ".join(TEXT[n:] + TEXT[:n]) for n in range(4)]
    button = "<a href='javascript:void(0)'>Selengkapnya</a>"
    slides = "".join(
        f"<div class=slide><img src='/{n}.jpg'><div>{text} {button}</div></div>"
        for n, text in enumerate(told)
    )
    assert [line.removesuffix(" Selengkapnya") for line in body(slides)] == told


def test_a_card_below_the_text_that_says_the_title_twice_is_no_text() -> None:
    card = f"<div><h4>{TITLE}</h4><p>Judul: {TITLE}, Rating: 5 dari 120 ulasan, Penulis: admin, Tanggal: 20.05</p></div>"
    assert body(paragraphs() + card) == TEXT


def test_a_source_line_set_as_a_heading_stays() -> None:
    assert body(f"{paragraphs()}<h4>SUMBER: DINAS PERIKANAN</h4>") == [*TEXT, "SUMBER: DINAS PERIKANAN"]
    assert body(f"{paragraphs()}<h4>Sumber daya laut</h4>") == TEXT


def columns(text: str) -> str:
    """A page that names nothing: the article's column, and one like it with cards of other articles."""
    cards = "".join(
        f"<div><h3><a href='/b/{n}'>Harga Ikan Teri di Pasar Pagi Naik Lagi</a></h3></div>" for n in range(4)
    )
    article = f"<div><h1>{TITLE}</h1><div>Rabu, 11 Maret 2026 | 09:15 WIB</div><div>{text}</div><div>{cards}</div></div>"
    foot = "<div><p>Kabar Teluk menyajikan kabar dari pesisir untuk pembaca di seluruh daerah sejak 2019.</p></div>"
    return f"<html><head><title>{TITLE}</title></head><body><div><div>{article}</div><div>{cards}</div></div>{foot}</body></html>"


def test_a_breaking_item_in_a_column_like_the_one_beside_it_is_no_teaser() -> None:
    item = f"Sepi, Kabar Teluk - {TEXT[0]} Bambu itu dirakit di tepi dermaga."
    assert extract(columns(f"<p>{item}</p>"), URL).body == item


def test_a_box_of_many_links_between_the_paragraphs_does_not_part_them() -> None:
    links = " ".join(f"<a href='/c/{n}'>Pasar pagi di dermaga lama ramai lagi</a>" for n in range(24))
    found = extract(columns(f"{paragraphs(TEXT[:2])}<div>{links}</div>{paragraphs(TEXT[2:])}"), URL)
    assert found.body == "\n\n".join(TEXT)


def test_links_of_a_word_throughout_the_text_do_not_part_its_paragraphs() -> None:
    linked = [
        " ".join(f"<a href='/t/{n}'>{w}</a>" if n % 3 == 1 else w for n, w in enumerate(x.split()))
        for x in TEXT
    ]
    assert extract(columns(paragraphs(linked)), URL).body == "\n\n".join(TEXT)


def test_a_headline_that_a_line_announces_below_it_goes_within_the_text() -> None:
    promo = "<p><b>Simak Video Pilihan di Bawah Ini</b></p><p>Harga Ikan Teri di Pasar Pagi Naik</p><iframe src=/v></iframe>"
    assert body(f"{paragraphs(TEXT[:2])}{promo}{paragraphs(TEXT[2:])}") == TEXT


def test_a_card_without_a_heading_whose_picture_leads_where_its_headline_does_is_no_text() -> None:
    told = "Pedagang menaikkan harga ikan teri sejak Senin pagi."
    card = f"<div><a href='/b/2'><img src='/k.jpg'></a><div><a href='/b/2'>Harga Ikan Teri di Pasar Pagi Naik</a><p>{told}</p></div></div>"
    assert body(f"{paragraphs(TEXT[:2])}{card}{paragraphs(TEXT[2:])}") == TEXT
    plain = card.replace("<img src='/k.jpg'>", "")
    assert told in body(f"{paragraphs(TEXT[:2])}{plain}{paragraphs(TEXT[2:])}")


def test_rows_of_numbers_in_a_table_are_no_reactions() -> None:
    rows = [("Tahun", "Rumpon"), ("2024", "112"), ("2025", "164"), ("2026", "200")]
    table = "".join(f"<tr><td>{year}</td><td>{count}</td></tr>" for year, count in rows)
    got = body(f"{paragraphs(TEXT[:3])}<table>{table}</table>{paragraphs(TEXT[3:])}")
    assert got == [*TEXT[:3], *(" | ".join(row) for row in rows), TEXT[3]]


def test_the_whole_text_of_the_structured_data_follows_a_teaser_for_an_app() -> None:
    stated = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(TEXT)})
    data = f'<script type="application/ld+json">{stated}</script>'
    teaser = f"<p>{TEXT[0]}</p><p>Baca artikel selengkapnya di aplikasi</p>"
    assert body(teaser, head=data) == TEXT
    assert (
        body(f"<p>Rumpon lama hanyut pada musim barat, dan warga merakit yang baru.</p>{teaser}", head=data)
        == TEXT
    )
    other = f"<p>Warga di kota lain menanam pohon mangga di tepi jalan raya. Pohon itu {TEXT[1].lower()}</p>"
    assert body(other, head=data) != TEXT


@pytest.mark.parametrize(
    "call", ["Tulis komentar", "Tinggalkan komentar Anda di bawah ini", "Komentar pembaca"]
)
@pytest.mark.parametrize("at", [2, 3])
def test_a_call_to_comment_in_the_text_ends_it_not(call: str, at: int) -> None:
    assert body(f"{paragraphs(TEXT[:at])}<p>{call}</p>{paragraphs(TEXT[at:])}") == TEXT


def test_comments_below_such_a_call_are_no_text() -> None:
    said = "".join(
        f"<li><p>Semoga bambu itu awet dan ikan kembali ke teluk kami, salam dari pembaca {n}.</p></li>"
        for n in range(3)
    )

    assert body(f"{paragraphs()}<p>Tulis komentar</p><ul>{said}</ul>") == TEXT


def test_markup_that_was_escaped_is_none_of_the_text_but_a_tag_that_is_spoken_of_is() -> None:
    spoken = (
        "Guru itu menjelaskan bahwa tag &lt;table&gt; membuat tabel harga ikan di halaman sekolah mereka."
    )
    shown = spoken.replace("&lt;", "<").replace("&gt;", ">")

    assert body(f"{paragraphs(TEXT[:3])}<p>&lt;b&gt;{TEXT[3]}&lt;/b&gt;</p><p>{spoken}</p>") == [*TEXT, shown]
