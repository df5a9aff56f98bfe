"""What stands around the text: a head above it, names and dates below it, headings with no text left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.dates.spotting import is_bare_date
from newscrawl.reading.tree.measures import A_LIST, LONG_SENTENCE, OPENING, SENTENCE, SHORT_NAME
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.widgets import appendix, headings, lines, slogans
from newscrawl.reading.widgets.running import (
    LINKED,
    NUMBERED,
    SENTENCE_END,
    ends_text,
    is_running,
)

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

# What the head of an article consists of; its container may hold it.
_HEAD = ("repeats the title", "byline", "date line", "navigation: bread", "navigation: crumb")
_DECK_SHARE = 0.35
"""Share of a page's text that a deck among the head's lines has at most: below it stands a paragraph. At 0.25
the deck stays above 5 of 134 texts cut to their first paragraph. Half and twice change none of 290 pages."""
# What stands at the foot of an article.
_FOOT = (
    "related link",
    "tags",
    "share",
    "comments",
    "reactions",
    "poll",
    "author",
    "video promo",
)
# What a bold line may be the heading of.
_HEADED = ("related", "video", "caption", "embed", "advertisement", "follow", "app or", "newsletter", "poll")
_NEARLY_ALL = 0.9
"""Share of the running text above a title said again: below it the card of writer and deck stands. Half and
twice change none of 290 pages."""
_LITTLE_BEHIND = 300
"""Characters behind a code that closes the text: calls, kickers and a few headlines have no more. 100 would
keep the calls of 1 page of 290."""
_CLOCK_TIME = re.compile(r"\d[:.]\d\d")
_FOOT_LABEL = re.compile(rf"\W{{0,3}}(?:{words.patterns('edges', 'label at the foot')})", re.IGNORECASE)
_SUMMARY = re.compile(
    rf"\W{{0,3}}(?:{words.patterns('edges', 'summary at the head')})\W{{0,3}}", re.IGNORECASE
)
_CUT = ("..", "…")
# A line that the next goes on from, such as a dateline of its own.
_OPEN_END = re.compile(r"[-–—:,;(|]$")
# The first words of a story: a dateline, a place in capitals, the name of the site.
_LEDE = re.compile(r".{2,70}? ?(?:--?|–|—)(?:\s|$)|[A-Z]{4,}[, (]|\w+\.(?:com|co|id|net)\b")
_IS_DATELINE = re.compile(r"[A-Z][\w ]{2,30},? ?\([\w. ]{2,40}\) ?[-–—]{0,2}")
_OF_PICTURE = re.compile(r"\((?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?i:foto|dok)\b[^()]{0,60})\)\.?$")
"""How a caption ends: with the day of its picture, or whose that is."""
_LEAD = re.compile(r"(?:^|\s)(?:lead|deck|sinopsis|ringkasan)(?:\s|$)")
"""Marks of a summary in an element of its own, above a text that begins with its dateline."""
_SIGNATURE = re.compile(r"[A-Z][A-Z.']+(?: [A-Z.'|&,/]+)*")
_FEWEST_ITEMS = 2
"""Lines that make a list. Half and twice change none of 290 pages."""


def trim(blocks: Sequence[Block], *, is_dateline: Callable[[str], bool] = lambda _: False) -> None:
    """Drop, in place, what stands around the running text; ``is_dateline`` tells what begins with one."""
    appendix.drop(blocks)
    _drop_below_title(blocks)
    _tell_signatures(blocks)
    running = [n for n, block in enumerate(blocks) if block.kept and is_running(block)]
    while running and _closes_below(blocks[running[-1]].text):
        running.pop()
    if running and lines.is_date(blocks[running[0]].text):
        running = running[1:]
    elif running and lines.is_dated_row(text := blocks[running[0]].text) and not is_dateline(text):
        blocks[running.pop(0)].drop("byline", "widget")
    first = running[0] if running else len(blocks)
    last = max((*running[-1:], *_listed(blocks)), default=-1)
    _drop_above(blocks, first)
    _drop_cut_excerpt(blocks)
    _drop_summary_at_head(blocks)
    _drop_above_dateline(blocks, running, is_dateline)
    _drop_below(blocks[last + 1 :])
    _drop_behind_code(blocks)
    slogans.drop(blocks)
    _drop_signature(blocks)
    headings.trim(blocks)


def _closes_below(text: str) -> bool:
    """Whether a long line below the text only says who wrote it, or when it was changed and by whom."""
    return lines.is_signature(text) or lines.is_date(text)


def _tell_signatures(blocks: Sequence[Block]) -> None:
    """Take no signature or source line in bold for a heading, nor the bold line that ends the page's text."""
    last = max((n for n, block in enumerate(blocks) if block.kept), default=-1)
    if last >= 0 and blocks[last].kind == "heading" and _closes(blocks[last], blocks[last + 1 :]):
        blocks[last].kind = "paragraph"
    for block in blocks:
        if block.kept and block.kind == "heading":
            text, is_bold = block.text, " h" not in f" {block.marks}"[-4:]
            is_source = len(text) < SENTENCE and lines.is_typed_source(text)
            if (is_bold and lines.is_mark(text)) or (is_source and (is_bold or ":" in text)):
                block.kind = "paragraph"


def _closes(block: Block, after: Sequence[Block]) -> bool:
    """Whether a last line in bold is set by the writer: no links, pictures or videos that it heads went."""
    below = next((other.reason for other in after if other.reason != "separator"), "")
    return (
        not block.text.isupper()
        and set(block.marks.split()).isdisjoint(HEADINGS)
        and not below.startswith(_HEADED)
    )


def _listed(blocks: Sequence[Block]) -> list[int]:
    """The places of lines in lists of the text: items, rows or numbered lines in a row, without links.

    One that stands below the last paragraph belongs to the text where a heading or a colon opens it.
    """
    found: list[int] = []
    run: list[int] = []
    opened = False
    for n, block in enumerate(blocks):
        if not block.kept:
            continue
        if _is_item(block) and (not run or blocks[run[-1]].marks == block.marks):
            run.append(n)
            if opened and len(run) >= _FEWEST_ITEMS:
                found = run.copy()
        else:
            opened = block.kind == "heading" or block.text.endswith(":")
            run = [n] if _is_item(block) else []
    return found


def _is_item(block: Block) -> bool:
    if block.link_share >= LINKED or lines.is_role(block.text):
        return False
    return block.kind in ("list_item", "table_row") or (
        block.kind != "heading" and NUMBERED.match(block.text) is not None
    )


def _drop_below_title(blocks: Sequence[Block]) -> None:
    """Drop what little follows where a page repeats its title below the text: the card of writer and deck."""
    sizes = [len(block.text) if block.kept and is_running(block) else 0 for block in blocks]
    passed, whole = 0, sum(sizes)
    for n, block in enumerate(blocks):
        passed += sizes[n]
        if block.kept or block.reason != "repeats the title":
            continue
        # A line that says the title once more is part of that card: "Judul: ..., Penulis: ..., Rating: 5".
        said = sum(
            size for other, size in zip(blocks[n:], sizes[n:], strict=True) if block.text in other.text
        )
        if passed >= _NEARLY_ALL * (whole - said) > 0:
            for below in blocks[n + 1 :]:
                if below.kept and not lines.is_mark(below.text):
                    below.drop("below the repeated title", "widget")
            return


def _drop_above(blocks: Sequence[Block], first: int) -> None:
    """Drop dates, names, links and a deck above the text, which begins at ``first`` or below the deck."""
    for n, block in enumerate(blocks[:first]):
        if _is_listed_fact(blocks, n):
            continue
        if block.kept and (
            lines.is_date(block.text)
            or lines.is_dated(block.text)
            or is_bare_date(block.text)
            or lines.is_signature(block.text)
            or block.link_share >= LINKED
        ):
            block.drop("byline", "widget")
        elif block.kept and block.text.isdecimal():
            block.drop("counts", "widget")
    head = _end_of_head(blocks)
    for block in blocks[:head]:
        if block.kept:
            block.drop("above the byline", "widget")
    kept = [block for block in blocks[head:] if block.kept]
    if first == len(blocks):
        kept = kept[: _first_verse(kept)]
    for block, after in zip(kept, [*kept[1:], None], strict=False):
        is_first = block is kept[0] and head > 0 and blocks[head - 1].reason == "repeats the title"
        if _is_standfirst(block, after) or (is_first and _is_slanted_lead(block, after)):
            block.drop("standfirst", "widget")
        elif is_running(block):
            break
        elif block.kind == "heading":
            continue
        elif head and not _OPEN_END.search(block.text) and not SENTENCE_END.search(block.text):
            block.drop("beside the byline", "widget")


def _first_verse(kept: Sequence[Block]) -> int:
    """Where lines begin that stand side by side, of a text without running lines: those of a poem."""
    for n in range(len(kept) - A_LIST + 1):
        row = kept[n : n + A_LIST]
        if all(block.kind == "paragraph" and block.marks == row[0].marks for block in row):
            return n
    return len(kept)


def _is_listed_fact(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is one of three items of a list with a label each: the data of a book."""
    run = [block for block in blocks[max(0, at - 2) : at + 3] if block.kind == "list_item"]
    facts = [block for block in run if ": " in block.text]
    return blocks[at].kind == "list_item" and len(facts) > _FEWEST_ITEMS and facts == run


def _drop_cut_excerpt(blocks: Sequence[Block]) -> None:
    """Drop a first line that ends in dots where the next begins with the same words, behind its dateline."""
    kept = list(islice((block for block in blocks if block.kept), 2))
    if len(kept) < 2 or not kept[0].text.endswith(_CUT):
        return
    said = kept[0].text.rstrip(" .…")
    if len(said) >= SENTENCE and said in kept[1].text[: len(said) + SENTENCE]:
        kept[0].drop("the beginning of the text, cut off", "widget")


def _drop_summary_at_head(blocks: Sequence[Block]) -> None:
    """Drop the list below "Poin Penting" above the text; within the text it is a section of it."""
    opened = False
    for block in blocks:
        if opened and block.kind == "list_item":
            block.drop("summary", "widget")
        elif len(block.text) < SENTENCE and _SUMMARY.fullmatch(block.text):
            opened = True
            block.drop("summary", "widget")
        elif opened or (block.kept and is_running(block)):
            return


def _drop_above_dateline(
    blocks: Sequence[Block], running: Sequence[int], is_dateline: Callable[[str], bool]
) -> None:
    """Drop what is no sentence above the dateline, with which a text begins: names, captions, buttons.

    A sentence may be the text's summary, unless it is a caption, and articles in parts may have a heading
    above each.
    """
    first = next(iter(running), len(blocks))
    below = next((n for n in range(first + 1, len(blocks)) if blocks[n].kept), first)
    places = [below, *running[1:2]] if below > first and _is_caption(blocks[first]) else []
    behind = next((n for n in places if is_dateline(blocks[n].text)), None)
    if behind is not None:
        first = behind
    elif first == len(blocks) or not is_dateline(blocks[first].text):
        return
    for block in blocks[:first]:
        if not block.kept or block.kind == "heading":
            continue
        if _is_caption(block) or not SENTENCE_END.search(block.text):
            block.drop("above the dateline", "widget")


def _is_caption(block: Block) -> bool:
    """Whether a line above the dateline is of a picture: right below one, or ended by its day or credit."""
    return block.pictured or ends_like_caption(block.text)


def ends_like_caption(text: str) -> bool:
    """Whether a line is ended by the day of a picture or by whose that is: "... mereka (17/1/2026)."."""
    return _OF_PICTURE.search(text) is not None


def _is_standfirst(block: Block, after: Block | None) -> bool:
    """Whether a first line is no part of the text: a sentence set as a heading, or one before the dateline.

    A first paragraph may be set as a heading too; it is longer, and no dateline follows.
    """
    if after is None:
        return False
    if _LEAD.search(block.marks) and is_running(block):
        return block.slanted or bool(_IS_DATELINE.fullmatch(after.text) or _LEDE.match(after.text))
    opens = bool(_LEDE.match(after.text) or _IS_DATELINE.fullmatch(after.text))
    if block.slanted:
        return opens and len(block.text) < OPENING
    if block.kind != "heading" or not block.text.endswith("."):
        return False
    return opens or len(block.text) < LONG_SENTENCE


def _is_slanted_lead(block: Block, after: Block | None) -> bool:
    """Whether a first sentence right below the title is set in italics, and the text behind it is not."""
    if after is None or not block.slanted or after.slanted or not is_running(after):
        return False
    return len(block.text) < OPENING and SENTENCE_END.search(block.text) is not None


def _drop_below(tail: Sequence[Block]) -> None:
    """Drop dates, names and links below the text, and short lines among the widgets there."""
    among_widgets = False
    for block in tail:
        if not block.kept:
            among_widgets = among_widgets or block.reason.startswith(_FOOT)
        elif (
            lines.is_date(block.text)
            or lines.is_signature(block.text)
            or lines.is_role(block.text)
            or (block.kind == "table_row" and lines.is_byline(block.text))
        ):
            block.drop("byline", "widget")
        elif _FOOT_LABEL.match(block.text) and not _is_item(block):
            block.drop("tags", "widget")
        elif lines.is_mark(block.text) or lines.is_typed_source(block.text):
            continue
        elif block.link_share >= LINKED and not lines.is_address(block.text):
            block.drop("related link", "widget")
            among_widgets = True
        elif among_widgets and block.kind != "heading" and not ends_text(block.text):
            block.drop("among widgets below the text", "widget")


def _end_of_head(blocks: Sequence[Block]) -> int:
    """How many blocks belong to the head: those up to the last title, byline or date before the text.

    A deck may stand among them, but not more text than a deck has, and nothing that begins like a story. A
    date below a deck is one of the head only with the time of day: without it may be part of a chronology. Of
    several headings of the first rank those below a paragraph head sections of the text.
    """
    several = sum(block.kept and _is_first_rank(block) for block in blocks) > 1
    allowed = min(OPENING, _DECK_SHARE * sum(len(block.text) for block in blocks if block.kept))
    passed = head = 0
    for n, block in enumerate(blocks):
        if block.kept and _is_first_rank(block):
            if several and passed >= SENTENCE:
                return head
            block.drop("repeats the title", "widget")
        elif (
            block.kept
            and not _is_listed_fact(blocks, n)
            and (
                lines.is_signature(block.text)
                or (_CLOCK_TIME.search(block.text) and lines.is_date(block.text))
                or (lines.is_dated(block.text) and not SENTENCE_END.search(block.text))
            )
        ):
            block.drop("byline", "widget")
        if not block.kept:
            head = n + 1 if block.reason.startswith(_HEAD) else head
            continue
        passed += len(block.text)
        if passed > allowed or (_LEDE.match(block.text) and not _is_label(block.text)):
            break
    return head


def _is_first_rank(block: Block) -> bool:
    return block.kind == "heading" and " h1" in f" {block.marks}"


def _is_label(text: str) -> bool:
    """Whether a short line is all in capitals and goes on nowhere: a section's name above the headline."""
    return text.isupper() and len(text) < SENTENCE and _OPEN_END.search(text) is None


def _drop_behind_code(blocks: Sequence[Block]) -> None:
    """Drop a few lines behind the reporter's code that closes the text: calls, kickers, other headlines."""
    kept = [block for block in blocks if block.kept]
    last = max((n for n, block in enumerate(kept) if lines.is_reporters_code(block.text)), default=-1)
    if last < 0:
        return
    behind = [block for block in kept[last + 1 :] if not lines.is_typed_source(block.text)]
    if any(_goes_on(block) for block in behind):
        return
    if sum(len(block.text) for block in behind) <= _LITTLE_BEHIND:
        for block in behind:
            block.drop("behind the reporter's code", "widget")


def _goes_on(block: Block) -> bool:
    """Whether a line is a plain sentence of a text, and no call, question or address."""
    return is_running(block) and block.text.endswith((".", '."', ".”")) and "@" not in block.text


def _drop_signature(blocks: Sequence[Block]) -> None:
    """Drop the writer's name in capitals where it is the last line, and the text is in small letters."""
    kept = [block for block in blocks if block.kept]
    if len(kept) > 1 and not is_running(kept[-1]) and not kept[-2].text.isupper():
        text = kept[-1].text
        if SHORT_NAME < len(text) < 60 and _SIGNATURE.fullmatch(text) and not lines.is_agency(text):
            kept[-1].drop("signature", "widget")
