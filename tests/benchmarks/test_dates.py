"""The benchmark of reading dates, on three strings."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import dates
from benchmarks.report import CannotMeasureError, Options

ROWS = [
    "string\tsite\tiso\tsource",
    "Selasa, 5 Mei 2026 14:30 WIB\tcontoh.example\t2026-05-05T14:30:00+07:00\tinvented",
    "sejam lalu\tcontoh.example\t\tinvented",
    "5 Mei 2026\tcontoh.example\t2026-05-06\tinvented, and stated wrongly",
]


@pytest.fixture
def strings(tmp_path: Path) -> Path:
    path = tmp_path / "facts" / "dates.tsv"
    path.parent.mkdir()
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    return path


def test_every_reader_has_a_row(strings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dates.main([str(strings), "--rounds", "1"]) == 0
    printed = capsys.readouterr().out
    assert "| newscrawl | 0.500 |" in printed
    assert printed.count("| dateparser") == 2
    assert "3 strings, 2 of them with a stated value" in printed
    assert "settles 100.0%" in printed


def test_the_report_finds_the_strings_beside_the_pages(strings: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages" / "html"
    section = dates.measure(Options(pages=pages, index=pages, gold=pages, quick=True))
    assert "3 strings" in section.markdown


def test_a_missing_or_foreign_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dates.main([str(tmp_path / "none.tsv")]) == 1
    assert "none.tsv" in capsys.readouterr().err
    (tmp_path / "other.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    with pytest.raises(CannotMeasureError, match=r"other\.tsv"):
        dates.describe(tmp_path / "other.tsv", rounds=1)
