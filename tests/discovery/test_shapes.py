"""Articles and sections by the shape of their addresses."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discovery.shapes import excluded, looks_like_article, looks_like_section
from newscrawl.sites import catalogue
from tests.shared_data import SHARED, needs_shared

ARTICLES = [
    "harga-beras-naik-jelang-panen-raya",
    "2026/08/17/banjir-bandang/",
    "2026/08/banjir-bandang-melanda.html",
    "read/12345/banjir-bandang",
    "berita/4567890/polisi-tangkap-pelaku",
    "news/read/5123456/polisi-tangkap",
    "ekonomi/20260817101500-92-123456/rupiah-melemah",
    "politik/d-7123456/dpr-rapat",
    "peristiwa/polisi-tangkap-pelaku-123456-mvk.html",
    "?p=12345",
    "detail_berita.php?judul=Polisi+Tangkap",
    "index.php?id=55",
    "detail.asp?id=55&rubrik=2",
    "artikel.aspx?id_berita=55",
    "baca.jsp?article_id=55",
    "daerah/baca-123456-polisi-tangkap-pelaku",
]
OTHERS = [
    "",
    "indeks",
    "tag/harga-beras-naik-jelang-panen-raya",
    "author/budi-santoso-wartawan-senior",
    "search?q=harga+beras",
    "foto/123456/banjir-bandang-di-garut",
    "pedoman-pemberitaan-media-siber",
    "kebijakan-privasi",
    "syarat-dan-ketentuan-penggunaan",
    "tentang-kami",
    "wp-content/uploads/2026/08/harga-beras-naik-jelang.jpg",
    "files/harga-beras-naik-jelang-panen.pdf",
    "feed",
    "rss/latest-posts",
    "gaya-hidup",
    "pendidikan-dan-kebudayaan",
    "category/ekonomi",
    "2026/08",
    "page/2",
]
SECTIONS = ["ekonomi", "gaya-hidup", "category/ekonomi/", "kanal/bola", "indeks", "news", "daerah/jawa-timur"]


@pytest.mark.parametrize("path", ARTICLES)
def test_articles_are_told(path: str) -> None:
    assert looks_like_article(f"https://kabar.example/{path}")
    assert not looks_like_section(f"https://kabar.example/{path}")


@pytest.mark.parametrize("path", OTHERS)
def test_other_pages_are_told(path: str) -> None:
    assert not looks_like_article(f"https://kabar.example/{path}")


@pytest.mark.parametrize("path", SECTIONS)
def test_sections_are_told(path: str) -> None:
    assert looks_like_section(f"https://kabar.example/{path}")


@pytest.mark.parametrize("path", ["tag/x", "ekonomi?page=2", "a/b/c/d", "tentang-kami", "berita/12345", ""])
def test_what_is_no_section_is_told(path: str) -> None:
    assert not looks_like_section(f"https://kabar.example/{path}")


def test_short_headlines_are_not_excluded() -> None:
    assert not excluded("https://kabar.example/gempa-guncang-malang")


def test_the_examples_of_all_publishers_are_told() -> None:
    examples = [url for publisher in catalogue() for url in publisher.examples]

    told = sum(looks_like_article(url) for url in examples)
    assert told / len(examples) > 0.9


@needs_shared
def test_real_pages_are_told() -> None:
    lines = (SHARED / "pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line) for line in lines]
    articles = [
        page["url"] for page in pages if page["kind"] == "article" and "web.archive" not in page["url"]
    ]

    assert sum(looks_like_article(url) for url in articles) / len(articles) > 0.9


@given(st.text(max_size=80))
def test_any_path_has_an_answer(path: str) -> None:
    url = f"https://kabar.example/{path}".replace("[", "").replace("]", "")

    assert looks_like_article(url) in (True, False)
    assert looks_like_section(url) in (True, False)
