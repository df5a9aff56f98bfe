"""What follows the text as a part of its own: the readers' comments, the portrait of the writer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.widgets import comments, lines
from newscrawl.reading.widgets.running import is_running

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_APPENDIX = (comments.KIND, "author box")
_OPENS = re.compile(rf"\W{{0,3}}(?:{words.patterns('edges', 'opens an appendix')})", re.IGNORECASE)


def drop(blocks: Sequence[Block]) -> None:
    """Drop what follows a line that opens the readers' comments or the writer's portrait, but for a code.

    Such a line below less than half of the running text is a button, and opens nothing, unless it heads a
    thread of comments: they may be longer than the text. Nor does a call to comment that is no heading, where
    the text goes on behind it as it was set before.
    """
    half = 0.5 * sum(len(block.text) for block in blocks if block.kept and is_running(block))
    passed = 0
    last = ""
    opened: str | None = None
    for n, block in enumerate(blocks):
        if not block.kept:
            heads = any(name in HEADINGS for name in block.marks.split())
            if (
                passed
                and block.reason in _APPENDIX
                and (heads or _OPENS.match(block.text))
                and (passed > half or comments.is_thread(blocks[n + 1 :]))
                and (heads or block.reason != comments.KIND or not _goes_on(blocks[n + 1 :], last))
            ):
                opened = block.reason
        elif opened and not lines.is_code(block.text):
            block.drop(opened, "widget")
        elif is_running(block):
            passed += len(block.text)
            last = block.marks


def _goes_on(behind: Sequence[Block], marks: str) -> bool:
    """Whether the next sentence is set as those before, by its ``marks``, and no thread of comments."""
    following = next((block for block in behind if block.kept and is_running(block)), None)
    is_set_so = following is not None and following.marks == marks != ""
    return is_set_so and not comments.is_thread(behind)
