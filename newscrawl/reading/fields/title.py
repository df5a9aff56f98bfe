"""The title: the headline as shown, found by its agreement with what the page's head says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline.roles import has_closed_label
from newscrawl.reading.dates.spotting import is_bare_date
from newscrawl.reading.fields.headline import (
    CALLED,
    LONGEST,
    Headline,
    distance_to_date,
    end_of,
    headings_by_place,
    is_linked,
    leads_elsewhere,
    lone_heading,
    low_heading,
    says_address,
)
from newscrawl.reading.fields.large_print import headline_in_large_print
from newscrawl.reading.fields.wordings import (
    EQUAL,
    PART,
    SEPARATOR,
    agreement,
    is_site,
    without_outlet,
)
from newscrawl.reading.tree.measures import AROUND, FEWEST_BLANKS, HEADLINE, MOST_REPEATED, NEAR
from newscrawl.reading.tree.outline import Heading, Lines, signature
from newscrawl.reading.tree.payloads import title_in
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawl.reading.fields.statements import Statements

_SHORTEST, _MOST_PARTS = 3, 6
"""Characters of a headline. Bound (_MOST_PARTS): lines and pieces of a heading that are tried, as each is
compared with all titles."""
_HIGH = ("page: h1", "page: h2")
_HOME = tuple(f"{home} " for home in words.texts("sections", "home"))
_CRUMB_SIGN = re.compile("[»›>→]")
# "© 2026 Dinas Perikanan" ends a page of the office whose name its <title> has.
_OWNED = re.compile(r"©|copyright\b|hak cipta\b", re.IGNORECASE)
_IN_HEADING = tuple(f"page: h{level}" for level in range(1, 7))


def find_headline(sources: Statements) -> Headline:
    """The headline of the page: by rule, as shown, or as the head states it."""
    return _by_rule(sources) or _as_shown(sources) or _as_stated(sources)


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
    """The visible line that agrees best with a stated title, unless that title is another's."""
    stated = _stated(sources)
    found = _best_shown(sources, stated) if stated else None
    if found is not None and (larger := _set_larger(sources, found)) is not None:
        return larger
    if found is None or _is_masthead(sources, found) or _is_teaser(sources, found):
        return None
    return found


def _set_larger(sources: Statements, found: Headline) -> Headline | None:
    """The headline in large print, where all that the head's words agree with is a short plain line: the
    name of a section, of a column or of the office."""
    if not found.origin.startswith(_IN_HEADING) and len(found.text or "") < HEADLINE:
        larger = headline_in_large_print(sources)
        if (
            larger is not None
            and larger.line != found.line
            and len(larger.text or "") > len(found.text or "")
        ):
            return larger
    return None


def _best_shown(sources: Statements, stated: list[str]) -> Headline | None:
    """The line that agrees best; headings before other lines.

    A low heading far from any date, or far below, is a teaser as often as the headline: a line beside a date
    wins.
    """
    heading = _best_heading(sources, stated)
    is_piece = heading is not None and _is_piece(heading, stated)
    if heading is not None and heading.origin.startswith(_HIGH) and not is_piece:
        return heading
    line = _best_line(sources, stated)
    if line is not None and is_piece and _is_whole_of(line, heading, stated):
        return line
    if heading is not None and heading.origin.startswith(_HIGH):
        return heading
    if heading is None and line is not None and (below := _only_h1_below(sources, line)) is not None:
        return below
    if heading is None or line is None or not _is_near_date(sources, line):
        return heading or line
    is_far_below = heading.line > line.line + AROUND
    return line if is_far_below or not _is_near_date(sources, heading) else heading


def _is_piece(heading: Headline, stated: list[str]) -> bool:
    """Whether a heading below the first rank is no stated title word for word: it may be one of the text."""
    return not heading.origin.startswith("page: h1") and agreement(fold(heading.text or ""), stated) < EQUAL


def _is_whole_of(line: Headline, heading: Headline | None, stated: list[str]) -> bool:
    """Whether a line above a heading is the stated title, of which that says a part, or which it repeats.

    The heading is one of the text, or of what follows that: "4 Responses to <title>".
    """
    if heading is None or line.line > heading.line:
        return False
    whole, part = fold(line.text or ""), fold(heading.text or "")
    return agreement(whole, stated) >= EQUAL and (part in whole or whole in part)


def _only_h1_below(sources: Statements, kicker: Headline) -> Headline | None:
    """The page's only h1, right below a shorter line that is all the head states: a kicker."""
    only = [heading for heading in sources.outline.headings if heading.level == 1 and heading.text]
    if (
        len(only) != 1
        or only[0].index != kicker.end
        or not len(kicker.text or "") < len(only[0].text) <= LONGEST
    ):
        return None
    h1 = only[0]
    end = end_of(sources.outline.lines, h1)
    return Headline(h1.text, f"page: {signature(h1.element)}", h1.index, end, agrees=True)


def _is_masthead(sources: Statements, headline: Headline) -> bool:
    """Whether a heading is the site's name, which is all that its pages' <title> says.

    The headline is then another heading: by the words of the address, or by the date beside it, where the
    site's name is a heading far from any.
    """
    if [origin for origin, _ in sources.stated_titles] != ["page: title"] or sources.data.article is not None:
        return False
    if says_address(sources, headline.text or ""):
        return False
    own = [fold(headline.text or "")]
    others = [
        other
        for other in headings_by_place(sources)
        if other.index != headline.line and not _counts_answers(fold(other.text), own)
    ]
    if any(says_address(sources, other.text) for other in others):
        return True
    return headline.origin.startswith(_HIGH) and bool(others) and not _is_near_date(sources, headline)


def _is_teaser(sources: Statements, headline: Headline) -> bool:
    """Whether the head states the title of another article, which this page shows as a teaser.

    Old templates fill the head from the last article that they listed. The teaser leads elsewhere, or stands
    far from any date in a lower heading; and one heading is the headline by its place.
    """
    if sources.data.article is not None or says_address(sources, headline.text or ""):
        return False
    lone = lone_heading(sources)
    if lone is None or lone.line == headline.line or is_site(fold(lone.text or ""), sources.site_names):
        return False
    if headline.origin.startswith("page: h1") and not lone.origin.startswith("page: h1"):
        return False
    if leads_elsewhere(sources, headline.line):
        return True
    is_lower = headline.origin[: len(_HIGH[0])] > lone.origin[: len(_HIGH[0])]
    is_linked_here = sources.outline.lines[headline.line].linked
    return is_lower and not is_linked_here and not _is_near_date(sources, headline)


def _is_near_date(sources: Statements, headline: Headline) -> bool:
    return distance_to_date(sources.outline.lines, headline.line) <= NEAR


def _stated(sources: Statements) -> list[str]:
    """The folded wordings that a visible headline may agree with."""
    titles = [title for _, title in sources.stated_titles]
    if sources.data.article is not None and (headline := sources.data.text("headline")):
        titles.append(headline)
    titles = list(dict.fromkeys(titles))
    bare = [without_outlet(title, sources.site_names) for title in titles]
    wordings = dict.fromkeys(
        fold(title) for title in (*bare, *titles, *filter(None, map(_behind_label, bare)))
    )
    return [wording for wording in wordings if wording and not is_site(wording, sources.site_names)]


def _behind_label(title: str) -> str:
    """What stands behind the name of a column: "Renungan Harian: Biji Sesawi" is shown without it."""
    label, _, rest = title.partition(": ")
    return rest if label.count(" ") < FEWEST_BLANKS and " " in rest.strip() else ""


_LOWEST = 6
"""Given: the level of the lowest heading of HTML."""
_ONE = tuple(f"{one} " for one in words.texts("numbers", "1"))
_COUNT_WORDS = 3
"""Words of "4 responses to" before a title; more are of a headline: "5 fakta baru soal kasus ..."."""
_LOW = 3
"""The level from which on one says no more than another which heading is the headline."""


def _best_heading(sources: Statements, stated: list[str]) -> Headline | None:
    """The heading that agrees best; among equals the higher one, then the one nearer to a date line.

    Where a heading is a stated title word for word, no lower ones are looked at. Low headings that are links
    are teasers as a rule, also of the page's own article; and of those that are none, one may repeat the
    headline at the top of the text.
    """
    ranked: list[tuple[tuple[float, int], int, Headline]] = []
    lines = sources.outline.lines
    lowest = _LOWEST
    for heading in sorted(sources.outline.headings, key=lambda heading: heading.level):
        if min(heading.level, _LOW) > lowest:
            break
        if (found := _part_of(lines, heading, stated)) is None or has_closed_label(heading.text):
            continue
        score, headline = found
        # The name of a blog agrees with its titles, which begin with that: "Kabar Lereng: <headline>".
        if score < EQUAL and is_site(fold(heading.text), sources.site_names):
            continue
        if is_linked(lines, heading) and heading.level > 1:
            score -= 1 if heading.level > 2 else 0
            if score < PART:
                continue
        level = min(heading.level, _LOW)
        if score >= EQUAL:
            lowest = min(lowest, level)
        ranked.append(((score, -level), heading.index, headline))
    if not ranked:
        return None
    best = max(rank for rank, *_ in ranked)
    equals = [(index, headline) for rank, index, headline in ranked if rank == best]
    if len(equals) > 1:
        equals.sort(key=lambda item: (distance_to_date(lines, item[0]), item[0]))
    return equals[0][1]


def _part_of(lines: Lines, heading: Heading, stated: list[str]) -> tuple[float, Headline] | None:
    """How well a heading agrees, and the part of it that agrees best: it may hold kicker and date too."""
    text = heading.text
    score = agreement(fold(text), stated) if _SHORTEST <= len(text) <= LONGEST else 0.0
    if 0 < score < EQUAL and _counts_answers(fold(text), stated):
        return None
    end = end_of(lines, heading)
    best = score, text, heading.index, end
    if score < EQUAL:
        for start, stop, part in _parts(lines, heading.index, end):
            of_part = agreement(fold(part), stated) if _SHORTEST <= len(part) <= LONGEST else 0.0
            is_new = not best[0] and lines[start].is_dated is False
            # A kicker stands in no <title>, whatever name of an unknown outlet that ends in.
            is_bare = best[0] > 0 and any(fold(part) in w and fold(best[1]) not in w for w in stated)
            if of_part >= EQUAL > best[0] or (of_part and (is_new or is_bare)):
                best = of_part, part, start, stop
    score, text, first, last = best
    if not score:
        return None
    return score, Headline(text, f"page: {signature(heading.element)}", first, last, agrees=True)


def _counts_answers(heading: str, stated: list[str]) -> bool:
    """Whether a folded heading counts the readers' answers to a stated title: "4 responses to <title>", "One
    thought on <title>"."""
    if not heading[:1].isdigit() and not heading.startswith(_ONE):
        return False
    counts = (heading.removesuffix(wording) for wording in stated if heading.endswith(f" {wording}"))
    return any(2 <= len(count.split()) <= _COUNT_WORDS for count in counts)


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


def _best_line(sources: Statements, stated: list[str]) -> Headline | None:
    """Any other line that agrees; old templates set the headline in a plain element."""
    lines = sources.outline.lines
    ranked: list[tuple[bool, float, bool, int]] = []
    keys = _keys(stated, sources)
    # A line that is mostly other words than the title's is a sentence with the name of the site in it.
    longest = min(LONGEST, MOST_REPEATED * max(map(len, stated), default=0))
    for index in sorted({index for key in keys for index in lines.holding(key)}):
        line = lines[index]
        if not _holds_any(keys, line.raw[0], line.raw[-1]):
            continue
        is_other = (
            line.linked or is_bare_date(line.text) or has_closed_label(line.text) or _OWNED.match(line.text)
        )
        text = "" if is_other else line.text
        score = agreement(fold(text), stated) if 12 <= len(text) <= longest else 0.0
        if score >= PART:
            near = distance_to_date(lines, line.index) <= NEAR
            # The end of a breadcrumb says the same right above it.
            called = CALLED.search(line.marks[0]) is not None if line.marks else False
            ranked.append((near, score, called, -line.index))
    if not ranked:
        return None
    line = lines[-max(ranked)[-1]]
    text = _behind_crumbs(line.text, sources) or without_outlet(line.text, sources.site_names)
    return Headline(text, f"page: {signature(line.block)}", line.index, line.index + 1, agrees=True)


def _behind_crumbs(text: str, sources: Statements) -> str | None:
    """The stated title that ends a line, where the way to it from the home page stands before it."""
    said = fold(text)
    if not (said.startswith(_HOME) or _CRUMB_SIGN.search(text)):
        return None
    titles = (without_outlet(title, sources.site_names) for _, title in sources.stated_titles)
    found = (title for title in titles if len(title) >= HEADLINE and said.endswith(f" {fold(title)}"))
    return next(found, None)


def _keys(stated: list[str], sources: Statements) -> tuple[str, ...]:
    """Words of which a line that agrees has one: the longest of each title, and of each of its segments.

    A headline that is a part of a title need not hold its longest word, which may stand in a trail of
    sections; but it holds all of one segment.
    """
    segments = (part for _, title in sources.stated_titles for part in SEPARATOR.split(title))
    wordings = (*stated, *filter(None, map(fold, segments)))
    return tuple({max(wording.split(), key=len) for wording in wordings})


def _holds_any(words: Sequence[str], *texts: str) -> bool:
    """Whether one of the folded ``words`` stands in one of ``texts``: a cheap test before the careful one."""
    return any(word in text.casefold() for text in texts if len(text) <= 2 * LONGEST for word in words)


def _as_stated(sources: Statements) -> Headline:
    """The title from the page's head, without the site's name."""
    lone = lone_heading(sources) or headline_in_large_print(sources) or low_heading(sources)
    if lone is not None and not _is_beside_address(sources, lone):
        return lone
    stated = list(sources.stated_titles)
    if sources.data.article is not None and (headline := sources.data.text("headline")):
        stated.insert(1, ("json-ld: headline", headline))
    for origin, title in stated:
        text = without_outlet(title, sources.site_names)
        if text and not is_site(fold(text), sources.site_names):
            return Headline(title_in(sources.page, _beginnings(text)) or text, origin)
    return Headline(stated[0][1] or None, stated[0][0]) if stated else Headline(None, "none")


def _is_beside_address(sources: Statements, lone: Headline) -> bool:
    """Whether the head's title has the words of the address, and a low heading, such as a deck, has not."""
    if lone.origin.startswith("page: h1") or says_address(sources, lone.text or ""):
        return False
    return any(says_address(sources, title) for _, title in sources.stated_titles)


def _beginnings(title: str) -> list[str]:
    """A title, and what is left of it without its last parts: data have titles without the outlet's name."""
    ends = [found.start() for found in SEPARATOR.finditer(title)]
    return [title, *(title[:end].rstrip() for end in reversed(ends))] if ends else []


def _place(sources: Statements, text: str) -> tuple[int, int]:
    """The lines that ``text`` fills, the ones of a heading before others."""
    wanted = fold(text)
    lines = sources.outline.lines
    for heading in sources.outline.headings:
        if fold(heading.text) == wanted:
            return heading.index, end_of(lines, heading)
    longest = max(wanted.split(), key=len, default="")
    found = (at for at in lines.holding(longest) if fold(lines[at].text) == wanted)
    return next(((at, at + 1) for at in found), (-1, 0))
