"""The dateline: place and source at the start of the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dateline:
    """``place`` as written ("Beijing, China"), ``source`` the agency or site ("ANTARA", "afederasi.com")."""

    place: str | None = None
    source: str | None = None


def read_dateline(text: str) -> Dateline:  # noqa: ARG001
    """The dateline that ``text``, the first line of a body, begins with."""
    return Dateline()
