"""The old address of newscrawl.record.addresses: it works until version 0.3 and says so."""

from __future__ import annotations

import warnings

from newscrawl.record.addresses import article_id, article_key, canonical_url

__all__ = ["article_id", "article_key", "canonical_url"]

warnings.warn(
    "newscrawl.urls is now newscrawl.record.addresses",
    DeprecationWarning,
    stacklevel=2,
)
