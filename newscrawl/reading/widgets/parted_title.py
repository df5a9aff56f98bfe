"""The title above the text on several lines, as old templates break it: no one line of them repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.reading.widgets import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.reading.tree.blocks import Block

_WITHIN = 6
"""Lines of a text among which its title may begin: section, date and byline stand above it."""
_MOST_LINES = 3
"""Lines of such a title; more are a list."""


def drop(blocks: Sequence[Block], headline: str) -> None:
    """Drop, in place, the two or three lines at the head that together say ``headline``, a plain form."""
    for n, block in enumerate(blocks[:_WITHIN]):
        said = lines.plain(block.text)
        if not headline.startswith(f"{said} "):
            continue
        for end in range(n + 1, min(n + _MOST_LINES, len(blocks))):
            said = f"{said} {lines.plain(blocks[end].text)}"
            if said == headline:
                for part in blocks[n : end + 1]:
                    part.drop("repeats the title", "widget")
                return
