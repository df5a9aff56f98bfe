"""The measuring of regular expressions can be trusted."""

from __future__ import annotations

import re

import pytest

from benchmarks.fuzz.growth import worst_growth
from benchmarks.fuzz.patterns import Found, collect

LENGTH = 10_000
"""Short enough for a suite; a quadratic search still takes a hundred times what a linear one does."""

STEEP = [
    r"\s+$",
    r"\s*,",
    r"(a+)+b",
    r"(?:\w+\s?)+:",
    r"<!--.*?-->",
    r"\w+@",
    r"(?:a|aa)*c",
    r"[^<]*<",
    r"(?P<name>[A-Z][a-z]+ )+dan$",
]
LINEAR = [
    r"baca juga",
    r"<[^<>]*>",
    r"\bjam\b",
    r"(?:a|b)+c?",
    r"\(\d{1,3}\)",
    r"\s{1,9}$",
    r"(?<!\w)\w+@?",
]


@pytest.mark.parametrize("source", STEEP)
def test_a_steep_pattern_is_found_out(source: str) -> None:
    assert worst_growth(Found(re.compile(source), "here"), LENGTH).is_steep


@pytest.mark.parametrize("source", LINEAR)
def test_a_linear_pattern_passes(source: str) -> None:
    assert not worst_growth(Found(re.compile(source), "here"), LENGTH).is_steep


def test_a_pattern_is_timed_as_it_is_used() -> None:
    from_the_start = Found(re.compile(r"\s+:"), "here", ("match",))
    assert not worst_growth(from_the_start, LENGTH).is_steep


def test_the_collection_reaches_modules_and_publishers() -> None:
    places = [found.place for found in collect()]
    assert any(place.startswith("newscrawl.reading.widgets") for place in places)
    assert any(place.startswith("newscrawl.reading.dates") for place in places)
    assert any(place.startswith("publisher ") for place in places)
