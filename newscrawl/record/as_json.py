"""The record as JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newscrawl.items import Image

if TYPE_CHECKING:
    from newscrawl.items import Article

_IMAGE_FIELDS = tuple(field.name for field in fields(Image))


def to_dict(article: Article) -> dict[str, Any]:
    """The record as plain JSON values, in the order of its definition."""
    return {field.name: _plain(getattr(article, field.name)) for field in fields(article)}


def to_json(article: Article, **extra: Any) -> str:
    """The record as one JSON line, ``extra`` keys first."""
    return json.dumps({**extra, **to_dict(article)}, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Image):
        return {name: getattr(value, name) for name in _IMAGE_FIELDS}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
