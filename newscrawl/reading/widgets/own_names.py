"""The names of a site that its host says."""

from __future__ import annotations

_OF_COUNTRIES = 2
"""Given: letters of the endings of countries, and of "co", "go" and "or" before them."""
_ENDINGS = frozenset(("www", "com", "net", "org", "web", "news", "info"))
"""Longer parts of a host that are no name."""


def names_in(host: str) -> list[str]:
    """The labels of a host that may be the name of a site, in lower case and without hyphens."""
    labels = (label.replace("-", "") for label in host.lower().split("."))
    return [label for label in labels if len(label) > _OF_COUNTRIES and label not in _ENDINGS]
