"""Full-text search over titles and bodies, by SQLite's FTS5.

The index holds words and where they stand, not the texts once more. It covers the latest version of each
article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newscrawl.archive.database import Database

if TYPE_CHECKING:
    from newscrawl.archive.selection import Selection

_PART = re.compile(r'(-?)"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")
_OPERATORS = ("AND", "OR", "NOT")


class QueryError(ValueError):
    """The words searched for say nothing that could be looked up; the message names them."""


@dataclass(frozen=True, slots=True)
class Found:
    """Id and latest version of the articles found, in their order, and how many there are in all."""

    hits: tuple[tuple[str, int], ...]
    total: int


class WordIndex:
    """The words of one archive's articles. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: int, title: str | None, body: str | None) -> None:
        """Index an article that is not in the index."""
        self._database.execute(
            "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (article, title or "", body or "")
        )

    def replace(
        self, article: int, before: tuple[str | None, str | None], after: tuple[str | None, str | None]
    ) -> None:
        """Index an article's new title and body in place of those before."""
        self._database.execute(
            "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (article, before[0] or "", before[1] or ""),
        )
        self.add(article, *after)

    def search(self, selection: Selection, *, limit: int, newest: bool) -> Found:
        """The first ``limit`` of the articles that ``selection`` chooses.

        The best matches come first (BM25, a word in the title counting five times), or the newest.

        Raises:
            QueryError: the words to search for name nothing.
        """
        condition, values = replace(selection, words=None).condition()
        source, order = "articles", "published_at DESC, id"
        if selection.words is not None:
            source = "articles JOIN words ON words.rowid = articles.key"
            condition = f"words MATCH ? AND {condition}"
            values = [match_expression(selection.words), *values]
            order = order if newest else f"bm25(words, 5.0, 1.0), {order}"
        total = self._database.one(f"SELECT count(*) FROM {source} WHERE {condition}", values)
        rows = self._database.all(
            f"SELECT id, version FROM {source} WHERE {condition} ORDER BY {order} LIMIT ?", (*values, limit)
        )
        assert total is not None
        return Found(tuple((article_id, number) for article_id, number in rows), total[0])


def match_expression(query: str) -> str:
    """What people write in a search box as an FTS5 expression.

    All words must occur, in any order; ``AND`` between two says so once more. Words in double quotes stand
    together, ``OR`` between two takes either, a ``-`` or ``NOT`` before one excludes it, a ``*`` after one
    matches its beginnings. Nothing else has a meaning, so that no query is an error of syntax.

    Raises:
        QueryError: there is no word in ``query``, or only excluded ones.
    """
    wanted: list[str] = []
    excluded: list[str] = []
    before = "AND"
    for part in _PART.finditer(query):
        if part[3] in _OPERATORS:
            before = part[3]
            continue
        text = part[3] if part[2] is None else part[2]
        term = _term(text, prefix=part[3] is not None and text.endswith("*"))
        if not term:
            continue
        if before == "NOT" or part[0].startswith("-"):
            excluded.append(term)
        elif before == "OR" and wanted:
            wanted[-1] = f"({wanted[-1]} OR {term})"
        else:
            wanted.append(term)
        before = "AND"
    if not wanted:
        raise QueryError(f"'{query}' names no word to look for")
    expression = " AND ".join(wanted)
    return f"({expression}) NOT ({' OR '.join(excluded)})" if excluded else expression


def _term(text: str, *, prefix: bool) -> str:
    words = _WORD.findall(text)
    if not words:
        return ""
    return f'"{" ".join(words)}"' + ("*" if prefix else "")
