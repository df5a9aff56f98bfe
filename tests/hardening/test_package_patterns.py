"""No regular expression of the package takes more than linear time."""

from __future__ import annotations

from benchmarks.fuzz.growth import worst_growth
from benchmarks.fuzz.patterns import collect
from tests.hardening.test_patterns import LENGTH


def test_no_pattern_of_the_package_is_steep() -> None:
    growths = (worst_growth(found, LENGTH) for found in collect())
    steep = [f"{growth.found.place}: {growth.unit[:80]}" for growth in growths if growth.is_steep]
    assert not steep
