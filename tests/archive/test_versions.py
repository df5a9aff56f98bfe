"""What makes a new version."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from newscrawl.archive.versions import changed_fields
from newscrawl.record.as_json import to_dict
from tests.archive.samples import START, article, story


def changes(**fields: Any) -> list[str]:
    before = {"published_at": START, "published_precision": "minute"}
    old = {name: before[name] for name in before} | {
        name[4:]: fields.pop(name) for name in list(fields) if name.startswith("old_")
    }
    return changed_fields(to_dict(article(1, **old)), to_dict(article(1, **(before | fields))))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"title": "Lain"}, ["title"]),
        ({"title": " Warga  Desa 1 Panen\nLebih Awal"}, []),
        ({"body": story(2)}, ["body"]),
        ({"body": story(1, "warta").replace("\n\n", "\n\n\n ")}, []),
        ({"tags": ["lain"], "reactions": {"like": 3}, "section": "Ekonomi"}, []),
        ({"title": "Lain", "tags": ["lain"], "authors": []}, ["title", "authors", "tags"]),
        ({"modified_at": START}, []),
        ({"published_at": START + timedelta(hours=1)}, ["published_at"]),
        ({"published_at": START + timedelta(seconds=30)}, []),
        ({"published_at": START + timedelta(seconds=90)}, ["published_at"]),
        ({"published_at": START.astimezone(tz=None)}, []),
        ({"published_at": None}, []),
        ({"old_published_at": None}, ["published_at"]),
        ({"published_at": START + timedelta(hours=5), "published_precision": "day"}, []),
        ({"published_at": START + timedelta(days=1), "published_precision": "day"}, ["published_at"]),
        (
            {
                "old_published_precision": "second",
                "published_precision": "second",
                "published_at": START + timedelta(seconds=1),
            },
            ["published_at"],
        ),
    ],
)
def test_changed_fields(fields: dict[str, Any], expected: list[str]) -> None:
    assert changes(**fields) == expected
