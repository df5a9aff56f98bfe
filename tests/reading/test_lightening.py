"""Sources that are packed and say so nowhere, and those in which the text stands behind megabytes of else."""

from __future__ import annotations

import gzip

import pytest

import newscrawl
from newscrawl.reading.tree import lightening
from newscrawl.reading.tree.page import LONGEST, UnreadablePageError, parse

URL = "https://kabar.example/warga-panen-padi-lebih-awal-di-desa"
TEXT = "".join(
    f"<p>Warga desa ke-{n} memanen padi lebih awal karena hujan turun terus, kata kepala desa itu.</p>"
    for n in range(4)
)
DATED = '{"@type":"NewsArticle","datePublished":"2026-08-15T09:35:00+07:00"}'
DATA = f'<script type="application/ld+json">{DATED}</script>'
HEAD = '<meta property="og:type" content="article"><title>Panen Awal</title>'


def page(before: str) -> str:
    return (
        f"<html><head>{HEAD}</head><body>{before}"
        f"{DATA}<article><h1>Panen Awal</h1>{TEXT}</article></body></html>"
    )


def test_a_packed_page_is_read_whoever_packed_it() -> None:
    source = page("").encode()
    plain = newscrawl.extract(source, URL)
    assert plain.body
    assert newscrawl.extract(gzip.compress(source), URL).body == plain.body


def test_a_packed_page_that_is_broken_is_named_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(page("").encode())
    for source, why in ((packed[:-60], "ends early"), (packed[:-8] + b"x" * 8, "broken")):
        with pytest.raises(UnreadablePageError, match=f"{URL}: it is packed with gzip and .*{why}"):
            parse(source, URL)
    monkeypatch.setattr(lightening, "_MOST", 1000)
    with pytest.raises(UnreadablePageError, match="unpacks to more than any page"):
        parse(gzip.compress(page("x" * 5000).encode()), URL)


@pytest.mark.parametrize(
    "before",
    [
        f'<img src="data:image/png;base64,{"A" * LONGEST}">',
        f"<style>{'.a{b:c}' * (LONGEST // 7)}</style>",
        f"<!-- {'kosong ' * (LONGEST // 7)} -->",
        f"<svg><path d='{'M1 2' * (LONGEST // 4)}'/></svg>",
        f"<script>var a = '{'abc ' * (LONGEST // 4)}';</script>",
    ],
    ids=["picture", "style", "remark", "drawing", "program"],
)
@pytest.mark.parametrize("form", [str, str.encode])
def test_a_text_behind_megabytes_of_what_is_none_is_read(before: str, form: type[str]) -> None:
    read = newscrawl.extract(form(page(before)), URL)
    assert (read.page_type, read.body) == ("article", newscrawl.extract(page(""), URL).body)
    assert read.published_at is not None


def test_what_is_never_closed_stays_and_data_does() -> None:
    assert lightening.lightened(b"<p>a<style>b<p>c", 1) == b"<p>a<style>b<p>c"
    both = b'<script type="application/json">{}</script><script>a()</script><p>c'
    assert lightening.lightened(both, 1) == b'<script type="application/json">{}</script><p>c'
    assert lightening.lightened(both, len(both)) == both
