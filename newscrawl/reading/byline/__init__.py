"""Bylines and datelines."""

from __future__ import annotations

from newscrawl.reading.byline.closing_source import closing_source
from newscrawl.reading.byline.dateline import Dateline, find_dateline, read_dateline
from newscrawl.reading.byline.people import Byline, read_byline
from newscrawl.reading.byline.signatures import drop_signature

__all__ = [
    "Byline",
    "Dateline",
    "closing_source",
    "drop_signature",
    "find_dateline",
    "read_byline",
    "read_dateline",
]
