"""Instants as the archive writes them: UTC to the second, in a form that sorts as text."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """An aware instant as the archive keeps it, such as ``2026-08-01T02:30:00Z``."""
    return moment.astimezone(UTC).isoformat()[:19] + "Z"


def from_text(text: str) -> datetime:
    """The instant of :func:`to_text`."""
    return datetime.fromisoformat(text)
