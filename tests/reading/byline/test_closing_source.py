"""The agency or outlet that a line of its own names below the text."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.reading.byline import closing_source
from newscrawl.reading.tree.blocks import Block

TEXT = "Warga menanam seribu pohon trembesi di lereng bukit pada Senin pagi."


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Sumber : Kantor Berita Nusa", "Kantor Berita Nusa"),
        ("Sumber: Antara", "Antara"),
        ("SUMBER: Reuters.", "Reuters"),
        ("Sumber Berita : Harian Lereng", "Harian Lereng"),
        ("(Source: AFP)", "AFP"),
    ],
)
def test_outlets_and_agencies(line: str, source: str) -> None:
    assert closing_source([Block(TEXT), Block(line)]) == source
    assert closing_source([Block(TEXT), Block(line), Block("(abc/def)")]) == source


@pytest.mark.parametrize(
    "line",
    [
        "Sumber: Badan Pusat Statistik",
        "Sumber: Media Sosial",
        "Sumber: berbagai media",
        "Sumber: kabar dari warga",
        "Sumber Antara berkata lain",
        "Sumber: Kabar Lereng",
    ],
)
def test_what_is_no_other_outlet(line: str) -> None:
    assert closing_source([Block(TEXT), Block(line)], site=("kabarlereng",)) is None


def test_a_line_within_the_text_or_left_out_of_it_names_no_source() -> None:
    line = Block("Sumber: Antara")
    assert closing_source([line, Block(TEXT), Block(TEXT)]) is None
    line.drop("byline", "widget")
    assert closing_source([Block(TEXT), line]) is None


def test_a_page_says_it_in_bold_below_its_text() -> None:
    text = f"<p>{TEXT}</p>" * 8 + "<p><b>Sumber : Kantor Berita Nusa</b></p>"
    page = (
        f"<title>Warga Menanam Pohon</title><h1>Warga Menanam Pohon</h1><p>13 Mei 2024</p><div>{text}</div>"
    )
    record = extract(page, "https://www.kabarlereng.id/desa/81234/pohon", site_rules=False)
    assert (record.source, record.provenance["source"]) == ("Kantor Berita Nusa", "text: last line")
