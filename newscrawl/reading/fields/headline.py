"""The headline as a place on the page: the lines it fills, and whether its place alone gives it away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.reading.byline.roles import has_closed_label
from newscrawl.reading.fields.statements import names_template
from newscrawl.reading.tree.measures import AROUND, BOXES, LONG_SENTENCE, NEAR
from newscrawl.reading.tree.outline import Heading, Line, Lines, own_marks, signature
from newscrawl.reading.tree.structured import address_key
from newscrawl.reading.tree.text import fold
from newscrawl.record.links import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.reading.fields.statements import Statements

LONGEST = 400
"""Bound: characters of a headline; longer lines are compared with no title."""


_SHORTEST = 20
"""Characters of a headline that no title of the page's head supports: a shorter one is a section or a button.
Half changes none of 73 pages, twice 1."""
_LEAST_WORDS = 3
"""Words of an address by which a headline is known. Half and twice change none of 290 pages, being without it
changes 1."""

# Addresses leave out words of the headline, and end in numbers or codes; few words of theirs are not in it.
_MOST_OF = 0.7
_LINES_TO_DATE, _NEAR_LONE = 2, 4
"""Lines from a heading to the date, and from the only heading of a page to date or time. Half changes 1 and
none of 73 pages, twice 1 and none."""
_CALLED_AMONG_HEADINGS = re.compile(r"judul|headline")
CALLED = re.compile(r"judul|headline|heading|(?<!sub)title")
"""What a box is called that holds the headline; of pages with headings a "title" is a widget's as often."""

_INDEX = re.compile(r"/index\.\w{2,5}$")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, what produced it, and the lines it fills (from -1 to 0 if it is not on the page).

    ``agrees`` tells whether it is shown on the page and agrees with what the head states.
    """

    text: str | None
    origin: str
    line: int = -1
    end: int = 0
    agrees: bool = False


def lone_heading(sources: Statements) -> Headline | None:
    """The headline of a page whose head says nothing of it.

    The one heading by its place, or the only h1 with a date line or a ``<time>`` right beside it, or the
    text right below; where there is no h1, the only h2 over the text.
    """
    lines = sources.outline.lines
    by_place = headings_by_place(sources)
    shown = _of_level(sources, 1)
    if len(by_place) == 1:
        shown = by_place
    if not shown and (called := _called_so(sources)) is not None:
        origin = f"page: {signature(called.block)}"
        return Headline(called.text, origin, called.index, called.index + 1, agrees=True)
    if not shown:
        shown = _of_level(sources, 2)
    if len(shown) != 1 or not _SHORTEST <= len(shown[0].text) <= LONGEST:
        return None
    heading = shown[0]
    end = end_of(lines, heading)
    is_near = heading in by_place or distance_to_date(lines, heading.index) <= _NEAR_LONE
    is_timed = any(holds_time(line) for line in lines[end : end + _NEAR_LONE])
    if not is_near and not is_timed and not _stands_over_text(sources, heading, end):
        return None
    inside = [index for index in range(heading.index, min(end, len(lines))) if not lines[index].is_dated]
    if inside and len(inside) < end - heading.index:
        text = " ".join(lines[index].text for index in inside)
        return Headline(text, f"page: {signature(heading.element)}", inside[0], inside[-1] + 1)
    agrees = shown is by_place or (is_timed and heading.level == 1)
    return Headline(heading.text, f"page: {signature(heading.element)}", heading.index, end, agrees=agrees)


def _of_level(sources: Statements, level: int) -> list[Heading]:
    """The headings of one level, without what the system calls all pages of a kind."""
    headings = (heading for heading in sources.outline.headings if heading.level == level and heading.text)
    return [heading for heading in headings if not names_template(heading.text)]


def low_heading(sources: Statements) -> Headline | None:
    """The only heading of the highest level on a page without high ones, over the first prose of the page,
    where a ``<title>`` is all that the head says: "Satu Dalam Berita"."""
    headings = [head for head in sources.outline.headings if head.text and not names_template(head.text)]
    level = min((heading.level for heading in headings), default=0)
    shown = [heading for heading in headings if heading.level == level]
    stated = [origin for origin, _ in sources.stated_titles]
    if (
        len(shown) != 1
        or level <= 2
        or stated not in ([], ["page: title"])
        or sources.data.article is not None
    ):
        return None
    heading, lines = shown[0], sources.outline.lines
    end = end_of(lines, heading)
    is_first = not any(len(line.text) >= LONG_SENTENCE and not line.linked for line in lines[: heading.index])
    if not (
        is_first and _SHORTEST <= len(heading.text) <= LONGEST and _stands_over_text(sources, heading, end)
    ):
        return None
    return Headline(heading.text, f"page: {signature(heading.element)}", heading.index, end)


def _stands_over_text(sources: Statements, heading: Heading, end: int) -> bool:
    """Whether prose begins below a heading, behind a byline and a picture at most, and no other heading does.

    A heading that leads elsewhere is a teaser, whatever stands below it.
    """
    lines = sources.outline.lines
    if is_linked(lines, heading) or has_closed_label(heading.text):
        return False
    others = {other.index for other in sources.outline.headings}
    for line in lines[end : end + AROUND]:
        if line.index in others:
            return False
        if len(line.text) >= LONG_SENTENCE and not line.linked:
            return True
    return False


def _called_so(sources: Statements) -> Line | None:
    """The one line beside a date that its box calls the headline, where no heading can be it.

    Teasers are called so, too: where there are several such lines, none is the headline.
    """
    lines = sources.outline.lines
    is_bare = not sources.outline.headings and sources.data.article is None
    mark = CALLED if is_bare else _CALLED_AMONG_HEADINGS
    found = [
        line
        for line in lines
        if _SHORTEST <= len(line.text) <= LONGEST
        and not line.linked
        and not has_closed_label(line.text)
        and any(map(mark.search, (*line.marks[:1], *map(own_marks, line.inline))))
        and distance_to_date(lines, line.index) <= NEAR
    ]
    return found[0] if len(found) == 1 else None


def holds_time(line: Line) -> bool:
    """Whether a part of a line is marked as a time, however it is worded ("ulasan pada 25 November")."""
    return any(element.tag == "time" for element in (line.block, *line.inline))


def headings_by_place(sources: Statements) -> list[Heading]:
    """The headings that look like the headline though the head says nothing of them.

    Those with the words of the address, related articles' only where no other has them; else those that are
    no links and stand right above a date line.
    """
    headings = [
        heading
        for heading in sources.outline.headings
        if _SHORTEST <= len(heading.text) <= LONGEST and not has_closed_label(heading.text)
    ]
    lines = sources.outline.lines
    if said := [heading for heading in headings if says_address(sources, heading.text)]:
        return [heading for heading in said if not is_linked(lines, heading)] or said
    return [
        heading
        for heading in headings
        if not is_linked(lines, heading)
        and any(line.is_dated for line in lines[end_of(lines, heading) :][:_LINES_TO_DATE])
    ]


def says_address(sources: Statements, text: str) -> bool:
    """Whether a heading has most of the words in the last part of the page's address."""
    folder, _, last = _INDEX.sub("", sources.page.url.partition("?")[0]).rstrip("/").rpartition("/")
    slug = [word for word in re.split(r"[-_.]", last.casefold()) if len(word) > 2 and word.isalpha()]
    said = set(fold(text).split())
    return bool(folder) and len(slug) >= _LEAST_WORDS and len(said.intersection(slug)) >= _MOST_OF * len(slug)


def is_linked(lines: Lines, heading: Heading) -> bool:
    """Whether the first line of a heading is a link."""
    return heading.index < len(lines) and lines[heading.index].linked


def distance_to_date(lines: Sequence[Line], index: int) -> int:
    """How many lines off the nearest date line is, up to nine."""
    for distance in range(1, 9):
        for at in (index + distance, index - distance):
            if 0 <= at < len(lines) and lines[at].is_dated:
                return distance
    return 9


def end_of(lines: Sequence[Line], heading: Heading) -> int:
    """The index of the line behind a heading, which fills one line at least."""
    end = heading.index
    while end < len(lines) and heading.holds(lines[end]):
        end += 1
    return max(end, heading.index + 1)


def leads_elsewhere(sources: Statements, at: int) -> bool:
    """Whether a line is a link to another page, as the top story of a front page and a teaser are.

    An article is shown under several addresses that end alike: only the last parts are compared.
    """
    own = address_key(sources.page.url).rpartition("/")[2]
    line = sources.outline.lines[at]
    for element in (*line.inline, *line.around[:BOXES]):
        href = element.get("href") if element.tag == "a" else None
        if href and not href.startswith(("#", "javascript:")):
            target = address_key(_resolved(sources.page.url, href)).rpartition("/")[2]
            return bool(target) and target not in own and own not in target
    return False


def _resolved(base: str, href: str) -> str:
    try:
        return joined(base, href)
    except ValueError:
        return href
