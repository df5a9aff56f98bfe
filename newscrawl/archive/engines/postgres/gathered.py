"""Rows that wait to be written, and numbers that are taken ahead: each is a message to the server less.

A group of articles is stored in one transaction that holds the lock for writing. So numbers can be had many
at a time, and rows that nobody has asked for yet can be sent together, by COPY, which takes a fraction of the
time of as many statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import psycopg

from newscrawl.archive.database import Parameters
from newscrawl.archive.engines.postgres.address import SCHEMA

_FEW = 4
"""Of fewer rows COPY takes longer than statements that go out together: it is waited for."""

_MOST_KEYS = 64
_MORE = 4
"""So many times as many are taken as the last time in a transaction: it stores one article, or hundreds."""

_RESERVED = "SELECT nextval(pg_get_serial_sequence(%s, 'key')) FROM generate_series(1, %s)"

Copy = Callable[[str, Sequence[str], Iterable[Parameters]], None]
RunAll = Callable[[str, Sequence[Parameters]], None]


class Unwritten:
    """Rows that are to be written before anything is asked of the database."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, tuple[str, ...]], list[Parameters]] = {}
        self._runs: dict[str, list[Parameters]] = {}

    def __bool__(self) -> bool:
        return bool(self._rows or self._runs)

    def add(self, table: str, columns: tuple[str, ...], row: Parameters) -> None:
        """Have a row of a table wait."""
        self._rows.setdefault((table, columns), []).append(row)

    def run(self, sql: str, rows: list[Parameters]) -> None:
        """Have a statement wait, to be run with each of ``rows``."""
        self._runs.setdefault(sql, []).extend(rows)

    def forget(self) -> None:
        """Write nothing of it: it is undone."""
        self._rows, self._runs = {}, {}

    def write(self, copy: Copy, run_all: RunAll) -> None:
        """Write all, and let nothing wait any more."""
        rows, runs = self._rows, self._runs
        self.forget()
        for (table, columns), some in rows.items():
            if len(some) >= _FEW:
                copy(table, columns, some)
            else:
                marks = ", ".join("?" * len(columns))
                run_all(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", some)
        for sql, some in runs.items():
            if some:
                run_all(sql, some)


class Keys:
    """Numbers for rows to come, taken from the sequences of their tables.

    They are good for one transaction: who stores next has numbers above all that are stored, which is how
    it is told what was stored since.
    """

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._left: dict[str, list[Any]] = {}
        self._taken: dict[str, int] = {}

    def next(self, table: str) -> int:
        """The number of the next row of ``table``."""
        left = self._left.get(table)
        if not left:
            count = self._taken[table] = min(_MOST_KEYS, self._taken.get(table, 0) * _MORE or 1)
            # Beside the rows that wait, which need not be written for it.
            rows = self._connection.execute(_RESERVED, (f"{SCHEMA}.{table}", count)).fetchall()
            left = self._left[table] = sorted((key for (key,) in rows), reverse=True)
        return int(left.pop())

    def forget(self) -> None:
        """Take new numbers from now on."""
        self._left, self._taken = {}, {}
