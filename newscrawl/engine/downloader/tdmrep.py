"""tdmrep.json: what a host reserves against text and data mining, by the TDM Reservation Protocol (W3C).

A list of rules, each with a ``location`` (a path in which ``*`` stands for anything, and ``$`` at its end for
the end) and ``tdm-reservation``, 1 or 0. The first rule whose location fits a page holds for it.
"""

from __future__ import annotations

import json
from urllib.parse import unquote, urlsplit

_RESERVED = ("1", "true")
_MOST_RULES = 1000
"""More rules than any publisher has sections; what comes after them is not read."""


class TdmReservations:
    """What a tdmrep.json says of the pages of its host; one that is no such file says nothing."""

    def __init__(self, text: str) -> None:
        self._rules: list[tuple[str, bool]] = []
        try:
            rules = json.loads(text)
        except (ValueError, RecursionError):
            return
        for rule in (rules if isinstance(rules, list) else [rules])[:_MOST_RULES]:
            location = rule.get("location") if isinstance(rule, dict) else None
            if isinstance(location, str) and "tdm-reservation" in rule:
                reserved = str(rule["tdm-reservation"]).lower() in _RESERVED
                self._rules.append((location, reserved))

    def against(self, url: str) -> list[str]:
        """What of it holds for ``url``, as ``where: what``."""
        parts = urlsplit(url)
        path = unquote(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        holds = next((reserved for location, reserved in self._rules if _fits(location, path)), False)
        return ["tdmrep.json: tdm-reservation"] if holds else []


def _fits(location: str, path: str) -> bool:
    """Whether a path begins so, as in robots.txt; each part is looked for once, so that it costs no time."""
    whole = location.endswith("$")
    first, *parts = unquote(location.removesuffix("$")).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = parts.pop() if whole and parts else ""
    for part in parts:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if not whole:
        return True
    return path.endswith(last) and at <= len(path) - len(last) if "*" in location else at == len(path)
