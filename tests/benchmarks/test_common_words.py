"""The command that counts how pages write words, on six invented pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import common_words

TELLS = (
    "Warga desa menanam gambas di pekarangan rumah, dan ibu-ibu memasak sayurnya untuk dijual. "
    "Gambas itu dijual di pasar desa. Hasilnya dibagi rata, kata ketua kelompok, untuk Melati "
    "dan para anggota lain yang ikut menanam. Mereka ingin menambah lahan pada musim berikutnya."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(6):
        small = "<p>melati mekar di kebun</p>" if number < 5 else ""
        text = f"<html><body><h1>Panen Keluwih {number}</h1><p>{TELLS}</p><p>{TELLS}</p>{small}</body></html>"
        path = tmp_path / "site" / f"{number}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "site" / "note.txt").write_text("keluwih " * 9, encoding="utf-8")
    return tmp_path


def test_counts_pages_and_capitals_inside_sentences(folder: Path) -> None:
    counts = common_words.count(folder.rglob("*.html"))
    assert counts.read == 6
    assert (counts.pages["gambas"], counts.small["gambas"], counts.large["gambas"]) == (6, 12, 0)
    assert (counts.pages["melati"], counts.small["melati"], counts.large["melati"]) == (5, 5, 12)
    assert counts.pages["keluwih"] == counts.large["keluwih"] == 0


def test_proposes_what_is_written_small_and_is_in_no_list(folder: Path) -> None:
    found = common_words.propose(common_words.count(folder.rglob("*.html")))
    assert "gambas" in found.new
    assert not {"melati", "keluwih", "warga", "desa"} & set(found.new)


def test_says_which_words_of_the_list_fall_out() -> None:
    counts = common_words.Counts()
    for _ in range(common_words.FEWEST_PAGES):
        counts.add(["acara itu ramai", f"{TELLS} Mereka datang ke Acara dan ke Acara."])
    found = common_words.propose(counts)
    assert found.capital == ["acara"]
    assert "absen" in found.rare
    assert "acara" not in found.rare


def test_four_pages_are_too_few(folder: Path) -> None:
    found = common_words.propose(common_words.count(sorted(folder.rglob("*.html"))[:4]))
    assert found.new == []


def test_prints_the_proposals(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert common_words.main(["--pages", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("6 pages")
    assert "\ngambas\t6\t12\t0\n" in printed


def test_folder_without_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert common_words.main(["--pages", str(tmp_path)]) == 1
    assert "no page" in capsys.readouterr().err
