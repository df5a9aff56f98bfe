"""Folders of saved pages, one or several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.pages import read_gold, read_index, together
from benchmarks.report import CannotMeasureError


def folder(path: Path, *names: str) -> Path:
    (path / "html").mkdir(parents=True)
    for name in names:
        (path / "html" / name).write_text("<p>Jalan ditutup.</p>", encoding="utf-8")
    rows = [f"{name}\thttps://contoh.example/{name}" for name in names]
    (path / "sources.tsv").write_text("\n".join(["file\turl", *rows, ""]), encoding="utf-8")
    gold = "".join(json.dumps({"file": name}) + "\n" for name in names)
    (path / "gold.jsonl").write_text(gold, encoding="utf-8")
    return path


def test_two_folders_count_as_one(tmp_path: Path) -> None:
    (both := tmp_path / "both").mkdir()
    together([folder(tmp_path / "one", "a.html"), folder(tmp_path / "two", "b.html")], both)
    pages = read_index(both / "html", both / "sources.tsv")
    assert [page.url for page in pages] == ["https://contoh.example/a.html", "https://contoh.example/b.html"]
    assert [row["file"] for row in read_gold(both / "gold.jsonl")] == ["a.html", "b.html"]


def test_two_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    (both := tmp_path / "both").mkdir()
    with pytest.raises(CannotMeasureError, match=r"a\.html, and so has another"):
        together([folder(tmp_path / "one", "a.html"), folder(tmp_path / "two", "a.html")], both)
