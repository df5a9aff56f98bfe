"""Text as it stands in pages: white space, invisible characters, twice-encoded letters, and folding."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.reading.tree import core
from newscrawl.reading.tree.decoding import repair
from newscrawl.reading.tree.folding import resolved, whole

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff"))
_TO_TIDY = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff\ud800-\udfff]")
_WORD = re.compile(r"\w+")
# For each sign of ASCII its small letter, or a blank where it is part of no word.
_ASCII_WORDS = "".join(sign.lower() if _WORD.match(sign) else " " for sign in map(chr, range(128)))
_SHORT = 120
"""Bound: characters of texts whose folding is kept: headlines and labels come again, paragraphs do not."""
# A search for one of several signs is quick, one for alternatives is not.
_LOOKS_TWICE_ENCODED = re.compile("[\u00c2\u00c3\u00e2](?:(?<!\u00e2)|[\u20ac\u0080])")


def tidy(text: str) -> str:
    """``text`` on one line: white space folded, invisible characters gone, twice-encoded UTF-8 repaired.

    So are references that were escaped twice.
    """
    if "&" in text or "\\" in text:
        text = resolved(text)
    if text.isascii():
        if core.compiled is None:
            return " ".join(text.split())
        spaced: str = core.compiled.one_spaced(text)
        return spaced
    if _looks_twice_encoded(text):
        text = repair(text)
    done = " ".join(text.split())
    # What can be printed holds nothing invisible; these two are blanks, too, and would part a word.
    if not done.isprintable() or "\u2028" in text or "\u2029" in text:
        done = " ".join(whole(text).translate(_INVISIBLE).split())
    # A blank that is no ASCII, beside letters that were encoded twice, had hidden them.
    return tidy(done) if done != text and _looks_twice_encoded(done) else done


def is_plain(text: str) -> bool:
    """Whether :func:`tidy` takes nothing but white space from ``text`` and changes nothing in it."""
    return text.isascii() or not (_TO_TIDY.search(text) or _looks_twice_encoded(text))


def _looks_twice_encoded(text: str) -> bool:
    """Whether letters of a text look like UTF-8 that was encoded again; few texts have the first of these."""
    first = "\u00c2" in text or "\u00c3" in text or "\u00e2" in text
    return first and _LOOKS_TWICE_ENCODED.search(text) is not None


def text_of(element: HtmlElement) -> str:
    """All text in an element. Most of those that are asked hold no other, and lxml's own way is a path."""
    if core.compiled is not None:
        found: str = core.compiled.content(element)
        return found
    return str(element.text_content()) if len(element) else element.text or ""


def unescape(text: str) -> str:
    """``text`` tidied, with character references resolved, also those that were escaped twice."""
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    return tidy(text)


def fold(text: str) -> str:
    """The words of ``text`` in lower case with one space between them, to compare wordings by."""
    return _fold_short(text) if len(text) <= _SHORT else _folded(text)


@lru_cache(maxsize=4096)
def _fold_short(text: str) -> str:
    """Titles, labels and the entries of menus are folded again and again, on one page and on the next."""
    return _folded(text)


def _folded(text: str) -> str:
    """Most texts are plain ASCII, where a table does in one step what takes a pattern a search a word."""
    if text.isascii():
        return " ".join(text.translate(_ASCII_WORDS).split())
    return " ".join(words_in(text.casefold()))


def words_in(text: str) -> list[str]:
    """The words of a text: its runs of letters, digits and underscores."""
    if core.compiled is not None:
        found: list[str] = core.compiled.words(text)
        return found
    return _WORD.findall(text)
