"""The language of a text: Indonesian, English, or unknown; with the extra ``language`` two more."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newscrawl import words as word_lists
from newscrawl.reading.tree import core

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONGEST = 2_500
"""Characters that are read; the language of news does not change after them."""

_FEWEST_WORDS = 4
"""Function words that tell a language: a title has fewer of each. Half and twice change 1 of 73 pages
each."""
_LEAST_SHARE = 0.08
"""Share of function words in the words of a text; names and lists have less."""
_LEAD = 2.0
"""How many times as many as of the other language: quotations are in it, loan words look like it."""

_TELLING = word_lists.entries("languages")
_INDONESIAN = frozenset(entry.text for entry in _TELLING if entry.language == "id")
_NEIGHBOURS = frozenset(entry.text for entry in _TELLING if entry.kind == "neighbour")
_ENGLISH = frozenset(entry.text for entry in _TELLING if entry.language == "en")
_WORD = re.compile(r"[^\W\d_]+")

LANGUAGES = ("id", "ms", "jv", "en")
"""What py3langid is asked to tell apart; it knows no Sundanese.

Of 214 real pages, 3 in English, it has none wrong.
"""


def detect(text: str) -> tuple[str, str] | None:
    """BCP 47 tag of the language of ``text``, and what told it; None for short texts and other languages.

    Judged by function words, by which Malay and Javanese are not told from Indonesian. Where several words of
    a neighbouring language stand in the text, or any in one that the function words leave open, and the extra
    ``language`` is installed, py3langid decides.
    """
    words = _words(text[:_LONGEST].casefold())
    indonesian = sum(map(_INDONESIAN.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, words))
    tag, most, least = ("id", indonesian, english) if indonesian >= english else ("en", english, indonesian)
    is_clear = most >= max(_FEWEST_WORDS, _LEAST_SHARE * len(words), _LEAD * least)
    # Loading the model takes longer, and more memory, than reading fifty pages.
    may_be_regional = not (is_clear and tag == "en") and _is_doubtful(
        words, _FEWEST_DOUBTS if is_clear else 1
    )
    if may_be_regional and len(words) >= _FEWEST_TO_CLASSIFY and (classify := _classifier()) is not None:
        found = classify(text[:_LONGEST])
        if is_clear or found in _REGIONAL:
            return found, "text: py3langid"
    return (tag, "text: function words") if is_clear else None


def _words(text: str) -> list[str]:
    """The words of a text without digits and underscores."""
    if core.compiled is not None:
        found: list[str] = core.compiled.words(text, True)
        return found
    return _WORD.findall(text)


def _is_doubtful(words: Sequence[str], fewest: int) -> bool:
    """Whether a text may be in a neighbouring language: ``fewest`` different words of one, and not seldom.

    One word may be what a text is about, however often it stands there: a kingdom, a team's reserves.
    """
    doubts = [word for word in words if word in _NEIGHBOURS]
    return len(set(doubts)) >= fewest and len(doubts) >= _LEAST_DOUBT * len(words)


_FEWEST_TO_CLASSIFY = 20
"""Bound: words for the model of neighbouring languages, which takes half a second and guesses on fewer."""
_FEWEST_DOUBTS, _LEAST_DOUBT = 2, 0.01
"""Of 273 open pages one in Indonesian has two such words, one in 180; news in Malay has one in forty."""
_REGIONAL = ("jv", "ms")


@cache
def _classifier() -> Callable[[str], str] | None:
    """py3langid for the languages of the archipelago; None where the extra is not installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (an extra)
    except ImportError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return lambda text: str(identifier.classify(text)[0])
