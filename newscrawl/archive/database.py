"""What the archive asks of a database: plain SQL, whole transactions, the archive's own errors.

Statements keep to what SQLite and PostgreSQL both take, with ``?`` for a parameter. Whatever the two do
differently is a method here or in :class:`~newscrawl.archive.query.Words`, and each engine under ``engines``
has its own: keys of new rows, steps of the schema, transactions, full-text search. Nothing else in the house
asks which one it is.
"""

from __future__ import annotations

import struct
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from newscrawl.archive.errors import ArchiveDamagedError, ArchiveError
from newscrawl.archive.query import Words

LOCK_SECONDS = 60.0
"""How long a write waits for another process's."""

_LENGTHS = (1, 10, 25, 50, 100, 1000)
_STRANGE = (TypeError, ValueError, LookupError, ArithmeticError, struct.error)
"""What rows do to their readers that are none of the table they are found in."""


Row = tuple[Any, ...]
Parameters = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the schema, in the words of each engine: statements that end with semicolons.

    ``further`` does after them, in the same transaction, what no statement can say.
    """

    sqlite: str
    postgres: str
    further: Callable[[Database], None] | None = None

    @classmethod
    def same(cls, script: str, further: Callable[[Database], None] | None = None) -> Step:
        """A step that both engines take in the same words."""
        return cls(script, script, further)


class Database(ABC):
    """One connection to one archive, for one thread. Every error comes out as an ArchiveError."""

    numbered: ClassVar[str]
    """The type of a column that numbers the rows of a table as they are inserted, and is its key."""

    def __init__(self, name: str, folder: Path, *, writable: bool) -> None:
        self.name = name
        """What people call it in messages: its file, or its server and base. Never holds a password."""
        self.folder = folder
        """Where lies what is no table, such as the lines that runs write."""
        self.writable = writable
        self.undone = 0
        """How often something was undone here: what was read before it may not be there."""
        self.turn = 0
        """How often the lock for writing was taken here: until it is given back nobody else writes."""
        self.listeners: list[Callable[[ArchiveError], None]] = []
        """Are told of every failure, whoever else catches it: a crawl ends for the first one."""
        self._depth = 0
        self._doomed = False

    @property
    def writing(self) -> bool:
        """Whether a transaction is open that holds the lock for writing."""
        return self._depth > 0

    def report(self, error: ArchiveError) -> ArchiveError:
        """Tell the listeners of ``error``, which whoever found it then raises."""
        for listener in list(self.listeners):
            listener(error)
        return error

    def check_place(self) -> None:
        """See that what was opened is still what is found under its name.

        Raises:
            ArchiveMissingError: it was deleted or replaced, so that what is written goes nowhere.
        """
        return

    @property
    @abstractmethod
    def words(self) -> Words:
        """The full-text index of this archive."""

    @abstractmethod
    def script(self, step: Step) -> str:
        """A step of the schema in this engine's words."""

    @abstractmethod
    def tables(self) -> set[str]:
        """The names of the tables that there are."""

    @abstractmethod
    def owns(self, path: Path) -> bool:
        """Whether ``path`` is one of the archive's own files, which nobody else may write."""

    @abstractmethod
    def has_files_of(self, host: str) -> bool:
        """Whether the files of runs on the machine ``host`` lie in the folder that is here."""

    @abstractmethod
    def execute(self, sql: str, parameters: Parameters = ()) -> None:
        """Run a statement. Its failure may come with the next query, or at the end of the transaction."""

    def append(self, table: str, facts: Mapping[str, Any]) -> int:
        """Insert one row, given by its columns, into a table with a numbered ``key``; the key it gets."""
        key = self.next_key(table)
        self.add(table, {"key": key, **facts})
        return key

    @abstractmethod
    def next_key(self, table: str) -> int:
        """The key for the next row of a table with a numbered ``key``, above all that there are.

        Insert that row before asking for the next key.
        """

    @abstractmethod
    def add(self, table: str, facts: Mapping[str, Any]) -> None:
        """Insert one row, given by its columns, that is not there yet; quickest where many follow each other.

        A failure may come with the next query, or at the end of the transaction.
        """

    @abstractmethod
    def execute_later(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Like :meth:`execute_many`, and may come with the next query, or at the end of the transaction."""

    @abstractmethod
    def execute_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run a statement once for each of ``rows``."""

    @abstractmethod
    def add_missing(self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[int, ...]]) -> None:
        """Insert rows of numbers, and leave those that are there; quickest in order."""

    @abstractmethod
    def columns(self, table: str) -> list[str]:
        """The names of a table's columns, in their order."""

    @abstractmethod
    def load(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Insert many new rows, their numbers among them."""

    def number_after(self, table: str) -> None:
        """Number what is inserted into a table from now on after what :meth:`load` put there."""
        return

    @abstractmethod
    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or of what a statement returns."""

    @abstractmethod
    def all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Every row of a query."""

    def among(self, sql: str, values: Collection[str] | Collection[int]) -> list[Row]:
        """Every row of a query that ends before ``IN (...)``, for as many values as there are.

        Statements of a few lengths alone, the last value repeated, are kept prepared by both engines.
        """
        rows: list[Row] = []
        left: list[Any] = list(dict.fromkeys(values))
        while left:
            length = next((each for each in _LENGTHS if each >= len(left)), _LENGTHS[-1])
            some, left = left[:length], left[length:]
            some += some[-1:] * (length - len(some))
            rows += self.all(f"{sql} IN ({', '.join('?' * length)})", some)
        return rows

    @abstractmethod
    def stream(self, sql: str, parameters: Parameters = ()) -> Generator[Row]:
        """The rows of a query as they are found, in flat memory."""

    def faults(self, most: int) -> list[str]:
        """What the engine itself finds damaged in its files, in its words; at the most ``most`` lines."""
        return []

    @abstractmethod
    def close(self) -> None:
        """Close the connection. Closing twice does no harm."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside; it is on the disk when the block ends.

        The lock for writing is taken at the start, so that two processes never both read and then both
        write. Inside another transaction it is a part of that one: what fails in it undoes the whole.
        """
        if self._depth:
            try:
                yield
            except BaseException:
                self._doomed = True
                raise
            return
        self._begin()
        self._depth, self._doomed = 1, False
        self.turn += 1
        try:
            yield
            if self._doomed:
                raise ArchiveError(f"{self.name}: a part of the transaction failed, so nothing of it is kept")
            self._commit()
        except _STRANGE as error:
            self._undo()
            raise self._if_damaged(error) from error
        except BaseException:
            self._undo()
            raise
        finally:
            self._depth = 0

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One unchanging view of the archive for several queries, whatever others write meanwhile.

        Temporary tables that are made inside are gone when it ends.
        """
        self._begin_snapshot()
        try:
            yield
        finally:
            self._undo()

    def _if_damaged(self, error: Exception) -> Exception:
        """What to raise for ``error``: where the file is damaged, that is what it comes from."""
        faults = self.faults(1)
        if not faults:
            return error
        return self.report(
            ArchiveDamagedError(
                f"{self.name}: what was read makes no sense ({error}): the file was damaged on the disk;"
                " 'newscrawl archive check' lists all that is damaged and says what to do"
            )
        )

    def _undo(self) -> None:
        self.undone += 1
        self._roll_back()

    @abstractmethod
    def _begin(self) -> None:
        """Begin a transaction, with the lock for writing."""

    @abstractmethod
    def _begin_snapshot(self) -> None:
        """Begin a transaction that sees one state of the archive."""

    @abstractmethod
    def _commit(self) -> None:
        """Keep what was written; it is on the disk when this returns."""

    @abstractmethod
    def _roll_back(self) -> None:
        """Undo the transaction, if there is still one."""
