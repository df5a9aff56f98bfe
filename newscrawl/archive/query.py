"""What an engine needs to look up what people write in a search box."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, ClassVar

from newscrawl.record.query import Query, QueryError, Term, parse_query

__all__ = [
    "TITLE_WEIGHT",
    "FreshText",
    "Query",
    "QueryError",
    "Sql",
    "TakeText",
    "Term",
    "Words",
    "parse_query",
]

TITLE_WEIGHT = 5.0
"""So many times a word in the title counts for one in the text, where the best matches come first."""

Sql = tuple[str, list[Any]]
"""A statement or a part of one, and its parameters."""

FreshText = tuple[int, str, str | None]
"""An article's key, its latest record as kept, and the one by which it is indexed, if it is."""

TakeText = Callable[[int, str], None]
"""Takes up one article, of which there is nothing yet, by its key and record."""


class Words(ABC):
    """The words of titles and texts, and where they stand. Writing methods belong inside a transaction."""

    most_ranked: ClassVar[int | None] = None
    """Of more matches than that the ones stored last are ranked; None where ranking all is cheap."""

    @abstractmethod
    def add(self, article: int, record: str) -> None:
        """Take up the record of an article that is new, where that is cheap one by one."""

    @abstractmethod
    def renew(self, article: int, record: str) -> None:
        """Take up the record of an article that has been stored anew, where that is cheap one by one."""

    def ready(self, records: Sequence[str]) -> None:
        """Work out ahead what it takes to :meth:`add` these records; outside of the lock for writing."""
        return

    @abstractmethod
    def sort_in(self, texts: Iterable[FreshText]) -> None:
        """Take up what was stored since the last time, in the order of the articles."""

    def before_loading(self) -> None:
        """Get ready for :meth:`load` of a whole archive; the index may be away until :meth:`loaded`."""
        return

    @abstractmethod
    def load(self, texts: Iterable[tuple[int, str]]) -> None:
        """Take up the records of many articles, in their order, of which there is nothing yet."""

    def beside(self) -> AbstractContextManager[TakeText | None]:
        """A way to do what :meth:`load` does while rows of a table are loaded; kept once the context ends.

        None where the engine does one thing at a time.
        """
        return nullcontext()

    def loaded(self) -> None:
        """Make what was loaded as quick to find as what was there before."""
        return

    @abstractmethod
    def last(self) -> int:
        """The last article of which there are words; 0 if there are none."""

    @abstractmethod
    def look_into(self, texts: Iterable[FreshText]) -> None:
        """Have what is not yet sorted in be found too, until the end of the snapshot."""

    @abstractmethod
    def matching(self, query: Query) -> Sql:
        """A query for the keys of the articles that match."""

    @abstractmethod
    def scores(self, query: Query) -> Sql:
        """A query for ``article`` and ``score`` of those that match, the best with the lowest score.

        Where there is a number of :attr:`most_ranked`, of those alone whose key is in the table ``ranked``.
        """
