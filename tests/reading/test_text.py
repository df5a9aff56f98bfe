"""White space, invisible characters, twice-encoded letters, character references."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl.reading.tree.folding import one_line
from newscrawl.reading.tree.text import fold, tidy, unescape


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  satu\n\tdua\xa0 tiga ", "satu dua tiga"),
        ("sa\u200btu\ufeff", "satu"),
        ("â€œPohonâ€\x9d", "“Pohon”"),
        ("Warga Â© Kabar", "Warga © Kabar"),
        ("naïve café Âge", "naïve café Âge"),
    ],
)
def test_tidy(raw: str, clean: str) -> None:
    assert tidy(raw) == clean


def test_references_escaped_twice() -> None:
    assert unescape("Tom &amp;amp; Jerry &quot;x&quot; &#8211; y") == 'Tom & Jerry "x" – y'
    assert unescape("AT&T") == "AT&T"


@pytest.mark.parametrize("folded", [tidy, one_line])
def test_references_that_a_reader_sees_are_signs_but_for_those_of_mark_up(
    folded: Callable[[str], str],
) -> None:
    assert folded("Tom &amp;amp; Jerry &amp;quot;x&quot;&nbsp;&#8211; y") == 'Tom & Jerry "x" – y'
    assert folded("R&D, A&B; &lt;p&gt; &kopi;") == "R&D, A&B; &lt;p&gt; &kopi;"


@pytest.mark.parametrize("folded", [tidy, one_line])
def test_signs_that_a_program_escaped_are_signs(folded: Callable[[str], str]) -> None:
    assert folded('Salat Jum\\\'at: \\"Kami\\" \\u2013 ramai') == 'Salat Jum\'at: "Kami" – ramai'
    assert folded("C:\\data \\o/ \\ud83d") == "C:\\data \\o/ \ufffd"


def test_folding_keeps_words_only() -> None:
    assert fold("“Merek” China: K-Pop!") == "merek china k pop"


@example("Â¡\xa0")
@given(st.text(max_size=200))
def test_tidy_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert once == " ".join(once.split())
    assert tidy(once) == once


@pytest.mark.parametrize("fold_line", [tidy, one_line])
def test_halves_of_characters_are_joined_or_replaced(fold_line: Callable[[str], str]) -> None:
    assert fold_line("panen \ud83d\ude00 raya") == "panen \U0001f600 raya"
    assert fold_line("panen \ud83d raya\udc80") == "panen \ufffd raya\ufffd"


@given(st.text(alphabet=st.characters(), max_size=80))
def test_every_line_can_be_written(text: str) -> None:
    tidy(text).encode()
    one_line(text).encode()
