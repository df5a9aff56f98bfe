"""What magazines and galleries put around a text: counters, second headlines, the next article, pages about the site."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.reading.body.teasers import are_posts
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.tree.blocks import Block
from tests.reading.shapes import DATE, PROSE, TEXT, TITLE, article, record

NEXT = [
    "Warga Lembah Randu menyimpan benih padi lama di lumbung bambu yang dibangun bersama-sama tahun lalu.",
    "Setiap keluarga boleh meminjam segenggam benih, lalu mengembalikan dua genggam sesudah musim panen usai.",
]


class TestDates:
    @pytest.mark.parametrize("counter", ["1/8", "3 / 12", "10/10"])
    def test_a_counter_of_pictures_is_no_day(self, counter: str) -> None:
        assert not is_date_line(counter)

    @pytest.mark.parametrize("line", ["Rabu (1/8)", "1/8 14:30", "1/8/2026"])
    def test_a_day_with_its_weekday_time_or_year_is_one(self, line: str) -> None:
        assert is_date_line(line)

    def test_the_line_between_two_parts_of_the_text_gives_date_and_writer(self) -> None:
        long = "".join(f"<p>{line} {line}</p>" for line in TEXT)
        line = "<div><span>Rabu, 25 November 2026 09:15</span> <span>Penulis: <a href='/author/rina'>Rina Amalia</a></span></div>"
        found = record(f"<div><h1>{TITLE}</h1><div>{long}{line}<p>{NEXT[0]}</p></div></div>")
        assert f"{found.published_at:%Y-%m-%d %H:%M}" == "2026-11-25 09:15"
        assert found.authors == ["Rina Amalia"]

    def test_a_sentence_of_the_text_with_a_day_gives_none(self) -> None:
        long = "".join(f"<p>{line} {line}</p>" for line in TEXT)
        for line in (
            "<p>Penulis: buku itu terbit 25 November 2026 di kota.</p>",
            "<p>25 November 2026 09:15 di muara</p>",
        ):
            found = record(f"<div><h1>{TITLE}</h1><div>{long}{line}<p>{NEXT[0]}</p></div></div>")
            assert (found.published_at, found.authors) == (None, [])


class TestHeadlines:
    def test_of_two_low_headings_the_one_beside_the_date_is_the_headline(self) -> None:
        byline = "<p>Penulis: Rina Amalia</p><p>25 November 2026 09:15</p>"
        body = (
            f"<div><h5>{TITLE}</h5>{byline}</div><div><p>Bibit di tepi muara</p><h3>{TITLE}</h3>{PROSE}</div>"
        )
        found = record(body)
        assert found.authors == ["Rina Amalia"]
        assert f"{found.published_at:%Y-%m-%d %H:%M}" == "2026-11-25 09:15"
        assert found.body == "\n\n".join(TEXT)

    def test_the_next_article_of_a_page_that_scrolls_on_is_none_of_the_text(self) -> None:
        behind = "".join(f"<p>{line}</p>" for line in NEXT)
        other = f"<h1>Lumbung Benih Lembah Randu Ramai Peminjam</h1><div>Sari | Selasa, 24 November 2026 16:00</div>{behind}"
        found = record(f"<main><h1>{TITLE}</h1>{DATE}{PROSE}{other}</main>")
        assert found.body == "\n\n".join(TEXT)

    def test_an_entry_of_a_live_report_is_text(self) -> None:
        behind = "".join(f"<p>{line}</p>" for line in NEXT)
        entry = f"<h2>Lumbung Benih Lembah Randu Ramai Peminjam</h2><div>Selasa, 24 November 2026 16:00</div>{behind}"
        found = record(f"<main><h1>{TITLE}</h1>{DATE}{PROSE}{entry}</main>")
        assert all(line in (found.body or "") for line in (*TEXT, *NEXT))


class TestPageTypes:
    @pytest.mark.parametrize(
        ("title", "url"),
        [
            ("Berita dan Foto Pesisir", "https://www.suaramuara.example/company/privacy-policy.html"),
            ("Pasal-Pasal", "https://www.suaramuara.example/info/disclaimer.html"),
            ("Term and Condition", "https://www.suaramuara.example/info/terms.html"),
            ("Syarat dan Ketentuan Umum", "https://www.suaramuara.example/kabar/syarat-umum.html"),
            ("Petunjuk Penggunaan Umum", "https://www.suaramuara.example/kabar/petunjuk.html"),
        ],
    )
    def test_a_page_about_the_site_is_no_article(self, title: str, url: str) -> None:
        html = f"<title>{title}</title><body><h1>{title}</h1>{PROSE * 6}</body>"
        assert extract(html, url).page_type == "other"

    def test_a_row_of_posts_of_some_paragraphs_each_is_a_listing(self) -> None:
        entry = "<div>Kabar2{0} November 2026</div><a href='/baca/{0}'>Lumbung Benih Lembah Randu Ramai Peminjam</a>{1}"
        rows = "".join(entry.format(n, PROSE * 2) for n in range(1, 6))
        html = f"<title>Kabar Suara Muara Hari Ini</title><body><div class='right'>{rows}</div></body>"
        assert extract(html, "https://www.suaramuara.example/video/rina-amalia/8").page_type == "listing"

    def test_dates_alone_and_links_alone_make_no_row_of_posts(self) -> None:
        text, link = Block(TEXT[0]), Block("Lumbung Benih Lembah Randu Ramai Peminjam", link_share=1.0)
        date = Block("25 November 2026")
        assert are_posts([date, link, text] * 5)
        assert not are_posts([date, text] * 5)
        assert not are_posts([text, link, text] * 5)
        assert not are_posts([date, link, text] * 3)


class TestText:
    def test_the_link_to_the_next_page_is_cut_from_the_last_sentence(self) -> None:
        more = "<a href='/pesisir/nelayan-tanjung-elok-menanam-bakau/2'>Next</a>"
        text = "".join(f"<p>{line}</p>" for line in TEXT[:2])
        found = record(f"<h1>{TITLE}</h1>{DATE}<div>{text}<p>{TEXT[2]}{more}</p></div>")
        assert found.body == "\n\n".join(TEXT)

    def test_a_sentence_that_ends_with_that_word_keeps_it(self) -> None:
        last = "Nelayan menamai kapal baru itu <a href='/kapal'>Berikutnya</a>"
        found = record(f"<h1>{TITLE}</h1>{DATE}<div>{PROSE}<p>{last}</p></div>")
        assert (found.body or "").endswith("kapal baru itu Berikutnya")

    def test_a_paragraph_set_apart_between_others_is_text(self) -> None:
        first, middle, last = (f"<p>{line}</p>" for line in TEXT)
        found = record(f"<h1>{TITLE}</h1>{DATE}<div>{first}<div class='highlight'>{middle}</div>{last}</div>")
        assert found.body == "\n\n".join(TEXT)

    def test_a_summary_above_the_text_is_none(self) -> None:
        box = f"<div class='highlight'><p>{NEXT[0]}</p></div>"
        found = record(f"<h1>{TITLE}</h1>{DATE}<div>{box}{PROSE * 2}</div>")
        assert NEXT[0] not in (found.body or "")


class TestPictures:
    def test_a_face_is_known_by_the_folder_of_its_file(self) -> None:
        face = "<div><img src='/media/profile/x1.jpeg' alt=''></div><div><a href='/penulis.html'>Rina Amalia</a></div>"
        found = article(below=f"{face}{DATE}<div><img src='/f/bakau.jpg'></div>")
        assert [image.url for image in found.images] == ["https://www.suaramuara.example/f/bakau.jpg"]

    def test_a_counter_of_pages_is_no_caption(self) -> None:
        picture = "<p class='counter'><em>3 dari 7 halaman</em></p>"
        found = article(text=f"{PROSE}<div><img src='/f/bakau.jpg'></div>{picture}{PROSE}")
        assert [image.caption for image in found.images] == [None]

    def test_a_line_called_a_credit_may_be_a_caption_with_it(self) -> None:
        box = "<div><img src='/f/bakau.jpg'><span class='img-by'>{}</span></div>"
        told = f"{PROSE}<p>Dilansir dari Kabarlaut, bibit itu tumbuh setinggi lutut orang dewasa dalam setahun.</p>"
        found = article(below=f"{DATE}{box.format('Bibit bakau di muara (Kabarlaut)')}", text=told)
        assert [(i.caption, i.credit) for i in found.images] == [
            ("Bibit bakau di muara (Kabarlaut)", "Kabarlaut")
        ]
        found = article(below=f"{DATE}{box.format('Rina Amalia')}")
        assert [(i.caption, i.credit) for i in found.images] == [(None, "Rina Amalia")]


class TestSections:
    def test_the_person_of_the_headline_is_no_section(self) -> None:
        trail = "<ol class='breadcrumb'><li><a href='/pesisir/'>Pesisir</a></li><li><a href='/{}/'>{}</a></li></ol>"
        title = "Rina Amalia Menanam Bakau Bersama Nelayan"
        page = "<title>{0}</title><body><div>{1}<h1>{0}</h1>{2}{3}</div></body>"
        url = "https://www.suaramuara.example/pesisir/rina-amalia-menanam-bakau-bersama-nelayan"
        person = page.format(title, trail.format("rina-amalia", "RINA AMALIA"), DATE, PROSE)
        assert extract(person, url).section == "Pesisir"
        region = page.format(title, trail.format("pesisir/bakau", "Bakau"), DATE, PROSE)
        assert extract(region, url).section == "Bakau"
