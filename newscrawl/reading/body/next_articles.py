"""Where another article begins below the text: pages that scroll on hold several whole ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.reading.body.teasers import is_prose
from newscrawl.reading.dates.spotting import has_day
from newscrawl.reading.fields.headline import LONGEST, end_of
from newscrawl.reading.tree.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.tree.blocks import Block

_SHORTEST = 20
"""Characters of a headline; a shorter heading is a label of the page."""


def drop(sources: Sources, blocks: Sequence[Block]) -> None:
    """Drop what stands from the next article's headline on: an h1 with a date right below it.

    The entries of a live report have lower headings.
    """
    titles = _next_titles(sources)
    begun = False
    for n, block in enumerate(blocks if titles else ()):
        if begun and fold(block.text) in titles:
            for other in blocks[n:]:
                other.drop("another article", "widget")
            return
        begun = begun or (block.kept and is_prose(block))


def _next_titles(sources: Sources) -> set[str]:
    """The folded texts of the headlines of other whole articles below the page's own."""
    headline, lines = sources.headline, sources.outline.lines
    own = fold(headline.text or "")
    found = set()
    for heading in sources.outline.headings if headline.line >= 0 else ():
        is_title = heading.level == 1 and _SHORTEST <= len(heading.text) <= LONGEST
        if not is_title or heading.index < headline.end:
            continue
        end = end_of(lines, heading)
        dated = end < len(lines) and lines[end].is_dated and has_day(lines[end].text)
        if dated and (folded := fold(heading.text)) != own:
            found.add(folded)
    return found
