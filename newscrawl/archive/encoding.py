"""Text that can be written down: pages may hold halves of characters, which no file can.

JSON in pages may escape half of a surrogate pair (``\\ud83d`` alone), where a headline was cut in the middle
of an emoji. Python keeps such a half; UTF-8 has no form for it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from newscrawl.items import Article

_HALF = re.compile("[\ud800-\udfff]")


def encodable(article: Article) -> Article:
    """The article with U+FFFD in place of every half character."""
    try:
        for text in _texts(article):
            text.encode()
    except UnicodeEncodeError:
        mended: Article = _mended(article)
        return mended
    return article


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _texts(each)
    elif dataclasses.is_dataclass(value):
        for name in value.__dataclass_fields__:
            yield from _texts(getattr(value, name))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, list):
        return [_mended(each) for each in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(each) for name, each in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {name: _mended(getattr(value, name)) for name in value.__dataclass_fields__}
        return dataclasses.replace(value, **parts)
    return value
