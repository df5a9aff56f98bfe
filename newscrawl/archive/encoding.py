"""Text that can be written down: pages may hold halves of characters, which no file can.

JSON in pages may escape half of a surrogate pair (``\\ud83d`` alone), where a headline was cut in the middle
of an emoji. Python keeps such a half; UTF-8 has no form for it.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")


def mended(value: Any) -> Any:
    """A record, or any part of one, with U+FFFD in place of every half character."""
    if isinstance(value, str):
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, list):
        return [mended(each) for each in value]
    if isinstance(value, dict):
        return {mended(name): mended(each) for name, each in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {name: mended(getattr(value, name)) for name in value.__dataclass_fields__}
        return dataclasses.replace(value, **parts)
    return value
