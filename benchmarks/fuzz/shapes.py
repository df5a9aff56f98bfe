"""Extreme pages: one oddity each, as large as a server could make it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from benchmarks.fuzz.building import MB, URL, Maker, page
from benchmarks.fuzz.cases import Case
from benchmarks.fuzz.data_shapes import addresses, byte_shapes, json_shapes
from benchmarks.fuzz.markup_shapes import markup_shapes

LONG = 20 * MB
"""Characters of the long shapes."""


def shapes(size: int = LONG) -> dict[str, Callable[[], Case]]:
    """Every extreme page by name, built when called for; the long ones have ``size`` characters."""
    found: dict[str, Callable[[], Case]] = {}
    for name, make in (*markup_shapes(size), *byte_shapes(size), *json_shapes(size)):
        found[name] = partial(_case, name, make, URL)
    for name, url in addresses():
        found[name] = partial(_case, name, partial(page, ""), url)
    return found


def _case(name: str, make: Maker, url: str) -> Case:
    return Case(name, make(), url)
