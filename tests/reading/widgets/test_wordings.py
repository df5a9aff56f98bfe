"""The wordings of widget lines are found by the first letters of a line as by trying them all."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl import words
from newscrawl.reading.widgets import wordings
from newscrawl.reading.widgets.wordings import beginnings, held_by, kind_of


@pytest.mark.parametrize(
    ("rule", "starts"),
    [
        ("advertisements?", {"adv"}),
        ("ad", {"ad"}),
        ("ads?", {"ad", "ads"}),
        ("(?:iklan|adv) oleh", {"ikl", "adv"}),
        (
            "(?:yuk|ayo)?,? ?(?:baca|lihat)",
            {"yuk", "ayo", ",ba", ",li", ", b", ", l", " ba", " li", "bac", "lih"},
        ),
        (r"(?!.*\.$)kumpulan", {"kum"}),
        (r"\[gambas", {"[ga"}),
        (r"a\+ ?\|", {"a+ ", "a+|"}),
        (r"\d{1,3} menit", {""}),
        (r"pr\s?\(", {"pr"}),
        ("_{5,}", {""}),
        ("(?:dan |untuk )*ikuti", {""}),
        ("x[ab]c|yes", {"x", "yes"}),
    ],
)
def test_what_a_rule_begins_with(rule: str, starts: set[str]) -> None:
    assert beginnings(rule) == starts


@pytest.mark.parametrize(
    ("rule", "held"),
    [
        (r".{4,160} artikel kompas\.id(?: .{0,60})?", (" artikel kompas.id",)),
        (r"(?:satu|\d{1,4}) (?:tanggapan|komentar) (?:untuk|pada)", ("tanggapan", "komentar")),
        (r"[\d.,]+ kali (?:dibaca|dilihat)?", (" kali ",)),
        (r"\d{1,2}(?: ?[|·] ?\d{1,2}){1,15}", ()),
        (r"(?:lagi )*\d ?xy?", ("x",)),
        (r"_{5,}", ("_",)),
        (r"[^]()]{2}\(?z{0,3}", ()),
        (r"\d lalu|\d ago", ()),
    ],
)
def test_what_a_line_holds_for_a_rule_with_an_open_beginning(rule: str, held: tuple[str, ...]) -> None:
    assert held_by(rule) == held


@cache
def _all() -> tuple[list[re.Pattern[str]], list[str]]:
    parts = words.by_kind("widget_parts")
    kinds = list(dict.fromkeys(entry.kind for entry in words.entries("widgets")))
    rules: dict[str, list[str]] = {kind: [] for kind in kinds}
    for entry in words.entries("widgets"):
        rules[entry.kind].append(f"(?:{wordings._expanded(entry.text, parts)})")
    return [re.compile(rf"(?:{'|'.join(rules[kind])})\W*") for kind in kinds], kinds


def _by_trying(line: str) -> str | None:
    patterns, kinds = _all()
    return next((k for pattern, k in zip(patterns, kinds, strict=True) if pattern.fullmatch(line)), None)


_RULES = [wordings._expanded(entry.text, words.by_kind("widget_parts")) for entry in words.entries("widgets")]


@given(st.sampled_from(_RULES).flatmap(lambda rule: st.from_regex(rf"(?:{rule})\W*", fullmatch=True)))
def test_a_line_that_a_wording_matches_is_of_the_kind_that_trying_all_gives(line: str) -> None:
    assert kind_of(line) == _by_trying(line)


@given(st.text(alphabet="abcijklmnoprstuy ,.:()[]©#_0123+|", max_size=30))
def test_any_line_is_of_the_kind_that_trying_all_gives(line: str) -> None:
    assert kind_of(line) == _by_trying(line)


@given(st.lists(st.sampled_from([entry.text for entry in words.entries("labels")] + list(wordings._signs()))))
def test_what_a_text_has_of_the_signs_decides_as_all_of_them(parts: list[str]) -> None:
    lines = [" ".join(parts[:2]), " ".join(parts), "".join(parts[2:])]
    signs = wordings.signs_in("\n".join(lines))
    assert [kind_of(line, signs) for line in lines] == [kind_of(line) for line in lines]
