"""The benchmark of Common Crawl's news: its file, its rows, and readers that are not installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("fastwarc")

from benchmarks import ccnews
from benchmarks.news_readers import OWN, READERS
from benchmarks.report import CannotMeasureError, Options
from benchmarks.warcs import mix, publishers_pages
from newscrawl.warc.extracting import extract_files
from newscrawl.warc.selecting import Selection
from tests.warc.samples import pages


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """Three articles of a publisher with gold, and a page of nobody."""
    rows, gold = ["file\turl"], []
    for number, (url, body) in enumerate([*pages(3), ("https://elsewhere.example/1", b"<html></html>")]):
        (tmp_path / f"{number}.html").write_bytes(body)
        rows.append(f"{number}.html\t{url}")
        known = {"file": f"{number}.html", "site": "x", "kind": "article", "title": None}
        gold.append(json.dumps({**known, "published_at": None, "authors": [], "body": ["a b c d"]}))
    (tmp_path / "sources.tsv").write_text("\n".join(rows))
    (tmp_path / "gold.jsonl").write_text("\n".join(gold))
    return Options(
        pages=tmp_path, index=tmp_path / "sources.tsv", gold=tmp_path / "gold.jsonl", quick=True, rounds=1
    )


def test_the_file_holds_each_page_behind_its_foreign_ones(options: Options, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    mixed = mix(publishers_pages(options), folder, foreign=4)
    (read,) = extract_files([str(mixed.path)], Selection())
    assert mixed.count == 15
    assert (read.counts["answers"], read.counts["foreign"], read.counts["records"]) == (15, 12, 3)


def test_every_reader_has_a_row_and_those_that_are_missing_say_so(options: Options) -> None:
    markdown = ccnews.measure(options).markdown
    rows = {
        line.split(" | ")[0].lstrip("| "): line for line in markdown.splitlines() if line.startswith("| ")
    }
    assert [name for name in READERS if name in rows] == list(READERS)
    assert rows[OWN].split(" | ")[4] == rows["newscrawl, streamed"].split(" | ")[4] == "3"
    assert {line.count(" | ") for line in rows.values()} == {7}


def test_without_a_page_of_a_publisher_nothing_can_be_measured(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html></html>")
    (tmp_path / "sources.tsv").write_text("file\turl\na.html\thttps://elsewhere.example/1")
    nothing = Options(pages=tmp_path, index=tmp_path / "sources.tsv", gold=tmp_path / "none")
    with pytest.raises(CannotMeasureError, match="no page of"):
        publishers_pages(nothing)
