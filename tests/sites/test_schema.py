"""The form of site files says of each source what the source itself takes."""

from __future__ import annotations

from dataclasses import fields

import pytest

from newscrawl.discovery import Cards, DatedIndex, Feed, JsonItems, Listing, Sitemap
from newscrawl.discovery.declared import WAYS as SOURCES
from newscrawl.discovery.declared import declared_source, stated_facts
from newscrawl.sites import SourceFacts, schema
from newscrawl.sites.assembly import SELECTOR_LISTS
from newscrawl.sites.book import Book
from newscrawl.sites.validation import WAYS, keys_of

PUBLISHERS = Book().catalogue()


def test_every_way_has_a_form_and_a_source() -> None:
    assert WAYS.keys() == SOURCES.keys()


@pytest.mark.parametrize("way", SOURCES)
def test_a_form_has_the_keys_of_its_source(way: str) -> None:
    keys = set(keys_of(WAYS[way])) - {"way"}
    other_forms_of_links = {"cards", "json_items"} & keys

    assert keys - other_forms_of_links == {part.name for part in fields(SOURCES[way])}  # type: ignore[arg-type]
    assert bool(other_forms_of_links) == ("links" in keys)


def test_cards_and_items_have_the_keys_of_their_readers() -> None:
    assert keys_of(schema.Cards) == [part.name for part in fields(Cards)]
    assert keys_of(schema.JsonItems) == [part.name for part in fields(JsonItems)]
    assert keys_of(schema.RulesTable) == list(SELECTOR_LISTS)


def test_what_a_file_says_of_sources_comes_out_in_them() -> None:
    index = declared_source(
        SourceFacts(
            "index",
            "https://x.example/{section}?d={date:%Y-%m-%d}&p={page}",
            {"cards": {"card": ".isi", "date": "time"}, "sections": ["ekonomi"], "max_pages": 3},
        )
    )
    listing = declared_source(
        SourceFacts("listing", "https://x.example/a.json", {"json_items": {"items": "data"}})
    )

    assert index == DatedIndex(
        "https://x.example/{section}?d={date:%Y-%m-%d}&p={page}",
        Cards(".isi", date="time"),
        sections={"ekonomi": "ekonomi"},
        max_pages=3,
    )
    assert listing == Listing("https://x.example/a.json", JsonItems("data"))


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        (SourceFacts("listing", "https://x.example/{hal}"), "cannot be filled"),
        (SourceFacts("index", "https://x.example/"), "needs the field {date}"),
        (SourceFacts("listing", "https://x.example/", {"cards": {"card": "div["}}), "is no CSS"),
    ],
)
def test_a_source_that_cannot_be_used_is_an_error(facts: SourceFacts, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        declared_source(facts)


def test_sources_can_be_written_down_and_read_again() -> None:
    for publisher in PUBLISHERS:
        for source in map(declared_source, publisher.sources):
            assert declared_source(stated_facts(source)) == source


def test_only_what_differs_is_written_down() -> None:
    assert stated_facts(Feed("https://x.example/feed")) == SourceFacts("feed", "https://x.example/feed")
    assert stated_facts(Sitemap("https://x.example/s.xml", children="post")).options == {"children": "post"}
