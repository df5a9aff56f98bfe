"""What stands around the text: a head above it, names and dates below it, headings with no text left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.widgets import lines

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

# What the head of an article consists of; its container may hold it.
_HEAD = ("repeats the title", "byline", "date line", "navigation: bread", "navigation: crumb")
_LONGEST_DECK, _DECK_SHARE = 400, 0.25
_LONGEST_CODE = 4
_SHORTEST_TEXT, _FEWEST_BLANKS = 60, 8
# What stands at the foot of an article.
_FOOT = (
    "related link",
    "tags",
    "share",
    "comments",
    "reactions",
    "poll",
    "page links",
    "author",
    "video promo",
)
LINKED, WHOLLY_LINKED = 0.6, 0.85
"""Shares of a line in links from which on it is a link, and no words stand beside it."""

_LONG_SENTENCE = 120
_CLOCK_TIME = re.compile(r"\d[:.]\d\d")
_APPENDIX = ("comments", "author box")
_OPENS_APPENDIX = re.compile(rf"\W{{0,3}}(?:{words.patterns('edges', 'opens an appendix')})", re.IGNORECASE)
_TYPED_SOURCE = re.compile(rf"\W{{0,3}}(?:{words.patterns('edges', 'typed source')})\b", re.IGNORECASE)
# A line that the next goes on from, such as a dateline of its own.
_OPEN_END = re.compile(r"[-–—:,;(|]$")
_SENTENCE_END = re.compile(
    rf"[.!?…][\"'”’)\]]{{0,2}}$|,? (?:{words.patterns('edges', 'verb of saying')})(?:nya| dia| ia)$"
)
# The first words of a story: a dateline, a place in capitals, the name of the site.
_LEDE = re.compile(r".{2,70}? ?(?:--?|–|—)\s|[A-Z]{4,}[, (]|\w+\.(?:com|co|id|net)\b")
_SIGNATURE = re.compile(r"[A-Z][A-Z.']+(?: [A-Z.'|&,/]+)*")
_PICTURES = re.compile(rf"(?:{words.patterns('edges', 'heading of pictures')})\b[^:]*$", re.IGNORECASE)
_LIST_OF_HEADINGS = 3


def trim(blocks: Sequence[Block]) -> None:
    """Drop, in place, what stands before and after the running text and belongs to no part of it."""
    _drop_appendix(blocks)
    running = [n for n, block in enumerate(blocks) if block.kept and _is_running(block)]
    first = running[0] if running else len(blocks)
    last = running[-1] if running else -1
    _drop_above(blocks, first)
    _drop_below(blocks[last + 1 :])
    _drop_signature(blocks)
    _drop_empty_sections(blocks)


def _is_running(block: Block) -> bool:
    return (
        block.kind != "heading"
        and len(block.text) >= _SHORTEST_TEXT
        and block.text.count(" ") >= _FEWEST_BLANKS
        and (block.link_share < LINKED or _is_linked_sentence(block))
    )


def _is_linked_sentence(block: Block) -> bool:
    """Whether a line is a long sentence of which the larger part, but not all, is a link to its source."""
    return (
        len(block.text) >= _LONG_SENTENCE
        and block.link_share < WHOLLY_LINKED
        and _SENTENCE_END.search(block.text) is not None
    )


def _drop_appendix(blocks: Sequence[Block]) -> None:
    """Drop what follows a line that opens the readers' comments or the writer's portrait, but for a code.

    Such a line below less than half of the running text is a button, and opens nothing.
    """
    half = 0.5 * sum(len(block.text) for block in blocks if block.kept and _is_running(block))
    passed = 0
    opened: str | None = None
    for block in blocks:
        if not block.kept:
            if passed > half and block.reason in _APPENDIX and _OPENS_APPENDIX.match(block.text):
                opened = block.reason
        elif opened and not lines.is_code(block.text):
            block.drop(opened, "widget")
        elif _is_running(block):
            passed += len(block.text)


def _drop_above(blocks: Sequence[Block], first: int) -> None:
    """Drop dates, names, links and a deck above the text, which begins at ``first`` or below the deck."""
    for block in blocks[:first]:
        if block.kept and (
            lines.is_date(block.text) or lines.is_signature(block.text) or block.link_share >= LINKED
        ):
            block.drop("byline", "widget")
    head = _end_of_head(blocks)
    for block in blocks[:head]:
        if block.kept:
            block.drop("above the byline", "widget")
    for block in blocks[head:]:
        if not block.kept:
            continue
        if _is_running(block):
            break
        if block.kind == "heading":
            if block.text.endswith("."):
                block.drop("standfirst", "widget")
        elif head and not _OPEN_END.search(block.text) and not _SENTENCE_END.search(block.text):
            block.drop("beside the byline", "widget")


def _drop_below(tail: Sequence[Block]) -> None:
    """Drop dates, names and links below the text, and short lines among the widgets there."""
    among_widgets = False
    for block in tail:
        if not block.kept:
            among_widgets = among_widgets or block.reason.startswith(_FOOT)
        elif lines.is_date(block.text) or lines.is_signature(block.text):
            block.drop("byline", "widget")
        elif lines.is_code(block.text) or _TYPED_SOURCE.match(block.text):
            continue
        elif block.link_share >= LINKED:
            block.drop("related link", "widget")
            among_widgets = True
        elif among_widgets and block.kind != "heading" and not _SENTENCE_END.search(block.text):
            block.drop("among widgets below the text", "widget")


def _end_of_head(blocks: Sequence[Block]) -> int:
    """How many blocks belong to the head: those up to the last title, byline or date before the text.

    A deck may stand among them, but not more text than a deck has, and nothing that begins like a story. A
    date below a deck is one of the head only with the time of day: without it may be part of a chronology.
    """
    allowed = min(_LONGEST_DECK, _DECK_SHARE * sum(len(block.text) for block in blocks if block.kept))
    passed = head = 0
    for n, block in enumerate(blocks):
        if block.kept and block.kind == "heading" and " h1" in f" {block.marks}":
            block.drop("repeats the title", "widget")
        elif block.kept and _CLOCK_TIME.search(block.text) and lines.is_date(block.text):
            block.drop("byline", "widget")
        if not block.kept:
            head = n + 1 if block.reason.startswith(_HEAD) else head
            continue
        passed += len(block.text)
        if passed > allowed or _LEDE.match(block.text):
            break
    return head


def _drop_signature(blocks: Sequence[Block]) -> None:
    """Drop the writer's name in capitals where it is the last line."""
    kept = [block for block in blocks if block.kept]
    if len(kept) > 1 and not _is_running(kept[-1]):
        text = kept[-1].text
        if _LONGEST_CODE < len(text) < 60 and _SIGNATURE.fullmatch(text):
            kept[-1].drop("signature", "widget")


def _drop_empty_sections(blocks: Sequence[Block]) -> None:
    """Drop headings with no text under them; several of one kind in a row are a list, and stay."""
    for run, at_end in _heading_runs(blocks):
        empty = run if at_end else [block for block in run[:-1] if _PICTURES.match(block.text)]
        if len(run) >= _LIST_OF_HEADINGS and len({block.marks for block in run}) == 1:
            empty = [block for block in run if _PICTURES.match(block.text)] if at_end else []
        for block in empty:
            block.drop("heading without text", "heading")


def _heading_runs(blocks: Sequence[Block]) -> Iterator[tuple[list[Block], bool]]:
    """Headings with no text between them, and whether the text ends with them (but for a reporter's code)."""
    run: list[Block] = []
    for block in blocks:
        if not block.kept:
            continue
        if block.kind == "heading":
            run.append(block)
        elif run:
            yield run, lines.is_code(block.text)
            run = []
    if run:
        yield run, True
