"""The record as the archive keeps it: one line of JSON.

Two fields are not kept with the record but with the article, because they change as copies turn up:
``cluster`` and ``copy_of``. They are the record's last fields, and are joined to the line when it is read.
"""

from __future__ import annotations

import dataclasses
import json
import zlib
from typing import Any

from newscrawl.items import Article
from newscrawl.record.as_json import to_dict

try:
    # Reads a line four times as fast, which is half the time of an export.
    from orjson import loads as _loads
except ImportError:
    from json import loads as _loads  # type: ignore[assignment]

_encode = json.JSONEncoder(ensure_ascii=False).encode

LATE_FIELDS = ("cluster", "copy_of")

_FIELDS = dataclasses.fields(Article)

SHAPE = zlib.crc32(" ".join(field.name for field in _FIELDS).encode())
"""A number for the list of the record's fields: a line of another shape comes from another newscrawl."""


def to_line(article: Article) -> str:
    """The record as kept: everything but the late fields."""
    data = to_dict(article)
    for name in LATE_FIELDS:
        del data[name]
    return _encode(data)


def whole_line(line: str, shape: int, *, cluster: str | None, copy_of: str | None) -> str:
    """The full record of a kept line, as JSON in the order of the record's definition."""
    if shape != SHAPE:
        return json.dumps(whole_record(line, shape, cluster=cluster, copy_of=copy_of), ensure_ascii=False)
    return f'{line[:-1]}, "cluster": {json.dumps(cluster)}, "copy_of": {json.dumps(copy_of)}}}'


def whole_record(line: str, shape: int, *, cluster: str | None, copy_of: str | None) -> dict[str, Any]:
    """The full record of a kept line; fields that the line's newscrawl did not know have their defaults."""
    kept: dict[str, Any] = _loads(line)
    kept["cluster"] = cluster
    kept["copy_of"] = copy_of
    if shape == SHAPE:
        return kept
    return {field.name: kept[field.name] if field.name in kept else _default(field) for field in _FIELDS}


def texts(line: str) -> tuple[str | None, str | None]:
    """Title and body of a kept line."""
    kept: dict[str, Any] = _loads(line)
    return kept["title"], kept["body"]


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if field.default is dataclasses.MISSING else field.default
