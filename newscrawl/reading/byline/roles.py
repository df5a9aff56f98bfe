"""Role words of Indonesian and English bylines, and the lines that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

Role = Literal["author", "editor", "contributor"]

_WORDS: tuple[tuple[Role | None, str], ...] = (
    (
        "author",
        r"penulis(?: naskah| berita| artikel)?|ditulis(?: oleh)?|reporter|rep|pewarta|wartawan|jurnalis"
        r"|journalist|authors?|writers?|writ(?:ten|er) by|written by|oleh|by|naskah|teks|laporan(?: oleh)?"
        r"|dilaporkan oleh|peliput|reported by|words by|report by|kontributor|contributors?|koresponden"
        r"|correspondents?",
    ),
    (
        "editor",
        r"editors?|editing|redaktur(?: pelaksana)?|red|penyunting|disunting(?: oleh)?|edited by|diedit oleh",
    ),
    (
        "contributor",
        r"uploader|pengunggah|diunggah oleh|uploaded by|photos? by|penerjemah"
        r"|penterjemah|alih bahasa|translators?|translated by|fotografer|pewarta foto|photographers?"
        r"|juru foto|foto oleh"
        r"|videografer|kameraman|kamerawan|grafis|infografis|ilustrator",
    ),
    (
        None,
        r"sumber(?: berita)?|source|foto|photo|tags?|kategori|category|rubrik|topik|copyright|dibaca|views",
    ),
)
_ROLE_OF = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _WORDS)
_ANY = "|".join(f"(?:{pattern})" for _, pattern in _WORDS)
_LABEL = re.compile(
    rf"(?P<word>{_ANY})(?:\s*(?:&|dan|/|,)\s*(?P<second>{_ANY}))?(?P<end>\s*[:：]\s*|\s+(?=\S)|\s*$)",
    re.IGNORECASE,
)
# Taken whole, so that "by" in "Edited by:" is no label of its own.
_INNER_LABEL = re.compile(rf"(?<!\w)(?:{_ANY})\s{{0,4}}[:：]", re.IGNORECASE)
_JOINED = re.compile(r"(?:&|\bdan)\s*$")
_HARD = re.compile(r"\s{0,3}[|•·—;]\s{0,3}|\s{1,3}[-–]\s{1,3}|\s{1,3}/\s{1,3}|/\s{1,3}(?=[A-Z])")
_ROLE_ALONE = re.compile(rf"\W*(?P<word>{_ANY})\W*", re.IGNORECASE)
_NAMED_ROLE = re.compile(rf"(?P<names>.{{3,80}}?)\s*,\s*(?P<word>{_ANY})", re.IGNORECASE)
# These name a place or an outlet before the person: "Kontributor Lhokseumawe, Masriadi".
_WITH_PLACE = re.compile(r"wartawan|kontributor|jurnalis|reporter|koresponden|pewarta|peliput", re.IGNORECASE)
# Without a colon these begin a byline; the others are too common at the start of a sentence.
_BARE = re.compile(
    r"oleh|by|laporan(?: oleh)?|ditulis(?: oleh)?|penulis|reporter|pewarta|wartawan|jurnalis|written by"
    r"|author|editor|redaktur|kontributor|dilaporkan oleh|uploader|penyunting|edited by",
    re.IGNORECASE,
)
_STEMS = (
    "alih|author|by|contrib|corresp|di|edit|foto|grafis|ilustr|infogr|journal|juru|jurnal|kamera|kontrib"
    "|koresp|lapor|naskah|oleh|pelip|penerj|pengung|penterj|penul|penyun|pewart|photo|red|rep|teks"
    "|transl|upload|video|wartaw|word|writ"
)
# The first letter of each is spelled out in both cases: what begins otherwise is told at once.
_STARTS = "|".join(
    f"[{letter}{letter.upper()}](?i:{'|'.join(stem[1:] for stem in stems)})"
    for letter, stems in groupby(sorted(_STEMS.split("|")), key=itemgetter(0))
)
STARTS_LIKE_LABEL = re.compile(rf"\0[\s|•(*_–-]*(?:{_STARTS})")
"""The start of a text, after a null character, that begins like a role word: a cheap test of many texts."""

_MAY_HOLD = re.compile(rf"(?<![^\W_])(?:{_STARTS})")
LONGEST = 300
"""A longer line is prose."""


class Named(NamedTuple):
    """The part of a byline that names people, and the role its words give them; None without such words."""

    role: Role | None
    names: str
    word: str = ""


@lru_cache(maxsize=512)
def role_of(word: str) -> Role | None:
    """The role that a role word gives; None for words such as "Sumber" that name no person."""
    return next((role for role, pattern in _ROLE_OF if pattern.fullmatch(word.strip())), None)


def may_hold_label(text: str) -> bool:
    """Whether some word of ``text`` begins like a role word: a cheap test before the careful reading."""
    return _MAY_HOLD.search(text) is not None


def is_role_word(text: str) -> bool:
    """Whether ``text`` is a role word and nothing else ("Editor", "Penulis:")."""
    return len(text) <= 40 and _ROLE_ALONE.fullmatch(text) is not None


def has_label(text: str) -> bool:
    """Whether ``text`` begins with a role word that a colon or a name follows."""
    match = _LABEL.match(text.lstrip(" |-–•(*_"))
    return match is not None and (_is_closed(match) or _BARE.fullmatch(match["word"]) is not None)


def read(text: str) -> Iterator[Named]:
    """The parts of a byline with their roles.

    "Penulis: A | Editor: B", "Rep: A/ Red: B", "A | Author | B | Editor" and "A, Jurnalis" are all read;
    a part without a role word comes with the role None.
    """
    pending: str | None = None
    previous: Named | None = None
    for chunk in _chunks(text[:LONGEST]):
        label = _LABEL.match(chunk)
        if label is not None and (
            _is_closed(label) or _BARE.fullmatch(label["word"]) or label.end() == len(chunk)
        ):
            rest = chunk[label.end() :].strip()
            if rest:
                yield from _flushed(previous)
                previous, pending = None, None
                yield from _labelled(label, rest)
            elif previous is not None and not label["end"].strip():
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


def _chunks(text: str) -> Iterator[str]:
    for part in _HARD.split(text):
        start = 0
        for found in _INNER_LABEL.finditer(part):
            if _JOINED.search(part, max(0, found.start() - 8), found.start()):
                continue
            yield from _solid(part[start : found.start()])
            start = found.start()
        yield from _solid(part[start:])


def _solid(chunk: str) -> Iterator[str]:
    if stripped := chunk.lstrip(" |-–•·/,(*_:").rstrip(" |-–•·/,(*_"):
        yield stripped


def _is_closed(label: re.Match[str]) -> bool:
    return bool(label["end"].strip())


def _roles(label: re.Match[str]) -> list[tuple[Role | None, str]]:
    words = [label["word"], label["second"]] if label["second"] else [label["word"]]
    return [(role_of(word), word) for word in words]


def _labelled(label: re.Match[str], names: str) -> Iterator[Named]:
    if not _is_closed(label) and _WITH_PLACE.fullmatch(label["word"]):
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
    match = _LABEL.match(text.lstrip(" |-–•(*_"))
    return match is not None and _is_closed(match) and role_of(match["word"]) is not None
