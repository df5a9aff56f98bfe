"""What the real pages and the facts about sites hold, as lines and as words: was a word ever seen?"""

from __future__ import annotations

import html
import re
from functools import cache

from newscrawl.words import Entry
from tests.shared_data import SHARED

_PARTS = re.compile(r"[<>\n\t]|[\"']\s*[ ,:/]|=[\"']")
_LONGEST = 2000
"""Characters beyond which a piece of a page is program text and no wording."""


def was_seen(entry: Entry) -> bool:
    """Whether the text of ``entry`` stands in a page or a fact: one word as a whole word, in any case."""
    text = entry.text.casefold()
    whole, words = _evidence()
    return text in words if re.fullmatch(r"\w+", text) else text in whole


@cache
def _evidence() -> tuple[str, frozenset[str]]:
    places = [path for name in ("pages", "pages2", "facts") for path in (SHARED / name).rglob("*")]
    pieces: set[str] = set()
    for path in places:
        if path.is_file():
            text = html.unescape(path.read_bytes().decode("utf-8", "replace")).casefold()
            pieces.update(" ".join(piece.split()) for piece in _PARTS.split(text))
    whole = "\n".join(piece for piece in pieces if len(piece) < _LONGEST)
    return whole, frozenset(re.findall(r"\w+", whole))
