"""The menu's word for the section: its entries that stand at the headline, and those marked as active."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.fields.breadcrumbs import BELOW, LEVELS, LONGEST, NAMES, SPLIT, is_in_list, menu
from newscrawl.reading.fields.folders import own_folders
from newscrawl.reading.tree.outline import Line, own_marks
from newscrawl.reading.tree.text import fold, text_of, tidy

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_ACTIVE = frozenset(words.texts("sections", "active mark"))


def said_at_headline(sources: Sources) -> Iterator[str]:
    """Lines at the headline, or parts of the date line, that say a name of the menu or the page's address.

    A usual name of sections counts in the date line and right above the headline without them, too, and there
    the text of any link before.

    Of a date line in three parts and more ("Outlet | Daerah | 25 November 2026") a middle word is one too.
    """
    known_names = menu(sources) | own_folders(sources)
    for line in [*sources.above, *sources.below[:BELOW]]:
        is_entry = line.linked and (is_in_list(line) or _is_below_link(sources, line))
        if len(line.text) > 2 * LONGEST or line.beside or is_entry or sources.extent.holds(line):
            continue
        if line.linked and not sources.is_near_headline(line, levels=LEVELS):
            continue
        if line.linked and any(element.tag == "nav" for element in line.around):
            continue
        parts = [tidy(part) for part in SPLIT.split(line.text)]
        if len(parts) == 1 or line.is_dated:
            is_above = line.index == _line_of_kicker(sources)
            known = known_names | NAMES if line.is_dated or is_above else known_names
            if is_above and not line.linked:
                known |= _linked_before(sources, line)
            pieces = line.pieces if line.is_dated else ()
            yield from (part for part in (*parts, *pieces) if fold(part) in known)
        if line.is_dated:
            yield from (part for part in parts[1:-1] if part.isalpha())


def _is_below_link(sources: Sources, line: Line) -> bool:
    """Whether a line stands below a link in one block, as the entries of a menu parted by ``<br>`` do."""
    lines, before = sources.outline.lines, line.index - 1
    return before >= 0 and lines.blocks[before] is line.block and lines.is_linked(before)


def _line_of_kicker(sources: Sources) -> int:
    """The line right above the headline, or above the date that stands there in one box with both."""
    at, lines = sources.headline.line - 1, sources.outline.lines
    if at > 0 and lines[at].is_dated and not lines.is_linked(at - 1):
        return at - 1 if sources.is_near_headline(lines[at - 1]) else at
    return at


def _linked_before(sources: Sources, line: Line) -> set[str]:
    """The folded texts of the links above a line: what it says again is the name of where they lead."""
    return {fold(tidy(text_of(anchor))) for anchor, at in sources.outline.links if at < line.index}


def active_entries(sources: Sources) -> Iterator[str]:
    """The entries of menus that are marked as the one the reader is in, the deepest first."""
    found = []
    for (anchor, line), href in zip(sources.outline.links, sources.outline.hrefs, strict=True):
        if line >= sources.headline.line >= 0:
            break
        # Switches of the page's colours and tabs are marked so too, but lead nowhere.
        if href and not href.startswith(("#", "javascript")):
            parent = anchor.getparent()
            if _is_active(own_marks(anchor)) or (parent is not None and _is_active(own_marks(parent))):
                found.append(tidy(text_of(anchor)))
    yield from reversed(found)


@lru_cache(maxsize=4096)
def _is_active(marks: str) -> bool:
    """Whether classes and id have a name of an active entry; those of a template share theirs."""
    return not _ACTIVE.isdisjoint(marks.split())
