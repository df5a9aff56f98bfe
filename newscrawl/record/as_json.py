"""The record as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from newscrawl.items import Article, Image

_FIELDS = tuple(field.name for field in fields(Article))
_MOMENTS = tuple(field.name for field in fields(Article) if "datetime" in str(field.type))
_IMAGE_FIELDS = tuple(field.name for field in fields(Image))


def to_dict(article: Article) -> dict[str, Any]:
    """The record as plain JSON values, in the order of its definition."""
    return {field.name: _plain(getattr(article, field.name)) for field in fields(article)}


def to_json(article: Article, **extra: Any) -> str:
    """The record as one JSON line, ``extra`` keys first."""
    return json.dumps({**extra, **to_dict(article)}, ensure_ascii=False)


def from_dict(record: Mapping[str, Any]) -> Article:
    """The record of plain JSON values, as :func:`to_dict` gives them; what it does not define is left out.

    Raises:
        TypeError: ``record`` lacks a field that every record has.
        ValueError: a time in it cannot be read.
    """
    values = {name: record[name] for name in _FIELDS if name in record}
    for name in _MOMENTS:
        if values.get(name) is not None:
            values[name] = datetime.fromisoformat(values[name])
    if "images" in values:
        values["images"] = [Image(**image) for image in values["images"]]
    return Article(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Image):
        return {name: getattr(value, name) for name in _IMAGE_FIELDS}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
