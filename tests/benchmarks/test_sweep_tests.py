"""The sweep over the reader's tests, on invented tests, and the table that it keeps."""

from __future__ import annotations

import ast
from pathlib import Path

from benchmarks.numbers import Decided, read_numbers, write_numbers
from benchmarks.sweep import Threshold, names_outside, thresholds
from benchmarks.sweep_tests import decided, section

TESTS = """
from newscrawl.reading.byline import names, roles

def test_a_long_name_is_none():
    assert names.names_in(" ".join(["Rangga", "Wibisono" * 9])) == []

def test_a_short_one_is():
    assert names.names_in("Rangga Wibisono") == ["Rangga Wibisono"]
"""


def named(*names: str) -> list[Threshold]:
    return [threshold for threshold in thresholds() if str(threshold) in names]


def test_the_test_is_told_that_a_number_decides(tmp_path: Path) -> None:
    (tmp_path / "test_names.py").write_text(TESTS, encoding="utf-8")
    found = decided(named("tree.measures.SENTENCE", "dates.zones._EAST"), [str(tmp_path)])
    assert found["tree.measures.SENTENCE"].endswith("test_a_long_name_is_none")
    assert found["dates.zones._EAST"] == ""


def test_a_number_that_is_counted_with_decides_too(tmp_path: Path) -> None:
    source = (
        "from newscrawl.reading.byline import places\n\n"
        "def test_nothing():\n    assert 1 + 1 == 2\n\n"
        "def test_a_place():\n    assert places.place_before('Rio de Janeiro raya') == 'Rio de Janeiro'\n"
    )
    (tmp_path / "test_places.py").write_text(source, encoding="utf-8")
    (test,) = decided(named("byline.places.LONGEST"), [str(tmp_path)]).values()
    assert test.endswith("test_places.py::test_a_place")


def test_a_test_that_fails_as_it_is_tells_nothing(tmp_path: Path) -> None:
    broken = TESTS.replace("== []", "!= []")
    (tmp_path / "test_broken.py").write_text(broken, encoding="utf-8")
    assert decided(named("tree.measures.SENTENCE"), [str(tmp_path)]) == {"tree.measures.SENTENCE": ""}


def test_a_number_that_is_named_outside_functions_is_not_tried() -> None:
    for source in (
        "_A = re.compile(f'.{{{_MOST}}}')",
        "def f(most=_MOST): ...",
        "@cache\ndef f():\n    return _MOST",
        "class A:\n    most: int = _MOST",
        "class A:\n    def f(self, most=_MOST): ...",
    ):
        assert names_outside(ast.parse(source), "_MOST"), source
    for source in ("_MOST = 3", "def f(a):\n    return a[:_MOST]", "class A:\n    def f(self): return _MOST"):
        assert not names_outside(ast.parse(source), "_MOST"), source
    assert not all(threshold.is_tried for threshold in thresholds())


def test_the_table_keeps_what_the_other_sweep_found(tmp_path: Path) -> None:
    table = tmp_path / "numbers.tsv"
    write_numbers({"a.A": "3", "a.B": "4"}, table, pages={"a.A": "2", "a.B": "0"})
    rows = write_numbers({"a.A": "3", "a.B": "4"}, table, tests={"a.A": "tests/a.py::test", "a.B": ""})
    assert rows == read_numbers(table)
    assert rows["a.A"] == Decided("a.A", "3", "2", "tests/a.py::test")
    assert not rows["a.A"].is_idle
    assert rows["a.B"].is_idle


def test_of_another_value_and_of_a_number_that_is_gone_nothing_is_known(tmp_path: Path) -> None:
    table = tmp_path / "numbers.tsv"
    write_numbers({"a.A": "3", "a.B": "4"}, table, pages={"a.A": "2", "a.B": "0"})
    assert write_numbers({"a.A": "5"}, table) == {"a.A": Decided("a.A", "5", "-", "-")}


def test_the_section_counts_what_decides_and_names_what_does_not() -> None:
    rows = [Decided("a.A", "3", "2", ""), Decided("a.B", "4", "0", ""), Decided("a.C", "5", "0", "-")]
    markdown = section({row.number: row for row in rows}).markdown
    assert "Of 3 numbers 1 change a page. Of the others 0 decide a test and 1 none: `a.B`." in markdown
    assert "1 are not tried: `a.C`." in markdown
