"""Collects every statement a page makes about when its article was published or changed.

Nothing is read here: the strings go on as found, labelled with the role and the place that the page gives
them, and ``newscrawl.reading.dates`` decides. Dates of teasers, comments and embedded posts are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.reading.byline import dateline
from newscrawl.reading.dates.evidence import DateEvidence, DateRole
from newscrawl.reading.dates.lines import CHANGED
from newscrawl.reading.dates.spotting import has_clock, has_day, is_date_line
from newscrawl.reading.fields import date_attributes
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.fields.date_lines import (
    EDGES,
    PUBLISHED_WORD,
    changed_in_foot,
    detail,
    foot,
    says_only_change,
    signed,
    statements,
)
from newscrawl.reading.fields.side_credit import signed_and_dated
from newscrawl.reading.tree.measures import HEADLINE, NEAR, SENTENCE
from newscrawl.reading.tree.outline import Line, own_marks, signature
from newscrawl.reading.tree.payloads import published_near
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import texts
from newscrawl.reading.tree.text import fold, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

_JSON_LD: tuple[tuple[str, DateRole], ...] = (
    ("datePublished", "published"),
    ("dateModified", "modified"),
    ("dateCreated", "unknown"),
    ("uploadDate", "unknown"),
)
_META_EXACT: dict[str, DateRole] = {
    "date": "published",
    "pubdate": "published",
    "dcdate": "published",
    "dctermsdate": "published",
    "dctermsavailable": "published",
    "dctermscreated": "unknown",
    "dctermsmodified": "modified",
    "sailthrudate": "published",
    "parselypubdate": "published",
    "lastmod": "modified",
    "lastmodified": "modified",
    "modified": "modified",
    "revised": "modified",
}
_META_ROLES: tuple[tuple[re.Pattern[str], DateRole], ...] = (
    (re.compile(r"modif|update|lastmod|revis"), "modified"),
    (re.compile(r"creat"), "unknown"),
    (re.compile(r"publi|pubdate|issued|terbit|tayang"), "published"),
)
_META_IS_DATE = re.compile(r"date|time|tanggal|issued|terbit|tayang")
_NOT_LETTERS = re.compile(r"[^a-z]+")
# The "credits" of an article name its writers, and date it; a "credit" is a picture's.
_CAPTION = re.compile(
    r"caption|copyright|(?<![\w-])credit(?!s)|(?:photo|foto|image|img|pic)\w{0,4}[-_]{0,2}credit"
)
# A search for a digit is quick, one for alternatives is not.
_YEAR = re.compile(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|\d{9})")
_CLOCK_LINE = re.compile(
    r"\W*(?:pukul\s|jam\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:wib|wita|wit|am|pm)?\W*", re.IGNORECASE
)
_PARTS_OF_DATE = re.compile(
    r"\W*(?:\d{1,4}|(?:\d{1,2}\s)?[a-z]{3,10}|[a-z]{3,10}[\s,]{1,2}\d{4}"
    r"|\d{1,2}[:.]\d{2}\s*(?:wib|wita|wit)?)\W*",
    re.IGNORECASE,
)
# Behind slashes the day is a folder of its own: "/2024/05/5-cara-merawat-..." has none.
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)(?:/(\d{1,2})/(\d{1,2})(?:/(\d{6})\d{0,6}(?=/))?(?=/|$)|-(\d{1,2})-(\d{1,2})(?=[/-]|$))"
)
_URL_COMPACT = re.compile(r"/((?:19|20)\d{2}[01]\d[0-3]\d)([0-2]\d[0-5]\d[0-5]\d)?(?=[-/]|$)")
_IS_CLOCK = re.compile(r"[0-2]\d[0-5]\d[0-5]\d")
# The clock of the visit: "Hari ini: Sabtu, 28 November 2026".
_TODAY = re.compile(r"(?:hari ini|tanggal hari ini|today)\b\W{0,4}(?=.*\b(?:19|20)\d\d\b)", re.IGNORECASE)
_DATE_CLASS = re.compile(r"date|time|tanggal|tgl|waktu|publish|posted")
_ARCHIVED = re.compile(r"/web/\d{8,14}[a-z_]{0,5}/(https?:/.*)")
_DASH = re.compile(r"\s[-–—]{1,3}\s")
_MOST_LINES = 3
"""Bound: lines with a date at the headline: published, changed, one of another kind."""
_LONGEST_LINK = 40
"""A longer link with a date in it is the headline of another article."""


def collect(sources: Sources) -> list[DateEvidence]:
    """The evidence for the dates of the page, each string once for each role and place."""
    stated = [*_in_json_ld(sources), *_in_meta(sources), *date_attributes.in_times(sources)]
    if not any(item.role == "published" for item in stated):
        stated += date_attributes.in_elements(sources)
    found = (*_by_rule(sources), *stated, *_in_lines(sources))
    if not any(item.role == "published" and has_clock(item.text) for item in found):
        found = (*found, *date_attributes.behind_text(sources))
    if not any(item.role == "modified" for item in found):
        found = (*found, *changed_in_foot(sources))
    if not any(item.role == "published" for item in found):
        found = (*found, *_in_payloads(sources))
    found = (*found, *_in_url(sources))
    if not any(item.role == "published" for item in found):
        found = (*found, *_in_dateline(sources))
    return list(dict.fromkeys(found))


def shows_day(sources: Sources) -> bool:
    """Whether a day of the article's own stands around headline and text, also in a column or a box there."""
    return any(has_day(line.text) for line in _near_lines(sources)) or foot(sources) is not None


def _by_rule(sources: Sources) -> Iterator[DateEvidence]:
    rules = sources.page.rules
    roles: tuple[tuple[tuple[str, ...], DateRole], ...] = (
        (rules.published, "published"),
        (rules.modified, "modified"),
    )
    for selectors, role in roles:
        for selector, found in values(sources.page, selectors):
            yield from (DateEvidence(text, role, "rule", selector) for text in found[:1])


def _in_json_ld(sources: Sources) -> Iterator[DateEvidence]:
    data = sources.data
    for name, node in (("article", data.article), ("page", data.page)):
        if node is not None:
            for key, role in _JSON_LD:
                value = node.get(key)
                epoch = isinstance(value, int | float) and not isinstance(value, bool)
                for text in texts(f"{value:.0f}" if epoch else value):
                    detail = key if name == "article" else f"WebPage.{key}"
                    yield DateEvidence(text, role, "json-ld", detail)
                    break


def _in_meta(sources: Sources) -> Iterator[DateEvidence]:
    for key, contents in sources.page.meta.items():
        role = meta_role(key)
        if role is not None and _YEAR.search(contents[0]):
            yield DateEvidence(tidy(contents[0]), role, "meta", key)


@lru_cache(maxsize=1024)
def meta_role(key: str) -> DateRole | None:
    """What a meta of this name says about the date; None if it says nothing of it."""
    letters = _NOT_LETTERS.sub("", key)
    if letters in _META_EXACT:
        return _META_EXACT[letters]
    if not _META_IS_DATE.search(letters):
        return None
    return next((role for pattern, role in _META_ROLES if pattern.search(letters)), None)


def _in_lines(sources: Sources) -> Iterator[DateEvidence]:
    """The date lines around the headline: the nearest one, and those that stand right beside it."""
    near = _near_lines(sources)
    if not near and (within := list(_within_headline(sources))):
        yield from within
        return
    if not near:
        yield from _scattered(sources)
        yield from signed(sources) or _labelled(sources)
        return
    if not any(has_day(line.text) for line in near) and (parted := list(_scattered(sources))):
        yield from parted
        return
    best = next((line for line in near if not says_only_change(line)), near[0])
    kept = [line for line in near if line is near[0] or abs(line.index - best.index) <= 2][:_MOST_LINES]
    for line in kept:
        yield from statements(line, _with_clock(sources, line))


def _near_lines(sources: Sources) -> list[Line]:
    """Date lines around the headline, nearest first.

    Those above count as two lines further off, and those behind a sentence of the text as three more, and
    only without a linked headline: the dates of teasers stand there on short pages.
    """
    at, end = sources.headline.line, sources.headline.end
    ranked = []
    behind = 0
    for line in _before_next_heading(sources):
        if _is_own_date(sources, line):
            if not behind or _longest_link(line) < HEADLINE:
                ranked.append((line.index - end + behind, line))
        elif len(line.text) >= SENTENCE and not line.linked:
            behind = NEAR
    if at >= 0:
        ranked += [
            (line.index - end, line) for line in _inside_headline(sources) if _is_own_date(sources, line)
        ]
        ranked += [
            (at - line.index + 2, line)
            for line in sources.above
            if _is_own_date(sources, line) and (sources.is_near_headline(line) or sources.stands_flat(line))
        ]
    return [line for _, line in sorted(ranked, key=lambda pair: pair[0])]


def _before_next_heading(sources: Sources) -> Iterator[Line]:
    """The lines below the headline, but for those behind a heading that follows the text, whatever it says.

    Comments, related articles and notes about the outlet stand there with dates of their own.
    """
    last = sources.extent.last
    headings = (heading.index for heading in sources.outline.headings if heading.index > last)
    end = next(headings, None) if last >= 0 else None
    return (line for line in sources.below if end is None or line.index < end)


def _longest_link(line: Line) -> int:
    pieces = zip(line.raw, line.holders, strict=True)
    return max((len(text.strip()) for text, holder in pieces if holder.tag == "a"), default=0)


def _inside_headline(sources: Sources) -> list[Line]:
    """The lines of a heading that holds more than its longest line, the headline."""
    lines = sources.outline.lines[sources.headline.line : sources.headline.end]
    longest = max(lines, key=lambda line: len(line.text), default=None)
    return [line for line in lines if line is not longest]


def _within_headline(sources: Sources) -> Iterator[DateEvidence]:
    """The date in an inline element of the headline's own line, where the title leaves it out.

    Or of the line right below that says the headline again: a breadcrumb may end in it.
    """
    title = fold(sources.headline.text or "")
    at, end = max(0, sources.headline.line), sources.headline.end
    for line in sources.outline.lines[at : end + 1 if at < end else end]:
        if line.index == end and not fold(line.text).startswith(f"{title} "):
            return
        for piece in line.pieces if len(line.pieces) > 1 else ():
            if has_day(piece) and is_date_line(piece) and fold(piece) not in title:
                yield DateEvidence(piece.strip(EDGES + "()"), "published", "visible", detail(line))
                return


def _is_own_date(sources: Sources, line: Line) -> bool:
    if (
        not line.is_dated
        or _TODAY.match(line.text)
        or _CAPTION.search(own_marks(line.block))
        or line.block.tag == "figcaption"
    ):
        return False
    if line.linked and max(map(len, line.pieces)) > _LONGEST_LINK:
        return False
    if line.index == sources.headline.end:  # a topic's link beside the date makes no card of that line
        return not sources.accompanies(line)
    return not sources.accompanies(line) and not in_card(sources, line)


def _with_clock(sources: Sources, line: Line) -> str:
    """The line's text, with the time of day from the next line where it stands in an element of its own."""
    text = _without_change(line)
    if has_clock(text) or not has_day(text):
        return text
    for at in (line.index + 1, line.index - 1):
        if 0 <= at < len(sources.outline.lines):
            other = sources.outline.lines[at].text
            if len(other) <= 20 and _CLOCK_LINE.fullmatch(other):
                return f"{text} {other}"
    return text


def _without_change(line: Line) -> str:
    """The line's text without the day of a change beside that of the publication, each in a ``<time>``.

    Themes print the one of the change first and hide it; one that a word calls so is a statement of its own.
    """
    times = {
        holder: date_attributes.time_role(holder, own_marks(holder))
        for holder in line.holders
        if holder.tag == "time"
    }
    if set(times.values()) != {"published", "modified"} or CHANGED.search(line.text):
        return line.text
    pieces = zip(line.raw, line.holders, strict=True)
    return tidy(" ".join(text for text, holder in pieces if times.get(holder) != "modified"))


def _scattered(sources: Sources) -> Iterator[DateEvidence]:
    """A date whose day, month, year and time stand in elements of their own, side by side: as on a leaf of a
    calendar, below the headline or right above it."""
    group: list[Line] = []
    above = [line for line in sources.above[:NEAR][::-1] if sources.is_near_headline(line)]
    for line in (*sources.below[:8], *above):
        fits = len(line.text) <= 20 and _PARTS_OF_DATE.fullmatch(line.text) is not None
        if fits and group and not _hang_together(line, group[0]):
            group = []
        group = [*group, line] if fits else []
        joined = " ".join(part.text for part in group)
        if has_day(joined):
            following = sources.outline.lines[line.index + 1 : line.index + 2]
            clock = next((f" {other.text}" for other in following if _CLOCK_LINE.fullmatch(other.text)), "")
            yield DateEvidence(f"{joined}{clock}", "published", "visible", signature(line.block))
            return


def _hang_together(one: Line, other: Line) -> bool:
    """Whether two parts of a date stand in one box, or one of them right in the box around that of the other:
    the year below the leaf."""
    inner, outer = _holder(one), _holder(other)
    if inner is None or outer is None:
        return inner is outer
    return outer in (inner, inner.getparent(), one.block) or inner in (outer.getparent(), other.block)


def _holder(line: Line) -> HtmlElement | None:
    """The element that a line's block stands in; of a cell the table."""
    holder = line.block.getparent()
    while holder is not None and holder.tag in ("tr", "tbody"):
        holder = holder.getparent()
    return holder


def _labelled(sources: Sources) -> list[DateEvidence]:
    """The first date line anywhere else that says by word or class that it is the article's, or one below the
    only byline."""
    lines = sources.outline.lines
    for line in map(lines.__getitem__, lines.matching(_YEAR, sources.headline.end)):
        text = line.text
        if len(text) > 80 or not has_day(text):
            continue
        stated = PUBLISHED_WORD.search(text) or _DATE_CLASS.search(own_marks(line.block))
        if stated and _is_own_date(sources, line):
            return list(statements(line, text))
    beside = signed_and_dated(sources)
    return list(statements(beside[1], beside[1].text)) if beside is not None else []


def _in_payloads(sources: Sources) -> Iterator[DateEvidence]:
    text = published_near(sources.page, sources.headline.text or "")
    if text is not None:
        yield DateEvidence(tidy(text), "published", "hydration", "published date beside the title")


def _in_dateline(sources: Sources) -> Iterator[DateEvidence]:
    """The date between the place and the dash that begin the text: "SUKAREKAAN, 24 November 2026 - ..."."""
    text = next((block.text for block in sources.extent.blocks), "")
    end = _DASH.search(text, 0, dateline.LONGEST)
    if end is not None and has_day(head := text[: end.start()]) and is_date_line(head):
        yield DateEvidence(head, "published", "visible", "the text's first line")


def _in_url(sources: Sources) -> Iterator[DateEvidence]:
    """A day in the path, and a time of day where the path codes one behind it."""
    path = _path(sources.page.url)
    if (compact := _URL_COMPACT.search(path)) is not None:
        yield DateEvidence(compact[1] + (compact[2] or ""), "published", "url", "digits in the path")
    elif (found := _URL_DAY.search(path)) is not None:
        year, month, day, clock = found[1], found[2] or found[5], found[3] or found[6], found[4]
        digits = f"{year}{int(month):02}{int(day):02}"
        yield DateEvidence(digits, "published", "url", "day in the path")
        if clock is not None and _IS_CLOCK.fullmatch(clock):
            yield DateEvidence(digits + clock, "unknown", "url", "time in the path")


def _path(url: str) -> str:
    """The path of an address; of an archive's copy, the path of what it is a copy of."""
    try:
        path = urlsplit(url).path
        archived = _ARCHIVED.match(path)
        return urlsplit(archived[1]).path if archived else path
    except ValueError:
        return ""
