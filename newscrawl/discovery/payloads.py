"""Nuxt payloads: JSON lists in which every value is a reference to another place of the list."""

from __future__ import annotations

from typing import Any

_DEPTH = 12


def unfold(payload: Any) -> Any:
    """The document that a payload in the devalue form stands for.

    The payload is a list whose first entry is the root; the numbers in objects and lists are positions in
    the list, negative ones stand for undefined. A list that begins with a word (``["Reactive", 1]``) is its
    second entry in disguise. Anything else than such a list is returned as it is. Beyond twelve levels values
    are None, so that references in a circle end.
    """
    if not isinstance(payload, list) or not payload:
        return payload
    return _value(payload, 0, _DEPTH)


def _value(payload: list[Any], position: Any, depth: int) -> Any:
    if not isinstance(position, int) or not 0 <= position < len(payload) or depth == 0:
        return None
    entry = payload[position]
    if isinstance(entry, dict):
        return {key: _value(payload, reference, depth - 1) for key, reference in entry.items()}
    if isinstance(entry, list):
        if entry and isinstance(entry[0], str):
            return _value(payload, entry[1], depth - 1) if len(entry) > 1 else None
        return [_value(payload, reference, depth - 1) for reference in entry]
    return entry
