"""What one date line states, and the date lines in the foot of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.places import is_place
from newscrawl.reading.dates.evidence import DateEvidence
from newscrawl.reading.dates.lines import CHANGED
from newscrawl.reading.dates.spotting import has_clock, has_day, is_date_line
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.fields.sources import LINES_BELOW
from newscrawl.reading.tree.measures import LONG_SENTENCE
from newscrawl.reading.tree.outline import Line, signature

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

PUBLISHED_WORD = re.compile(
    r"terbit|tayang|publi[sk]|posted|diposting|diunggah|dimuat|ditulis|\bdibuat\b|\bcreated\b", re.IGNORECASE
)
_ENTRY = re.compile(
    r"(?:this entry was (?:posted|written)|(?:entri|tulisan|artikel|pos|posting) ini di\w{3,12})"
    r"(?: (?:by|oleh) [^,.]{2,40}| (?:in|di|dalam) [^.]{2,160}?)? (?:on|pada) (?P<date>.{8,60}?)"
    r"(?: (?:and|dan|under|in|di|dalam|by|oleh) |[.]\s|$)",
    re.IGNORECASE,
)
"""What themes of WordPress say below an entry: "This entry was posted on Friday, November 9th, 2012 at 6:15
am and is filed under ..."."""
_BARE_DATE = re.compile(
    r"(?:[A-Z]\w{3,9}'?\w{0,2}, )?\d{1,2} [A-Z][a-z]{2,8} \d{4}[ ,|-]{1,3}\d{1,2}[.:]\d\d(?: ?WI[BT]A?)?"
)
EDGES = " |-–•·,/"
_ZONE = re.compile(rf"\(?(?:{words.alternatives('zones')}|[ap]\.?m\.?)\)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


def statements(line: Line, text: str) -> Iterator[DateEvidence]:
    """One line's date, or both where it also says when the article was changed."""
    place = detail(line)
    changed = CHANGED.search(text)
    if changed is None:
        yield DateEvidence(_whole(line, text).strip(EDGES), "published", "visible", place)
        return
    before, after = text[: changed.start()], text[changed.start() :]
    if is_date_line(before):
        yield DateEvidence(before.strip(EDGES), "published", "visible", place)
    if is_date_line(after):
        yield DateEvidence(after, "modified", "visible", place)


def _whole(line: Line, text: str) -> str:
    """The piece of a line with day and time, with the zone or half of the day behind it; else the line."""
    for piece, behind in zip(line.pieces, [*line.pieces[1:], ""], strict=True):
        if piece in text and has_day(piece) and has_clock(piece):
            return f"{piece} {behind}" if _ZONE.fullmatch(behind) else piece
    return text


def _of_entry(text: str) -> str:
    """The date in WordPress's sentence on an entry; any other text as it is."""
    entry = _ENTRY.match(text)
    return entry["date"] if entry is not None else text


def says_only_change(line: Line) -> bool:
    """Whether a date line says when the article was changed, and nothing of when it was published."""
    changed = CHANGED.search(line.text)
    return changed is not None and not is_date_line(line.text[: changed.start()])


def detail(line: Line) -> str:
    """The line's block; the ``<time>`` that all its text stands in, since that is no second witness."""
    holder = line.holders[0]
    whole = all(other is holder for other in line.holders)
    return signature(holder if whole and holder.tag == "time" else line.block)


def signed(sources: Sources) -> list[DateEvidence]:
    """The date in the foot of the article."""
    line = foot(sources)
    return list(statements(line, _of_entry(line.text))) if line is not None else []


def changed_in_foot(sources: Sources) -> Iterator[DateEvidence]:
    """When the article was last changed, where a line of its foot says so ("Terakhir diubah pada ...")."""
    for line in _in_foot(sources):
        if says_only_change(line):
            yield from statements(line, line.text)


def foot(sources: Sources) -> Line | None:
    """The date line right behind the text that is a byline ("Ditulis oleh X pada ...") or says that the
    article was made then ("Dibuat: ..."), or where and when, as at the end of a letter."""
    for line in _in_foot(sources):
        text = line.text
        if roles.has_label(text) or PUBLISHED_WORD.search(text) or _says_where(text):
            return line
    return among_text(sources)


def among_text(sources: Sources) -> Line | None:
    """The one line between two parts of the text that gives date, time and writer: a template may set what it
    shows of a gallery's pictures below them."""
    lines, last = sources.outline.lines, sources.extent.last
    dated = lines.matching(_YEAR, sources.headline.end) if last >= 0 else ()
    between = takewhile(last.__gt__, dated)
    found = [
        line
        for line in map(lines.__getitem__, between)
        if len(line.text) <= LONG_SENTENCE and has_clock(line.text)
        if line.is_dated and has_day(line.text) and any(map(roles.has_closed_label, line.pieces))
        if not line.linked and sources.in_article(line) and not in_card(sources, line)
    ]
    return found[0] if len(found) == 1 else None


def _says_where(text: str) -> bool:
    """Whether a date line begins with a place and has nothing but a date and a time of day behind it."""
    place, comma, rest = text.partition(", ")
    return bool(comma) and is_place(place) and has_clock(rest) and _BARE_DATE.fullmatch(rest) is not None


def _in_foot(sources: Sources) -> Iterator[Line]:
    """The lines with a day of the article's own right behind its text, or in its box below its sentences."""
    lines, last = sources.outline.lines, sources.extent.last
    start = last + 1
    while start > 1 and (lines[start - 1].is_dated or _ENTRY.match(lines[start - 1].text)):
        start -= 1
    for line in lines[start : last + LINES_BELOW] if last >= 0 else ():
        is_own = not line.linked and has_day(line.text) and (line.is_dated or _ENTRY.match(line.text))
        if is_own and sources.in_article(line) and sources.is_near_end(line) and not in_card(sources, line):
            yield line
