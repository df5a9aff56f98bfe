"""White space, invisible characters, twice-encoded letters, character references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_folding_keeps_words_only() -> None:
    assert fold("“Merek” China: K-Pop!") == "merek china k pop"


@given(st.text(max_size=200))
def test_tidy_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert once == " ".join(once.split())
    assert tidy(once) == once
