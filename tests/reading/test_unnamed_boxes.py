"""Pages whose boxes have no telling names, and short ones: what stands where has to be enough."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import pytest

from newscrawl import extract
from tests.reading.shapes import article
from tests.reading.test_shapes_of_text import TEXT, TITLE, URL, body, page, paragraphs

DATE = "<div>Rabu, 11 Maret 2026 09:15 WIB</div>"
HEADLINES = "".join(
    f"<li><a href='/a/{n}'>Harga ikan teri di pasar nomor {n} naik</a></li>" for n in range(9)
)


class TestShortTexts:
    SHORT = (
        "Seekor paus kecil terdampar di Teluk Sepi pada Rabu (11/3).",
        "Panjangnya empat meter.",
        "Nelayan mendorongnya kembali ke laut. Petugas memantaunya sampai sore hari.",
    )

    def test_several_sentences_under_a_dated_headline_are_an_article(self) -> None:
        record = extract(page(paragraphs(list(self.SHORT)), after=f"<ul>{HEADLINES}</ul>"), URL)

        assert record.page_type == "article"
        assert record.body == "\n\n".join(self.SHORT)

    def test_without_a_date_they_are_none(self) -> None:
        html = page(paragraphs(list(self.SHORT))).replace("Rabu, 11 Maret 2026 | 09:15 WIB", "Teluk Sepi")

        assert extract(html, URL).page_type == "other"

    def test_two_paragraphs_beside_a_picture_in_the_cell_of_a_template(self) -> None:
        title, first, second = (
            "Paus dan Nelayan yang Bertemu di Teluk Sepi",
            " ".join(self.SHORT),
            self.SHORT[2],
        )
        told = f"<img src='/p.jpg' align='left'><b>{first}</b><br><br>{second}<br>"
        cells = (f"<div class='contentheading'>{title}</div>", DATE, told)
        rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
        html = f"<html><head><title>{title}</title></head><body><table>{rows}</table></body></html>"

        assert extract(html, URL).body == f"{first}\n\n{second}"

    def test_one_sentence_is_none(self) -> None:
        assert extract(page(f"<p>{self.SHORT[0]}</p>"), URL).page_type == "other"


class TestSections:
    @pytest.mark.parametrize("tag", ["section", "div", 'div class="blk"'])
    def test_a_heading_with_a_list_in_a_box_like_that_of_the_text(self, tag: str) -> None:
        end = tag.partition(" ")[0]
        prices = "<h3>Harga Ikan</h3><table><tr><td>Teri</td><td>Rp40.000</td></tr></table>"

        found = body(f"<{tag}>{paragraphs()}</{end}><{tag}>{prices}</{end}>")

        assert found == [*TEXT, "Harga Ikan", "Teri | Rp40.000"]

    @pytest.mark.parametrize(
        "box",
        [
            "<h3>Kabar Lain</h3><ul><li><a href='/b'>Dermaga baru dibuka</a></li></ul>",
            "<h3>Tulis Pesan</h3><p>Nama</p><form><textarea></textarea></form>",
        ],
    )
    def test_a_heading_over_links_or_fields_is_none(self, box: str) -> None:
        assert body(f"<section>{paragraphs()}</section><section>{box}</section>") == TEXT

    def test_links_of_comments_that_nothing_names_part_no_paragraphs(self) -> None:
        comment = "<li><cite><a href='http://b.example'>Bu Ani</a></cite> <a href='#c'>11 Maret 2026</a><p>Mantap sekali</p><a href='?reply=1'>Balas</a></li>"

        assert body(f"{paragraphs()}<h4>9 responses</h4><ul>{comment * 9}</ul>") == TEXT


class TestEdges:
    @pytest.mark.parametrize(
        "line",
        [
            "# NelayanKita",
            "#LautKitaJaga | Kabar Teluk",
            "Kabar Teluk #UntukNelayan",
            "Salam bahari, #JagaTeluk!",
            "Mau jadi penulis tamu di situs kami? Daftarkan diri sekarang dan kirim naskah terbaikmu.",
            "Selengkapnya simak di video ini!",
            "[Video Teluk]",
            "Apakah Anda punya kisah tentang laut? Tulis kepada kami lewat surel, kisah terbaik akan dimuat.",
            "Bagaimana perasaanmu usai membaca berita ini?",
            "Halaman 1 dari 3 Selanjutnya ›",
            "1 / 4 Lanjut",
        ],
    )
    def test_lines_at_the_foot(self, line: str) -> None:
        assert body(f"{paragraphs()}<p>{line}</p>") == TEXT

    @pytest.mark.parametrize("line", ["Ia menulis tagar #JagaTeluk di perahunya.", "(rin)"])
    def test_a_sentence_with_a_hashtag_and_a_signature_stay(self, line: str) -> None:
        assert body(f"{paragraphs()}<p>{line}</p>") == [*TEXT, line]

    def test_reactions_with_counts_and_in_rows(self) -> None:
        box = "<div>What is your reaction?<div><span>0</span>Happy</div><div><span>2</span>Angry</div></div>"
        faces = (
            "<div><h6>Gimana pendapatmu soal berita ini?</h6><span>😍 Suka</span> <span>😢 Sedih</span></div>"
        )
        rows = "<table><tr><td>Apa reaksi Anda?</td></tr><tr><td>Senang 40%</td><td>Tidak Peduli 60%</td></tr></table>"

        assert body(paragraphs() + box) == TEXT
        assert body(paragraphs() + faces) == TEXT
        assert body(paragraphs() + rows) == TEXT

    def test_the_cell_of_an_old_template_is_no_table_of_data(self) -> None:
        call = "<i>Dapatkan kabar laut dengan mengikuti kanal Telegram kami di t.me/kabarteluk</i>"

        assert body(f"<table><tr><td>{'<br><br>'.join(TEXT)}<br><br>{call}</td></tr></table>") == TEXT


class TestHead:
    @pytest.mark.parametrize(
        "line",
        [
            "Oleh: Budi Hartanto - 11/03/2026",
            "Laporan <b>Nia Ayu</b> pada <time datetime='2026-03-11'>11 Maret</time>",
        ],
    )
    def test_the_only_heading_of_a_page_without_any_other_title(self, line: str) -> None:
        html = f"<html><body><h1>{TITLE}</h1><p>{line}</p><div>{paragraphs()}</div></body></html>"

        assert extract(html, URL).title == TITLE

    @pytest.mark.parametrize(
        "date", ["<span>11/03/2026 09:15</span>", "<em>(Rabu, 11 Maret 2026 09:15 WIB)</em>"]
    )
    def test_the_date_in_the_line_of_the_headline(self, date: str) -> None:
        html = page(paragraphs()).replace(f"<h1>{TITLE}</h1>", f"<h1><b>{TITLE}</b> {date}</h1>")

        found = extract(html.replace("<div class=tgl>Rabu, 11 Maret 2026 | 09:15 WIB</div>", ""), URL)

        assert found.title == TITLE
        assert found.published_at is not None
        assert found.published_at.isoformat() == "2026-03-11T09:15:00+07:00"

    @pytest.mark.parametrize(
        ("line", "section", "authors"),
        [
            ('25 November 2026 09:15 • <a href="/hidup-sehat">Hidup Sehat</a>', "Hidup Sehat", []),
            ('25 November 2026 09:15 • <a href="/eko-prasetyo">Eko Prasetyo</a>', None, ["Eko Prasetyo"]),
            ('<a href="/eko-prasetyo">Eko Prasetyo</a> - 25 November 2026 09:15', None, ["Eko Prasetyo"]),
            ('<a href="/penulis/eko">Eko</a> | 25 November 2026 09:15 WIB', None, ["Eko"]),
        ],
    )
    def test_a_link_to_a_folder_of_its_name_beside_the_date_is_the_section_or_a_person(
        self, line: str, section: str | None, authors: list[str]
    ) -> None:
        html = page(paragraphs()).replace("Rabu, 11 Maret 2026 | 09:15 WIB", line)

        found = extract(html.replace("<h1>", "<main><h1>").replace("</body>", "</main></body>"), URL)

        assert (found.section, found.authors) == (section, authors)

    def test_topics_behind_a_label_end_with_their_list(self) -> None:
        label, topics = (
            "<li><b>Kata Kunci:</b></li>",
            '<li><a href="/q/1">Bakau</a></li><li><a href="/q/2">Abrasi</a></li>',
        )
        found = article(below=DATE, behind=f"<ul>{label}{topics}</ul><ul>{HEADLINES}</ul>")

        assert found.tags == ["Bakau", "Abrasi"]

    def test_a_last_modified_of_the_head(self) -> None:
        head = '<meta name="last-modified" content="2026-03-11T12:37:02+07:00">'

        found = extract(page(paragraphs(), head=head), URL).modified_at

        assert found is not None
        assert found.isoformat() == "2026-03-11T12:37:02+07:00"


class TestTextsAmongNamelessBoxes:
    """What names would tell apart: a short text, its pages, and the line of its source."""

    LINKED = "<div><a href='/b/2'>Harga solar nelayan turun pekan depan</a></div>"
    SUMMARY = "Harga solar bagi nelayan turun seribu rupiah per liter, kata pengelola stasiun pengisian itu."

    OTHERS = (
        "Museum kereta di ibu kota memamerkan lokomotif uap tertua yang pernah berjalan di pulau seberang.",
        "Pengunjung diminta memesan karcis sehari sebelumnya karena ruang pamer hanya muat lima puluh orang.",
    )

    @staticmethod
    def nameless(text: str) -> list[str]:
        html = (
            f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{DATE}</div>"
            f"<div><div>{text}</div></div></body></html>"
        )
        found = extract(html, URL).body
        return found.split("\n\n") if found else []

    def test_a_short_text_above_links_is_no_summary_in_a_list(self) -> None:
        text = "<br><br>".join(TEXT[:3])

        assert self.nameless(f"<div>{text}{self.LINKED}</div>{self.LINKED}") == TEXT[:3]

    def test_one_below_its_linked_headline_is(self) -> None:
        item = f"<div>{self.LINKED}{self.SUMMARY}</div>"

        assert self.SUMMARY not in self.nameless(f"<div>{paragraphs()}</div>{item * 3}")

    def test_the_paragraph_behind_is_of_the_text_whatever_follows(self) -> None:
        share = "".join(f"<li><a href='?share={name}'>Bagikan ke {name}</a></li>" for name in "ABCDEFGHIJKLM")
        notes = "".join(f"<div>{line}</div><div><ul>{share}</ul></div>" for line in self.OTHERS)

        assert self.nameless(f"{paragraphs(TEXT[:2])}{notes}")[:2] == TEXT[:2]

    @pytest.mark.parametrize("count", ["{} dari 2 halaman", "{}/2", "{} of 2"])
    def test_counted_pages_on_other_things(self, count: str) -> None:
        parts = "".join(
            f"<div><div><small>{count.format(n)}</small></div><h2>Museum</h2><div>{paragraphs([line] * 2)}</div></div>"
            for n, line in enumerate(self.OTHERS, 1)
        )

        found = self.nameless(f"<div><div>{paragraphs()}</div></div>{parts}")

        assert [line for line in found if line in self.OTHERS] == [line for line in self.OTHERS for _ in "12"]

    def test_the_source_below_the_text_stays(self) -> None:
        boxes = (paragraphs(TEXT[:2]), f"{paragraphs(TEXT[2:])}<p><b>Sumber</b>: Berita Bahari</p>")

        assert self.nameless("".join(f"<div><div>{box}</div></div>" for box in boxes))[-1:] == [
            "Sumber: Berita Bahari"
        ]
