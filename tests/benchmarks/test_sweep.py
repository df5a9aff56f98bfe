"""The benchmark that changes the reader's numbers, on one invented page."""

from __future__ import annotations

import ast
from pathlib import Path

from benchmarks.compared import compared_number, is_only_compared
from benchmarks.pages import SavedPage
from benchmarks.sweep import Threshold, answers, changed, noticed_on, section, thresholds
from newscrawl.reading.byline import names
from tests.benchmarks.test_robustness import PAGE, TEXT, TITLE, URL

GOLD = {
    "file": "a.html",
    "site": "kabarteluk.example",
    "kind": "article",
    "title": TITLE,
    "published_at": "2026-03-11T09:15:00+07:00",
    "published_precision": "minute",
    "authors": [],
    "body": TEXT,
}


def saved(folder: Path) -> SavedPage:
    path = folder / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    return SavedPage("a.html", URL, path)


def named(name: str) -> Threshold:
    (found,) = (threshold for threshold in thresholds() if str(threshold) == name)
    return found


def test_the_numbers_of_the_reader_are_found_with_all_who_import_them() -> None:
    found = {str(threshold): threshold for threshold in thresholds()}
    assert found["byline.names.LONGEST"].value == names.LONGEST
    assert names in found["byline.names.LONGEST"].users
    assert len(found) == len(thresholds()) > 100


def test_numbers_that_stand_together_are_found_and_numbered_kinds_are_none() -> None:
    found = {str(threshold): threshold for threshold in thresholds()}
    assert found["body.further_parts.LINK_COST"].value < found["body.further_parts._SECTION_LINK_COST"].value
    assert "tree.outline._SILENT" not in found


def test_a_number_is_another_inside_the_block_alone() -> None:
    threshold = named("byline.names.LONGEST")
    before = threshold.value
    with changed(threshold, threshold.times(0.5)):
        assert before / 2 == names.LONGEST
    assert before == names.LONGEST


def test_what_decides_is_told_from_what_does_not(tmp_path: Path) -> None:
    page = saved(tmp_path)
    swept = [named("byline.names.LONGEST"), _deciding(page)]
    markdown = section([page], {"a.html": GOLD}, swept).markdown
    assert f"| `{swept[1]}` | {swept[1].value:g} | " in markdown
    assert "1 pages, 2 numbers" in markdown
    assert "1 numbers change nothing here: `byline.names.LONGEST`." in markdown


def test_a_page_where_no_comparison_comes_out_otherwise_is_not_read_again(tmp_path: Path) -> None:
    """What is told from comparisons alone is what reading all of it anew tells."""
    page = saved(tmp_path)
    watched = [threshold for threshold in thresholds() if threshold.is_only_compared]
    noticed = noticed_on([page], watched)
    as_it_is = answers([page])
    assert 0 < sum(map(len, noticed.values())) < len(noticed) / 2
    for threshold in watched:
        for factor in (0.5, 2.0):
            with changed(threshold, threshold.times(factor)):
                if answers([page]) != as_it_is:
                    assert noticed[str(threshold), factor] == {page.file}, threshold


def test_a_number_notices_what_another_would_answer() -> None:
    told: list[float] = []
    number = compared_number(10, {0.5: 5, 2.0: 20}, told.append)
    assert not number < 3
    assert not told
    assert not number < 7
    assert told == [0.5]
    assert number < 15
    assert told == [0.5, 2.0]
    assert compared_number(0.5, {2.0: 1.0}, told.append) <= 0.7
    assert told == [0.5, 2.0, 2.0]


def test_a_number_that_is_counted_with_or_passed_on_is_not_only_compared() -> None:
    compared = ast.parse("x = len(a) > _MOST or 2 < n <= names._MOST")
    assert is_only_compared("_MOST", [compared])
    for other in ("a[:_MOST]", "_MOST * 2 > n", "min(n, _MOST)", "n in (_MOST,)", "_MOST in seen"):
        assert not is_only_compared("_MOST", [compared, ast.parse(other)]), other


def _deciding(page: SavedPage) -> Threshold:
    """A number that the page hangs on."""
    as_it_is = answers([page])
    for threshold in thresholds():
        with changed(threshold, threshold.times(2)):
            if answers([page]) != as_it_is:
                return threshold
    raise AssertionError("no number decides anything")
