"""The headline of pages of the years before headings and classes: the one line that is set larger.

Such a page calls itself by its office's name and sets the headline in ``<font size=4>``, in bold or in a low
heading right above its text. What is larger than the text, or bold where the text is not, is looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.reading.byline.dateline import read_dateline
from newscrawl.reading.byline.roles import has_closed_label
from newscrawl.reading.fields.headline import LONGEST, Headline, distance_to_date
from newscrawl.reading.fields.wordings import is_site
from newscrawl.reading.tree.measures import AROUND, BOXES, NEAR
from newscrawl.reading.tree.outline import Line, signature
from newscrawl.reading.tree.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from newscrawl.reading.fields.statements import Statements

_SHORTEST, _SENTENCE = 15, 90
"""Characters of a headline ("Banjir Rendam Sukamaju"), where labels of sections have fewer, and of a line of
the text, where headlines and captions have fewer."""
_RUN = 60
"""Characters of a run of text in such a line: its place may stand in bold before it."""
_PLAIN, _BOLD = 3.0, 0.5
"""The size of text for which nothing is said, on the scale of ``<font size>``, and what bold adds to one."""
_HEADINGS = {"h1": 6.0, "h2": 5.0, "h3": 4.0, "h4": 3.5, "big": 4.0}
_FONT_SIZE = re.compile(r"font-size\s*:\s*(?:(\d{1,3}(?:\.\d{1,2})?)\s*(px|pt)|((?:x{1,2}-)?large))")
_UNITS = {"px": 1.0, "pt": 1.33}
_STEPS = ((32, 6.0), (24, 5.0), (18, 4.0), (15, 3.5), (13, 3.0), (11, 2.0))
"""Pixels from which on a size of the scale is meant."""
_NAMED = {"large": 4.0, "x-large": 5.0, "xx-large": 6.0}
_RELATIVE = re.compile(r"\s*([+-])?(\d)\s*")
_BOLD_TAGS = ("b", "strong")
_CELLS = ("td", "th", "div", "body")
"""Where a look ends: browsers of those years let no size of letters into a cell."""


def headline_in_large_print(sources: Statements) -> Headline | None:
    """The one line above the text that is set larger than it, on a page whose head says no more than a
    ``<title>``. What bold alone sets off, and a heading, have a date beside them or a dateline below."""
    stated = {origin for origin, _ in sources.stated_titles}
    if not stated <= {"page: title"} or sources.data.article is not None:
        return None
    found = list(_larger(sources))
    top = max((size for size, _, _ in found), default=0.0)
    largest = [line for size, _, line in found if size == top]
    if len(largest) > 1 or not all(is_sure for size, is_sure, _ in found if size == top):
        largest = [line for line in largest if distance_to_date(sources.outline.lines, line.index) <= NEAR]
    if not largest or any(line.block is not largest[0].block for line in largest):
        return None
    first, last = largest[0], largest[-1]
    if last.index - first.index != len(largest) - 1:
        return None
    text = " ".join(line.text for line in largest)
    if len(text) > LONGEST:
        return None
    return Headline(text, f"page: {signature(first.block)}", first.index, last.index + 1, agrees=True)


def _larger(sources: Statements) -> Iterator[tuple[float, bool, Line]]:
    """The lines that are set larger than a line of the text below them, each once: its size, whether that or
    a dateline makes it the headline without a date, and the line."""
    lines = sources.outline.lines
    seen: set[int] = set()
    for at, first, last in lines.ends():
        if max(len(first), len(last)) < _RUN or lines.is_linked(at) or len(lines[at].text) < _SENTENCE:
            continue
        text = _size(lines[at])
        for line in lines[max(0, at - AROUND) : at]:
            if line.index in seen or not _may_be_headline(sources, line):
                continue
            if (size := _size(line)) >= text + _BOLD:
                seen.add(line.index)
                is_plain = size > text + _BOLD and line.block.tag not in _HEADINGS
                yield size, is_plain or bool(read_dateline(lines[at].text)), line


def _may_be_headline(sources: Statements, line: Line) -> bool:
    if (
        (line.linked and _leads(line))
        or not _SHORTEST <= len(line.text) <= LONGEST
        or line.is_dated
        or line.beside
    ):
        return False
    return not has_closed_label(line.text) and not is_site(fold(line.text), sources.site_names)


def _leads(line: Line) -> bool:
    """Whether the link that a line is leads anywhere: free templates set headlines as one that does not."""
    link = next((element for element in (*line.inline, *line.around[:BOXES]) if element.tag == "a"), None)
    return link is None or link.get("href") != "#"


def _size(line: Line) -> float:
    """The size of the most of a line, on the scale of ``<font size>``; bold makes it a little larger."""
    holder = max(zip(line.raw, line.holders, strict=True), key=lambda pair: len(pair[0]))[1]
    size, is_bold = 0.0, False
    for element in (holder, *holder.iterancestors()):
        is_bold = is_bold or element.tag in _BOLD_TAGS
        size = size or _stated_size(element)
        if element.tag in _CELLS:
            break
    return (size or _PLAIN) + _BOLD * is_bold


def _stated_size(element: HtmlElement) -> float:
    """The size that an element gives its text; 0 where it says nothing of it."""
    if element.tag in _HEADINGS:
        return _HEADINGS[element.tag]
    if called := _HEADINGS.keys() & (element.get("class") or "").split():
        return max(_HEADINGS[name] for name in called)
    if (stated := element.get("size")) and element.tag == "font" and (found := _RELATIVE.fullmatch(stated)):
        return _PLAIN + float(stated) if found[1] else float(stated)
    if (style := element.get("style")) and (styled := _FONT_SIZE.search(style.lower())):
        if styled[3]:
            return _NAMED[styled[3]]
        pixels = float(styled[1]) * _UNITS[styled[2]]
        return next((size for least, size in _STEPS if pixels >= least), 1.0)
    return 0.0
