"""Canonical URLs and the identifiers made from them."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit, urlunsplit


def canonical_url(url: str) -> str:
    """The address that stands for an article, whatever variant of it was fetched."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, parts.query, ""))


def article_id(url: str) -> str:
    """The stable identifier of the article at canonical ``url``: 20 hexadecimal digits."""
    return hashlib.blake2b(url.encode(), digest_size=10).hexdigest()
