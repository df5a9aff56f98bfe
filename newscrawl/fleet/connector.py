"""The connection of a worker to its queue: it outwaits a server that is away."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

import psycopg
import psycopg_pool
from procrastinate import PsycopgConnector
from procrastinate.connector import Notify
from procrastinate.exceptions import ConnectorException

from newscrawl.archive.engines.postgres.address import name_of
from newscrawl.fleet.tables import USE

logger = logging.getLogger(__name__)

T = TypeVar("T")

_PAUSE = 1.0
_MOST_CONNECTIONS = 3


class PatientConnector(PsycopgConnector):
    """Asks again while the server is away, and says so once; what it refuses is not asked again."""

    def __init__(self, address: str) -> None:
        super().__init__(
            conninfo=address,
            min_size=1,
            max_size=_MOST_CONNECTIONS,
            timeout=_PAUSE * 5,
            kwargs={"application_name": "newscrawl queue"},
            configure=_configure,
        )
        self.name = name_of(address)
        self.away = False
        """Whether the server did not answer the last time it was asked."""
        self.patient = True
        """Whether it is waited for; a worker that ends does not."""

    async def execute_query_async(self, query: Any, **arguments: Any) -> None:
        """See procrastinate."""
        await self._asked(super().execute_query_async, query, arguments)

    async def execute_query_one_async(self, query: Any, **arguments: Any) -> dict[str, Any]:
        """See procrastinate."""
        return await self._asked(super().execute_query_one_async, query, arguments)

    async def execute_query_all_async(self, query: Any, **arguments: Any) -> list[dict[str, Any]]:
        """See procrastinate."""
        return await self._asked(super().execute_query_all_async, query, arguments)

    async def listen_notify(self, on_notification: Notify, channels: Iterable[str]) -> None:
        """Listen; after a connection that was lost, anew."""
        names = list(channels)
        while True:
            try:
                await super().listen_notify(on_notification, names)
            except (ConnectorException, psycopg.OperationalError):
                await asyncio.sleep(_PAUSE)

    async def _asked(self, ask: Callable[..., Awaitable[T]], query: Any, arguments: dict[str, Any]) -> T:
        while True:
            try:
                answer = await ask(query, **arguments)
            except ConnectorException as error:
                if not self.patient or not _is_away(error.__cause__):
                    raise
                self._say(away=True)
                await asyncio.sleep(_PAUSE)
            else:
                self._say(away=False)
                return answer

    def _say(self, *, away: bool) -> None:
        if away and not self.away:
            logger.warning("%s: the server is away; the worker waits for it", self.name)
        elif self.away and not away:
            logger.warning("%s: the server is back", self.name)
        self.away = away


async def _configure(connection: psycopg.AsyncConnection[Any]) -> None:
    await connection.set_autocommit(True)
    await connection.execute(USE)


def _is_away(error: BaseException | None) -> bool:
    """Whether the server could not answer: it is gone, going, coming, or has no room for one more."""
    if isinstance(error, psycopg_pool.PoolTimeout):
        return True
    state = getattr(error, "sqlstate", None) or ""
    return isinstance(error, psycopg.OperationalError) and (
        not state or state.startswith(("08", "57P", "53"))
    )
