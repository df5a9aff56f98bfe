"""The words of an archive in SQLite's FTS5.

Its index is cheap to write only in the order of the articles. So what was stored last is sorted in later with
many others, and a second index is made of it when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newscrawl.archive import lines
from newscrawl.archive.query import TITLE_WEIGHT, FreshText, Query, Sql, Term, Words

if TYPE_CHECKING:
    from newscrawl.archive.database import Database

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
    f"SELECT rowid AS article, bm25(words, {TITLE_WEIGHT}, 1.0) AS score FROM words WHERE {_SETTLED}"
    f" UNION ALL SELECT rowid, bm25(fresh_words, {TITLE_WEIGHT}, 1.0) FROM temp.fresh_words"
    " WHERE fresh_words MATCH ?"
)


class SqliteWords(Words):
    """The words of one archive's articles, ranked by BM25."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: int, record: str) -> None:
        """Nothing: the index is written out whenever it goes back to an earlier article."""

    def renew(self, article: int, record: str) -> None:
        """Nothing, for the same reason."""

    def sort_in(self, texts: Iterable[FreshText]) -> None:
        for article, record, before in texts:
            if before is not None:
                self._database.execute(
                    "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
                    (article, *_texts(before)),
                )
            self._database.execute(
                "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (article, *_texts(record))
            )

    def load(self, texts: Iterable[tuple[int, str]]) -> None:
        self.sort_in((article, record, None) for article, record in texts)

    def last(self) -> int:
        row = self._database.one("SELECT max(rowid) FROM words")
        return row[0] or 0 if row else 0

    def look_into(self, texts: Iterable[FreshText]) -> None:
        self._database.execute(_OF_FRESH)
        self._database.execute("INSERT INTO fresh_words (fresh_words) VALUES ('delete-all')")
        for article, record, _ in texts:
            self._database.execute(
                "INSERT INTO fresh_words (rowid, title, body) VALUES (?, ?, ?)", (article, *_texts(record))
            )

    def matching(self, query: Query) -> Sql:
        return _MATCHES, [match_expression(query)] * 2

    def scores(self, query: Query) -> Sql:
        return _SCORES, [match_expression(query)] * 2


def match_expression(query: Query) -> str:
    """A query as FTS5 writes it."""
    wanted = " AND ".join(map(_either, query.wanted))
    return f"({wanted}) NOT ({' OR '.join(map(_term, query.excluded))})" if query.excluded else wanted


def _either(terms: Iterable[Term]) -> str:
    first, *others = map(_term, terms)
    return f"({' OR '.join((first, *others))})" if others else first


def _term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _texts(record: str) -> tuple[str, str]:
    title, body = lines.texts(record)
    return title or "", body or ""
