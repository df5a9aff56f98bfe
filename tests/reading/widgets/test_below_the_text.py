"""What stands below the last long paragraph: short sentences with a code are text, among widgets too."""

from __future__ import annotations

import pytest

from newscrawl.reading.tree.blocks import Block
from tests.reading.widgets.test_strip import END, LEDE, MIDDLE, only_kept


@pytest.mark.parametrize("last", ["Kapten tim absen. [fir]", 'Ia berkata, "Sudah." (mg-5/som)', "Benar? (*)"])
def test_a_short_last_sentence_with_a_code_stays_below_widgets(last: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Baca juga: Dua Jembatan Runtuh di Desa", last]) == [
        LEDE,
        MIDDLE,
        END,
        last,
    ]


@pytest.mark.parametrize("last", ["Foto Lainnya [12]", "Rapor Wali Kota (2)"])
def test_a_line_that_ends_no_sentence_goes_there(last: str) -> None:
    assert only_kept([LEDE, MIDDLE, END, "Baca juga: Dua Jembatan Runtuh di Desa", last]) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize("label", ["Baca pula:", "Simak pula", "Baca Selengkapnya"])
def test_labels_announce_the_headline_below(label: str) -> None:
    announced = Block("Rahma Lestari: Dua Jembatan Harus Selesai", "quote", link_share=1.0)
    assert only_kept([LEDE, label, announced, MIDDLE, END]) == [LEDE, MIDDLE, END]
