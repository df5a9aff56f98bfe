"""Tells names of persons from outlets, accounts, labels and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newscrawl import words
from newscrawl.reading.byline.places import is_place
from newscrawl.reading.dates.words import MONTH, WEEKDAY, WEEKDAY_NAMES
from newscrawl.reading.tree.measures import NAME_WORDS, SENTENCE
from newscrawl.record.pattern import lazy

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’`´-])*")
_PARTICLES = frozenset(words.texts("particles", "particle"))
_SHORT_NAMES = frozenset(words.texts("particles", "short name"))
_NOT_ALONE = frozenset((*words.texts("not_names", "alone"), *words.texts("directions")))
_OFFICES = frozenset(words.texts("not_names", "office"))
_FUNCTION_WORDS = frozenset(words.texts("function_words"))
_IS_MONTH = lazy(MONTH)
_IS_WEEKDAY = lazy(WEEKDAY)
_DEGREE = lazy(
    lambda: "|".join(
        r"\.?\s?".join(re.escape(part) for part in degree.split(".")) + r"\.?"
        for degree in words.texts("degrees")
    ),
    re.IGNORECASE,
)
_TITLE_BEFORE = lazy(
    rf"(?<![\w.])(?:(?:{words.alternatives('degrees', 'before')})\.\s?)+(?=\w)", re.IGNORECASE
)
_DEGREE_BEHIND = lazy(
    lambda: (
        r"(?<=\w\w)(?:\s{1,3}(?:"
        + "|".join(
            r"\.\s?".join(re.escape(part) for part in degree.split("."))
            for degree in words.texts("degrees", "behind")
            if "." in degree
        )
        + r")\.?){1,4}$"
    )
)
_PLAIN_DEGREES = frozenset(degree.replace(".", "") for degree in words.texts("degrees", "behind"))
_DOMAIN = lazy(r"\w\.(?:com|co|id|net|org|tv|news|info|asia)\b|@|https?:|www\.|\d", re.IGNORECASE)
_INSIDE_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]{0,80}[)\]}]?")
_ACCOUNT = re.compile(r"(?<=\w)\s{1,3}@[\w.]{2,40}")
"""An account of the person who is named before it."""

# "Mei 13, 2024", as themes made in America print the date, and short names of days: "Sab 13".
_DAY = r"\b(?:mon|tue|wed|thu|fri|sat|sun|sen|sel|rab|kam|jum|sab|min)"
_MONTH = rf"\b(?:{MONTH})\b\.?"
_SHORT_DATE = lazy(
    rf"(?:{_DAY}[a-z]{{0,6}},? )?{_MONTH} \d{{1,2}}(?:,? \d{{4}})?(?:,? \d{{1,2}}[:.]\d{{2}})?\b"
    rf"|{_DAY}\.?,? \d{{1,2}}\b(?: {_MONTH})?",
    re.IGNORECASE,
)
# A comma may stand before "dan", too: "A, B, dan C".
_SOFT = lazy(
    r"\s{0,3}(?:[,;/+]\s{0,2}(?:(?:dan|and|serta)\b|&)|[,;&/+]|\b(?:dan|and|serta)\b)\s{0,3}", re.IGNORECASE
)
_CUT = lazy(
    r"\s(?:pada|on|at|hari|dari|tanggal|tgl\.?|ikuti|follow)(?:\s|$)|\sdi\s\d|\s\d|(?<=(?-i:[a-z]{4}))\.\s|\s[-–—|•·]\s|[|•·]"
    rf"|,?\s(?:{'|'.join(sorted(WEEKDAY_NAMES))}),?\s{{1,2}}(?=\(?\d)",
    re.IGNORECASE,
)
_JOB_BEHIND = lazy(
    lambda: (
        r"(?<=\w \w)(?P<name>[\w.'’-]{1,20})\s"
        rf"(?:{'|'.join(map(str.title, words.texts('not_names', 'job')))})\s"
    )
)
_SUB_ROLE = lazy(
    r"(?:(?:wartawan|kontributor|jurnalis|reporter|koresponden|pewarta|peliput|tim liputan)\b[\s:]*)+"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# Pen names stand in quotation marks between the others: 'Abdul "Dul" Rohman'.
_NICKNAME = re.compile(r"(?<=\w )[\"“”'‘’](?P<name>[^\W\d_]{2,15})[\"“”'‘’](?= \w)")
_INITIAL = re.compile(r"\s[A-Z]$")
_INITIAL_JOINED = re.compile(r"\.[A-Z]$")
# "M.Ridwan", "R.A.Kartika": initials before a name in one word with it.
_INITIAL_BEFORE = re.compile(r"(?<![^\W\d_])(?P<initial>[A-Z]\.)(?=(?:[A-Z]\.)?[A-Z][a-z]{2})")
# "al-Hakim", "as-Siddiq": the particle and the name in one word.
_PARTICLE_JOINED = re.compile(r"(?:al|as|ad|an|ar|asy|ash|el|at|az)[-'’][A-Za-z]", re.IGNORECASE)
_FEWEST_LETTERS, _MOST_LETTERS, _FEWEST_VOWELS = 4, 10, 2
"""What one word in capitals or small letters needs to be a name, and no code or account: "ANDI"."""

_VOWELS = re.compile(r"[aeiouy]", re.IGNORECASE)
_OF_OUTLETS = lazy(
    lambda: "|".join(
        rf"^{part}|{part}$"
        for part in (*words.texts("outlets", "part", "ending"), *words.texts("not_names", "word", "outlet"))
        if len(part) > 3
    )
)
_APOSTROPHES = str.maketrans("’‘`", "'''")
_EDGES = " \t~.,;:-–—|/\"'“”‘’()[]*#@©•·"


_STANDS_FOR_NOBODY = frozenset(words.texts("not_names", "outlet", "word"))


@cache
def _no_names() -> frozenset[str]:
    return frozenset((*_STANDS_FOR_NOBODY, *words.texts("common_words"), *WEEKDAY_NAMES))


def names_in(
    text: str,
    *,
    outlets: Sequence[str] = (),
    labelled: bool = False,
    small: bool = False,
    stated: bool = False,
) -> list[str]:
    """The persons that ``text``, the part of a byline behind its role word, names.

    "Haeril Halim and Indra Harsaputra, The Jakarta Post, Jakarta" gives two; "Kontributor Lhokseumawe,
    Masriadi" gives the person and not the place; what stands in brackets or behind a date is left out.
    """
    kept = _SHORT_DATE.sub(" | ", _ACCOUNT.sub("", _INSIDE_BRACKETS.sub(" ", text[:300])))
    kept = _place_and_name(kept.strip(_EDGES.replace(".", "")))
    found: list[str] = []
    chunks = _parted_by_bars(kept, outlets) or _SOFT.split(_cut(kept))
    while len(chunks) > 1 and is_place(chunks[0].strip(_EDGES)):
        del chunks[0]
    for chunk in chunks:
        bare = _trimmed(chunk)
        if found and _DEGREE.fullmatch(bare):
            continue
        name = _without_degrees(_DEGREE_BEHIND.sub("", " ".join(_TITLE_BEFORE.sub("", bare).split())))
        if _is_half(name, found, kept):
            continue
        is_name = is_person(name, outlets=outlets, labelled=labelled, small=small, stated=stated)
        if is_name and not is_place(name):
            found.append(name)
        elif found:
            break
    return list(dict.fromkeys(found))


def _parted_by_bars(text: str, outlets: Sequence[str]) -> list[str]:
    """The parts of "Nama Penulis | Nama Lain", where each is a person's full name, and no outlet or place."""
    parts = [part.strip() for part in text.split("|")] if "|" in text else []
    return parts if all(" " in part and is_person(part, outlets=outlets) for part in parts) else []


def without_title(text: str) -> str:
    """A text that begins with a name, without the titles before it: "drg. Sari" gives "Sari"."""
    found = _TITLE_BEFORE.match(text)
    return text[found.end() :] if found else text


def _is_half(name: str, found: Sequence[str], text: str) -> bool:
    """Whether one word is the second half of a body's name: "Dinas Komunikasi dan Informatika"."""
    if found or " " in name or not name:
        return False
    before, _, _ = text.partition(name)
    words_before = before.casefold().split()
    return words_before[-1:] in (["dan"], ["&"]) and not _no_names().isdisjoint(words_before[:-1])


def _without_degrees(name: str) -> str:
    """ "Sari Wulandari SH MH" without its degrees: without full stops they are ones only behind two words."""
    tokens = name.split()
    while len(tokens) > 2 and tokens[-1] in _PLAIN_DEGREES:
        del tokens[-1]
    return " ".join(tokens)


def _trimmed(chunk: str) -> str:
    """``chunk`` without the signs at its edges; an initial at the end keeps its full stop ("Sari W.")."""
    bare = chunk.strip(_EDGES)
    kept = _INITIAL.search(bare) and chunk.strip(_EDGES.replace(".", "")).startswith(f"{bare}.")
    return f"{bare}." if kept else chunk.strip(_EDGES.replace(".", "")).rstrip(".") or bare


def is_person(
    name: str,
    *,
    outlets: Sequence[str] = (),
    labelled: bool = False,
    small: bool = False,
    stated: bool = False,
) -> bool:
    """Whether ``name`` looks like the name of one person, and not like an outlet, account, place or label.

    Where the page says that a person stands there (``small``), two to four words in small letters are a name,
    too; behind a role word (``labelled``) also one word in small letters or in capitals. Where its head and
    its byline say the same (``stated``), one of several words may be an ordinary one.
    """
    if not 2 < len(name) <= SENTENCE or _DOMAIN.search(name):
        return False
    tokens = _INITIAL_BEFORE.sub(r"\g<initial> ", _NICKNAME.sub(r"\g<name>", name)).split()
    # An account's underscore stands in names of several words alone ("Om_brew Santosa").
    parts = [part for token in tokens for part in (token.split("_") if len(tokens) > 1 else (token,))]
    if len(tokens) > 6 or not all(_TOKEN.fullmatch(part) for part in parts):
        return False
    # "Jum’at" is Friday, whatever its apostrophe.
    plain = [token.strip(".'’`-").casefold().translate(_APOSTROPHES) for token in tokens]
    if not (_no_names().isdisjoint(plain) or (stated and _is_half_ordinary(plain))) or _is_outlet(
        plain, outlets
    ):
        return False
    if len(tokens) == 1:
        return _single(tokens[0], plain[0], labelled=labelled)
    if is_place(name) or all(map(_is_of_calendar, plain)) or _begins_short(tokens):
        return False
    return _is_full(tokens, small=small or labelled)


def _is_half_ordinary(plain: Sequence[str]) -> bool:
    """Whether one word of several is an ordinary one, and none stands for an outlet or a desk."""
    unusual = [word for word in plain if word not in _no_names()]
    return len(unusual) == len(plain) - 1 > 0 and not _STANDS_FOR_NOBODY.intersection(plain)


def _begins_short(tokens: Sequence[str]) -> bool:
    """Whether short names of bodies stand before words that are none: "BPBD Sukamaju", "MPI PDM Sukamaju".

    Of several words in capitals one must be without a vowel, since a name may be written so in part.
    """
    first, others = tokens[0], tokens[1:]
    if not (first.isalpha() and first.isupper()):
        return False
    plain = first.casefold()
    is_short = len(first) > 2 and plain not in _SHORT_NAMES
    capitals = [token for token in others if token.isupper()]
    if capitals and (len(capitals) == len(others) or all(map(_VOWELS.search, (first, *capitals)))):
        return False
    return is_short or plain in _OFFICES


def _is_full(tokens: Sequence[str], *, small: bool) -> bool:
    """Whether several words are written as a name is."""
    named = [token for token in tokens if token.strip(".'’`-").casefold() not in _PARTICLES]
    if not any(len(token.strip(".")) > 2 for token in named):
        return False
    if all(token[0].isupper() or _PARTICLE_JOINED.match(token) for token in named):
        return True
    plain = {token.casefold() for token in named}
    return small and len(tokens) <= NAME_WORDS and not plain & _FUNCTION_WORDS


def _is_of_calendar(word: str) -> bool:
    return _IS_MONTH.fullmatch(word) is not None or _IS_WEEKDAY.fullmatch(word) is not None


def _single(token: str, plain: str, *, labelled: bool) -> bool:
    """One word is a name only if written as one: initials, codes and account names are not."""
    if is_place(plain) or _is_of_calendar(plain) or plain in _NOT_ALONE:
        return False
    letters = _INITIAL_JOINED.sub("", token.strip(".'’`-"))
    if labelled and (token.isupper() or token.islower()) and _OF_OUTLETS.search(plain) is None:
        return (
            _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS
            and len(_VOWELS.findall(letters)) >= _FEWEST_VOWELS
        )
    return len(letters) >= 3 and letters[0].isupper() and letters[1:] == letters[1:].lower()


def _is_outlet(plain: Sequence[str], outlets: Sequence[str]) -> bool:
    joined = "".join(plain)
    return any(joined == "".join(re.findall(r"\w+", outlet.casefold())) for outlet in outlets)


def _cut(text: str) -> str:
    """A text up to what is no name: a place, a date, what somebody is ("Sari Wulandari Dosen ...")."""
    found = _CUT.search(text)
    text = text[: found.start()] if found and found.start() > 0 else text
    job = _JOB_BEHIND.search(text)
    return text[: job.end("name")] if job else text


def _place_and_name(text: str) -> str:
    """Without a job title and the place or outlet that it names before the person."""
    match = _SUB_ROLE.match(text)
    if match is None:
        return text
    rest = match["rest"].strip()
    before, comma, behind = rest.partition(",")
    # Two full names: "Wartawan Rara Kelana, Bayu Pesisir".
    are_full = all(" " in name and is_person(name) for name in (before, behind.strip()))
    if comma and are_full and not any(map(is_place, (before, *before.split()))):
        return rest
    return behind.strip() if comma and behind.strip() else rest
