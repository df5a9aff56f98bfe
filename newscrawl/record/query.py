"""The one language in which words are looked for: in the archive, at sites, in articles as they arrive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

_PART = re.compile(r'(-?)"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"[^\W_]+")
_COMMA = re.compile(r'"[^"]*"|((?<!\d),|,(?!\d))')
"""A comma outside of quotes and of numbers, as a group."""

_OPERATORS = ("AND", "OR", "NOT")

MOST_WORDS = 100
"""FTS5 gives up on expressions that are nested deeper than 256; nobody means a search of so many words."""

MOST_SEARCHES = 20
"""So many searches a site is asked at the most for one query: each costs its pages."""


class QueryError(ValueError):
    """The words searched for say nothing that could be looked up; the message names them."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together, each without white space; with ``prefix`` the last is the start of one."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True)
class Query:
    """All of ``wanted`` must occur, of each one of its terms; none of ``excluded`` may."""

    wanted: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()

    def matches(self, *texts: str) -> bool:
        """Whether an article with these texts is meant.

        Case and accents do not count, and a phrase stands within one text, as the archive's index has it.
        """
        folded = [_folded(text) for text in texts]

        def occurs(part: str) -> bool:
            return any(part in text for text in folded)

        wanted, excluded = self._parts
        return all(any(map(occurs, parts)) for parts in wanted) and not any(map(occurs, excluded))

    def searches(self) -> tuple[str, ...]:
        """Plain words for search boxes without operators; together they find all that is meant, and more.

        One search for each choice of alternatives. Where that would be too many, the words of the part with
        the fewest alternatives.
        """
        parts = [[" ".join(term.words) for term in terms] for terms in self.wanted]
        if prod(map(len, parts)) > MOST_SEARCHES:
            sure = [terms for terms in parts if len(terms) == 1]
            parts = sure or [min(parts, key=len)]
        return tuple(dict.fromkeys(map(" ".join, product(*parts))))

    @cached_property
    def _parts(self) -> tuple[list[list[str]], list[str]]:
        wanted = [[_sought(term) for term in terms] for terms in self.wanted]
        return wanted, [_sought(term) for term in self.excluded]


def parse_query(text: str) -> Query:
    """What people write in a search box.

    All words must occur, in any order; ``AND`` between two says so once more. Words in double quotes stand
    together, ``OR`` between two takes either, a ``-`` or ``NOT`` before one excludes it, a ``*`` after one
    matches its beginnings. Commas make a list of keywords, as in ``banjir bandang, longsor``: one of them
    must occur, and one of several words stands together. Nothing else has a meaning, so that no query is an
    error of syntax but one: ``AND`` in a list.

    Raises:
        QueryError: there is no word in ``text``, only excluded ones, more than ``MOST_WORDS``, or ``AND`` in
            a list of keywords.
    """
    if sum(1 for _ in _PART.finditer(text)) > MOST_WORDS:
        raise QueryError(
            f"'{text:.40}...' has more words than the {MOST_WORDS} that can be looked for together"
        )
    keywords = _keywords(text)
    wanted: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    for before, term in _listed(keywords) if len(keywords) > 1 else _terms(text):
        if before == "NOT":
            excluded.append(term)
        elif before == "OR" and wanted:
            wanted[-1] += (term,)
        else:
            wanted.append((term,))
    if not wanted:
        raise QueryError(f"'{text}' names no word to look for")
    return Query(tuple(wanted), tuple(excluded))


def _keywords(text: str) -> list[str]:
    """The parts of a text between its commas that have a word."""
    parts, begin = [], 0
    for comma in _COMMA.finditer(text):
        if comma[1]:
            parts.append(text[begin : comma.start()])
            begin = comma.end()
    return [part for part in [*parts, text[begin:]] if _WORD.search(part)]


def _listed(keywords: list[str]) -> Iterator[tuple[str, Term]]:
    """Each keyword of a list as an alternative, and each excluded term in it."""
    for keyword in keywords:
        together: list[str] = []
        prefix = excludes = False
        for part in _PART.finditer(keyword):
            if part[3] == "AND":
                raise QueryError(
                    f"'{keyword.strip()}' is one of several keywords between commas, of which one must occur;"
                    " write AND without commas"
                )
            if part[3] == "OR":
                yield from _together(together, prefix=prefix)
                together, prefix = [], False
            elif part[3] == "NOT":
                excludes = True
            else:
                said = part[3] if part[2] is None else part[2]
                words, begins = _WORD.findall(said), part[3] is not None and said.endswith("*")
                if words and (excludes or part[0].startswith("-")):
                    yield "NOT", Term(tuple(words), begins)
                else:
                    together, prefix = [*together, *words], begins
                excludes = False
        yield from _together(together, prefix=prefix)


def _together(words: list[str], *, prefix: bool) -> Iterator[tuple[str, Term]]:
    if words:
        yield "OR", Term(tuple(words), prefix)


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


def _sought(term: Term) -> str:
    """A term as it stands in a folded text."""
    folded = _folded(" ".join(term.words))
    return folded.removesuffix(" ") if term.prefix else folded


def _folded(text: str) -> str:
    """The words of a text in lower case and without accents, a blank around each."""
    apart = unicodedata.normalize("NFD", text)
    plain = "".join(char for char in apart if unicodedata.category(char) != "Mn")
    return f" {' '.join(_TOKEN.findall(plain.lower()))} "
