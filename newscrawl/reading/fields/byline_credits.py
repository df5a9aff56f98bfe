"""Credits: lines anywhere behind the headline that pair role words with names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.evidence import BylineEvidence
from newscrawl.reading.byline.names import is_person, names_in
from newscrawl.reading.fields.byline_lines import LONGEST, is_fact, is_sentence, joined
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.fields.side_credit import signed_and_dated
from newscrawl.reading.tree.measures import NEAR
from newscrawl.reading.tree.outline import Line, signature
from newscrawl.reading.tree.tags import HEADINGS

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_JUST_MARKS = re.compile(r"\W*")

_ABOVE = 12
"""Lines above the headline in which credits stand, in its own box: a table of them has three for each."""

_MOST = 12
"""Bound: lines of one group of credits; more are a list of staff."""
_PORTRAIT = re.compile(rf"(?:{words.patterns('edges', 'opens an appendix')})\s", re.IGNORECASE)
_WANTED = frozenset(("author", "editor"))


def collect(sources: Sources) -> Iterator[BylineEvidence]:
    """For each role the first group of credits that names anybody: editors stand at the foot as often."""
    seen: set[str] = set()
    for group in _groups(sources):
        if not _is_of_article(group, sources):
            continue
        found = [item for item in _read(sources, group) if item.role not in seen]
        yield from found
        seen.update(item.role for item in found if names_in(item.text, labelled=True))
        if seen >= _WANTED:
            return


def _groups(sources: Sources) -> Iterator[list[int]]:
    """Lines of credits that stand close together, as their indexes."""
    lines = sources.outline.lines
    group: list[int] = []
    for index in lines.matching(roles.STARTS_LIKE_LABEL, max(0, sources.headline.line - _ABOVE)):
        line = lines[index]
        if index < sources.headline.end and not sources.is_near_headline(line):
            continue
        if not _is_credit(line) or is_fact(lines, index) or in_card(sources, line):
            continue
        if is_sentence(line, sources):
            continue
        if group and index - group[-1] > NEAR:
            yield group
            group = []
        if len(group) < _MOST:
            group.append(index)
    if group:
        yield group


def _is_of_article(group: Sequence[int], sources: Sources) -> bool:
    """Whether credits belong to the article: one alone counts in the box around headline and text, or right
    behind the text.

    Two roles and more may stand in a section behind it ("Tim Redaksi"), but in no column beside it.
    """
    lines = [sources.outline.lines[at] for at in group]
    named = sum(part.role is not None for line in lines for part in roles.read(joined(line)))
    if len(group) > 1 or named > 1:
        return not any(sources.in_column(line) for line in lines)
    return sources.in_article(lines[0]) or sources.ends_text(lines[0])


def in_column(sources: Sources) -> Iterator[BylineEvidence]:
    """The writer whom a column beside the text names right above the date."""
    pair = signed_and_dated(sources)
    if pair is not None:
        yield from _read(sources, [pair[0].index])


def _is_credit(line: Line) -> bool:
    if len(line.raw[0]) > 2 * LONGEST or len(text := line.text) > LONGEST:
        return False
    if roles.is_role_word(text):
        return roles.role_of(text.strip(" :：|-")) is not None
    for piece in (line.pieces[-1], line.pieces[0]) if len(line.pieces) > 1 and len(text) <= 80 else ():
        if roles.is_role_word(piece):
            return roles.role_of(piece.strip(" .:()[]")) is not None
    return roles.is_credit_line(text)


def _read(sources: Sources, group: Sequence[int]) -> Iterator[BylineEvidence]:
    lines = sources.outline.lines
    alone = [at for at in group if roles.is_role_word(lines[at].text)]
    # The headline is no name, though all its words be capitalised as those of one.
    # Nor does a name stand before the role where a sign of its own follows that.
    trailing = (
        bool(alone)
        and alone[0] > sources.headline.end
        and is_person(lines[alone[0] - 1].text)
        and not any(_JUST_MARKS.fullmatch(line.text) for line in lines[alone[0] + 1 : alone[0] + 2])
    )
    for at in group:
        detail = f"page: {signature(lines[at].block)}"
        text = joined(lines[at])
        if at in alone:
            beside = _name_beside(lines, at, trailing=trailing)
            text = f"{text.rstrip(' :')}: {beside}" if beside else ""
        for part in roles.read(text):
            if part.role is not None and part.names:
                # Of two writers a portrait may show one: "Tentang Penulis" says nothing of the other.
                is_said = lines[at].block.tag not in HEADINGS or not _PORTRAIT.match(lines[at].text)
                yield BylineEvidence(part.names, part.role, detail, labelled=is_said)


def _name_beside(lines: Sequence[Line], at: int, *, trailing: bool) -> str:
    if trailing:
        return lines[at - 1].text
    for line in lines[at + 1 : at + 3]:
        if not _JUST_MARKS.fullmatch(line.text):
            names = (other.text.lstrip(" :：") for other in (line, *_listed_with(lines, line)))
            return ", ".join(names) if len(line.text) <= 100 else ""
    return ""


def _listed_with(lines: Sequence[Line], first: Line) -> list[Line]:
    """The further names of a list of nothing but names, of which ``first`` is the first."""
    items = first.block.getparent() if first.block.tag == "li" else None
    behind = lines[first.index + 1 : first.index + _MOST] if items is not None else []
    listed = list(takewhile(lambda line: line.block.getparent() is items, behind))
    return listed if all(names_in(line.text) for line in listed) else []
