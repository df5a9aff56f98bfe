"""Keeps the schedules of a base and crawls nothing: for workers that leave that to others."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress

from procrastinate import App
from procrastinate.exceptions import ConnectorException

from newscrawl.archive import ArchiveError
from newscrawl.fleet.connector import PatientConnector
from newscrawl.fleet.keeping import Choose, keep_schedules


def run_scheduler(address: str, choose: Choose) -> None:
    """Put what is due into the queue until a signal comes; several who do so put each in once.

    Raises:
        ArchiveError: the server refuses.
    """
    asyncio.run(_keep(address, choose))


async def _keep(address: str, choose: Choose) -> None:
    connector = PatientConnector(address)
    try:
        async with App(connector=connector).open_async():
            keeping = asyncio.ensure_future(keep_schedules(connector, choose))
            for number in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, keeping.cancel)
            with suppress(asyncio.CancelledError):
                await keeping
    except ConnectorException as error:
        raise ArchiveError(f"{connector.name}: {error.__cause__ or error}") from error
