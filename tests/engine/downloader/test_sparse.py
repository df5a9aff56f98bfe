"""How much a page has to read, told from its bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.engine.downloader.sparse import readable_text, reads_on

SENTENCE = "Pedagang pasar Tirtasari menurunkan barang pada malam hari sampai saluran air itu diperbaiki."
PARAGRAPH = f"<p>{SENTENCE}</p>"
_PIECES = st.sampled_from(
    [
        PARAGRAPH,
        f'<p class="baca">{SENTENCE}',
        f"<p\n>{SENTENCE}  \n\t {SENTENCE}</p>",
        SENTENCE,
        "<p>Pendek</p>",
        "<script>",
        "</script>",
        "<noscript>",
        "</noscript>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<div><a href='/berita/1'>",
        "</div>",
        "<br>",
        "<",
    ]
)


@given(st.lists(_PIECES, max_size=20).map("".join), st.integers(1, 800))
def test_what_reads_on_has_so_much_text(page: str, enough: int) -> None:
    body = page.encode()
    assert not reads_on(body, enough) or len(readable_text(body)) >= enough


@pytest.mark.parametrize(
    ("page", "reads"),
    [
        (PARAGRAPH * 3, True),
        (f"<script>{PARAGRAPH * 3}</script>", False),
        (f"<noscript>{PARAGRAPH * 3}", False),
        (f"<script>{PARAGRAPH}</script>{PARAGRAPH * 3}", True),
        (PARAGRAPH, False),
        ("", False),
    ],
    ids=["paragraphs", "in a script", "without an end", "behind a script", "one", "none"],
)
def test_runs_of_text_that_are_shown_count(page: str, *, reads: bool) -> None:
    assert reads_on(page.encode(), 2 * len(SENTENCE)) is reads
