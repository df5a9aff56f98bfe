"""The record as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from newscrawl.items import Article, Image

_FIELDS = tuple(field.name for field in fields(Article))
_MOMENTS = tuple(field.name for field in fields(Article) if "datetime" in str(field.type))
_IMAGE_FIELDS = tuple(field.name for field in fields(Image))
_values = attrgetter(*_FIELDS)
_image_values = attrgetter(*_IMAGE_FIELDS)


def to_dict(article: Article) -> dict[str, Any]:
    """The record as plain JSON values, in the order of its definition; lists are the article's own."""
    record = dict(zip(_FIELDS, _values(article), strict=True))
    for name in _MOMENTS:
        moment: datetime | None = record[name]
        record[name] = moment and moment.isoformat()
    record["images"] = [
        dict(zip(_IMAGE_FIELDS, _image_values(image), strict=True)) for image in article.images
    ]
    return record


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
