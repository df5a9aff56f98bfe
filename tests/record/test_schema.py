"""The record, its schema and its documentation say the same."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest

from newscrawl.items import Article, Image
from newscrawl.record.as_json import to_dict, to_json
from newscrawl.record.schema import json_schema

DOCS = Path(__file__).resolve().parents[2] / "docs" / "record.md"


def article(**changes) -> Article:
    facts = {
        "id": "3f6c0f5c0f0f8d1b2a47",
        "url": "https://kabar.example/panen",
        "site": "kabar",
        "page_type": "article",
        "title": "Panen",
        "body": "Satu.\n\nDua.",
        "published_at": datetime(2026, 8, 15, 2, 35, tzinfo=UTC),
        "published_precision": "minute",
        "images": [Image(url="https://kabar.example/a.jpg", caption="Petani.")],
        "reactions": {"like": 3},
    }
    return Article(**(facts | changes))


def test_a_record_validates():
    jsonschema.validate(to_dict(article()), json_schema())


def test_an_empty_record_validates():
    jsonschema.validate(to_dict(Article(id="1", url="https://kabar.example", site="kabar")), json_schema())


@pytest.mark.parametrize(
    "fault",
    [
        {"published_at": 5},
        {"authors": "Siti"},
        {"page_type": "advertisement"},
        {"reactions": {"like": "three"}},
        {"published_precision": "century"},
        {"unknown": 1},
    ],
)
def test_a_faulty_record_does_not(fault):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(to_dict(article()) | fault, json_schema())


def test_a_missing_field_does_not_validate():
    record = to_dict(article())
    del record["title"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, json_schema())


def test_the_line_keeps_letters_and_the_order_of_the_definition():
    line = to_json(article(title="Jum’at"))
    assert "Jum’at" in line
    assert list(json.loads(line)) == [field.name for field in fields(Article)]


def test_every_field_says_what_it_means_and_is_documented():
    text = DOCS.read_text(encoding="utf-8")
    for field in fields(Article):
        assert field.metadata["description"]
        assert f"| `{field.name}` |" in text, f"docs/record.md does not explain {field.name}"
