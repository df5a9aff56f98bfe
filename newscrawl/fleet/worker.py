"""A worker: takes jobs out of the queue and crawls several sites at once in one process."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from procrastinate import App, JobContext
from procrastinate.exceptions import ConnectorException
from scrapy.crawler import CrawlerProcessBase

from newscrawl.engine.downloader.turns import turns
from newscrawl.engine.readers import close_readers
from newscrawl.fleet.connector import PatientConnector
from newscrawl.fleet.crawling import Again, AgainLaterError, Crawling, JobFailedError, again
from newscrawl.fleet.jobs import TASK, CrawlJob
from newscrawl.fleet.keeping import (
    HEARTBEAT_SECONDS,
    SILENCE,
    Choose,
    Takeover,
    keep_jobs,
    keep_schedules,
    note_rests,
)
from newscrawl.fleet.statements import BEGUN, ENDED
from newscrawl.record.outcome import Outcome
from newscrawl.runs.session import Session
from newscrawl.runs.startup import spare_collector

logger = logging.getLogger(__name__)

_POLL_SECONDS = 1.0
"""A job that another one kept from its hosts is found so long after that has ended, at the latest."""

_SHORT_REST = 5.0
"""A host's rest up to this is waited for with the job in hand."""

_BUSY_SECONDS = 10.0
_MOST_TROUBLE = 5
_FAREWELL_SECONDS = 30.0
"""A worker that ends waits so long for a server that is away; others take over what it cannot give back."""

OnEnd = Callable[[CrawlJob, Outcome, "AgainLaterError | None"], None]


class QueueError(Exception):
    """The worker cannot go on with its queue; the message says why."""


@dataclass(slots=True)
class Worker:
    """Crawls what is in the queue of the base ``data`` until it is told to stop.

    ``at_once`` sites are crawled side by side, ``delay`` seconds lie between two requests to a host.
    ``budget`` are the seconds after which it stops by itself; with ``drain`` it ends when nothing waits or
    runs any more. ``choose`` says which sites a schedule means, None for a worker that keeps no schedules.
    ``on_end`` hears of every crawl that ended, and whether it is to be tried again.
    """

    process: CrawlerProcessBase
    data: str
    at_once: int
    delay: float
    on_end: OnEnd
    choose: Choose | None = None
    budget: float | None = None
    drain: bool = False
    _running: dict[int, Session | None] = field(default_factory=dict)
    _workers: set[int] = field(default_factory=set)
    _stopping: bool = False
    _working: asyncio.Task[None] | None = None
    _connector: PatientConnector = field(init=False)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def run(self) -> None:
        """Work until told to stop.

        Raises:
            QueueError: the queue cannot be used any more.
        """
        loop = asyncio.get_event_loop()
        spare_collector()
        main = loop.create_task(self.work())
        main.add_done_callback(_stop_reactor)
        try:
            self.process.start(stop_after_crawl=False, install_signal_handlers=False)
        finally:
            close_readers()
        if main.done() and not main.cancelled():
            main.result()

    def stop(self) -> None:
        """Take no more jobs, and end the crawls that run: articles under way are finished and stored."""
        if self._stopping:
            _stop_reactor()
            return
        self._stopping = True
        if self._working is not None:
            self._working.cancel()
        self._go(self._end_crawls())
        asyncio.get_running_loop().call_later(_FAREWELL_SECONDS, self._lose_patience)

    async def work(self) -> None:
        """Work until told to stop, in the loop that runs.

        Raises:
            QueueError: the queue cannot be used any more.
        """
        self._connector = PatientConnector(self.data)
        self._heed_signals()
        app = App(connector=self._connector)
        app.task(name=TASK, queue=TASK, pass_context=True, retry=Again())(self._do)
        if self.budget:
            asyncio.get_running_loop().call_later(self.budget, self.stop)
        try:
            async with app.open_async():
                try:
                    await self._work(app)
                finally:
                    for task in self._tasks:
                        task.cancel()
        except ConnectorException as error:
            raise QueueError(f"{self._connector.name}: {error.__cause__ or error}") from error

    async def _work(self, app: App) -> None:
        takeover = Takeover(self._connector, self._running.keys(), self._workers)
        self._go(keep_jobs(self._connector, takeover, app.job_manager, self._pauses))
        if self.choose is not None:
            self._go(keep_schedules(self._connector, self.choose))
        if self.drain:
            self._go(self._stop_when_empty())
        for trouble in range(_MOST_TROUBLE):
            if self._stopping:
                return
            self._working = asyncio.create_task(self._fetch(app))
            try:
                await self._working
            except asyncio.CancelledError:
                return
            except ConnectorException as error:
                if trouble == _MOST_TROUBLE - 1:
                    raise
                logger.warning(
                    "%s: %s; the worker begins anew", self._connector.name, error.__cause__ or error
                )

    async def _fetch(self, app: App) -> None:
        await app.run_worker_async(
            queues=[TASK],
            name=_name(),
            concurrency=self.at_once,
            fetch_job_polling_interval=_POLL_SECONDS,
            install_signal_handlers=False,
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=SILENCE,
        )

    async def _do(self, context: JobContext, /, **facts: object) -> None:
        """The task of the queue: crawl one job."""
        job, number = CrawlJob.of(facts), context.job.id
        assert number is not None
        if context.job.worker_id is not None:
            self._workers.add(context.job.worker_id)
        self._running[number] = None
        failures = 0
        note = ""
        try:
            failures = await self._begin(job, number)
            note = await self._crawl(job, number, failures)
        except AgainLaterError as later:
            failures += later.counted
            note = str(later)
            raise
        except JobFailedError as error:
            note = str(error)
            raise
        except asyncio.CancelledError:
            note = "called off"
            raise
        finally:
            try:
                await self._connector.execute_query_async(ENDED, job=number, note=note, failures=failures)
            finally:
                del self._running[number]

    async def _begin(self, job: CrawlJob, number: int) -> int:
        """Begin a job, or put it off; how often it failed before."""
        if self._stopping:
            raise AgainLaterError(0, "a worker was stopped; another goes on")
        hosts = sorted(job.hosts)
        told = await self._connector.execute_query_one_async(BEGUN, job=number, worker=_name(), hosts=hosts)
        if told["busy"] is not None:
            raise AgainLaterError(_BUSY_SECONDS, f"{told['busy']} asks a host of its now")
        if told["rest"] > _SHORT_REST:
            raise AgainLaterError(told["rest"], "its host asked for a pause")
        await asyncio.sleep(told["rest"])
        return int(told["failures"])

    async def _crawl(self, job: CrawlJob, number: int, failures: int) -> str:
        """Crawl a job that has begun; its note.

        Raises:
            AgainLaterError: it is to be tried again.
            JobFailedError: it is not, and failed.
        """
        crawling = Crawling(self.process, self.data)
        try:
            outcome = await crawling.crawl(job, lambda session: self._running.__setitem__(number, session))
        finally:
            await note_rests(self._connector, turns().pauses(job.hosts, self.delay))
        later = again(job, outcome, failures)
        self.on_end(job, outcome, later)
        if later is not None:
            raise later
        if outcome.state in ("failed", "storage"):
            raise JobFailedError(outcome.note)
        return "; ".join(filter(None, (outcome.note, *outcome.alarms)))

    def _pauses(self) -> Mapping[str, float]:
        """For how long the hosts want no request that the crawls which run ask now."""
        asked = {domain for session in self._running.values() if session for domain in _domains_of(session)}
        return turns().pauses(asked, self.delay)

    async def _end_crawls(self) -> None:
        crawlers = [
            crawler for session in self._running.values() if session for crawler in session.crawlers.values()
        ]
        await asyncio.gather(*(crawler.stop_async() for crawler in crawlers))

    def _lose_patience(self) -> None:
        self._connector.patient = False

    async def _stop_when_empty(self) -> None:
        while True:
            await asyncio.sleep(_POLL_SECONDS)
            row = await self._connector.execute_query_one_async(
                "SELECT count(*) AS left FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
            )
            if not row["left"]:
                self.stop()
                return

    def _heed_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, self.stop)

    def _go(self, coroutine: object) -> None:
        task = asyncio.ensure_future(coroutine)  # type: ignore[call-overload]
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _domains_of(session: Session) -> frozenset[str]:
    return frozenset[str]().union(*(CrawlJob(site).hosts for site in session.crawlers))


def _name() -> str:
    return f"process {os.getpid()} on {socket.gethostname()}"


def _stop_reactor(_: object = None) -> None:
    from twisted.internet import reactor  # noqa: PLC0415 - it is installed when the process begins

    if reactor.running:
        reactor.stop()  # type: ignore[misc]
