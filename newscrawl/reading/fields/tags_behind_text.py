"""Tags that stand behind the text and lead nowhere in particular: typed, on buttons, behind their label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.tree.measures import BOXES, NAME_WORDS
from newscrawl.reading.tree.outline import own_marks
from newscrawl.reading.tree.text import fold, text_of, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.tree.outline import Line

LONGEST_TAG = 60
"""Characters of a tag; a longer one is a headline. Half changes 3 of 73 pages, twice none."""
NEAR_TEXT = 12
"""Lines before the last one of the text and behind it in which topics without any name are the article's."""

LABELS = frozenset(words.texts("tags", "label"))
_LINE_LABELS = frozenset(words.texts("tags", "line label"))
TAG_LIST = re.compile(r"(?<!\S)(?:(?:post|article|entry|news)[-_]{1,2})?tags?(?:[-_]?(?:list|links))?(?!\S)")


def tags_behind_text(sources: Sources) -> Iterator[tuple[list[str], str]]:
    """The tags of each form, the surest first, and what they stand in."""
    yield _typed(sources), "page: line of tags"
    yield _behind_label(sources), "page: links behind a label"
    yield _as_buttons(sources), "page: buttons behind a label"
    yield _as_words(sources), "page: words in a list of tags"


def _typed(sources: Sources) -> list[str]:
    """Tags behind their label in one line at the end of the text or right behind it: "Tag: banjir, tanggul".

    Where some of the line are links, all of these are tags, wherever they lead.
    """
    last = sources.extent.last
    for line in sources.outline.lines[max(0, last) : last + NEAR_TEXT] if last >= 0 else ():
        label, colon, names = line.text.partition(":")
        linked = [tidy(text_of(a)) for a in line.inline if a.tag == "a"]
        if not colon or in_card(sources, line):
            continue
        if names and fold(label) in LABELS:
            return linked or re.split("[,;]", names)
        if linked and fold(label) in _LINE_LABELS:
            return linked if all(len(name.split()) <= NAME_WORDS for name in linked) else []
    return []


def _behind_label(sources: Sources) -> list[str]:
    """The short links right behind a label of tags that stands alone behind the text, wherever they lead."""
    last = sources.extent.last
    lines = sources.outline.lines[last + 1 : last + NEAR_TEXT] if last >= 0 else []
    at = next((at for at, line in enumerate(lines) if _opens(line) in LABELS), None)
    if at is None or in_card(sources, lines[at]):
        return []
    found: list[str] = []
    box: HtmlElement | None = None
    for line in lines[at:]:
        around = dict.fromkeys((*line.inline, *line.around[:3]))
        linked = [tidy(text_of(a)) for a in around if a.tag == "a"]
        if linked and box is None:
            # Several links in one block are the whole list; one in each is an entry of the list around them.
            box = line.block if len(linked) > 1 else line.block.getparent()
        is_entry = box is not None and box in (line.block, line.block.getparent())
        if line is not lines[at] and not (linked and is_entry):
            break
        if any(len(name) > LONGEST_TAG or len(name.split()) > NAME_WORDS for name in linked):
            return []
        found += linked
    return found


def _as_buttons(sources: Sources) -> list[str]:
    """The buttons behind a label of tags that stands alone behind the text; no line has their words."""
    last = sources.extent.last
    for line in sources.outline.lines[last + 1 : last + NEAR_TEXT] if last >= 0 else ():
        if fold(line.text.rstrip(" :")) in LABELS and not in_card(sources, line):
            beside = takewhile(lambda element: element.tag == "button", line.block.itersiblings())
            names = [tidy(text_of(button)) for button in (*line.block.iter("button"), *beside)]
            return [] if any(len(name.split()) > NAME_WORDS for name in names) else names
    return []


def _as_words(sources: Sources) -> list[str]:
    """The words in a list called "tags" right behind the text, each in an element of its own, none a link."""
    last = sources.extent.last
    for line in sources.outline.lines[last + 1 : last + NEAR_TEXT] if last >= 0 else ():
        box = next((box for box in line.around[:BOXES] if TAG_LIST.search(own_marks(box))), None)
        if box is None or line.linked or (line.index > last + 1 and in_card(sources, line)):
            continue
        entries = [tidy(text_of(entry)) for entry in box]
        is_whole = len(entries) > 1 and "".join(entries).replace(" ", "") == "".join(text_of(box).split())
        is_plain = all(len(name.split()) <= NAME_WORDS for name in entries)
        return entries if is_whole and is_plain and next(box.iter("a"), None) is None else []
    return []


def _opens(line: Line) -> str:
    """The folded first piece of a line, which may be a label."""
    return fold(line.pieces[0].rstrip(" :")) if line.pieces else ""
