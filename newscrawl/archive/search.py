"""Full-text search over titles and bodies, by SQLite's FTS5.

The index holds words and where they stand, not the texts once more. It covers the latest version of each
article.
"""

from __future__ import annotations

import re

from newscrawl.archive.database import Database

_PART = re.compile(r'(-?)"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


class QueryError(ValueError):
    """The words searched for say nothing that could be looked up; the message names them."""


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


def match_expression(query: str) -> str:
    """What people write in a search box as an FTS5 expression.

    All words must occur, in any order. Words in double quotes stand together, ``OR`` between two takes
    either, a ``-`` before one excludes it, a ``*`` after one matches its beginnings. Nothing else has a
    meaning, so that no query is an error of syntax.

    Raises:
        QueryError: there is no word in ``query``, or only excluded ones.
    """
    wanted: list[str] = []
    excluded: list[str] = []
    either = False
    for part in _PART.finditer(query):
        text = part[3] if part[2] is None else part[2]
        if part[3] == "OR":
            either = bool(wanted)
            continue
        negated = part[1] == "-" or (part[3] or "").startswith("-")
        term = _term(text, prefix=part[3] is not None and text.endswith("*"))
        if not term:
            continue
        if negated:
            excluded.append(term)
        elif either:
            wanted[-1] = f"({wanted[-1]} OR {term})"
        else:
            wanted.append(term)
        either = False
    if not wanted:
        raise QueryError(f"'{query}' names no word to look for")
    expression = " AND ".join(wanted)
    return f"({expression}) NOT ({' OR '.join(excluded)})" if excluded else expression


def _term(text: str, *, prefix: bool) -> str:
    words = _WORD.findall(text)
    if not words:
        return ""
    return f'"{" ".join(words)}"' + ("*" if prefix else "")
