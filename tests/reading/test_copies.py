"""A text that stands twice on its page comes out once."""

from __future__ import annotations

import pytest

from tests.reading.shapes import DATE, TEXT, TITLE, article, lines

TOLD = [*TEXT, "Para pemuda desa menyiapkan perahu untuk mengangkut bibit itu ke seberang muara pada Sabtu."]
MORE = "Camat berjanji memagari bibit itu agar tidak dimakan kambing yang dilepas warga di tepi muara."


def kept(*boxes: list[str]) -> list[str]:
    """The lines that are left of a text in boxes."""
    text = "".join(f"<div>{markup(box)}</div>" for box in boxes)
    return lines(article(below=DATE, text=text))


def markup(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("between", ["", f"<h2>{TITLE}</h2><p>25 November 2026</p>"])
def test_a_copy_for_narrow_screens(between: str) -> None:
    wide, narrow = f'<div class="wide">{markup(TOLD)}</div>', f'<div class="narrow">{markup(TOLD)}</div>'
    assert lines(article(below=DATE, text=f"{wide}{between}{narrow}")) == TOLD


def test_what_follows_the_copy_goes_and_what_follows_the_text_stays() -> None:
    assert kept([*TOLD, "(rud/ama)"], [*TOLD, "Pesan ini dikirim"]) == [*TOLD, "(rud/ama)"]


def test_a_beginning_that_stands_once_more_above_the_whole_text() -> None:
    assert kept(TOLD[:3], [*TOLD, MORE]) == [*TOLD, MORE]
    assert kept([*TOLD, MORE], TOLD[:3]) == [*TOLD, MORE]


def test_a_text_that_goes_on_behind_its_first_lines_said_again_goes_on() -> None:
    others = [
        f"Nelayan dari dusun {n} membawa bibit bakau dan ajir bambu ke muara sejak pagi." for n in range(9)
    ]

    assert kept([*TOLD, MORE], [*TOLD[:3], *others]) == [*TOLD, MORE, *others]


def test_a_refrain_a_quotation_and_a_text_that_says_all_again_in_one_box_stay() -> None:
    assert kept([*TOLD, TOLD[0]], [TOLD[1], MORE]) == [*TOLD, TOLD[0], TOLD[1], MORE]
    assert kept([*TOLD, *TOLD]) == [*TOLD, *TOLD]
