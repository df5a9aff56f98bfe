"""What every worker does beside crawling: puts in what is due, takes over what dead workers had."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime

from procrastinate.exceptions import ConnectorException
from procrastinate.manager import JobManager

from newscrawl.fleet.connector import PatientConnector
from newscrawl.fleet.schedules import PRIORITY, Planned, last_due
from newscrawl.fleet.statements import DUE, MINE, RESTS, STALLED, rows
from newscrawl.runs.schedule import ScheduleError

logger = logging.getLogger(__name__)

Choose = Callable[[Planned], list[str]]
"""Which sites a schedule means now."""

SILENCE = 60.0
"""Seconds after which a worker that is not heard of has lost its jobs."""

HEARTBEAT_SECONDS = 10.0
_LOOK_SECONDS = 15.0
_TICK_SECONDS = 2.0
_KEPT_HOURS = {False: 48, True: 24 * 30}
"""For how long jobs that ended well, and those that did not, can be looked at."""

_TIDY_EVERY = 240


async def keep_schedules(connector: PatientConnector, choose: Choose) -> None:
    """Put what is due into the queue, for ever; however many do so, each is put in once."""
    while True:
        try:
            for row in await connector.execute_query_all_async("SELECT name, facts, due FROM schedules"):
                await _put_due(connector, Planned.of(row["name"], row["facts"]), row["due"], choose)
        except ConnectorException as error:
            logger.warning("%s: what is due cannot be put into the queue: %s", connector.name, _cause(error))
        await asyncio.sleep(_TICK_SECONDS)


async def _put_due(connector: PatientConnector, planned: Planned, last: datetime, choose: Choose) -> None:
    try:
        due = last_due(planned.schedule, datetime.now(UTC))
        if due <= last:
            return
        jobs = planned.jobs(choose(planned))
    except (ScheduleError, ValueError) as error:
        logger.warning("schedule %s: %s", planned.name, error)
        return
    put = await connector.execute_query_all_async(
        DUE, name=planned.name, due=due, jobs=rows(jobs), priority=PRIORITY
    )
    if put:
        logger.info("schedule %s: %d of %d sites put into the queue", planned.name, len(put), len(jobs))


class Takeover:
    """Gives back to the queue what workers that died, or this one by a mishap, have and do not crawl."""

    def __init__(
        self, connector: PatientConnector, running: Collection[int], workers: Collection[int]
    ) -> None:
        """``running`` are the jobs that this worker crawls, ``workers`` the numbers under which it got
        them."""
        self._connector = connector
        self._running = running
        self._workers = workers
        self._unknown: set[int] = set()

    async def look(self) -> int:
        """Look once; how many jobs were given back."""
        asked = {"workers": list(self._workers)}
        mine = {row["id"] for row in await self._connector.execute_query_all_async(MINE, **asked)}
        unknown = mine - set(self._running)
        # What has ended just now is being noted: only what is unknown twice is lost.
        lost, self._unknown = unknown & self._unknown, unknown
        given = await self._connector.execute_query_all_async(STALLED, lost=sorted(lost), silence=SILENCE)
        return len(given)


async def keep_jobs(
    connector: PatientConnector,
    takeover: Takeover,
    manager: JobManager,
    pauses: Callable[[], Mapping[str, float]],
) -> None:
    """Take over, note for how long hosts want no request, and forget old jobs, for ever."""
    turn = 0
    while True:
        try:
            await takeover.look()
            await note_rests(connector, pauses())
            if turn % _TIDY_EVERY == 0:
                for bad, hours in _KEPT_HOURS.items():
                    await manager.delete_old_jobs(
                        nb_hours=hours, include_failed=bad, include_cancelled=bad, include_aborted=bad
                    )
        except ConnectorException as error:
            logger.warning("%s: the queue cannot be looked after: %s", connector.name, _cause(error))
        turn += 1
        await asyncio.sleep(_LOOK_SECONDS)


async def note_rests(connector: PatientConnector, pauses: Mapping[str, float]) -> None:
    """Note for how many seconds hosts want no request, whoever crawls them next."""
    if pauses:
        told = [{"host": host, "seconds": seconds} for host, seconds in sorted(pauses.items())]
        await connector.execute_query_async(RESTS, rests=json.dumps(told))


def _cause(error: BaseException) -> str:
    return str(error.__cause__ or error).strip().partition("\n")[0]
