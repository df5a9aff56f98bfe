"""The title: the headline as shown, found by its agreement with what the page's head says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.reading.byline.roles import has_closed_label
from newscrawl.reading.tree.outline import Heading, Line, Lines, signature
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawl.reading.fields.statements import Statements

LONGEST = 400
"""A longer line is no headline, whatever it stands in."""

_EQUAL, _PART, _AKIN = 3.0, 2.0, 1.0
_LEAST_WORDS = 3
_SHORTEST, _SHORTEST_LONE = 3, 20
_MOST_PARTS = 6
# Headline, kicker, byline and date stand within so many lines.
_SAME_HEAD = 10
_HIGH = ("page: h1", "page: h2")
# Addresses leave out words of the headline, and end in numbers or codes; few words of theirs are not in it.
_MOST_OF = 0.7
_LEAST_SHARE = 0.5
_NEAR = 3
_LINES_TO_DATE, _NEAR_LONE = 2, 4
# One sign and what stands behind or before it: a search for one of several signs is quick.
_SEPARATOR = re.compile(
    r"[\s|»:](?:(?<=\s)(?:\s{0,2}[|\-–—:«»•·~]{1,3}\s{1,3}|\s{0,2}[|»]\s{0,3})|(?<=[|»])\s{0,3}"
    r"|(?<=\.com:)\s|(?<=\.id:)\s|(?<=\.net:)\s)"
)
_PAGE_NUMBER = re.compile(r"(?:halaman|hal|page|laman)\.?\s*(?:\d{1,3}|all|semua)", re.IGNORECASE)
_DOMAIN = re.compile(r"\b[\w-]{2,40}\.(?:com|co\.id|id|net|org|co|tv|news|or\.id)\b", re.IGNORECASE)
_NOT_LETTER = re.compile(r"[\W_]+")
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


def find_headline(sources: Statements) -> Headline:
    """The headline of the page: by rule, as shown, or as the head states it."""
    return _by_rule(sources) or _as_shown(sources) or _as_stated(sources)


def without_outlet(title: str, site_names: Sequence[str]) -> str:
    """``title`` without the site's name and page numbers at its ends.

    "Judul - Medcom.id" and "KapanLagi.com: Judul" both give "Judul"; "Judul - Halaman all" too.
    """
    names = [*map(_letters, site_names)]
    cuts = [(0, 0), *((found.start(), found.end()) for found in _SEPARATOR.finditer(title))]
    first, last = 0, len(cuts) - 1
    edges = [*cuts, (len(title), len(title))]

    def segment(at: int) -> str:
        return title[edges[at][1] : edges[at + 1][0]]

    while last > first and _is_outlet(segment(last), names):
        last -= 1
    while first < last and _is_outlet(segment(first), names):
        first += 1
    while last > first and title[edges[last][0] : edges[last][1]].strip() == "|" and _is_label(segment(last)):
        last -= 1
    return title[edges[first][1] : edges[last + 1][0]].strip()


def _is_outlet(segment: str, names: Sequence[str]) -> bool:
    text = segment.strip()
    if not text or _PAGE_NUMBER.fullmatch(text) or (_DOMAIN.search(text) and len(text.split()) <= 4):
        return True
    words = text.casefold().split()
    if len(words) > 5:
        return False
    joined = _letters(text)
    return any(
        (len(joined) >= 4 and joined in name) or (len(words[0]) >= 4 and len(words) <= 3 and words[0] in name)
        for name in names
    )


@lru_cache(maxsize=1024)
def _letters(name: str) -> str:
    """The letters and digits of a name in lower case; those of a site are asked for with each title."""
    return _NOT_LETTER.sub("", name.casefold())


def _is_label(segment: str) -> bool:
    return len(segment.split()) <= 3


def _by_rule(sources: Statements) -> Headline | None:
    for selector, found in values(sources.page, sources.page.rules.title):
        text = next((text for text in found if 3 <= len(text) <= LONGEST), None)
        if text is not None:
            at, end = _place(sources, text)
            agrees = at >= 0 and agreement(fold(text), _stated(sources)) > 0
            bare = without_outlet(text, sources.site_names)
            return Headline(bare, f"rule: {selector}", at, end, agrees=agrees)
    return None


def _as_shown(sources: Statements) -> Headline | None:
    """The visible line that agrees best with a stated title; headings before other lines.

    A low heading far from any date, or far below, is a teaser as often as the headline: a line beside a date
    wins.
    """
    stated = _stated(sources)
    if not stated:
        return None
    heading = _best_heading(sources, stated)
    if heading is not None and heading.origin.startswith(_HIGH):
        return None if _is_masthead(sources, heading) else heading
    line = _best_line(sources, stated)
    if heading is None or line is None or not _is_near_date(sources, line):
        return heading or line
    is_far_below = heading.line > line.line + _SAME_HEAD
    return line if is_far_below or not _is_near_date(sources, heading) else heading


def _is_masthead(sources: Statements, headline: Headline) -> bool:
    """Whether a heading far from any date is the site's name, which is all that its pages' <title> says.

    The headline is then another heading: by the words of the address, or by the date beside it.
    """
    if [origin for origin, _ in sources.stated_titles] != ["page: title"] or sources.data.article is not None:
        return False
    if _says_address(sources, headline.text or "") or _is_near_date(sources, headline):
        return False
    return any(other.index != headline.line for other in _headings_by_place(sources))


def _is_near_date(sources: Statements, headline: Headline) -> bool:
    return _distance_to_date(sources.outline.lines, headline.line) <= _NEAR


def _stated(sources: Statements) -> list[str]:
    """The folded wordings that a visible headline may agree with."""
    titles = [title for _, title in sources.stated_titles]
    if sources.data.article is not None and (headline := sources.data.text("headline")):
        titles.append(headline)
    titles = list(dict.fromkeys(titles))
    bare = [without_outlet(title, sources.site_names) for title in titles]
    wordings = dict.fromkeys(fold(title) for title in (*bare, *titles))
    return [wording for wording in wordings if wording and not _is_site(wording, sources.site_names)]


def _is_site(wording: str, site_names: Sequence[str]) -> bool:
    """Whether a folded wording is the site's name or a part of it, and nothing more."""
    joined = wording.replace(" ", "")
    return any(joined in _letters(name) for name in site_names)


def _best_heading(sources: Statements, stated: list[str]) -> Headline | None:
    """The heading that agrees best; among equals the higher one, then the one nearer to a date line.

    Where a heading is a stated title word for word, no lower ones are looked at. Low headings that are links
    are teasers as a rule, also of the page's own article.
    """
    ranked: list[tuple[tuple[float, int], int, Headline]] = []
    lines = sources.outline.lines
    for heading in sorted(sources.outline.headings, key=lambda heading: heading.level):
        if any(rank[0] >= _EQUAL and -rank[1] < heading.level for rank, *_ in ranked):
            break
        if (found := _part_of(lines, heading, stated)) is None:
            continue
        score, headline = found
        if _is_linked(lines, heading) and heading.level > 1:
            score -= 1 if heading.level > 2 else 0
            if score < _PART:
                continue
        ranked.append(((score, -heading.level), heading.index, headline))
    if not ranked:
        return None
    best = max(rank for rank, *_ in ranked)
    equals = [(index, headline) for rank, index, headline in ranked if rank == best]
    if len(equals) > 1:
        equals.sort(key=lambda item: _distance_to_date(lines, item[0]))
    return equals[0][1]


def _part_of(lines: Lines, heading: Heading, stated: list[str]) -> tuple[float, Headline] | None:
    """How well a heading agrees, and the part of it that agrees best: it may hold kicker and date too."""
    text = heading.text
    score = agreement(fold(text), stated) if _SHORTEST <= len(text) <= LONGEST else 0.0
    end = _end_of(lines, heading)
    best = score, text, heading.index, end
    if score < _EQUAL:
        for start, stop, part in _parts(lines, heading.index, end):
            of_part = agreement(fold(part), stated) if _SHORTEST <= len(part) <= LONGEST else 0.0
            is_new = not best[0] and lines[start].is_dated is False
            # A kicker stands in no <title>, whatever name of an unknown outlet that ends in.
            is_bare = best[0] > 0 and any(fold(part) in w and fold(best[1]) not in w for w in stated)
            if of_part >= _EQUAL > best[0] or (of_part and (is_new or is_bare)):
                best = of_part, part, start, stop
    score, text, first, last = best
    if not score:
        return None
    return score, Headline(text, f"page: {signature(heading.element)}", first, last, agrees=True)


def _parts(lines: Lines, first: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The lines of a heading one by one, and each without some of its first or last pieces."""
    for index in range(first, min(end, first + _MOST_PARTS, len(lines))):
        line = lines[index]
        if end - first > 1:
            yield index, index + 1, line.text
        pieces = line.pieces[:_MOST_PARTS]
        for cut in range(1, len(pieces)):
            yield index, index + 1, " ".join(pieces[cut:])
            yield index, index + 1, " ".join(pieces[:-cut])


def _is_linked(lines: Lines, heading: Heading) -> bool:
    return heading.index < len(lines) and lines[heading.index].linked


def _best_line(sources: Statements, stated: list[str]) -> Headline | None:
    """Any other line that agrees; old templates set the headline in a plain element."""
    lines = sources.outline.lines
    ranked: list[tuple[bool, float, int]] = []
    keys = _keys(stated, sources)
    for index in sorted({index for key in keys for index in lines.holding(key)}):
        line = lines[index]
        if not _holds_any(keys, line.raw[0], line.raw[-1]):
            continue
        text = "" if line.linked else line.text
        score = agreement(fold(text), stated) if 12 <= len(text) <= LONGEST else 0.0
        if score >= _PART:
            near = _distance_to_date(lines, line.index) <= _NEAR
            ranked.append((near, score, -line.index))
    if not ranked:
        return None
    line = lines[-max(ranked)[2]]
    text = without_outlet(line.text, sources.site_names)
    return Headline(text, f"page: {signature(line.block)}", line.index, line.index + 1, agrees=True)


def _keys(stated: list[str], sources: Statements) -> tuple[str, ...]:
    """Words of which a line that agrees has one: the longest of each title, and of each of its segments.

    A headline that is a part of a title need not hold its longest word, which may stand in a trail of
    sections; but it holds all of one segment.
    """
    segments = (part for _, title in sources.stated_titles for part in _SEPARATOR.split(title))
    wordings = (*stated, *filter(None, map(fold, segments)))
    return tuple({max(wording.split(), key=len) for wording in wordings})


def _holds_any(words: Sequence[str], *texts: str) -> bool:
    """Whether one of the folded ``words`` stands in one of ``texts``: a cheap test before the careful one."""
    return any(word in text.casefold() for text in texts if len(text) <= 2 * LONGEST for word in words)


def agreement(shown: str, stated: Sequence[str]) -> float:
    """How well a shown wording agrees with one of the ``stated``, all folded: 0 for not at all.

    3 and more for the same words, 2 and more where one holds the other, 1 and more for most words alike.
    """
    return max((_agreement(shown, wording) for wording in stated), default=0.0)


def _agreement(shown: str, wording: str) -> float:
    if shown == wording:
        return _EQUAL
    shorter, longer = sorted((shown, wording), key=len)
    if not shorter:
        return 0.0
    share = len(shorter) / len(longer)
    count = shorter.count(" ") + 1
    if f" {shorter} " in f" {longer} ":
        return _PART + share if count >= _LEAST_WORDS or share >= _LEAST_SHARE else 0.0
    if count < _LEAST_WORDS:
        return 0.0
    left, right = set(shown.split()), set(wording.split())
    alike = len(left & right) / len(left | right)
    return _AKIN + alike if alike >= 0.6 else 0.0


def _distance_to_date(lines: Sequence[Line], index: int) -> int:
    """How many lines off the nearest date line is, up to nine."""
    for distance in range(1, 9):
        for at in (index + distance, index - distance):
            if 0 <= at < len(lines) and lines[at].is_dated:
                return distance
    return 9


def _end_of(lines: Sequence[Line], heading: Heading) -> int:
    end = heading.index
    while end < len(lines) and heading.holds(lines[end]):
        end += 1
    return max(end, heading.index + 1)


def _as_stated(sources: Statements) -> Headline:
    """The title from the page's head, without the site's name."""
    lone = _lone_heading(sources)
    if lone is not None:
        return lone
    stated = list(sources.stated_titles)
    if sources.data.article is not None and (headline := sources.data.text("headline")):
        stated.insert(1, ("json-ld: headline", headline))
    for origin, title in stated:
        text = without_outlet(title, sources.site_names)
        if text and not _is_site(fold(text), sources.site_names):
            return Headline(text, origin)
    return Headline(stated[0][1] or None, stated[0][0]) if stated else Headline(None, "none")


def _lone_heading(sources: Statements) -> Headline | None:
    """The headline of a page whose head says nothing of it.

    The one heading by its place, or the only h1 with a date line or a ``<time>`` right beside it.
    """
    lines = sources.outline.lines
    by_place = _headings_by_place(sources)
    shown = [heading for heading in sources.outline.headings if heading.level == 1 and heading.text]
    if len(by_place) == 1:
        shown = by_place
    if len(shown) != 1 or not _SHORTEST_LONE <= len(shown[0].text) <= LONGEST:
        return None
    heading = shown[0]
    end = _end_of(lines, heading)
    is_far = heading not in by_place and _distance_to_date(lines, heading.index) > _NEAR_LONE
    if is_far and not any(_holds_time(line) for line in lines[end : end + _NEAR_LONE]):
        return None
    inside = [index for index in range(heading.index, min(end, len(lines))) if not lines[index].is_dated]
    if inside and len(inside) < end - heading.index:
        text = " ".join(lines[index].text for index in inside)
        return Headline(text, f"page: {signature(heading.element)}", inside[0], inside[-1] + 1)
    agrees = shown is by_place
    return Headline(heading.text, f"page: {signature(heading.element)}", heading.index, end, agrees=agrees)


def _holds_time(line: Line) -> bool:
    """Whether a part of a line is marked as a time, however it is worded ("ulasan pada 25 November")."""
    return any(element.tag == "time" for element in (line.block, *line.inline))


def _headings_by_place(sources: Statements) -> list[Heading]:
    """The headings that look like the headline though the head says nothing of them.

    Those with the words of the address, else those that are no links and stand right above a date line.
    """
    headings = [
        heading
        for heading in sources.outline.headings
        if _SHORTEST_LONE <= len(heading.text) <= LONGEST and not has_closed_label(heading.text)
    ]
    if said := [heading for heading in headings if _says_address(sources, heading.text)]:
        return said
    lines = sources.outline.lines
    return [
        heading
        for heading in headings
        if not _is_linked(lines, heading)
        and any(line.is_dated for line in lines[_end_of(lines, heading) :][:_LINES_TO_DATE])
    ]


def _says_address(sources: Statements, text: str) -> bool:
    """Whether a heading has most of the words in the last part of the page's address."""
    folder, _, last = _INDEX.sub("", sources.page.url.partition("?")[0]).rstrip("/").rpartition("/")
    slug = [word for word in re.split(r"[-_.]", last.casefold()) if len(word) > 2 and word.isalpha()]
    said = set(fold(text).split())
    return bool(folder) and len(slug) >= _LEAST_WORDS and len(said.intersection(slug)) >= _MOST_OF * len(slug)


def _place(sources: Statements, text: str) -> tuple[int, int]:
    """The lines that ``text`` fills, the ones of a heading before others."""
    wanted = fold(text)
    lines = sources.outline.lines
    for heading in sources.outline.headings:
        if fold(heading.text) == wanted:
            return heading.index, _end_of(lines, heading)
    longest = max(wanted.split(), key=len, default="")
    found = (at for at in lines.holding(longest) if fold(lines[at].text) == wanted)
    return next(((at, at + 1) for at in found), (-1, 0))
