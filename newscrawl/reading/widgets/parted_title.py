"""The title said again in more or less than a line: above the text on several lines, as old templates break
it, and below it in a sentence on who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.reading.tree.measures import AROUND, HEADLINE, NEAR
from newscrawl.reading.widgets import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.reading.tree.blocks import Block


def drop(blocks: Sequence[Block], headline: str) -> None:
    """Drop, in place, what says ``headline``, a plain form, in two or three lines at the head, or says behind
    it who wrote the article: "Jembatan Desa Selesai ditulis oleh Rara, terbit pukul 17.48, ..."."""
    _drop_parted(blocks, headline)
    # The first line may tell of a book who wrote it.
    for block in blocks[1:] if len(headline) >= HEADLINE else ():
        said = lines.plain(block.text)
        if said.startswith(headline) and lines.tells_writer(said[len(headline) :]):
            block.drop("byline", "widget")


def _drop_parted(blocks: Sequence[Block], headline: str) -> None:
    """Section, date and byline may stand above the first line of the title."""
    for n, block in enumerate(blocks[:AROUND]):
        said = lines.plain(block.text)
        if not headline.startswith(f"{said} "):
            continue
        for end in range(n + 1, min(n + NEAR, len(blocks))):
            said = f"{said} {lines.plain(blocks[end].text)}"
            if said == headline:
                for part in blocks[n : end + 1]:
                    part.drop("repeats the title", "widget")
                return
