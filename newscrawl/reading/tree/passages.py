"""When a text is a text by itself, and no caption, button or teaser: by its sentences and its length."""

from __future__ import annotations

from newscrawl.record.pattern import lazy

LEAST_SENTENCES, LEAST_LENGTH = 3, 250
"""What no caption of the 251 real pages reaches, and all introductions of one paragraph do."""

_END = lazy(r"(?<=[^\s.!?…]{3})[.!?…:][\"'”’)\]]{0,2}(?=\s|$)|[.!?…][\"'”’)\]]{1,2}(?=\s|$)")


def sentences(text: str) -> int:
    """How many sentences end in ``text``: words of three letters and more before a full stop or the like."""
    return sum(1 for _ in _END.finditer(text))


def is_passage(text: str) -> bool:
    """Whether ``text`` is so long, and of so many sentences, that it is running text wherever it stands."""
    return len(text) >= LEAST_LENGTH and sentences(text) >= LEAST_SENTENCES
