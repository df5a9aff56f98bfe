"""The author's name or box under the text, where nothing at the headline names anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.evidence import BylineEvidence
from newscrawl.reading.byline.names import is_person, names_in
from newscrawl.reading.fields.byline_lines import AUTHOR_MARK, is_author_link, joined, linked_authors
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.fields.sources import LINES_BELOW, is_in_widget
from newscrawl.reading.tree.measures import LONG_SENTENCE, NEAR
from newscrawl.reading.tree.outline import Line, own_marks, signature
from newscrawl.reading.tree.tags import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

_BOX = re.compile(rf"(?:^|[\s_-])(?:{words.patterns('regions', 'author box')})(?:$|[\s_-])")

_BETWEEN = re.compile(r"\s{0,3}(?:,|&|/|\||\bdan\b|\band\b)\s{0,3}")


def _is_about_author(marks: str) -> bool:
    return _BOX.search(marks) is not None and AUTHOR_MARK.search(marks) is not None


def collect(sources: Sources) -> Iterator[BylineEvidence]:
    """Who signs below the text; else the one person whom boxes about the author name: cards name several."""
    signed = list(_signed_below(sources))
    if signed:
        yield from signed
        return
    found: dict[str, BylineEvidence] = {}
    named: set[object] = set()
    last = sources.extent.last
    for line in sources.outline.lines[last + 1 : last + LINES_BELOW] if last >= 0 else ():
        box = next((element for element in line.around if _is_about_author(own_marks(element))), None)
        if box is None or box in named or len(line.text) > LONG_SENTENCE or not sources.in_article(line):
            continue
        if in_card(sources, line):
            continue
        for name in names_in(line.text, small=True)[:1]:
            if sources.extent.speaks_of(name):
                continue
            named.add(box)
            detail = f"page: {signature(line.block)}"
            found.setdefault(name.casefold(), BylineEvidence(name, "author", detail))
    if len(found) == 1:
        yield from found.values()


def _signed_below(sources: Sources) -> Iterator[BylineEvidence]:
    """The first line at the end of the text or below it, above any heading but those of boxes for sharing
    and related links, that is called the author's and holds full names, or a link to one author: calls to
    follow the site and a code may stand between."""
    last = sources.extent.last
    first = max(sources.extent.first + 1, last + 1 - NEAR)
    for line in sources.outline.lines[first : last + 1 + LINES_BELOW] if last >= 0 else ():
        if line.index > last and line.block.tag in HEADINGS:
            if is_in_widget(line):
                continue
            return
        if not _is_called_author(line) or _is_prose(line) or is_in_widget(line):
            continue
        if not _is_own(sources, line) or not sources.is_near_end(line):
            continue
        parts = list(roles.read(joined(line)))
        names = [name for part in parts for name in _BETWEEN.split(part.names) if name]
        if all(" " in name and is_person(name) for name in names) and not in_card(sources, line):
            for part in parts:
                yield BylineEvidence(part.names, part.role or "author", f"page: {signature(line.block)}")
            return
        linked = [item for item in linked_authors(line) if " " in item.text and is_person(item.text)]
        if len(linked) == 1 and not in_card(sources, line):
            yield from linked
            return


def _is_prose(line: Line) -> bool:
    """Whether a line is long, but for its links: many lead from "Posted in X, tagged A, B on D by N"."""
    if len(line.text) <= LONG_SENTENCE:
        return False
    unlinked = (raw for raw, holder in zip(line.raw, line.holders, strict=True) if not _is_in_link(holder))
    return sum(map(len, unlinked)) > LONG_SENTENCE


def _is_in_link(holder: HtmlElement) -> bool:
    return holder.tag == "a" or any(box.tag == "a" for box in islice(holder.iterancestors(), NEAR))


def _is_own(sources: Sources, line: Line) -> bool:
    return sources.in_article(line) or sources.ends_text(line)


def _is_called_author(line: Line) -> bool:
    named = (*line.inline, *line.around[:2])
    return any(
        (element.tag == "a" and is_author_link(element)) or AUTHOR_MARK.search(own_marks(element))
        for element in named
    )
