"""The scoring of the fields beside text, title, date and people."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.fields import is_right

GOLD: dict[str, Any] = {
    "section": ["Daerah", "Pesisir"],
    "caption": [None],
    "tags": ["bakau", "abrasi"],
    "tags_also": [["bakau"]],
    "image": ["bakau.jpg"],
    "modified_at": ["2026-11-25T09:15:00+07:00"],
}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("section", "pesisir"),
        ("caption", None),
        ("tags", ["Abrasi", "bakau"]),
        ("tags", ["Bakau"]),
        ("image", "https://suara.example/f/Bakau.jpg?w=600"),
        ("modified_at", "2026-11-25T02:15:30+00:00"),
    ],
)
def test_an_accepted_value_is_right_in_any_form(field: str, value: object) -> None:
    assert is_right(field, GOLD, value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("section", None),
        ("section", "Niaga"),
        ("caption", "Bibit bakau"),
        ("tags", ["abrasi"]),
        ("tags", []),
        ("image", "https://suara.example/f/logo.png"),
        ("modified_at", "2026-11-25T09:15:00"),
        ("modified_at", "2026-11-25T09:17:00+07:00"),
    ],
)
def test_another_value_or_none_is_wrong(field: str, value: object) -> None:
    assert not is_right(field, GOLD, value)
