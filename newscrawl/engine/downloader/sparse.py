"""How much a page has to read, told from its bytes: without a tree, for pages that may be none."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    rb"<(script|style|noscript|title)\b.*?(?:</\1\b[^<>]{0,100}>?|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"<[^<>]*>?|\s+")
_RUN_OR_HIDING = re.compile(rb">\s*+([^\s<>][^<>]{39,})|<(script|style|noscript|title)\b")
_LINK = re.compile(rb"<a\b[^>]{0,300}\bhref\b", re.IGNORECASE)


def readable_text(body: bytes) -> bytes:
    """The text that a reader sees, blanks folded."""
    return b" ".join(_TAG.sub(b" ", _HIDDEN.sub(b" ", body)).split())


def reads_on(body: bytes, enough: int) -> bool:
    """Whether long runs of text alone show so many bytes of :func:`readable_text`; False if that is not told.

    Most pages are articles, and their first paragraphs tell, at a third of the cost of reading all of a page.
    """
    shown = at = 0
    while found := _RUN_OR_HIDING.search(body, at):
        run, hiding = found.groups()
        at = found.end()
        if hiding:
            at = body.find(b"</" + hiding, at)
            if at < 0:
                return False
        else:
            shown += len(b" ".join(run.split()))
            if shown >= enough:
                return True
    return False


def link_count(body: bytes) -> int:
    """How many links the page has."""
    return sum(1 for _ in _LINK.finditer(body))
