"""Numbers that no other test hangs on, each with what lies on either side of it."""

from __future__ import annotations

import pytest

from newscrawl.reading.body.teasers import are_teasers
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.byline.outlets import is_joined_outlet
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.tree.binary import binary_kind
from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.tree.program import without_program

PROSE = "Warga desa memperbaiki jalan bersama-sama sejak pagi hingga menjelang siang. "


@pytest.mark.parametrize(("controls", "kind"), [(15, None), (30, "binary data")])
def test_a_page_with_some_accidents_is_a_page(controls: int, kind: str | None) -> None:
    assert binary_kind(b"\x01" * controls + b"a" * (1000 - controls)) == kind


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("var judul = f(x);", False),
        ("Ia memakai var a = f(1) di kelas.", True),
        ("function (a) { b } " + "dan kata-kata yang panjang sekali " * 2, False),
        ("function (a) { b } " + "dan kata-kata yang panjang sekali " * 5, True),
    ],
)
def test_prose_on_programs_has_fewer_signs_and_farther_apart(line: str, left: bool) -> None:
    assert bool(without_program(line)) == left


def test_a_word_begins_with_an_outlet_whose_name_is_no_mere_abbreviation() -> None:
    assert is_joined_outlet("KompasinaTujuh")
    assert not is_joined_outlet("BbcinaTujuh")


@pytest.mark.parametrize(("word", "is_name"), [("ADI", False), ("ANDINI", True), ("andiniputrisari", False)])
def test_a_word_in_one_case_is_a_name_by_its_letters(word: str, is_name: bool) -> None:
    assert bool(names_in(word, labelled=True)) == is_name


@pytest.mark.parametrize(("before", "listing"), [(9, True), (20, False)])
def test_teasers_below_a_long_text_are_what_the_page_recommends(before: int, listing: bool) -> None:
    text = [Block(PROSE * before)]
    teasers = [block for day in range(1, 6) for block in (Block(f"{day} Januari 2026"), Block(PROSE))]
    assert are_teasers([*text, *teasers], 6, called=False) == listing


@pytest.mark.parametrize(("sections", "dated"), [(14, True), (30, False)])
def test_a_date_opens_a_line_of_sections_and_counters(sections: int, dated: bool) -> None:
    assert is_date_line("Senin, 12 Januari 2026 " + "Daerah " * sections) == dated
