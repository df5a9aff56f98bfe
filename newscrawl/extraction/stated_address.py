"""The old address of newscrawl.reading.tree.stated_address: it works until version 0.3 and says so."""

from __future__ import annotations

import warnings

from newscrawl.reading.tree.stated_address import stated_address

__all__ = ["stated_address"]

warnings.warn(
    "newscrawl.extraction.stated_address is now newscrawl.reading.tree.stated_address",
    DeprecationWarning,
    stacklevel=2,
)
