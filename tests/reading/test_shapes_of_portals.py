"""What portals of all kinds put beside a text and a picture, and what of it says something of the article."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import json

import pytest

from newscrawl import extract
from newscrawl.items import Image
from newscrawl.reading import widgets
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.fields.credits import credit_of
from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.widgets.lines import verdict
from tests.reading.shapes import DATE, PROSE, TEXT, TITLE, URL, article


class TestPictures:
    def test_a_face_in_one_box_with_the_date_is_no_picture_of_the_article(self) -> None:
        head = '<meta property="og:image" content="https://cdn.example/f/bakau.jpg">'
        box = f'<div><img src="/av.png"><div><div>Rina Amalia</div>{DATE}</div></div><div><img src="https://cdn.example/f/bakau.jpg"></div>'
        roles_of = '<ul><li><img src="/p1.jpg"><span>Penulis</span> <b>Rina Amalia</b></li></ul>'
        for above in (box, f"{roles_of}{DATE}<div><img src='https://cdn.example/f/bakau.jpg'></div>"):
            found = article(head=head, below=above)
            assert [image.url for image in found.images] == ["https://cdn.example/f/bakau.jpg"]

    @pytest.mark.parametrize(
        "address",
        [
            "/_next/image?url=https%3A%2F%2Fcdn.example%2Ff%2Fbakau.jpg&amp;w=1920&amp;q=75",
            "/_vercel/image?url=https%3A%2F%2Fcdn.example%2Ff%2Fbakau.jpg&amp;w=640",
            "/_image?href=https%3A%2F%2Fcdn.example%2Ff%2Fbakau.jpg&amp;f=webp",
        ],
    )
    def test_a_picture_is_known_by_its_own_address(self, address: str) -> None:
        found = article(below=f'{DATE}<div><img src="{address}"></div>')
        assert [image.url for image in found.images] == ["https://cdn.example/f/bakau.jpg"]

    def test_a_resized_picture_of_the_site_has_an_address_of_the_site(self) -> None:
        found = article(below=f'{DATE}<img src="/_next/image?url=%2Ff%2Fbakau.jpg&amp;w=640">')
        assert [image.url for image in found.images] == ["https://www.suaramuara.example/f/bakau.jpg"]

    @pytest.mark.parametrize(
        ("line", "credit"),
        [("dok. Desa Elok", "Desa Elok"), ("ist/Desa Elok", "ist/Desa Elok"), ("Dok. Rina", "Rina")],
    )
    def test_the_maker_may_stand_above_the_caption(self, line: str, credit: str) -> None:
        box = f'<div><img src="/f/bakau.jpg"><div>{line}</div><div>Bibit bakau di muara</div></div>'
        found = article(below=f"{DATE}{box}")
        assert found.images == [
            Image(
                url="https://www.suaramuara.example/f/bakau.jpg",
                caption="Bibit bakau di muara",
                credit=credit,
            )
        ]

    @pytest.mark.parametrize(
        ("caption", "credit"),
        [
            ("Bibit bakau di muara - Freepik", "Freepik"),
            ("Bibit bakau di muara • Rina/Antara", "Rina/Antara"),
            ("Bibit bakau di muara - Tanjung", None),
        ],
    )
    def test_an_agency_behind_a_dash(self, caption: str, credit: str | None) -> None:
        assert credit_of(caption) == credit


@pytest.mark.parametrize(
    "behind",
    [
        '<ul><li>Kategori</li><li><a href="/niaga">Niaga</a></li></ul>',
        '<p>Posted in <a href="/niaga">Niaga</a></p>',
        '<p>This entry was posted in <a href="/niaga">Niaga</a></p>',
        '<p>Ditulis dalam <a href="/niaga">Niaga</a></p>',
    ],
)
def test_a_section_linked_behind_the_text(behind: str) -> None:
    assert article(below=DATE, behind=behind).section == "Niaga"


def test_other_links_behind_the_text_are_no_sections() -> None:
    for label in ("Sponsor", "Patron in", "Ditulis bersama"):
        assert article(below=DATE, behind=f'<p>{label} <a href="/niaga">Niaga</a></p>').section != "Niaga"


@pytest.mark.parametrize(
    "line", ["Rina Amalia, Budi Hartono, dan Sari Wulan", "Rina Amalia, Budi Hartono, & Sari Wulan"]
)
def test_a_comma_may_stand_before_the_last_of_several_writers(line: str) -> None:
    assert names_in(line) == ["Rina Amalia", "Budi Hartono", "Sari Wulan"]


def test_the_first_topic_of_a_theme_is_the_section() -> None:
    above = '<a class="gh-article-tag" href="/tag/niaga/">Niaga</a>'
    assert article(above=above, below=DATE).section == "Niaga"
    assert article(above=above.replace("gh-article-tag", "sebutan"), below=DATE).section != "Niaga"


def test_the_button_behind_a_name_is_no_part_of_it() -> None:
    assert names_in("Rina Amalia Ikuti di Google News") == ["Rina Amalia"]
    assert article(below=f"<div>Rina Amalia Follow</div>{DATE}").authors == ["Rina Amalia"]


class TestLines:
    @pytest.mark.parametrize(
        "line",
        ["Rating: Salah", "Verdict: Sebagian Benar", "Hasil Cek Fakta: Hoaks", "Status klaim: menyesatkan"],
    )
    def test_the_verdict_of_a_fact_check_is_its_text(self, line: str) -> None:
        page = f"<title>{TITLE}</title><h1>{TITLE}</h1>{DATE}<div>{PROSE}<p>{line}</p></div>"
        assert (extract(page, URL).body or "").endswith(f"\n\n{line}")

    @pytest.mark.parametrize("line", ["Rating: 4,5 dari 5", "Kesimpulan: klaim itu salah."])
    def test_other_ratings_are_text(self, line: str) -> None:
        assert verdict(line) is None

    def test_recommendations_of_a_text_keep_their_heading(self) -> None:
        points = [
            Block("Pemerintah perlu menambah bibit bakau pada musim tanam yang akan datang di semua muara.")
        ]
        assert _kept(Block("Rekomendasi:"), *points)[2:4] == ["Rekomendasi:", points[0].text]
        assert _kept(Block("Rekomendasi"), Block("Menambah bibit", "list_item"))[2] == "Rekomendasi"
        assert "Rekomendasi" not in _kept(Block("Rekomendasi"), Block("Harga Ikan Naik Lagi", link_share=1.0))
        assert "Baca juga:" not in _kept(Block("Baca juga:"), *points)

    def test_a_line_in_quotation_marks_that_says_a_part_of_a_paragraph_again_goes(self) -> None:
        said = "bibit itu dibeli dari iuran anggota"
        assert f"“{said}”" not in _kept(Block(f"“{said}”"))
        assert f'"{said}"' not in _kept(Block(f'"{said}"', "heading"))
        assert "“bibit itu dibeli dari utang anggota”" in _kept(
            Block("“bibit itu dibeli dari utang anggota”")
        )


def _kept(*blocks: Block) -> list[str]:
    """What is kept of lines between the second paragraph of a text and its third."""
    found = [Block(TEXT[0]), Block(TEXT[1]), *blocks, Block(TEXT[2])]
    widgets.strip(found, title=TITLE)
    return [block.text for block in found if block.kept]


class TestTextInTwoBoxes:
    FURTHER = (
        "Kepala dinas menambahkan bahwa kegiatan serupa akan digelar setiap bulan sampai harga ikan kembali wajar.",
        "Seorang warga bernama Halimah mengaku terbantu karena dapat membeli beras lima kilogram dengan harga murah.",
        "Ia berharap pemerintah menambah jumlah kupon agar lebih banyak orang yang kebagian pada pekan yang lain.",
    )
    ALSO = (
        '<div class="x9"><div>Baca Juga :</div><a href="/1">Pohon Tumbang Menutup Jalan Pelabuhan</a></div>'
    )

    def _body(self, between: str, behind: str) -> str:
        first = "".join(f"<p>{line}</p>" for line in (*TEXT, *TEXT))
        return article(below=DATE, text=f"<div>{first}</div>{between}{behind}").body or ""

    def test_paragraphs_go_on_behind_a_box(self) -> None:
        more = "".join(f"<p>{line}</p>" for line in self.FURTHER)
        body = self._body(self.ALSO, f"<div>{more}</div>")
        assert body.endswith("\n\n".join(self.FURTHER))
        assert "Pohon Tumbang" not in body

    def test_boxes_of_readers_and_of_links_are_none(self) -> None:
        said = f"<p>{self.FURTHER[0]}</p>"
        assert self.FURTHER[0] not in self._body(
            "", f"<div><time>2 jam lalu</time>{said}<p>{self.FURTHER[1]}</p></div>"
        )
        links = "".join(f'<p><a href="/{n}">{line}</a></p>' * 4 for n, line in enumerate(self.FURTHER))
        assert self.FURTHER[1] not in self._body("", f"<div>{links}</div>")


class TestDrawnByScripts:
    POST = {
        "title": TITLE,
        "isi": PROSE,
        "publishedAt": "2026-11-25T02:15:00Z",
        "author": {"name": "Rina Amalia"},
    }

    def _page(self, **changes: object) -> str:
        data = json.dumps({"props": {"post": {**self.POST, **changes}}})
        return f"""<title>{TITLE} - Universitas Muara Selatan</title><div id="__next">Memuat...</div>
        <script id="__NEXT_DATA__" type="application/json">{data}</script>"""

    def test_the_title_in_the_data_has_no_outlet_and_date_and_author_beside_it(self) -> None:
        found = extract(self._page(), "https://suaramuara.example/berita/bakau")
        assert (found.title, found.authors, found.page_type) == (TITLE, ["Rina Amalia"], "article")
        assert found.published_at is not None
        assert found.published_at.isoformat() == "2026-11-25T09:15:00+07:00"

    def test_a_part_of_a_title_in_the_data_is_none(self) -> None:
        found = extract(
            self._page(title=f"{TITLE} - Universitas Muara Selatan"),
            "https://suaramuara.example/berita/bakau",
        )
        assert found.title == f"{TITLE} - Universitas Muara Selatan"


class TestOldTemplates:
    ROW = "Diposting tanggal: 25/11/2026, Oleh: Bidang Pesisir, Dibaca: 87 kali"

    def _page(self, beside: str) -> str:
        text = "<br><br>".join(TEXT)
        return f"""<title>Dinas Muara</title>
        <table><tr><td><h4>{TITLE}</h4><small>{self.ROW}</small><hr>{text}</td>
        <td>{beside}</td></tr></table>"""

    def test_counters_and_agendas_beside_the_cell_of_the_text_are_none_of_it(self) -> None:
        found = extract(self._page("<b>Agenda</b><br>20/12/2026 Rapat<br>Pengunjung hari ini: 41"), URL)
        assert found.body == "\n\n".join(TEXT)

    def test_text_in_the_next_cell_is_text(self) -> None:
        more = (
            "Kelompok nelayan itu berharap pemerintah membantu bibit bakau pada musim tanam yang akan datang."
        )
        assert more in (extract(self._page(more), URL).body or "")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Diposting tanggal: 25/11/2026, Oleh: Bidang Pesisir, Dibaca: 87 kali", "date line"),
        ("25 November 2026 | Dibaca 87 kali", "date line"),
        ("Halaman 1 2 Selengkapnya", "page links"),
        ("« Sebelumnya 1 2 3 Selanjutnya »", "page links"),
        ("Font size: A- A A+", "site menu"),
        ("Total dibaca 231", "share buttons"),
        ("Dapatkan kabar muara langsung di surel Anda.", "app or subscription promo"),
        ("Dilarang menyalin tanpa seizin redaksi", "copyright"),
    ],
)
def test_what_templates_print_around_a_text(line: str, kind: str) -> None:
    assert verdict(line) == kind


def test_the_name_of_a_link_right_above_the_headline_is_the_section() -> None:
    assert article(above="<div><span>Niaga</span></div>", below=DATE).section == "Niaga"
    assert article(above="<div><span>Laut Kita</span></div>", below=DATE).section != "Laut Kita"


def test_a_role_read_aloud_names_the_writer() -> None:
    byline = "<ul><li><span>Penulis, </span><span>Rina Amalia</span></li><li><span>Peranan, </span>Wartawan</li></ul>"
    assert article(below=f"{byline}{DATE}").authors == ["Rina Amalia"]
    assert [part.role for part in roles.read("Penulis, Rina Amalia, tinggal di muara.")] == [None]


def test_a_description_that_is_a_paragraph_cut_off_is_none() -> None:
    cut = f'<meta property="og:description" content="{TEXT[0]}...">'
    assert article(head=cut, below=DATE).description is None
    assert article(head=cut.replace("...", ""), below=DATE).description == TEXT[0]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Kapal milik PT Muara Jaya Tbk. KABAR/Rina Amalia", "KABAR/Rina Amalia"),
        ("Warga Kec. Wana/Kab. Sari", None),
    ],
)
def test_a_credit_behind_the_short_form_of_a_company(caption: str, credit: str | None) -> None:
    assert credit_of(caption) == credit


@pytest.mark.parametrize(
    "line",
    ["Artikel yang diterbitkan oleh Rina Amalia", "Untuk mengikuti silakan klik tanda bintang."],
)
def test_who_printed_an_article_and_how_to_follow_him_are_no_text(line: str) -> None:
    assert verdict(line) is not None
