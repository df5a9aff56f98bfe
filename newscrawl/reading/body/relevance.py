"""The words by which a text shows what it is about."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w{4,}")
_FUNCTION_WORDS = """
    yang dan di ke dari untuk dengan pada ini itu tidak akan dalam adalah juga oleh sebagai karena bisa telah
    sudah ada kata saat para lebih atau bahwa kami kita saya ia dia mereka tersebut hingga menjadi namun
    the of and to in a is that for was on with as by
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words without which there is hardly a sentence, and which say nothing of its topic."""


def topic_words(*texts: str) -> frozenset[str]:
    """The words of four letters and more in ``texts``, in lower case, function words left out."""
    return frozenset(_WORD.findall(" ".join(texts).lower())) - FUNCTION_WORDS
