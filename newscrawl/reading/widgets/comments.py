"""What tells readers' comments from the text: their heading, what stands below each, the field for the next.

They may be longer than the article, so that neither their length nor their place says whose words they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from newscrawl import words
from newscrawl.reading.widgets.lines import is_date, plain, verdict
from newscrawl.reading.widgets.running import is_running
from newscrawl.reading.widgets.wordings import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import Block
    from newscrawl.reading.tree.outline import Lines, Outline

KIND = "comments"
"""Of widgets' wordings and of regions: what is of readers' comments."""
_WORDS = words.texts("comments", "comment")
_ANSWERS = frozenset(words.texts("comments", "answer"))
_LONGEST_ANSWER = max(map(len, _ANSWERS)) + 2
"""Bound: characters of a run that is compared with the buttons' words, blanks around it included."""
_REACH = 2
"""Lines behind a comment in which its button to answer stands: beside it may be one to like it."""
_FEWEST = 2
"""Paragraphs with a sign of a comment each: one may be the last of the text, with a button below it."""
_ASKS = etree.XPath("boolean(.//textarea)")


def begin_of_comments(outline: Outline) -> int:
    """The line of the first heading that says that comments follow; the count of lines if there is none."""
    return next((h.index for h in outline.headings if _opens_comments(h.text)), len(outline.lines))


def _opens_comments(text: str) -> bool:
    said = text.lower()
    return any(map(said.__contains__, _WORDS)) and kind_of(plain(text)) == KIND


def counts_comments(text: str) -> bool:
    """Whether a line is the heading of comments, with their number: no value of a table says so."""
    return any(map(str.isdigit, text)) and verdict(text) == KIND


def is_answered(lines: Lines, end: int) -> bool:
    """Whether a button to answer stands right behind a text that ends before the line ``end``."""
    starts, last = lines.starts, min(end + _REACH, len(lines.starts))
    if end >= last:
        return False
    behind = lines.texts[starts[end] : starts[last] if last < len(starts) else None]
    return any(len(run) <= _LONGEST_ANSWER and run.strip().lower() in _ANSWERS for run in behind)


def is_thread(blocks: Sequence[Block]) -> bool:
    """Whether most paragraphs have a sign of a comment before the next: a button to answer, how long ago."""
    paragraphs = signed = 0
    is_open = False
    for block in blocks:
        if block.kept and is_running(block):
            paragraphs += 1
            is_open = True
        elif is_open and (block.reason == KIND or is_date(block.text)):
            signed += 1
            is_open = False
    return signed >= _FEWEST and 2 * signed > paragraphs


def asks_for_comments(box: HtmlElement, reason: str) -> bool:
    """Whether a box that is named for comments has the field for the next one: it holds those of readers."""
    return reason.startswith(KIND) and bool(_ASKS(box))
