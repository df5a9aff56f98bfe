"""Slogans and campaigns with a hashtag below the text: the site's own, or the writer's greeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl.reading.tree.measures import A_LIST, LONG_SENTENCE, SENTENCE
from newscrawl.reading.widgets import lines

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_SLOGAN = re.compile(r"[^#.?:]{0,40}#\w{3,40}[^\w.]{0,2}")
"""A hashtag behind a name or a greeting: of a site or a campaign, where it is the last line.

A full stop behind it ends a sentence on a hashtag."""
_CALL = re.compile(r"#\w{3,40}\b[^.?]*")
"""A hashtag with words behind it that end as no sentence: "#JagaLaut, mari ke pantai!"."""
_COUNTER = re.compile(r"(?:halaman )?\d{1,2} ?(?:dari|of|/) ?\d{1,2}(?: halaman)?", re.IGNORECASE)


def drop(blocks: Sequence[Block]) -> None:
    """Drop, in place, a slogan that is the last line, and a campaign's lines behind its hashtag."""
    _drop_slogan(blocks)
    _drop_campaign(blocks)


def _drop_slogan(blocks: Sequence[Block]) -> None:
    """Drop a last line that is no sentence and ends or begins with a hashtag: "Kabar Kota #UntukSemua"."""
    kept = [block for block in blocks if block.kept and not lines.is_mark(block.text)]
    if len(kept) < 2 or "#" not in (text := kept[-1].text) or kept[-1].kind in ("list_item", "table_row"):
        return
    if _SLOGAN.fullmatch(_with_one_hashtag(text)) or (len(text) < SENTENCE and _CALL.fullmatch(text)):
        kept[-1].drop("tags", "widget")


def _with_one_hashtag(text: str) -> str:
    """A line without the further hashtags at its end: "Ingat pesan ibu #PakaiMasker #JagaJarak"."""
    said = text.split()
    while len(said) > 1 and said[-1].startswith("#") and said[-2].startswith("#"):
        said.pop()
    return " ".join(said)


def _drop_campaign(blocks: Sequence[Block]) -> None:
    """Drop the short lines that follow a hashtag at the end of a page: a campaign's, not the article's."""
    for page in _pages(blocks):
        at = max((n for n, block in enumerate(page) if block.reason == "tags" and not block.kept), default=-1)
        if at < 0 or page[at].text.count("#") != 1:
            continue
        behind = [block for block in page[at:] if block.kept and not lines.is_mark(block.text)]
        behind = [block for block in behind if not lines.is_typed_source(block.text)]
        if len(behind) <= A_LIST and all(len(block.text) < LONG_SENTENCE for block in behind):
            for block in behind:
                block.drop("campaign", "widget")


def is_counter(text: str) -> bool:
    """Whether a line says on which page of how many what follows stands: "2 dari 3 halaman"."""
    return _COUNTER.fullmatch(text) is not None


def _pages(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks of each page of a text that stands on several, parted by counters such as "2 dari 3"."""
    start = 0
    for n, block in enumerate(blocks):
        if not block.kept and is_counter(block.text):
            yield blocks[start:n]
            start = n
    yield blocks[start:]
