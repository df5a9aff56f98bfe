"""The language of a text: Indonesian, English, or unknown."""

from __future__ import annotations


def detect(text: str) -> str | None:  # noqa: ARG001
    """BCP 47 tag of the language of ``text``, or None where it is too short to tell."""
    return None
