"""Dates that a page keeps in attributes: of ``<time>``, of microdata, and of elements beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.reading.dates.evidence import DateEvidence, DateRole
from newscrawl.reading.dates.last_resort import LONGEST_DATE
from newscrawl.reading.dates.lines import CHANGED
from newscrawl.reading.dates.spotting import has_clock, is_date_line
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.tree.measures import AROUND, BOXES, LABEL
from newscrawl.reading.tree.outline import Line, own_marks, signature
from newscrawl.reading.tree.text import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d|(?<!\d)\d{10}(?:\d{3})?(?!\d)")
_COMPACT = re.compile(r"(?:19|20)\d{6}T\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?")
_MODIFIED_MARK = re.compile(r"modif|update|edited|perbarui")
_PUBLISHED_MARK = re.compile(r"publish|entry-date")
_FOREIGN_TIME = re.compile(r"timeago|moment")
_DATE_NAME = re.compile(r"data-[\w-]{0,30}(?:date|time|publish|tanggal|terbit|tgl)[\w-]{0,30}")
_MOMENTS = frozenset(("title", "datetime", "content"))
"""Attributes that may hold anything: only a moment with its time of day is a date there."""
_ROLES: dict[str, DateRole] = {"datepublished": "published", "datemodified": "modified"}
_MOST_ELEMENTS = 120
"""Bound: elements at the headline of which attributes are read, as each costs a look at all of them."""


def in_elements(sources: Sources) -> list[DateEvidence]:
    """The evidence in attributes of other elements than ``<time>`` near the headline, each value once."""
    near = _elements_near(sources)
    found = list(_in_microdata(sources, near))
    return [*found, *_near_headline(sources, near, {item.text for item in found})]


def behind_text(sources: Sources) -> Iterator[DateEvidence]:
    """The date in attributes right behind the text: of an ``<abbr>``, as Blogger does, or of
    what is marked as the time of publication.
    """
    last = sources.extent.last
    for line in sources.outline.lines[last + 1 : last + 1 + AROUND] if last >= 0 else ():
        if not sources.in_article(line) or in_card(sources, line):
            continue
        for element in (*line.inline, *line.around[:BOXES]):
            says = f"{own_marks(element)} {(element.get('itemprop') or '').lower()}"
            if element.tag not in ("abbr", "time") and not _PUBLISHED_MARK.search(says):
                continue
            value = tidy(element.get("datetime") or element.get("content") or element.get("title") or "")
            if _YEAR.search(value) and len(value) <= LONGEST_DATE:
                yield DateEvidence(value, "published", "time-element", signature(element))
                return


def in_times(sources: Sources) -> Iterator[DateEvidence]:
    """The ``datetime`` of every ``<time>`` in the article's head.

    Only where the head has none, the first one elsewhere that is marked as a date of publication counts, but
    in no column beside the text: cards of other articles have theirs, too.
    """
    first, last = head_range(sources)
    lines = sources.outline.lines
    last = min(last, _first_card(sources))
    elsewhere: DateEvidence | None = None
    near = False
    for element, index in sources.outline.times:
        value = tidy(element.get("datetime") or "")
        if not _YEAR.search(value):
            continue
        if index < len(lines) and (sources.accompanies(lines[index]) or in_card(sources, lines[index])):
            continue
        marks = own_marks(element)
        is_change = index < len(lines) and _is_called_change(lines[index], element)
        role = "modified" if is_change else time_role(element, marks)
        evidence = DateEvidence(value, role, "time-element", signature(element))
        if first <= index < last:
            near = True
            yield evidence
        elif elsewhere is None and element.get("itemprop") and not _FOREIGN_TIME.search(marks):
            elsewhere = evidence if next(element.iterancestors("aside"), None) is None else None
    if elsewhere is not None and not near:
        yield elsewhere


def _is_called_change(line: Line, element: HtmlElement) -> bool:
    """Whether what stands right before a ``<time>`` in its line calls it one of a change: "Updated: "."""
    before = ""
    for text, holder in zip(line.raw, line.holders, strict=True):
        if holder is element:
            return len(before) <= LABEL and CHANGED.search(before) is not None
        before = tidy(text) or before
    return False


def head_range(sources: Sources) -> tuple[int, int]:
    """The first line of the article's head, and the line behind its last."""
    headline, above, below = sources.headline, sources.above, sources.below
    first = above[-1].index if above else headline.line
    last = max((line.index + 1 for line in below), default=headline.end)
    return first, last


def _first_card(sources: Sources) -> int:
    """Where behind the headline the first linked heading stands: what follows it dates another article."""
    lines, end = sources.outline.lines, sources.headline.end
    cards = (
        h.index for h in sources.outline.headings if end <= h.index < len(lines) and lines[h.index].linked
    )
    return next(cards, len(lines))


def time_role(element: HtmlElement, marks: str) -> DateRole:
    """What a ``<time>`` with these marks says its moment is."""
    prop = element.get("itemprop") or ""
    if "modif" in f"{marks} {prop.lower()}" or CHANGED.search(tidy(element.text or "")):
        return "modified"
    if prop == "datePublished" or _PUBLISHED_MARK.search(marks) or element.tag == "abbr":
        return (
            "published"  # hAtom's "updated" on an <abbr> is how Blogger's themes mark the one date they show
        )
    return "modified" if _MODIFIED_MARK.search(marks) else "published"


def _is_of_card(sources: Sources, element: HtmlElement) -> bool:
    """Whether an element is or stands in a line of another article's card: the text's box may hold those."""
    lines = (line for line in sources.below if element is line.block or element in line.inline)
    return any(in_card(sources, line) for line in lines)


def _in_microdata(sources: Sources, near: dict[HtmlElement, None]) -> Iterator[DateEvidence]:
    """``itemprop`` on other elements: its first attribute that holds a date."""
    for element in near:
        prop = (element.get("itemprop") or "").lower()
        if not prop.startswith("date") or element.tag in ("time", "meta"):
            continue
        for name in ("content", "datetime", "title"):
            value = tidy(element.get(name) or "")
            if _YEAR.search(value) and not _is_of_card(sources, element):
                roles = [_ROLES[said] for said in prop.split() if said in _ROLES]
                role = roles[0] if roles else "unknown"
                yield DateEvidence(value, role, "time-element", signature(element))
                break


def _near_headline(
    sources: Sources, near: dict[HtmlElement, None], known: set[str]
) -> Iterator[DateEvidence]:
    """Attributes of the elements beside the headline, where scripts write the date that is shown."""
    for element in near:
        if element.tag in ("time", "meta") or element.get("itemprop"):
            continue
        for name, raw in element.attrib.items():
            text = str(name)
            if (text not in _MOMENTS and not _DATE_NAME.fullmatch(text)) or len(raw) > LONGEST_DATE:
                continue
            value = tidy(raw)
            if value in known or not _YEAR.search(value) or _is_of_card(sources, element):
                continue
            is_moment = _COMPACT.fullmatch(value) or (has_clock(value) and is_date_line(value))
            if text in _MOMENTS and not is_moment:
                continue
            marks = f"{own_marks(element)} {text}"
            yield DateEvidence(value, time_role(element, marks), "time-element", signature(element))
            known.add(value)


def _elements_near(sources: Sources) -> dict[HtmlElement, None]:
    """The elements that hold the lines right behind and before the headline, and what else is in them."""
    found: dict[HtmlElement, None] = {}
    if sources.headline.line < 0:
        return found
    for line in (*sources.below[:AROUND], *sources.above[:2]):
        if sources.accompanies(line) or len(line.text) > 2 * LONGEST_DATE or in_card(sources, line):
            continue
        for element in (*line.around[:BOXES], *line.inline):
            if element not in found and len(found) < _MOST_ELEMENTS:
                found[element] = None
                found.update(dict.fromkeys(islice(_inside(element), _MOST_ELEMENTS // 4)))
    return found


def _inside(element: HtmlElement) -> Iterator[HtmlElement]:
    return (inner for inner in element.iterdescendants() if isinstance(inner.tag, str))
