"""How much a page has to read, told from its bytes: without a tree, for pages that may be none."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    rb"<(script|style|noscript|title)\b.*?(?:</\1\b[^<>]{0,100}>?|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"<[^<>]*>?|\s+")
_RUN = re.compile(rb">\s*+([^\s<>][^<>]{39,})")
_HIDING = (b"script", b"style", b"noscript", b"title")
_LINK = re.compile(rb"<a\b[^>]{0,300}\bhref\b", re.IGNORECASE)


def readable_text(body: bytes) -> bytes:
    """The text that a reader sees, blanks folded."""
    return b" ".join(_TAG.sub(b" ", _HIDDEN.sub(b" ", body)).split())


def reads_on(body: bytes, enough: int) -> bool:
    """Whether long runs of text alone show so many bytes of :func:`readable_text`; False if that is not told.

    Most pages are articles, and their first paragraphs tell, at a third of the cost of reading all of a page.
    """
    shown = at = 0
    hidden = dict.fromkeys(_HIDING, False)
    for run in _RUN.finditer(body):
        for tag in _HIDING:
            opened, closed = (body.rfind(sign + tag, at, run.start()) for sign in (b"<", b"</"))
            if opened != closed:
                hidden[tag] = opened > closed
        at = run.end()
        if not any(hidden.values()):
            shown += len(b" ".join(run[1].split()))
        if shown >= enough:
            return True
    return False


def link_count(body: bytes) -> int:
    """How many links the page has."""
    return sum(1 for _ in _LINK.finditer(body))
