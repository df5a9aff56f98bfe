"""Invented names of places, people and outlets, read from names.txt; the cities alone are real."""

from __future__ import annotations

from pathlib import Path


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    """Lists by name: a heading ``== NAME``, then words separated by commas."""
    lists = path.read_text(encoding="utf-8").split("== ")[1:]
    pairs = (part.split("\n", 1) for part in lists)
    return {
        name: tuple(word.strip() for word in words.replace("\n", " ").split(",")) for name, words in pairs
    }


_NAMES = _read(Path(__file__).with_suffix(".txt"))

VILLAGE_FIRST = _NAMES["VILLAGE_FIRST"]
VILLAGE_LAST = _NAMES["VILLAGE_LAST"]
VILLAGE_SIDE = ("", *(f" {side}" for side in _NAMES["VILLAGE_SIDE"]))
DISTRICTS = _NAMES["DISTRICTS"]
REGENCIES = _NAMES["REGENCIES"]
CITIES = _NAMES["CITIES"]
GIVEN = _NAMES["GIVEN"]
FAMILY = _NAMES["FAMILY"]
CAMPUSES = _NAMES["CAMPUSES"]
OUTLETS = _NAMES["OUTLETS"]
MONTHS = _NAMES["MONTHS"]
WEEKDAYS = _NAMES["WEEKDAYS"]
