"""Site files as text: TOML as people would write it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_LINE = 105
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def toml_lines(table: Mapping[str, Any]) -> list[str]:
    """The lines of a TOML table; what is empty is left out."""
    lines: list[str] = []
    for key, value in table.items():
        line = f"{_key(key)} = {_toml(value)}"
        if value in ("", [], (), {}, None):
            continue
        if len(line) > _LINE and isinstance(value, list | tuple):
            lines += [f"{_key(key)} = [", *(f"    {_toml(part)}," for part in value), "]"]
        else:
            lines.append(line)
    return lines


def _toml(value: Any) -> str:
    """A value as TOML has it; texts with a backslash, such as patterns, as literal strings."""
    if isinstance(value, str):
        literal = "\\" in value and "'" not in value and value.isprintable()
        return f"'{value}'" if literal else _quoted(value)
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(key)} = {_toml(part)}' for key, part in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value) if isinstance(value, bool | int) else str(value)


def _quoted(text: str) -> str:
    """JSON's escapes are TOML's, but for the one control character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _quoted(key)
