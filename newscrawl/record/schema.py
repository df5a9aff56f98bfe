"""The JSON Schema of the record, generated from its definition in :mod:`newscrawl.items`."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter

from newscrawl.items import Article, Image

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema that every line of a crawl validates against: all fields present, no others."""
    schema = TypeAdapter(Article).json_schema(mode="serialization")
    _describe(schema, Article)
    _describe(schema["$defs"]["Image"], Image)
    return {"$schema": DIALECT, **schema}


def _describe(schema: dict[str, Any], record: type[Any]) -> None:
    schema["additionalProperties"] = False
    schema["required"] = [field.name for field in fields(record)]
    schema["description"] = (record.__doc__ or "").strip()
    for field in fields(record):
        known = schema["properties"][field.name]
        known["description"] = field.metadata["description"]
        known.pop("title", None)
        known.pop("default", None)
