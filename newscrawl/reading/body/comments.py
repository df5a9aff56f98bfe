"""Where readers' comments begin that only their heading tells from the text, and which texts are theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.tree.text import fold
from newscrawl.reading.widgets.lines import plain
from newscrawl.reading.widgets.wordings import kind_of

if TYPE_CHECKING:
    from newscrawl.reading.tree.outline import Lines

_WORDS = words.texts("comments", "comment")
_ANSWERS = frozenset(words.texts("comments", "answer"))
_REACH = 2
"""Lines behind a comment in which its button to answer stands: beside it may be one to like it."""


def begin_of_comments(lines: Lines) -> int:
    """The line of the first heading that says that comments follow; the count of lines if there is none."""
    return min(
        (at for word in _WORDS for at in lines.holding(word) if _opens_comments(lines, at)),
        default=len(lines),
    )


def _opens_comments(lines: Lines, at: int) -> bool:
    return lines.blocks[at].tag in HEADINGS and kind_of(plain(lines[at].text)) == "comments"


def is_answered(lines: Lines, end: int) -> bool:
    """Whether a button to answer stands right behind a text that ends before the line ``end``."""
    for at in range(end, min(end + _REACH, len(lines))):
        start, stop = lines.starts[at], lines.starts[at + 1] if at + 1 < len(lines) else len(lines.texts)
        if any(fold(run) in _ANSWERS for run in lines.texts[start:stop]):
            return True
    return False
