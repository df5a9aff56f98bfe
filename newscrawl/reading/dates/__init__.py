"""Indonesian dates: reading one string, and choosing the true one among all that a page states."""

from __future__ import annotations

from newscrawl.reading.dates.evidence import DateEvidence
from newscrawl.reading.dates.parse import parse
from newscrawl.reading.dates.parsed import ParsedDate
from newscrawl.reading.dates.resolve import ResolvedDates, resolve

__all__ = ["DateEvidence", "ParsedDate", "ResolvedDates", "parse", "resolve"]
