"""Full-text search over titles and bodies, by SQLite's FTS5.

The index holds words and where they stand, not the texts once more. It covers the latest version of each
article; for those that are fresh (:mod:`newscrawl.archive.fresh`) a second one is made when it is needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newscrawl.archive import lines
from newscrawl.archive.database import Database
from newscrawl.archive.fresh import Fresh

if TYPE_CHECKING:
    from newscrawl.archive.selection import Selection

_PART = re.compile(r'(-?)"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")
_OPERATORS = ("AND", "OR", "NOT")

_OF_FRESH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.fresh_words"
    " USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2')"
)
_SETTLED = "words MATCH ? AND rowid NOT IN (SELECT article FROM fresh)"
_MATCHES = (
    f"SELECT rowid FROM words WHERE {_SETTLED}"
    " UNION ALL SELECT rowid FROM temp.fresh_words WHERE fresh_words MATCH ?"
)
_SCORES = (
    f"SELECT rowid AS article, bm25(words, 5.0, 1.0) AS score FROM words WHERE {_SETTLED}"
    " UNION ALL SELECT rowid, bm25(fresh_words, 5.0, 1.0) FROM temp.fresh_words WHERE fresh_words MATCH ?"
)


MOST_WORDS = 100
"""FTS5 gives up on expressions that are nested deeper than 256; nobody means a search of so many words."""


class QueryError(ValueError):
    """The words searched for say nothing that could be looked up; the message names them."""


@dataclass(frozen=True, slots=True)
class Found:
    """Id and latest version of the articles found, in their order, and how many there are in all."""

    hits: tuple[tuple[str, int], ...]
    total: int


class WordIndex:
    """The words of one archive's articles. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database, fresh: Fresh) -> None:
        self._database = database
        self._fresh = fresh

    def index(self, article: int, record: str, before: str | None) -> None:
        """Index an article's record in place of the one ``before``; cheap only in the order of the articles.

        The index is written out whenever it goes back to an earlier article.
        """
        if before is not None:
            self._database.execute(
                "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
                (article, *_texts(before)),
            )
        self._database.execute(
            "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (article, *_texts(record))
        )

    def condition(self, selection: Selection) -> tuple[str, list[Any]]:
        """All conditions of a selection as SQL over the table ``articles``, and its parameters.

        It holds for the state of the archive at this moment: ask for it inside of a snapshot.

        Raises:
            QueryError: the words to search for name nothing.
        """
        condition, values = selection.condition()
        if selection.words is None:
            return condition, values
        match = match_expression(selection.words)
        self._index_fresh()
        return f"articles.key IN ({_MATCHES}) AND {condition}", [match, match, *values]

    def search(self, selection: Selection, *, limit: int, newest: bool) -> Found:
        """The first ``limit`` of the articles that ``selection`` chooses.

        The best matches come first (BM25, a word in the title counting five times), or the newest.

        Raises:
            QueryError: the words to search for name nothing.
        """
        with self._database.snapshot():
            condition, values = self.condition(selection)
            total = self._database.one(f"SELECT count(*) FROM articles WHERE {condition}", values)
            source, order = "articles", "published_at DESC, id"
            if selection.words is not None and not newest:
                match = match_expression(selection.words)
                source = f"articles JOIN ({_SCORES}) AS scores ON scores.article = articles.key"
                condition, values = selection.condition()
                order, values = f"score, {order}", [match, match, *values]
            rows = self._database.all(
                f"SELECT id, version FROM {source} WHERE {condition} ORDER BY {order} LIMIT ?",
                (*values, limit),
            )
        assert total is not None
        return Found(tuple((article_id, number) for article_id, number in rows), total[0])

    def _index_fresh(self) -> None:
        self._database.execute(_OF_FRESH)
        self._database.execute("INSERT INTO fresh_words (fresh_words) VALUES ('delete-all')")
        for article, record, _ in self._fresh.texts():
            self._database.execute(
                "INSERT INTO fresh_words (rowid, title, body) VALUES (?, ?, ?)", (article, *_texts(record))
            )


def match_expression(query: str) -> str:
    """What people write in a search box as an FTS5 expression.

    All words must occur, in any order; ``AND`` between two says so once more. Words in double quotes stand
    together, ``OR`` between two takes either, a ``-`` or ``NOT`` before one excludes it, a ``*`` after one
    matches its beginnings. Nothing else has a meaning, so that no query is an error of syntax.

    Raises:
        QueryError: there is no word in ``query``, only excluded ones, or more than ``MOST_WORDS``.
    """
    if sum(1 for _ in _PART.finditer(query)) > MOST_WORDS:
        raise QueryError(
            f"'{query:.40}...' has more words than the {MOST_WORDS} that can be looked for together"
        )
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


def _texts(record: str) -> tuple[str, str]:
    title, body = lines.texts(record)
    return title or "", body or ""


def _term(text: str, *, prefix: bool) -> str:
    words = _WORD.findall(text)
    if not words:
        return ""
    return f'"{" ".join(words)}"' + ("*" if prefix else "")
