"""Which sources are asked for what, and in what order."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Feed, Listing, Search, Sitemap, WordPress
from newscrawl.discovery.plan import make_plan
from tests.discovery.answers import NEWEST, want

FEED = Feed("https://k.example/rss")
LISTING = Listing("https://k.example/", sections={"ekonomi": "https://k.example/ekonomi"})
NEWS, MONEY = (DatedIndex(f"https://{name}.k.example/{{date:%Y}}") for name in ("news", "money"))
SITEMAP = Sitemap("https://k.example/sitemap.xml")
SEARCH = Search("https://k.example/?q={query}")
DATED_SEARCH = Search("https://k.example/?q={query}&from={since:%Y}")
API = WordPress("https://k.example")
WEEK = want(since="2026-08-03")


def groups(sources, asked) -> list[tuple[tuple, set]]:
    return [(group.sources, set(group.missing)) for group in make_plan(sources, asked).groups]


def test_the_newest_are_asked_of_all() -> None:
    assert groups([FEED, LISTING, NEWS, SEARCH], NEWEST) == [((FEED, LISTING, NEWS), set())]


def test_a_range_is_asked_of_the_first_way_that_can_then_of_the_next() -> None:
    assert groups([FEED, NEWS, MONEY, SITEMAP], WEEK) == [
        ((NEWS, MONEY), set()),
        ((SITEMAP,), set()),
        ((FEED,), {"range"}),
    ]


def test_where_none_can_what_is_missing_is_filtered() -> None:
    assert groups([FEED, LISTING], WEEK) == [((FEED, LISTING), {"range"})]
    assert groups([FEED, LISTING], want(query="x")) == [((FEED, LISTING), {"query"})]


def test_as_little_as_can_be_is_filtered() -> None:
    asked = want(since="2026-08-03", query="x")

    assert groups([SEARCH, NEWS], asked) == [((NEWS,), {"query"}), ((SEARCH,), {"range"})]
    assert groups([FEED, DATED_SEARCH], asked) == [((DATED_SEARCH,), set()), ((FEED,), {"query", "range"})]
    assert groups([API, FEED], asked)[0] == ((API,), set())


def test_sections_come_from_whoever_has_them() -> None:
    asked = want(sections=("ekonomi",))

    assert groups([FEED, LISTING], asked) == [((LISTING,), set()), ((FEED,), {"sections"})]


def test_every_refusal_has_its_reason() -> None:
    assert [reason for _, reason in make_plan([FEED, NEWS], WEEK).refusals] == [
        "a feed has only the newest articles"
    ]


def test_without_sources_there_is_no_plan() -> None:
    assert make_plan([], WEEK).groups == ()
