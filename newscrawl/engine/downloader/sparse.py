"""How much a page has to read, told from its bytes: without a tree, for pages that may be none."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    rb"<(script|style|noscript|title)\b.*?(?:</\1\b[^<>]{0,100}>?|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"<[^<>]*>?|\s+")
_LINK = re.compile(rb"<a\b[^>]{0,300}\bhref\b", re.IGNORECASE)


def readable_text(body: bytes) -> bytes:
    """The text that a reader sees, blanks folded."""
    return b" ".join(_TAG.sub(b" ", _HIDDEN.sub(b" ", body)).split())


def link_count(body: bytes) -> int:
    """How many links the page has."""
    return sum(1 for _ in _LINK.finditer(body))
