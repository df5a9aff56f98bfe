"""Role words of Indonesian and English bylines, and the lines that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from newscrawl import words
from newscrawl.reading.byline.names import names_in, without_title
from newscrawl.reading.byline.places import is_place
from newscrawl.reading.tree.measures import LONG_SENTENCE
from newscrawl.record.pattern import lazy

Role = Literal["author", "editor", "contributor"]

_ROLES: dict[str, Role | None] = {"author": "author", "editor": "editor", "contributor": "contributor"}
_ROLE_OF = {entry.text: _ROLES.get(entry.kind.split()[0]) for entry in words.entries("roles")}


def _words_of(mark: str) -> frozenset[str]:
    return frozenset(entry.text for entry in words.entries("roles") if mark in entry.kind.split())


_WITH_PLACE = _words_of("place")
_BARE = _words_of("bare")
_WITH_SIGN = _words_of("signed")


def _one_of(role_words: Iterable[str]) -> str:
    """A pattern of role words, the longest first. Few words begin as one does: the first letter tells."""
    found = tuple(role_words)
    initials = "".join(sorted({word[0] for word in found}))
    return rf"(?=[{initials}])(?:{words.tree(found)})".replace(r"\ ", r"\s")


_ANY = _one_of(_ROLE_OF)
PLACED = _one_of(_WITH_PLACE)
"""A pattern of the words for a reporter, behind which the place may stand that he reports from."""
_PLACE_NAME = r"(?-i:[A-Z])[\w.-]{1,20}"
# A full stop ends a label only before what can be a name and nothing else: "Penulis. Sari Wulandari"; a
# comma, as it is read aloud, before two such words and more that end the line.
_STOP = (
    r"(?:\.\s{1,3}(?=(?-i:[A-Z])[\w.'’-]{1,20}(?:\s[\w.'’-]{1,20}){0,4}\s{0,3}(?:$|[|/,]|[)\]]\W{0,3}$))"
    r"|,\s{1,3}(?=(?-i:[A-Z])[\w.'’-]{1,20}(?:\s(?-i:[A-Z])[\w.'’-]{1,20}){1,3}\s{0,3}$))"
)
_LABEL = lazy(
    rf"(?P<word>{_ANY})(?:\s*(?:&|dan|/|,)\s*(?P<second>{_ANY}))?"
    rf"(?P<where>(?<=(?i:[a-z]))(?:\s{_PLACE_NAME}){{1,3}}(?=\s{{0,2}}[:：]))?"
    rf"(?P<end>\s*[:：=>»›]\s*|{_STOP}|\s+(?=\S)|\.?\s*$)",
    re.IGNORECASE,
)
_VERBS = _one_of(word for word in _BARE if " " in word)
# Behind names, as written in a byline: "... ditulis oleh Nama Penulis Editor Nama Editor".
_EDITORS = "|".join(
    sorted(word.capitalize() for word in _BARE if _ROLE_OF[word] == "editor" and " " not in word)
)
# Taken whole, so that "by" in "Edited by:" is no label of its own. Without a colon labels of two words count
# before a capital letter, and single ones behind a time, a bracket or a dash.
_INNER_LABEL = lazy(
    rf"(?<!\w)(?:(?:{_ANY})\s{{0,4}}(?:[:：=>»›]|{_STOP})"
    rf"|(?:{PLACED})(?:\s{_PLACE_NAME}){{1,3}}\s{{0,2}}[:：]"
    rf"|(?:{_VERBS})\s{{1,3}}(?=(?-i:[A-Z]))"
    rf"|(?:(?<=[\d)|,»›/–-]\s)|(?<=\swi[bt]\s)|(?<=\swita\s)|(?<=\d[ap]m\s)|(?<=\d\s[ap]m\s))"
    r"(?:oleh|by)\s{1,3}(?=(?-i:[A-Z])|(?-i:[a-z.'’]{2,20}(?:\s[a-z.'’]{2,20}){1,3}\s{0,3}$))"
    rf"|(?<=(?-i:[a-z.])\s)(?-i:{_EDITORS})\s{{1,3}}(?=(?-i:[A-Z]))"
    rf"|(?<=(?-i:[a-z.]),\s)(?:{_EDITORS})\s{{1,3}}(?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
_REPORTER = lazy(rf"(?:{PLACED})\s{{1,3}}(?-i:[A-Z])", re.IGNORECASE)
_FROM = lazy(
    r"(?:liputan|laporan|reportase|dilaporkan)(?:\s(?:langsung|khusus))?(?:\soleh)?\s{0,2}:?\s{1,3}"
    r"(?P<names>\S.{2,60}?)\s{1,3}dari\s",
    re.IGNORECASE,
)
_VERB_LABEL = lazy(rf"[(\[\s*_—–-]{{0,4}}(?:{_VERBS})\s{{1,3}}(?=(?-i:[A-Z]))", re.IGNORECASE)
# Between two role words that share their names; before "edited by" the first must be one, too: what stands
# before "dan" may be a name.
_JOINED = lazy(rf"(?:&|\bdan|(?<!\w)(?:{_ANY})\s?[/,])\s{{0,3}}$", re.IGNORECASE)
_JOINED_VERBS = lazy(rf"(?<!\w)(?:{_ANY})\s?(?:[/,&]|\bdan|\band)\s{{0,3}}$", re.IGNORECASE)
_MOST_BEFORE = 30
"""Bound: characters before a role word in which another joins it, as the pattern is tried at every role
word."""
_LAST_BRACKET = lazy(r"(?:^|[.!?”\"]\s?)\((?P<names>[^()]{8,120})\)\W{0,4}$")
# A slash or a semicolon parts people of one role, but before a role word; a letter may be meant for the bar:
# "Reporter: A I Editor: B".
_HARD = lazy(
    rf"\s{{0,3}}[|•·»—]\s{{0,3}}|\s{{1,3}}[-–]\s{{1,3}}|\s{{0,3}}[/;]\s{{1,3}}(?=(?:{_ANY})\b)"
    rf"|\s{{1,3}}(?-i:[Il])\s{{1,3}}(?=(?:{_ANY})\s{{0,3}}[:：])",
    re.IGNORECASE,
)
# Each name with its role in brackets: "Sari Wulandari (Penulis), Budi Hartono (Editor)".
_ROLE_BEHIND = lazy(
    rf"(?<![^,;|/)])\s{{0,2}}(?P<names>[^,;|/()]{{3,60}}?)(?<![.!?\"”\s])\s{{0,2}}\((?P<word>{_ANY})\)",
    re.IGNORECASE,
)
_AND = lazy(r"\s(?:dan|&)\s|,\s")
_ROLE_ALONE = lazy(rf"\W*(?P<word>{_ANY})\W*", re.IGNORECASE)
_NAMED_ROLE = lazy(rf"(?P<names>.{{3,80}}?)\s*,\s*(?P<word>{_ANY})", re.IGNORECASE)
_STEM = 5
"""Bound: first letters of role words in the cheap test of what begins like one; it lets more or less through,
and changes no record."""
# The first letter of each is spelled out in both cases: what begins otherwise is told at once.
_STARTS = "|".join(
    f"[{letter}{letter.upper()}](?i:{words.tree(stem[1:] for stem in stems)})"
    for letter, stems in groupby(
        sorted({word[:_STEM] for word, role in _ROLE_OF.items() if role}), key=itemgetter(0)
    )
)
_INITIALS = "".join(sorted({sign for word in _ROLE_OF for sign in (word[0], word[0].upper())}))
STARTS_LIKE_LABEL = lazy(rf"\0[\s|•(\[*_—–-]*+(?=[{_INITIALS}])(?:{_STARTS})")
"""The start of a text, after a null character, that begins like a role word: a cheap test of many texts."""

_MAY_HOLD = lazy(rf"(?<![^\W_])(?:{_STARTS})")
_SIGNS = " |-–—•([*_"
"""What may stand before a byline's first word."""

LONGEST = 300
"""Bound: characters of a line that are read for people; the rest of a longer one is prose."""


class Named(NamedTuple):
    """The part of a byline that names people, and the role its words give them; None without such words."""

    role: Role | None
    names: str
    word: str = ""


@lru_cache(maxsize=512)
def role_of(word: str) -> Role | None:
    """The role that a role word gives; None for words such as "Sumber" that name no person."""
    return _ROLE_OF.get(" ".join(word.lower().split()))


def may_hold_label(text: str) -> bool:
    """Whether some word of ``text`` begins like a role word: a cheap test before the careful reading."""
    return _MAY_HOLD.search(text) is not None


def is_role_word(text: str) -> bool:
    """Whether ``text`` is a role word and nothing else ("Editor", "Penulis:")."""
    found = _ROLE_ALONE.fullmatch(text) if len(text) <= 40 else None
    if found is None:
        return False
    return found["word"].lower() not in _WITH_SIGN or text.rstrip().endswith((":", "：", "="))


def has_label(text: str) -> bool:
    """Whether ``text`` begins with a role word that a colon or a name follows."""
    match = _LABEL.match(text.lstrip(_SIGNS))
    return match is not None and (_is_closed(match) or _is_bare(match))


def read(text: str) -> Iterator[Named]:
    """The parts of a byline with their roles.

    "Penulis: A | Editor: B", "Rep: A/ Red: B", "A | Author | B | Editor" and "A, Jurnalis" are all read;
    a part without a role word comes with the role None.
    """
    if (reported := _FROM.match(text)) is not None:
        yield Named("author", reported["names"].strip(" |"), "liputan")
        return
    if "(" in text and (behind := list(_ROLE_BEHIND.finditer(text[:LONGEST]))):
        yield from (Named(role_of(each["word"]), each["names"].strip(), each["word"]) for each in behind)
        return
    pending: str | None = None
    previous: Named | None = None
    for chunk in _chunks(text[:LONGEST]):
        label = _LABEL.match(chunk)
        if label is not None and _begins(label, chunk):
            rest = chunk[label.end() :].strip()
            if rest and _is_where(label, rest):
                yield from _flushed(previous)
                previous, pending = None, label.group()
            elif rest:
                yield from _flushed(previous)
                previous, pending = None, None
                yield from _labelled(label, rest)
            elif previous is not None and not label["end"].strip() and not _leads(label):
                yield from (Named(role, previous.names, word) for role, word in _roles(label))
                previous = None
            else:
                yield from _flushed(previous)
                previous, pending = None, label.group()
            continue
        if pending is not None and (label := _LABEL.match(pending)) is not None:
            yield from _labelled(label, chunk)
            pending = None
            continue
        yield from _flushed(previous)
        previous = _with_job(chunk)
        if previous.role is not None:
            yield previous
            previous = None
    yield from _flushed(previous)


def _leads(label: re.Match[str]) -> bool:
    """Whether the names can only follow: "oleh", "edited by"."""
    return label["word"].lower().endswith(("oleh", "by"))


def _begins(label: re.Match[str], chunk: str) -> bool:
    """Whether a role word begins a byline: with its sign, alone, or before what is written as a name."""
    if _is_closed(label) or label.end() == len(chunk):
        return True
    if not without_title(chunk[label.end() :])[:1].islower():
        return _is_bare(label)
    if _REPORTER.match(chunk, label.end()) is not None:
        return _is_bare(label)
    return _leads(label) and _are_small_names(chunk[label.end() :])


def _are_small_names(text: str) -> bool:
    """Whether all that stands behind "oleh" is a name in small letters, or one and a date."""
    names = names_in(text, labelled=True) if len(text) <= LONG_SENTENCE else []
    return bool(names) and " " in names[0] and text.startswith(names[0]) and not text.endswith(".")


def _chunks(text: str) -> Iterator[str]:
    for part in _HARD.split(text):
        start = 0
        for found in _INNER_LABEL.finditer(part):
            joined = _JOINED_VERBS if found.group().rstrip().lower().endswith(("oleh", "by")) else _JOINED
            if joined.search(part, max(0, found.start() - _MOST_BEFORE), found.start()):
                continue
            yield from _solid(part[start : found.start()])
            start = found.start()
        yield from _solid(part[start:])


def _solid(chunk: str) -> Iterator[str]:
    if stripped := chunk.lstrip(" |-–—•·/,([*_:").rstrip(" |-–—•·/,([*_"):
        bare = stripped if "(" in stripped else stripped.rstrip(" )")
        if bare:
            yield bare


def _is_where(label: re.Match[str], rest: str) -> bool:
    """Whether only a place stands behind a role word that may name one: "Kontributor Lhokseumawe - X"."""
    return label["word"].lower() in _WITH_PLACE and is_place(rest)


def _is_closed(label: re.Match[str]) -> bool:
    return bool(label["end"].strip())


def _is_bare(label: re.Match[str]) -> bool:
    return " ".join(label["word"].lower().split()) in _BARE


def _roles(label: re.Match[str]) -> list[tuple[Role | None, str]]:
    named = [label["word"], label["second"]] if label["second"] else [label["word"]]
    return [(role_of(word), word) for word in named]


def _labelled(label: re.Match[str], names: str) -> Iterator[Named]:
    if not _is_closed(label) and label["word"].lower() in _WITH_PLACE:
        names = f"{label['word']} {names}"
    for role, word in _roles(label):
        if role is not None:
            yield Named(role, names, word)


def _flushed(previous: Named | None) -> Iterator[Named]:
    if previous is not None:
        yield previous


def _with_job(chunk: str) -> Named:
    job = _NAMED_ROLE.match(chunk)
    if job is not None and job.end() == len(chunk):
        return Named(role_of(job["word"]), job["names"], job["word"])
    return Named(None, chunk)


def has_closed_label(text: str) -> bool:
    """Whether ``text`` begins with a role word and a colon, and the word names a person's role."""
    match = _LABEL.match(text.lstrip(_SIGNS))
    return match is not None and _is_closed(match) and role_of(match["word"]) is not None


def in_last_bracket(text: str) -> list[Named]:
    """The parts of a byline in the bracket that ends a line: "... (Nama Penulis/Editor: Nama Editor)"."""
    found = _LAST_BRACKET.search(text[-LONG_SENTENCE - 10 :]) if text.rstrip(" .*").endswith(")") else None
    if found is None or not may_hold_label(found["names"]):
        return []
    named = list(read(found["names"]))
    return named if any(part.role is not None for part in named) else []


def is_credit_line(text: str) -> bool:
    """Whether a line of the text itself is a byline: a role word and its sign, or "(Ditulis oleh ...)"."""
    if has_closed_label(text):
        return True
    if len(text) > LONG_SENTENCE:
        return False
    if "(" in text and (behind := _ROLE_BEHIND.match(text)) is not None:
        return role_of(behind["word"]) is not None
    return bool(_VERB_LABEL.match(text) or _FROM.match(text)) or _is_bare_credit(text.lstrip(_SIGNS))


def _is_bare_credit(text: str) -> bool:
    """Whether role words without a sign and names are all of a line: "Editor - Sari Wulandari"."""
    label = _LABEL.match(text)
    if label is None or not _is_bare(label):
        return False
    if " " in label["word"] and _leads(label):
        return _are_small_names(text[label.end() :])
    return all(part.role is not None and _are_full_names(part) for part in read(text))


def _are_full_names(part: Named) -> bool:
    """Whether full names are all of a part: "Sari Wulandari dan Budi Hartono"."""
    bare = part.names.removeprefix(f"{part.word} ").strip(f"{_SIGNS})],.")
    names = _AND.split(bare)
    return all(" " in name for name in names) and names_in(bare) == names
