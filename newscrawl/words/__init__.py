"""Words as data: every list of words that the reader knows, one entry a line, for people who know Indonesian.

A list is a file ``NAME.tsv`` in this folder. Lines that begin with ``#`` tell what it is for. Every other
line has up to four columns, parted by tabs:

    the word or wording    its kind    its language    where it is from

The last column, the source, must stand where none of the real pages that the tests read holds the word, and
may elsewhere. It is a kind of place where people meet the word: the system, theme or program that prints it
("WordPress in Indonesian"), a site ("a page of liputan6.com"), texts of a kind ("mastheads of Indonesian
papers", "articles" for those of news sites), a dictionary or a rule of the state, or the rule of grammar by
which other words of the list make it. That nobody has seen a word yet is no source: such a word goes.

What the kinds of a list mean stands at its head. The language is an ISO 639 code, or ``-`` for words of no
language (names, addresses). A list whose head says that its entries are patterns holds regular expressions;
all others are taken letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_MOST_COLUMNS = 4


class WordListError(ValueError):
    """A line of a list cannot be read; the message names the file, the line and what is allowed."""


class Entry(NamedTuple):
    """One line of a list."""

    text: str
    kind: str
    language: str
    source: str = ""


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The entries of the list ``name``, in the order of the file.

    Raises:
        WordListError: a line has no text, no kind, no language or too many columns.
    """
    lines = (files(__name__) / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(
        _entry(name, number, line)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    )


def _entry(name: str, number: int, line: str) -> Entry:
    columns = [column.strip() for column in line.split("\t")]
    if not 3 <= len(columns) <= _MOST_COLUMNS or not all(columns[:3]):
        raise WordListError(
            f"{name}.tsv, line {number}: {line!r} is not 'word, kind, language[, source]' parted by tabs"
        )
    return Entry(*columns)


def texts(name: str, *kinds: str) -> tuple[str, ...]:
    """The texts of the list ``name``, of ``kinds`` alone where some are named."""
    return tuple(entry.text for entry in entries(name) if not kinds or entry.kind in kinds)


def alternatives(name: str, *kinds: str) -> str:
    """The texts of the list as alternatives of a pattern, the longest first, taken letter by letter."""
    return "|".join(re.escape(text) for text in sorted(texts(name, *kinds), key=len, reverse=True))


def tree(texts: Iterable[str]) -> str:
    """A pattern of ``texts``, the longest first, that tries what they begin with in common only once."""
    branches: dict[str, list[str]] = {}
    for text in dict.fromkeys(texts):
        branches.setdefault(text[:1], []).append(text[1:])
    ends = "" in branches
    found = [re.escape(first) + tree(rests) for first, rests in branches.items() if first]
    if not found:
        return ""
    joined = found[0] if len(found) == 1 and not ends else f"(?:{'|'.join(found)})"
    return f"(?:{joined})?" if ends else joined


def patterns(name: str, *kinds: str) -> str:
    """The regular expressions of the list as alternatives, in the order of the file."""
    return "|".join(texts(name, *kinds))


def by_kind(name: str) -> dict[str, str]:
    """For each kind of the list its regular expressions as alternatives; kinds and texts as in the file."""
    return {kind: patterns(name, kind) for kind in dict.fromkeys(entry.kind for entry in entries(name))}
