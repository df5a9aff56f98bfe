"""When a walk ends, and which days are done."""

from __future__ import annotations

from datetime import date

import pytest

from newscrawl.discovery import Feed, Step
from newscrawl.discovery.days import BARREN_DAYS, Barren, DayLedger, covered
from newscrawl.discovery.walk import Walk
from tests.discovery.answers import want

WEEK = want(since="2026-08-03", until="2026-08-10")


def page(
    walk: Walk, *keys: str, known: tuple[str, ...] = (), sides: dict[str, str] | None = None
) -> str | None:
    """A page that names ``keys``: why the walk ends with it."""
    walk.turn()
    for key in keys:
        walk.name(key, dated=sides is not None, side=(sides or {}).get(key))
        if key not in known:
            walk.want()
    return walk.end()


def test_a_page_with_something_new_goes_on() -> None:
    walk = Walk()

    assert [page(walk, "a", "b"), page(walk, "b", "c")] == [None, None]


def test_nothing_new_ends_it() -> None:
    walk = Walk()

    assert [page(walk, "a", "b"), page(walk, "c"), page(walk, "a", "c")] == [None, None, "repeated"]
    assert page(Walk()) == "empty"


def test_everything_known_ends_it_where_that_is_asked() -> None:
    assert page(Walk(), "a", known=("a",)) is None
    assert page(Walk(stop_at_known=True), "a", "b", known=("a", "b")) == "known"
    assert page(Walk(stop_at_known=True), "a", "b", known=("a",)) is None


def test_a_bound_ends_it() -> None:
    walk = Walk(bound=2)

    assert [page(walk, "a"), page(walk, "b")] == [None, "bound"]


def test_a_page_from_before_the_range_ends_it_and_one_from_after_does_not() -> None:
    assert page(Walk(), "a", "b", sides={"a": "before", "b": "before"}) == "before"
    assert page(Walk(), "a", "b", sides={"a": "before"}) is None
    assert page(Walk(), "a", "b", sides={"a": "after", "b": "after"}) is None
    assert page(Walk(of_days=True), "a", "b", sides={"a": "after", "b": "before"}) == "before"


def test_ten_articles_from_before_the_range_end_it() -> None:
    walk = Walk()
    for side in [None, *["before"] * 9]:
        walk.judge(side)
    assert not walk.past

    walk.judge("before")

    assert walk.past
    assert page(walk, "a") == "before"


def ledger(asked=WEEK) -> tuple[DayLedger, list[date]]:
    done: list[date] = []
    return DayLedger(asked, done.append), done


def day(number: int, last: int | None = None) -> Step:
    return Step(first_day=date(2026, 8, number), last_day=date(2026, 8, last or number))


def test_a_day_is_done_when_all_its_walks_have_ended() -> None:
    book, done = ledger()
    for _ in range(2):
        book.begin(day(5), first=True)
    book.end(day(5), complete=True)
    book.begin(day(4), first=True)
    assert done == []

    book.end(day(5), complete=True)
    assert done == [date(2026, 8, 5)]

    book.end(day(4), complete=True)
    book.all_begun()
    assert done == [date(2026, 8, 5), date(2026, 8, 4)]


def test_a_listing_that_was_led_to_belongs_to_its_day() -> None:
    book, done = ledger()
    book.begin(day(5), first=True)
    book.begin(day(5), first=False)
    book.end(day(5), complete=True)
    book.all_begun()
    assert done == []

    book.end(day(5), complete=True)
    assert done == [date(2026, 8, 5)]


def test_a_failure_leaves_the_day_open() -> None:
    book, done = ledger()
    book.begin(day(5), first=True)
    book.begin(day(5), first=True)
    book.end(day(5), complete=False)
    book.end(day(5), complete=True)
    book.all_begun()

    assert done == []


def test_only_days_that_are_over_and_wholly_in_the_range_are_done() -> None:
    book, done = ledger(want(since="2026-08-03T12:00", until="2026-08-20"))
    book.begin(day(1, 31), first=True)
    book.end(day(1, 31), complete=True)
    book.all_begun()

    assert done == [date(2026, 8, number) for number in range(4, 17)]


@pytest.mark.parametrize(
    ("step", "expected"),
    [(day(5), True), (day(5, 6), True), (day(5, 7), False), (Step(), False)],
)
def test_what_was_done_covers_whole_spans_only(step: Step, expected: bool) -> None:
    assert covered(step, frozenset({date(2026, 8, 5), date(2026, 8, 6)})) is expected


def test_a_source_is_at_its_beginning_after_many_days_without_articles() -> None:
    source, other = Feed("https://k.example/a"), Feed("https://k.example/b")
    barren = Barren()
    for _ in range(BARREN_DAYS - 1):
        barren.note(source, day(5), fresh=0)
    barren.note(source, Step(), fresh=0)
    assert not barren.reached(source)

    barren.note(source, day(5), fresh=0)
    assert barren.reached(source)
    assert not barren.reached(other)

    barren.note(source, day(5), fresh=1)
    assert not barren.reached(source)


def page_of(walk: Walk, *keys: str, links_to: int = 0, numbered: bool = False) -> None:
    walk.turn()
    walk.links_to(links_to, numbered=numbered)
    for key in keys:
        walk.name(key, dated=False, side=None)


def test_an_end_against_the_pages_own_links_is_asked_again_and_then_denied() -> None:
    walk = Walk()
    page_of(walk, "a", "b", links_to=5)
    assert walk.end() is None
    page_of(walk)
    assert walk.doubt(2, walk.end()) == "again"
    page_of(walk)
    assert walk.doubt(2, walk.end()) == "denied"


def test_an_end_that_the_pages_own_links_agree_with_is_believed() -> None:
    walk = Walk()
    page_of(walk, "a", "b", links_to=2)
    assert walk.end() is None
    page_of(walk, "c", links_to=1)
    assert walk.end() is None
    page_of(walk)
    assert walk.doubt(3, walk.end()) is None


def test_where_nothing_says_how_far_the_pages_go_one_page_further_is_asked() -> None:
    walk = Walk()
    page_of(walk, "a", "b")
    assert walk.end() is None
    page_of(walk)
    assert walk.doubt(2, walk.end()) == "further"
    page_of(walk)
    assert walk.doubt(3, walk.end()) is None


def test_a_page_that_repeats_an_earlier_one_repeats_its_links() -> None:
    walk = Walk()
    page_of(walk, "a", "b", links_to=2)
    assert walk.end() is None
    page_of(walk, "c", links_to=1)
    assert walk.end() is None
    page_of(walk, "a", "b", links_to=4)
    assert walk.doubt(3, walk.end()) is None


@pytest.mark.parametrize("links_to", [0, 2])
def test_a_full_page_without_a_link_to_the_next_is_asked_again_once(links_to: int) -> None:
    walk = Walk()
    page_of(walk, "a", "b", links_to=links_to)
    assert walk.end() is None
    page_of(walk, "c", "d")
    assert walk.doubt(2, walk.end()) == "again"
    page_of(walk, "c", "d")
    assert walk.end() is None
    assert walk.doubt(2, walk.end()) is None


def test_a_short_page_without_a_link_to_the_next_is_the_last() -> None:
    walk = Walk()
    page_of(walk, "a", "b", links_to=2)
    assert walk.end() is None
    page_of(walk, "c")
    assert walk.doubt(2, walk.end()) is None


def test_an_empty_page_behind_full_ones_may_be_a_slip() -> None:
    walk = Walk()
    for keys in ("ab", "cd"):
        page_of(walk, *keys)
    page_of(walk)
    assert walk.broke_off
    walk = Walk()
    for keys in ("ab", "c"):
        page_of(walk, *keys)
    page_of(walk)
    assert not walk.broke_off


def test_a_page_that_shows_that_it_is_the_last_is_believed() -> None:
    walk = Walk()
    page_of(walk, "a", "b", links_to=2, numbered=True)
    assert walk.end() is None
    page_of(walk, "c", "d", numbered=True)
    assert walk.doubt(2, walk.end()) is None


def test_a_day_without_articles_is_asked_once_more() -> None:
    walk = Walk(of_days=True, confirms_empty=True)
    page_of(walk)
    assert walk.doubt(1, walk.end()) == "again"
    page_of(walk)
    assert walk.doubt(1, walk.end()) is None


def test_an_empty_page_that_leads_to_none_is_asked_again_once() -> None:
    walk = Walk()
    page_of(walk, "a", "b")
    assert walk.end() is None
    for doubt in ("again", None):
        page_of(walk)
        assert walk.doubt(2, walk.end(), leads_on=False) == doubt
