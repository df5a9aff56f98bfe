"""The old address of newscrawl.reading.dates: it works until version 0.3 and says so."""

from __future__ import annotations

import warnings

from newscrawl.reading.dates import DateEvidence, parse, resolve

__all__ = ["DateEvidence", "parse", "resolve"]

warnings.warn(
    "newscrawl.dates is now newscrawl.reading.dates",
    DeprecationWarning,
    stacklevel=2,
)
