"""The benchmark that changes the reader's numbers, on one invented page."""

from __future__ import annotations

from pathlib import Path

from benchmarks.pages import SavedPage
from benchmarks.sweep import Threshold, answers, changed, section, thresholds
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


def _deciding(page: SavedPage) -> Threshold:
    """A number that the page hangs on."""
    as_it_is = answers([page])
    for threshold in thresholds():
        with changed(threshold, threshold.times(2)):
            if answers([page]) != as_it_is:
                return threshold
    raise AssertionError("no number decides anything")
