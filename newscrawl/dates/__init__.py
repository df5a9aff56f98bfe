"""Indonesian dates."""

from __future__ import annotations

from newscrawl.dates.evidence import DateEvidence
from newscrawl.dates.resolve import ResolvedDates, resolve

__all__ = ["DateEvidence", "ResolvedDates", "resolve"]
