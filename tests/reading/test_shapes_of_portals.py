"""What portals of all kinds put beside a text and a picture, and what of it says something of the article."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Image
from newscrawl.reading import widgets
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.fields.credits import credit_of
from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.widgets.lines import verdict
from tests.reading.test_fields_shown import DATE, PROSE, TEXT, TITLE, URL, article


class TestPictures:
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


def test_the_button_behind_a_name_is_no_part_of_it() -> None:
    assert names_in("Rina Amalia Ikuti di Google News") == ["Rina Amalia"]
    assert article(below=f"<div>Rina Amalia Follow</div>{DATE}").title == TITLE


class TestLines:
    @pytest.mark.parametrize(
        "line",
        ["Rating: Salah", "Verdict: Sebagian Benar", "Hasil Cek Fakta: Hoaks", "Status klaim: menyesatkan"],
    )
    def test_the_verdict_in_the_box_of_a_fact_check_is_no_text(self, line: str) -> None:
        assert verdict(line) == "verdict"
        assert line not in (
            extract(f"<title>{TITLE}</title><h1>{TITLE}</h1>{DATE}<div>{PROSE}<p>{line}</p></div>", URL).body
            or ""
        )

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
