"""The words by which a text shows what it is about."""

from __future__ import annotations

import re

from newscrawl import words

_WORD = re.compile(r"\w{4,}")
FUNCTION_WORDS = frozenset(words.texts("function_words"))
"""Words without which there is hardly a sentence, and which say nothing of its topic."""


def topic_words(*texts: str) -> frozenset[str]:
    """The words of four letters and more in ``texts``, in lower case, function words left out."""
    return frozenset(_WORD.findall(" ".join(texts).lower())) - FUNCTION_WORDS
