"""A line of text carries no white space or signs that nobody sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.tree.folding import one_line


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  Pasar\n\t ramai ", "Pasar ramai"),
        ("Pasar\u00a0ramai\u2003sekali", "Pasar ramai sekali"),
        ("Pa\u200bsar\ufeff ra\u00admai\u200e", "Pasar ramai"),
        ("\u200b \u200b", ""),
        ("satu\u2028dua", "satu dua"),
        ("kelu\u200darga", "keluarga"),
        ("ibu 👩\u200d👧 anak", "ibu 👩\u200d👧 anak"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
    ],
)
def test_white_space_is_folded_and_invisible_signs_go(raw: str, line: str) -> None:
    assert one_line(raw) == line


@given(st.text())
def test_folding_again_changes_nothing(raw: str) -> None:
    line = one_line(raw)

    assert one_line(line) == line
    assert not line.startswith(" ")
    assert "  " not in line
