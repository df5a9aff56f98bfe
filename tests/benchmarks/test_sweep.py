"""The benchmark that changes the reader's numbers, on one invented page."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from benchmarks.compared import compared_number
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
    assert found["tree.measures.NAME_WORDS"].value == names.NAME_WORDS
    assert names in found["tree.measures.NAME_WORDS"].users
    assert len(found) == len(thresholds()) > 100


def test_numbers_that_stand_together_are_found_and_numbered_kinds_are_none() -> None:
    found = {str(threshold): threshold for threshold in thresholds()}
    assert found["fields.description.SHORTEST"].value < found["fields.description.LONGEST"].value
    assert "tree.outline._SILENT" not in found


def test_a_number_is_another_inside_the_block_alone() -> None:
    threshold = named("tree.measures.NAME_WORDS")
    before = threshold.value
    with changed(threshold, threshold.times(0.5)):
        assert before / 2 == names.NAME_WORDS
    assert before == names.NAME_WORDS


def test_what_decides_is_told_from_what_does_not(tmp_path: Path) -> None:
    page = saved(tmp_path)
    swept = [named("byline.roles.LONGEST"), _deciding(page)]
    changes, found = section([page], {"a.html": GOLD}, swept)
    assert changes == {"byline.roles.LONGEST": "0", str(swept[1]): "1"}
    markdown = found.markdown
    assert f"| `{swept[1]}` | {swept[1].value:g} | " in markdown
    assert "1 pages, 2 numbers" in markdown
    assert "1 numbers change nothing here: `byline.roles.LONGEST`." in markdown


def test_a_page_where_nothing_comes_out_otherwise_is_not_read_again(tmp_path: Path) -> None:
    """What the noticing numbers tell is what reading all of it anew tells."""
    page = saved(tmp_path)
    watched = [threshold for threshold in thresholds() if threshold.is_tried]
    as_it_is = answers([page])
    noticed = noticed_on([page], watched, as_it_is)
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
    longer = 7.5
    assert not longer > number
    assert told == [0.5, 2.0, 2.0, 0.5]


def test_what_is_reckoned_from_a_number_notices_too() -> None:
    told: list[float] = []
    number = compared_number(10, {0.5: 5, 2.0: 20}, told.append)
    assert 100 + 2 * number > 60.5
    assert max(3.5, -number) == 3.5
    assert not told
    assert 100 + 2 * number > 115.5
    assert told == [0.5]
    assert number / 10 < 1.5
    assert told == [0.5, 2.0]


def test_a_number_that_counts_or_is_written_comes_out_otherwise() -> None:
    for use in (
        lambda number: "abcdef"[:number],
        lambda number: list(range(number)),
        lambda number: list(islice("abcdef", number)),
        lambda number: f"{number}",
        int,
        round,
    ):
        told: list[float] = []
        assert use(compared_number(3, {0.5: 2, 2.0: 6}, told.append)) == use(3)  # type: ignore[no-untyped-call]
        assert set(told) == {0.5, 2.0}


def test_two_numbers_that_meet_both_notice() -> None:
    told: list[str] = []
    one = compared_number(3, {0.5: 1.5}, lambda _: told.append("one"))
    other = compared_number(2, {2.0: 4}, lambda _: told.append("other"))
    assert one > other
    assert told == ["one", "other"]
    assert one + other == 5
    assert {"one", "other"} == set(told[2:])


def _deciding(page: SavedPage) -> Threshold:
    """A number that the page hangs on."""
    as_it_is = answers([page])
    for threshold in thresholds():
        with changed(threshold, threshold.times(2)):
            if answers([page]) != as_it_is:
                return threshold
    raise AssertionError("no number decides anything")
