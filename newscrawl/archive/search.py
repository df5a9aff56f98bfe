"""Full-text search over titles and bodies, with the filters of a selection.

The index holds words and where they stand, not the texts once more. It covers the latest version of each
article, those that are fresh (:mod:`newscrawl.archive.fresh`) too.
"""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.archive.database import Database
from newscrawl.archive.fresh import Fresh
from newscrawl.archive.query import QueryError, Sql, parse_query
from newscrawl.archive.selection import Selection

__all__ = ["Found", "QueryError", "WordIndex"]

_NEWEST = "published_at DESC NULLS LAST, id"


@dataclass(frozen=True, slots=True)
class Found:
    """Id and latest version of the articles found, in their order, and how many there are in all."""

    hits: tuple[tuple[str, int], ...]
    total: int


class WordIndex:
    """What the words of one archive's articles are asked for."""

    def __init__(self, database: Database, fresh: Fresh) -> None:
        self._database = database
        self._words = database.words
        self._fresh = fresh

    def condition(self, selection: Selection) -> Sql:
        """All conditions of a selection as SQL over the table ``articles``, and its parameters.

        It holds for the state of the archive at this moment: ask for it inside of a snapshot.

        Raises:
            QueryError: the words to search for name nothing.
        """
        condition, values = selection.condition()
        if selection.words is None:
            return condition, values
        matching, sought = self._words.matching(parse_query(selection.words))
        self._words.look_into(self._fresh.texts())
        return f"articles.key IN ({matching}) AND {condition}", [*sought, *values]

    def search(self, selection: Selection, *, limit: int, newest: bool) -> Found:
        """The first ``limit`` of the articles that ``selection`` chooses.

        The best matches come first (a word in the title counting five times), or the newest.

        Raises:
            QueryError: the words to search for name nothing.
        """
        with self._database.snapshot():
            if selection.words is not None and not newest and self._words.most_ranked is not None:
                return self._best_of_last(selection, limit, max(limit, self._words.most_ranked))
            condition, values = self.condition(selection)
            total = self._database.one(f"SELECT count(*) FROM articles WHERE {condition}", values)
            source, order = "articles", _NEWEST
            if selection.words is not None and not newest:
                scores, sought = self._words.scores(parse_query(selection.words))
                source = f"articles JOIN ({scores}) AS scores ON scores.article = articles.key"
                condition, values = selection.condition()
                order, values = f"score, {order}", [*sought, *values]
            rows = self._database.all(
                f"SELECT id, version FROM {source} WHERE {condition} ORDER BY {order} LIMIT ?",
                (*values, limit),
            )
        assert total is not None
        return Found(tuple((article_id, number) for article_id, number in rows), total[0])

    def _best_of_last(self, selection: Selection, limit: int, most: int) -> Found:
        """The best of the matches, of more than ``most`` those stored last; each is looked for once."""
        matches, values = self._matches(selection)
        scores, sought = self._words.scores(parse_query(selection.words or ""))
        rows = self._database.all(
            f"WITH matches AS MATERIALIZED ({matches}),"
            " ranked AS MATERIALIZED (SELECT key FROM matches ORDER BY key DESC LIMIT ?)"
            " SELECT id, version, (SELECT count(*) FROM matches)"
            f" FROM ({scores}) AS scores JOIN articles ON articles.key = scores.article"
            f" ORDER BY score, {_NEWEST} LIMIT ?",
            (*values, most, *sought, max(limit, 1)),
        )
        hits = tuple((article_id, number) for article_id, number, _ in rows[:limit])
        return Found(hits, rows[0][2] if rows else 0)

    def _matches(self, selection: Selection) -> Sql:
        """The keys of the articles that a selection by words chooses; every word's article is there."""
        condition, values = self.condition(selection)
        if selection == Selection(words=selection.words):
            matching, values = self._words.matching(parse_query(selection.words or ""))
            return f"SELECT article AS key FROM ({matching}) AS matching", values
        return f"SELECT articles.key AS key FROM articles WHERE {condition}", list(values)
