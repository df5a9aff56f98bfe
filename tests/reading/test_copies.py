"""A text that stands twice on its page comes out once."""

from __future__ import annotations

import pytest

from newscrawl.reading.body import copies
from newscrawl.reading.tree.blocks import Block
from tests.reading.shapes import DATE, TEXT, TITLE, article, lines

TOLD = [*TEXT, "Para pemuda desa menyiapkan perahu untuk mengangkut bibit itu ke seberang muara pada Sabtu."]


def kept(*texts: str) -> list[str]:
    blocks = [Block(text) for text in texts]
    copies.drop(blocks)
    return [block.text for block in blocks if block.kept]


def markup(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("between", ["", f"<h2>{TITLE}</h2><p>25 November 2026</p>"])
def test_a_copy_for_narrow_screens(between: str) -> None:
    wide, narrow = f'<div class="wide">{markup(TOLD)}</div>', f'<div class="narrow">{markup(TOLD)}</div>'
    assert lines(article(below=DATE, text=f"{wide}{between}{narrow}")) == TOLD


def test_what_follows_the_copy_goes_and_what_follows_the_text_stays() -> None:
    assert kept(*TOLD, "(rud/ama)", *TOLD, "Bagikan") == [*TOLD, "(rud/ama)"]


def test_a_beginning_that_stands_once_more_above_the_whole_text() -> None:
    assert kept("Ringkas", *TOLD[:3], *TOLD) == ["Ringkas", *TOLD]
    assert kept(*TOLD, *TOLD[:3]) == TOLD


def test_a_refrain_and_a_quotation_stay() -> None:
    refrain = "Pulang ke muara, kata ombak, pulanglah sebelum air surut dan lumpur mengering"
    short = ["Pulang ke muara", "Kata ombak", "Sebelum surut"]

    assert kept(refrain, TOLD[0], refrain, TOLD[1], refrain) == [refrain, TOLD[0], refrain, TOLD[1], refrain]
    assert kept(*TOLD, TOLD[0], TOLD[1]) == [*TOLD, TOLD[0], TOLD[1]]
    assert kept(*short, *TOLD, *short) == [*short, *TOLD, *short]
