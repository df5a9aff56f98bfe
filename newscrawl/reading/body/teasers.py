"""Tells running text from rows of teasers: cards of other articles, one under the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.dates.spotting import has_day, is_date_line
from newscrawl.reading.tree.measures import A_LIST, LABEL, MOSTLY, SENTENCE
from newscrawl.reading.widgets.lines import is_headline, is_labelled, plain

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

LONG_TEXT = 1200
"""Characters of running text in which no word of the title need stand."""

PROSE_KINDS = frozenset(("paragraph", "quote", "list_item", "table_row"))
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]{0,3}(?:\s*[(\[][^()\[\]]{1,40}[)\]])?[\s.*]{0,4}$")
_LAST = frozenset(".!?…:;\"'”’)]*")
"""What stands last where a sentence ends: to look for its end takes a hundred times as long."""


_OPENS = re.compile(words.patterns("buttons", "opens an article"))
_OPENS_AT_END = re.compile(
    rf"[.!?…\s][\s.\[(]{{0,4}}(?:{words.patterns('buttons', 'opens an article')})[\s.\])»›>→]{{0,4}}$"
)
_LASTS = re.compile(rf"\d{{1,3}} ?(?:{words.alternatives('relative', 'minute')})(?: baca)?", re.IGNORECASE)


def is_prose(block: Block) -> bool:
    """Whether a line is running text: long enough, ended like a sentence, and mostly no link."""
    text = block.text
    if block.kind not in PROSE_KINDS or block.link_share > MOSTLY or len(text) < LABEL:
        return False
    if ". " in text:
        return True
    return (text[-1] in _LAST or text[-1].isspace()) and SENTENCE_END.search(text[-60:]) is not None


def are_opened(blocks: Sequence[Block], prose: int) -> bool:
    """Whether a button such as "Read more" stands right behind most lines of the text, or as a link at their
    ends."""
    opened = sum(
        1
        for block, behind in pairwise((*blocks, None))
        if block is not None
        and block.kept
        and is_prose(block)
        and (
            (behind is not None and _OPENS.fullmatch(plain(behind.text).rstrip(" .…»›>→")))
            or (block.link_share and _OPENS_AT_END.search(block.text[-LABEL:].lower()))
        )
    )
    return opened >= A_LIST and opened >= MOSTLY * prose


def are_teasers(blocks: Sequence[Block], prose: int, *, called: bool) -> bool:
    """Whether the text is a row of teasers: before most of its lines stands a date or a linked headline.

    Below a long text they are what a page recommends. A link that a label announces ("Baca juga") is none.
    On a page ``called`` an article dates are a chronology's, and links behind its first line are in its text.
    """
    teasers = before = 0
    parted = False
    for block in blocks:
        if _parts(block, dates=not called):
            parted = True
        elif block.kept and is_prose(block):
            if called and not parted and not before:
                return False
            teasers += parted or (not called and is_date_line(block.text[:SENTENCE]))
            before += len(block.text) if teasers < A_LIST else 0
            parted = False
    return teasers >= A_LIST and teasers >= MOSTLY * prose and before < LONG_TEXT


def are_posts(blocks: Sequence[Block]) -> bool:
    """Whether the text is a row of articles, some paragraphs of each below a date and a linked headline."""
    found = 0
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        is_head = before.link_share < 0.5 and len(before.text) <= SENTENCE and has_day(before.text)
        found += is_head and _parts(block, dates=False) and after.kept and is_prose(after)
    return found > A_LIST


def is_led(blocks: Sequence[Block]) -> bool:
    """Whether a linked headline stands above the first line of the text: it is the teaser of its article."""
    for block in blocks:
        if block.kept and is_prose(block):
            return False
        if _parts(block, dates=False):
            return True
    return False


def _parts(block: Block, *, dates: bool) -> bool:
    """Whether a line parts teasers: a linked headline without a label, or where ``dates`` count one of
    these or how long a programme lasts ("32 menit")."""
    text = block.text
    if block.link_share > 0.7:
        return len(text) > 20 and is_headline(text) and not is_labelled(text)
    return dates and len(text) <= 60 and (is_date_line(text) or _LASTS.fullmatch(text) is not None)
