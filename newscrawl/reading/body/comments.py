"""Where readers' comments begin that only their heading tells from the text, and which texts are theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.widgets.lines import plain
from newscrawl.reading.widgets.wordings import kind_of

if TYPE_CHECKING:
    from newscrawl.reading.tree.outline import Lines, Outline

_WORDS = words.texts("comments", "comment")
_ANSWERS = frozenset(words.texts("comments", "answer"))
_LONGEST_ANSWER = max(map(len, _ANSWERS)) + 2
"""Bound: characters of a run that is compared with the buttons' words, blanks around it included."""
_REACH = 2
"""Lines behind a comment in which its button to answer stands: beside it may be one to like it."""


def begin_of_comments(outline: Outline) -> int:
    """The line of the first heading that says that comments follow; the count of lines if there is none."""
    return next((h.index for h in outline.headings if _opens_comments(h.text)), len(outline.lines))


def _opens_comments(text: str) -> bool:
    said = text.lower()
    return any(map(said.__contains__, _WORDS)) and kind_of(plain(text)) == "comments"


def is_answered(lines: Lines, end: int) -> bool:
    """Whether a button to answer stands right behind a text that ends before the line ``end``."""
    starts, last = lines.starts, min(end + _REACH, len(lines.starts))
    if end >= last:
        return False
    behind = lines.texts[starts[end] : starts[last] if last < len(starts) else None]
    return any(len(run) <= _LONGEST_ANSWER and run.strip().lower() in _ANSWERS for run in behind)
