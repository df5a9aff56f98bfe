"""Indonesian dates: reading one string, and choosing the true one among all that a page states."""

from __future__ import annotations

from newscrawl.dates.evidence import DateEvidence
from newscrawl.dates.parse import parse
from newscrawl.dates.parsed import ParsedDate
from newscrawl.dates.resolve import ResolvedDates, resolve

__all__ = ["DateEvidence", "ParsedDate", "ResolvedDates", "parse", "resolve"]
