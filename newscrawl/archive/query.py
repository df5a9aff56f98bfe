"""What people write in a search box, and what an engine needs to look it up."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_PART = re.compile(r'(-?)"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")
_OPERATORS = ("AND", "OR", "NOT")

MOST_WORDS = 100
"""FTS5 gives up on expressions that are nested deeper than 256; nobody means a search of so many words."""

TITLE_WEIGHT = 5.0
"""So many times a word in the title counts for one in the text, where the best matches come first."""

Sql = tuple[str, list[Any]]
"""A statement or a part of one, and its parameters."""

FreshText = tuple[int, str, str | None]
"""An article's key, its latest record as kept, and the one by which it is indexed, if it is."""


class QueryError(ValueError):
    """The words searched for say nothing that could be looked up; the message names them."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together, each without white space; with ``prefix`` the last is the start of one."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``wanted`` must occur, of each one of its terms; none of ``excluded`` may."""

    wanted: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()


class Words(ABC):
    """The words of titles and texts, and where they stand. Writing methods belong inside a transaction."""

    @abstractmethod
    def add(self, article: int, record: str) -> None:
        """Take up the record of an article that has just been stored, where that is cheap one by one."""

    @abstractmethod
    def sort_in(self, texts: Iterable[FreshText]) -> None:
        """Take up what was stored since the last time, in the order of the articles."""

    @abstractmethod
    def look_into(self, texts: Iterable[FreshText]) -> None:
        """Have what is not yet sorted in be found too, until the end of the snapshot."""

    @abstractmethod
    def matching(self, query: Query) -> Sql:
        """A query for the keys of the articles that match."""

    @abstractmethod
    def scores(self, query: Query) -> Sql:
        """A query for ``article`` and ``score`` of those that match, the best with the lowest score."""


def parse_query(text: str) -> Query:
    """What people write in a search box.

    All words must occur, in any order; ``AND`` between two says so once more. Words in double quotes stand
    together, ``OR`` between two takes either, a ``-`` or ``NOT`` before one excludes it, a ``*`` after one
    matches its beginnings. Nothing else has a meaning, so that no query is an error of syntax.

    Raises:
        QueryError: there is no word in ``text``, only excluded ones, or more than ``MOST_WORDS``.
    """
    if sum(1 for _ in _PART.finditer(text)) > MOST_WORDS:
        raise QueryError(
            f"'{text:.40}...' has more words than the {MOST_WORDS} that can be looked for together"
        )
    wanted: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    for before, term in _terms(text):
        if before == "NOT":
            excluded.append(term)
        elif before == "OR" and wanted:
            wanted[-1] += (term,)
        else:
            wanted.append((term,))
    if not wanted:
        raise QueryError(f"'{text}' names no word to look for")
    return Query(tuple(wanted), tuple(excluded))


def _terms(text: str) -> Iterator[tuple[str, Term]]:
    """Each term, and the operator before it."""
    before = "AND"
    for part in _PART.finditer(text):
        if part[3] in _OPERATORS:
            before = part[3]
            continue
        said = part[3] if part[2] is None else part[2]
        words = tuple(_WORD.findall(said))
        if words:
            excludes = part[0].startswith("-")
            yield "NOT" if excludes else before, Term(words, part[3] is not None and said.endswith("*"))
            before = "AND"
