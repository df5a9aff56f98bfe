"""Full-text search over titles and bodies, with the filters of a selection.

The index holds words and where they stand, not the texts once more. It covers the latest version of each
article, those that are fresh (:mod:`newscrawl.archive.fresh`) too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newscrawl.archive.database import Database
from newscrawl.archive.fresh import Fresh
from newscrawl.archive.query import QueryError, Sql, parse_query

if TYPE_CHECKING:
    from newscrawl.archive.selection import Selection

__all__ = ["Found", "QueryError", "WordIndex"]


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
            condition, values = self.condition(selection)
            total = self._database.one(f"SELECT count(*) FROM articles WHERE {condition}", values)
            source, order = "articles", "published_at DESC NULLS LAST, id"
            if selection.words is not None and not newest:
                scores, sought = self._words.scores(parse_query(selection.words))
                source = f"articles JOIN ({scores}) AS scores ON scores.article = articles.key"
                first = self._first_ranked(condition, values, total[0] if total else 0, limit)
                condition, values = selection.condition()
                condition, values = f"{condition} AND articles.key >= ?", [*values, first]
                order, values = f"score, {order}", [*sought, *values]
            rows = self._database.all(
                f"SELECT id, version FROM {source} WHERE {condition} ORDER BY {order} LIMIT ?",
                (*values, limit),
            )
        assert total is not None
        return Found(tuple((article_id, number) for article_id, number in rows), total[0])

    def _first_ranked(self, condition: str, values: Sequence[Any], total: int, limit: int) -> int:
        """The key from which on matches are ranked: of very many only those stored last."""
        most = self._words.most_ranked
        if most is None or total <= max(most, limit):
            return 0
        row = self._database.one(
            f"SELECT min(key) FROM (SELECT articles.key AS key FROM articles WHERE {condition}"
            " ORDER BY articles.key DESC LIMIT ?) AS stored_last",
            (*values, max(most, limit)),
        )
        return int(row[0]) if row else 0
