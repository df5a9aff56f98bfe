"""The language of a text: Indonesian, English, or unknown."""

from __future__ import annotations

import re

from newscrawl import words as word_lists

_LONGEST = 2_500
"""Characters that are read; the language of news does not change after them."""

_FEWEST_WORDS = 4
_LEAST_SHARE = 0.08
_LEAD = 2.0

_TELLING = word_lists.entries("languages")
_INDONESIAN = frozenset(entry.text for entry in _TELLING if entry.language == "id")
_ENGLISH = frozenset(entry.text for entry in _TELLING if entry.language == "en")
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """BCP 47 tag of the language of ``text``, or None where it is too short or another language.

    Judged by function words. Malay is not told apart from Indonesian: both give ``id``.
    """
    words = _WORD.findall(text[:_LONGEST].casefold())
    indonesian = sum(map(_INDONESIAN.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, words))
    tag, most, least = ("id", indonesian, english) if indonesian >= english else ("en", english, indonesian)
    if most < _FEWEST_WORDS or most < _LEAST_SHARE * len(words) or most < _LEAD * least:
        return None
    return tag
