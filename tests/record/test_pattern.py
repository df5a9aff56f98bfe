"""Patterns that wait to be compiled until they are used."""

from __future__ import annotations

import re

import pytest

from newscrawl.record.pattern import LazyPattern, lazy


def test_a_lazy_pattern_does_what_the_pattern_does() -> None:
    text, waiting, compiled = (
        "Rabu, 8 Mei 2024",
        lazy(r"(?P<day>\d{1,2}) mei", re.IGNORECASE),
        re.compile(r"(?P<day>\d{1,2}) mei", re.IGNORECASE),
    )
    for use in ("search", "match", "fullmatch"):
        one, other = getattr(waiting, use)(text), getattr(compiled, use)(text)
        assert (one and one.span()) == (other and other.span())
    assert waiting.findall(text) == compiled.findall(text) == ["8"]
    assert waiting.sub("x", text) == compiled.sub("x", text) == "Rabu, x 2024"
    assert waiting.split(text) == compiled.split(text)
    assert waiting.groupindex == compiled.groupindex
    assert waiting.pattern == compiled.pattern


def test_it_is_made_and_compiled_when_it_is_first_used_and_only_once() -> None:
    made: list[str] = []

    def text() -> str:
        made.append("made")
        return r"\d+"

    waiting = lazy(text)
    assert made == []
    assert waiting.findall("1 2") == ["1", "2"]
    assert waiting.search("a") is None
    assert made == ["made"]


def test_what_no_pattern_has_is_refused() -> None:
    with pytest.raises(AttributeError, match="a pattern has no 'replace'"):
        _ = lazy("a").replace  # type: ignore[attr-defined]
    assert isinstance(lazy("a"), LazyPattern)
