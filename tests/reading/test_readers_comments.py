"""Readers' comments that no name marks are no text, however much longer than the article they are."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import pytest

from newscrawl import extract
from tests.reading.test_text_in_boxes import TEXT, TITLE, URL, page, paragraphs

pytestmark = pytest.mark.usefixtures("twin")

SAID = "Jalan di depan kebun saya di Sumberejo sudah lama rusak, panen kopi jadi susah diangkut dan petani rugi terus."
BUTTON = "<a href=#>Suka</a> <a href=#>Balas</a>"


def comments(count: int, button: str = "") -> str:
    said = "".join(f"<div><b>Pembaca {n}</b><p>{SAID}</p>{button}</div>" for n in range(count))
    return f"<div>{said}</div>"


@pytest.mark.parametrize(
    "below",
    [
        f"<h3>8 Komentar</h3>{comments(12)}",
        f"<div><h4>Komentar</h4>{comments(12)}</div>",
        f"<h4>Tanggapan (8)</h4>{comments(12)}",
        comments(12, BUTTON),
        comments(12, "<span>Reply</span>"),
    ],
    ids=["counted", "in a box", "answers", "buttons", "one button"],
)
def test_comments_below_a_short_text_are_no_text(below: str) -> None:
    text = TEXT[:3]
    article = extract(page(f"<div class=isi>{paragraphs(text)}</div>{below}", head=""), URL)
    assert (article.title, article.body) == (TITLE, "\n\n".join(text))


def test_a_counter_of_comments_above_the_text_ends_nothing() -> None:
    counted = f"<h5>3 Komentar</h5><div class=isi>{paragraphs(TEXT)}</div>"
    assert extract(page(counted, head=""), URL).body == "\n\n".join(TEXT)


def test_a_heading_that_speaks_of_comments_is_one_of_the_text() -> None:
    heading = "Komentar Warga atas Panen Kopi"
    told = f"<div class=isi>{paragraphs(TEXT[:2])}<h3>{heading}</h3>{paragraphs(TEXT[2:])}</div>"
    assert extract(page(told, head=""), URL).body == "\n\n".join([*TEXT[:2], heading, *TEXT[2:]])
