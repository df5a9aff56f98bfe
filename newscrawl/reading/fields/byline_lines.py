"""The byline around the headline: lines with role words, marked elements, author links, icons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.evidence import BylineEvidence, BylineRole
from newscrawl.reading.byline.fact_lists import in_fact_list
from newscrawl.reading.byline.names import is_person, names_in
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.tree.measures import AROUND, NEAR, SENTENCE
from newscrawl.reading.tree.outline import Line, own_marks, signature
from newscrawl.reading.tree.text import text_of, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

LONGEST = 200
"""A longer line is prose."""

AUTHOR_MARK = re.compile(
    r"author|penulis|reporter|byline|wartawan|jurnalis|journalist|writer|pewarta|creator|nmrep|namerep|kontributor"
    r"|(?:(?<![\w-])|(?:post|entry|article|news|written)-)by(?![\w-])"
)
_EDITOR_MARK = re.compile(r"editor(?!ial)|redaktur")
NO_BYLINE_MARK = re.compile(
    r"caption|photo|foto|image|img|gambar|figure|share|sosial|social|breadcrumb|tag\b|tags|avatar|komentar"
    r"|comment"
)
_WRITERS = "authors?|penulis|reporters?|wartawan|jurnalis|redaktur|[ck]ontribut(?:or|ors)|kolumnis|writers?"
_AUTHOR_HREF = re.compile(
    rf"/(?:{_WRITERS}|profile|me|u|users?|member|by|oleh)/[^/?#]"
    rf"|[/?&](?:{_WRITERS})(?:\.php\?(?:[a-z]{{1,12}}=)?|=)[^/?#&]",
    re.IGNORECASE,
)
_AUTHOR_SLUG = re.compile(rf"/(?:{_WRITERS})[-_]([^/?#]+)", re.IGNORECASE)
_PERSON_ICON = re.compile(r"(?:^|[\s-])(?:user|users|person|author|pencil|pen|account)(?:[\s-]|$)")
TOPIC_HREF = re.compile(
    r"/(?:tags?|topi[ck]s?|categor\w*|kategori|kanal|rubrik|search|cari|foto|video|artis|profile?|tokoh|indeks)\b",
    re.IGNORECASE,
)
# Who wrote and edited what a text is taken from is nobody of this site: "Disadur dari: X (Penulis: ...)".
_BORROWED = re.compile(rf"(?:{words.alternatives('edges', 'typed source')})\s+dari\b", re.IGNORECASE)
# "Pilihan editor: ..." announces another article, and names nobody.
_ANNOUNCES = re.compile(
    "|".join(
        rf"\W{{0,3}}{re.escape(label)}\b" for label in words.texts("labels") if roles.may_hold_label(label)
    ),
    re.IGNORECASE,
)
_GLUE_AFTER = (":", ",", ";", "&", "(", "-", "/", "：")
_GLUE_BEFORE = (":", ",", ";", "&", ")", "/", "：")
_GLUE_WORDS = frozenset(("dan", "and", "serta", "&", ","))
_BY = ("oleh", "by")
_TOPIC_PATHS = words.texts("tags", "path")
_DATED_BY = re.compile(r"(?:[\d,]|\bwi[bt]|\bwita|[ap]m)\s(?:oleh|by)$", re.IGNORECASE)
"""The end of a date, and the word before the link with the writer's name."""
# What a picture shows and who made it; "Ditulis oleh X" and "Posted by X" say who wrote the text.
_MADE_BY = re.compile(r"(?!Di|Oleh|Post|Writ|Edit)[A-Z][^\d:|]{2,80}\s(?:oleh|by)\s[A-Z]")
_MOST_ICONS = 12
"""Bound: pictures in one line of which a name may stand behind one, as each costs a look at its
neighbours."""

_MOST_BESIDE_NAMES = 80
"""Characters beside the name in what the page calls a byline: role, place, date. Half changes 1 of 73 pages,
twice none."""


def collect(sources: Sources) -> Iterator[BylineEvidence]:
    """Lines around the headline with a role word, or in an element or link that is marked as the author's."""
    for line in head_lines(sources):
        text = _without_topics(line)
        if (
            _BORROWED.match(text)
            or _ANNOUNCES.match(text)
            or is_fact(sources.outline.lines, line.index)
            or is_sentence(line, sources)
            or _says_of_picture(line, sources)
        ):
            continue
        detail = f"page: {signature(line.block)}"
        named = _with_roles(text)
        if named:
            for part in named:
                yield BylineEvidence(part.names, part.role or "unknown", detail, labelled=True)
            if not any(part.role == "author" for part in named):
                yield from _marked_beside(line)
            continue
        if each := _marked_each(line):
            yield BylineEvidence(", ".join(each), "author", detail)
            continue
        marked = _mark_of(line)
        names = _first_names(text, sources) if marked is not None else ""
        if marked is not None and names and len(text) <= len(names) + _MOST_BESIDE_NAMES:
            yield BylineEvidence(names, marked, detail)
        else:
            yield from linked_authors(line)
            yield from _beside_icons(line)


def _says_of_picture(line: Line, sources: Sources) -> bool:
    """Whether a line right below a picture says who made that: "Pasar Ikan oleh Sari Wulandari"."""
    made = _MADE_BY.match(line.text)
    return made is not None and any(at == line.index for _, at in sources.outline.pictures)


def is_sentence(line: Line, sources: Sources) -> bool:
    """Whether a line of the text is prose that begins with a role word: "Oleh X, jalan itu ditutup."."""
    text = line.text
    if not text.endswith(".") or ":" in text or not sources.extent.holds(line):
        return False
    behind = text.split()[1:2]
    return len(text) > SENTENCE or (behind[:1] != [] and behind[0].islower() and behind[0] not in _BY)


def head_lines(sources: Sources) -> list[Line]:
    """The short lines around the headline, those below it first."""
    above = [line for line in sources.above[:3] if not sources.accompanies(line)]
    first, last = sources.extent.first, sources.extent.last
    below = [line for line in sources.below if first < 0 or line.index <= min(first + AROUND, last)]
    lines = [*below, *above]
    short = (line for line in lines if 2 < len(line.text) <= LONGEST)
    return [
        line
        for line in short
        if not sources.accompanies(line) and sources.in_article(line) and not in_card(sources, line)
    ]


def is_fact(lines: Sequence[Line], at: int) -> bool:
    """Whether the line stands in a list of facts about a book or a film, or in the paper's masthead."""
    first = max(0, at - NEAR)
    return in_fact_list([line.text for line in lines[first : at + NEAR + 1]], at - first)


def joined(line: Line) -> str:
    """The line's text, ``|`` wherever an inline element begins or ends and no word or sign binds the two."""
    out = ""
    for piece in line.pieces:
        bound = out.endswith(_GLUE_AFTER) or piece.startswith(_GLUE_BEFORE)
        bound = bound or (out.endswith(_BY) and _DATED_BY.search(out) is not None)
        if not bound and out:
            bound = piece in _GLUE_WORDS or out.rpartition(" ")[2] in _GLUE_WORDS
        out += (" " if bound else " | ") + piece if out else piece
    return out


def _with_roles(text: str) -> list[roles.Named]:
    return [part for part in roles.read(text) if part.role is not None] if roles.may_hold_label(text) else []


def _first_names(text: str, sources: Sources) -> str:
    """The first part of a line that names anybody but the site; all parts where each is a full name."""
    parts = [part.names for part in roles.read(text) if not sources.names_site(part.names)]
    if all(" " in part and is_person(part) for part in parts):
        return ", ".join(parts)
    return next((part for part in parts if names_in(part, small=True)), "")


def _without_topics(line: Line) -> str:
    """The joined text of a line without the links to topics in it that are no names: "keripik tempe"."""
    text = joined(line)
    for link in line.inline:
        if link.tag == "a" and any(map((link.get("href") or "").__contains__, _TOPIC_PATHS)):
            topic = tidy(text_of(link)).strip(" #")
            text = text if is_person(topic) else text.replace(topic, "", 1)
    return text


def _mark_of(line: Line) -> BylineRole | None:
    """The role that classes, ids and ``itemprop`` give the line: its blocks', then its inline elements'."""
    if any(map(NO_BYLINE_MARK.search, line.marks[:2])):
        return None
    named = (*line.around[:3], *line.inline)
    stated = (f"{e.get('itemprop') or ''} {e.get('rel') or ''}".lower() for e in named)
    marks = " ".join((*line.marks[:3], *map(own_marks, line.inline), *stated))
    if AUTHOR_MARK.search(marks):
        return "author"
    return "editor" if _EDITOR_MARK.search(marks) else None


def says_author(line: Line, name: str) -> bool:
    """Whether a line calls ``name``, word for word, its author: by a role word, its marks or a link."""
    text = joined(line)
    if any(part.role == "author" and part.names == name for part in _with_roles(text)):
        return True
    parts = [part.names for part in roles.read(text)]
    links = (element for element in line.inline if element.tag == "a" and is_author_link(element))
    is_linked = any(tidy(text_of(link)) == name for link in links)
    return is_linked or (name in parts and _mark_of(line) == "author")


def is_author_link(anchor: HtmlElement) -> bool:
    """Whether a link says that it leads to an author, by its relation or its address.

    Articles have slugs of words such as ``penulis-``: behind it the name must stand that the link shows.
    """
    address = anchor.get("href") or ""
    if "author" in (anchor.get("rel") or "") or _AUTHOR_HREF.search(address):
        return True
    slug = _AUTHOR_SLUG.search(address)
    return slug is not None and _letters(unquote(slug[1])) == _letters(text_of(anchor))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _marked_each(line: Line) -> list[str]:
    """The full names of a line in elements that are called the author's each: their offices stand between."""
    links = (element for element in line.inline if element.tag == "a" and is_author_link(element))
    named = (element for element in line.inline if AUTHOR_MARK.search(own_marks(element)))
    names = dict.fromkeys(tidy(text_of(element)) for element in (*links, *named))
    return list(names) if len(names) > 1 and all(" " in name and is_person(name) for name in names) else []


def _marked_beside(line: Line) -> Iterator[BylineEvidence]:
    """Full names in an element that is called the author's, on one line with the editor's role and name."""
    for element in line.inline:
        text = tidy(text_of(element))
        is_called = AUTHOR_MARK.search(own_marks(element)) is not None and not roles.may_hold_label(text)
        if is_called and " " in text and is_person(text):
            yield BylineEvidence(text, "author", f"page: {signature(element)}")


def linked_authors(line: Line) -> Iterator[BylineEvidence]:
    """Names in links that lead to an author."""
    for anchor in (*line.inline, *line.around[:3]):
        if anchor.tag == "a" and is_author_link(anchor):
            text = tidy(text_of(anchor))
            if names_in(text, small=True):
                yield BylineEvidence(text, "author", "page: author link")


def _beside_icons(line: Line) -> Iterator[BylineEvidence]:
    """Names behind a picture of a person or a pen, which many themes put in place of a word."""
    for icon in islice(line.block.iterdescendants("i", "svg", "img"), _MOST_ICONS):
        if _PERSON_ICON.search(own_marks(icon)):
            following = icon.getnext()
            text = tidy(icon.tail or "") or (tidy(text_of(following)) if following is not None else "")
            if len(text) <= LONGEST and names_in(text, small=True):
                yield BylineEvidence(text, "author", f"page: beside {signature(icon)}")
