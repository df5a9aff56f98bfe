"""The benchmark that takes pages apart, on one invented page: each way does what its name says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.report import Options
from benchmarks.robustness import WAYS, apart, measure

URL = "https://www.kabarteluk.example/daerah/rumpon-bambu-48213"
TITLE = "Nelayan Teluk Sepi Memasang Rumpon Bambu"
TEXT = [
    "Nelayan di Teluk Sepi memasang dua puluh rumpon bambu sejak awal pekan agar ikan kembali lagi.",
    "Ketua kelompok nelayan mengatakan bambu itu dibeli dari iuran anggota dan dirakit di dermaga.",
    "Dinas perikanan berjanji memeriksa rumpon itu setiap dua bulan dan mencatat hasil tangkapan.",
]
HEAD = f'<title>{TITLE}</title><meta name="author" content="Surya"><script>var a = 1;</script>'
DATE = '<time datetime="2026-03-11T09:15:00+07:00">Rabu, 11 Maret 2026 | 09:15 WIB</time>'
PAGE = (
    f'<html><head>{HEAD}</head><body><section id="atas" class="kepala utama"><h1>{TITLE}</h1>{DATE}'
    '<a href="/penulis/1">Indeks</a></section>'
    f'<article class="utama">{"".join(f"<p>{line}</p>" for line in TEXT)}</article></body></html>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Options:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "sources.tsv").write_text(f"file\turl\na.html\t{URL}\n", encoding="utf-8")
    gold = {
        "file": "a.html",
        "site": "kabarteluk.example",
        "kind": "article",
        "title": TITLE,
        "published_at": "2026-03-11T09:15:00+07:00",
        "published_precision": "minute",
        "authors": [],
        "body": TEXT,
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return Options(
        pages=tmp_path / "html", index=tmp_path / "sources.tsv", gold=tmp_path / "gold.jsonl", quick=True
    )


def test_every_way_has_a_row_and_a_plain_page_survives_all(folder: Options) -> None:
    markdown = measure(folder).markdown
    for name in WAYS:
        assert f"| {name} | 1.000 | 1.000 | 0.000 |" in markdown
    assert "1 pages, read without publisher facts" in markdown


@pytest.mark.parametrize(("section", "share"), [([None], "1.000"), (["Daerah"], "0.000")])
def test_the_other_fields_of_the_pages_that_have_gold_for_them(
    folder: Options, section: list[str | None], share: str
) -> None:
    nothing = {"description": [None], "image": [None], "caption": [None], "credit": [None]}
    row = {"file": "a.html", "section": section, "tags": [], "modified_at": [None], **nothing}
    (folder.gold.parent / "fields.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (shown,) = (line for line in measure(folder).markdown.splitlines() if line.startswith("| as published"))
    assert shown.endswith(f" {share} |")


@pytest.mark.parametrize(
    ("name", "gone", "there"),
    [
        ("as published", "\0", "kepala utama"),
        ("classes and ids renamed", "utama", "class="),
        ("classes and ids removed", "class=", "<section"),
        ("every box a div", "<section", "<div"),
        ("a box around each paragraph", "\0", "<div><p>"),
        ("every paragraph a div", "<p>", "<div>"),
        ("meta tags removed", 'name="author"', "<script"),
        ("scripts and structured data removed", "<script", 'name="author"'),
        ("all statements for machines removed", "datetime=", "<time"),
        ("all statements removed, days in addresses and attributes too", "<time", "09:15 WIB"),
        ("classes, ids and addresses of links renamed", 'href="/penulis', 'href="/x'),
        ("h1 made h3", "<h1", "<h3"),
        ("no names, no statements, no boxes", "class=", "<div"),
    ],
)
def test_each_way_does_what_its_name_says(name: str, gone: str, there: str) -> None:
    taken = apart(PAGE.encode(), URL, WAYS[name]).decode()
    assert gone not in taken
    assert there in taken
    assert all(line in taken for line in TEXT)


def test_the_same_names_stay_the_same() -> None:
    taken = apart(PAGE.encode(), URL, WAYS["classes and ids renamed"]).decode()
    first = taken.split('<section id="', 1)[1].split('class="', 1)[1].split('"', 1)[0].split()
    assert first[1] == taken.split('<article class="', 1)[1].split('"', 1)[0]
