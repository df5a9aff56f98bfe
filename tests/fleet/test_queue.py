"""The queue in the base: what is put in, kept apart, taken over, tried again, called off, and due."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

pytest.importorskip("procrastinate", reason="the extra workers is not installed")

from procrastinate import App

from newscrawl.archive import Archive
from newscrawl.archive.errors import ArchiveMissingError, ArchiveSchemaError
from newscrawl.fleet import tables
from newscrawl.fleet.connector import PatientConnector
from newscrawl.fleet.jobs import CrawlJob
from newscrawl.fleet.keeping import Takeover, keep_schedules, note_rests
from newscrawl.fleet.queue import Queue
from newscrawl.fleet.schedules import Planned, last_due
from newscrawl.fleet.statements import BEGUN, ENDED
from tests.postgres import END_OTHERS, tell

PAPER, SISTER = "site:https://koran.example", "site:https://x.example"


@pytest.fixture
def queue(postgres: str) -> Iterator[Queue]:
    with Queue.open(postgres, create=True) as queue:
        yield queue


def tell_queue(address: str, *statements: str) -> None:
    tell(address, tables.USE, *statements)


def within(address: str, work: Callable[[App, PatientConnector], Awaitable[Any]]) -> Any:
    """What ``work`` gives with a worker's connection to the base."""

    async def run() -> Any:
        connector = PatientConnector(address)
        app = App(connector=connector)
        async with app.open_async():
            return await work(app, connector)

    return asyncio.run(run())


async def fetched(app: App) -> tuple[int, int]:
    """A new worker that takes the next job: its number and the job's."""
    worker = await app.job_manager.register_worker()
    job = await app.job_manager.fetch_job(queues=None, worker_id=worker)
    assert job is not None
    assert job.id is not None
    return worker, job.id


def states(queue: Queue) -> list[tuple[str, str]]:
    everything = ("running", "failed", "waiting", "cancelled", "done")
    return [(job.job.site, job.state) for job in queue.jobs(everything, None, 100)]


def test_what_waits_or_runs_is_not_put_in_twice(queue: Queue, postgres: str) -> None:
    job = CrawlJob(PAPER, {"limit": "3"})
    assert queue.put([job, job]) == 1
    assert queue.put([job, CrawlJob(PAPER)]) == 1
    within(postgres, lambda app, _: fetched(app))
    assert queue.put([job]) == 0
    assert queue.counts() | {"waiting": 1, "running": 1} == queue.counts()


def test_a_queue_is_made_once_and_found_again(queue: Queue, postgres: str) -> None:
    queue.put([CrawlJob(PAPER)])
    with Queue.open(postgres, create=True) as again:
        assert states(again) == [(PAPER, "waiting")]


def test_without_a_queue_nothing_is_made_by_looking(postgres: str) -> None:
    with pytest.raises(ArchiveMissingError, match="no queue"):
        Queue.open(postgres, create=False)


def test_a_queue_of_a_newer_newscrawl_is_refused(queue: Queue, postgres: str) -> None:
    tell_queue(postgres, "INSERT INTO steps VALUES ('99.00.00_01_pre_more.sql')")
    with pytest.raises(ArchiveSchemaError, match="newer"):
        Queue.open(postgres, create=True)


def test_an_older_queue_gets_the_steps_that_it_lacks(
    queue: Queue, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {*tables._known_steps(), "99.00.00_01_pre_more.sql"}
    monkeypatch.setattr(tables, "_known_steps", lambda: known)
    monkeypatch.setattr(tables, "_step", lambda name: f"CREATE TABLE more (name text DEFAULT '{name}')")
    for _ in range(2):
        Queue.open(postgres, create=True).__exit__(None, None, None)
    tell_queue(postgres, "SELECT name FROM more")
    assert tables.open_queue(postgres, create=False).execute("SELECT count(*) FROM steps").fetchone() == (
        len(known),
    )


def test_the_archive_beside_it_knows_nothing_of_it(queue: Queue, postgres: str) -> None:
    with Archive.open(postgres) as archive:
        assert not {name for name in archive.database.tables() if "procrastinate" in name}


def test_regional_pages_run_side_by_side_and_the_paper_alone(queue: Queue, postgres: str) -> None:
    queue.put([CrawlJob(site) for site in ("utara", "selatan", "koran", "lain")])
    hosts = (["utara.koran.example"], ["selatan.koran.example"], ["koran.example"], ["y.example"])

    async def begin(app: App, connector: PatientConnector) -> list[str | None]:
        busy = []
        for each in hosts:
            _, job = await fetched(app)
            row = await connector.execute_query_one_async(BEGUN, job=job, worker="one", hosts=each)
            busy.append(row["busy"])
        return busy

    first, second, paper, other = within(postgres, begin)
    assert (first, second, other) == (None, None, None)
    assert paper in ("utara", "selatan")


def test_a_job_waits_while_a_host_of_its_is_asked_and_has_its_turn_before_those_that_come(
    queue: Queue, postgres: str
) -> None:
    queue.put([CrawlJob(PAPER), CrawlJob(SISTER), CrawlJob("site:https://y.example")])

    async def begin(app: App, connector: PatientConnector) -> list[str | None]:
        numbers = [(await fetched(app))[1] for _ in range(3)]

        async def busy(number: int, *hosts: str) -> str | None:
            row = await connector.execute_query_one_async(BEGUN, job=number, worker="one", hosts=list(hosts))
            return None if row["busy"] is None else str(row["busy"])

        first = await busy(numbers[0], "utara.koran.example")
        second = await busy(numbers[1], "koran.example")
        await app.job_manager.retry_job_by_id_async(numbers[1], retry_at=datetime.now(UTC))
        tell_queue(
            postgres,
            "UPDATE told SET waits_since = now() - interval '6 minutes' WHERE waits_since IS NOT NULL",
        )
        third = await busy(numbers[2], "selatan.koran.example")
        await connector.execute_query_async(ENDED, job=numbers[0], note="", failures=0)
        return [first, second, third, await busy(numbers[1], "koran.example")]

    assert within(postgres, begin) == [None, PAPER, SISTER, None]


def test_a_host_that_wants_a_pause_has_it_from_whoever_comes_next(queue: Queue, postgres: str) -> None:
    queue.put([CrawlJob(PAPER), CrawlJob(SISTER)])

    async def begin(app: App, connector: PatientConnector) -> list[float]:
        await note_rests(connector, {"www.koran.example": 90.0, "z.example": 5.0})
        await note_rests(connector, {"www.koran.example": 20.0})
        rests = []
        for hosts in (["koran.example"], ["x.example"]):
            _, job = await fetched(app)
            row = await connector.execute_query_one_async(BEGUN, job=job, worker="one", hosts=hosts)
            rests.append(row["rest"])
        return rests

    koran, other = within(postgres, begin)
    assert 20 < koran <= 90
    assert other == 0


def test_what_a_silent_worker_has_goes_to_others(queue: Queue, postgres: str) -> None:
    queue.put([CrawlJob(PAPER), CrawlJob(SISTER)])

    async def work(app: App, connector: PatientConnector) -> list[int]:
        silent, _ = await fetched(app)
        await fetched(app)
        takeover = Takeover(connector, [], [])
        given = [await takeover.look()]
        past = datetime.now(UTC) - timedelta(seconds=61)
        tell_queue(
            postgres,
            f"UPDATE procrastinate_workers SET last_heartbeat = '{past.isoformat()}' WHERE id = {silent}",
        )
        return [*given, await takeover.look(), await takeover.look()]

    assert within(postgres, work) == [0, 1, 0]
    assert sorted(state for _, state in states(queue)) == ["running", "waiting"]


def test_a_worker_gives_back_what_it_does_not_know_of(queue: Queue, postgres: str) -> None:
    """What was fetched by a query whose answer never came; one look alone may see what is just ending."""
    queue.put([CrawlJob(PAPER), CrawlJob(SISTER)])

    async def work(app: App, connector: PatientConnector) -> list[int]:
        first, known = await fetched(app)
        second, _ = await fetched(app)
        takeover = Takeover(connector, [known], [first, second])
        return [await takeover.look(), await takeover.look()]

    assert within(postgres, work) == [0, 1]


def test_of_two_that_would_do_the_same_the_lost_one_is_ended(queue: Queue, postgres: str) -> None:
    queue.put([CrawlJob(PAPER)])

    async def work(app: App, connector: PatientConnector) -> int:
        worker, _ = await fetched(app)
        tell_queue(
            postgres,
            "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args)"
            " SELECT queue_name, task_name, lock, queueing_lock, args FROM procrastinate_jobs",
            f"DELETE FROM procrastinate_workers WHERE id = {worker}",
        )
        return await Takeover(connector, [], []).look()

    assert within(postgres, work) == 1
    assert states(queue) == [(PAPER, "cancelled"), (PAPER, "waiting")]


def test_failed_jobs_are_put_back_and_others_called_off(queue: Queue, postgres: str) -> None:
    queue.put([CrawlJob(PAPER), CrawlJob(SISTER)])
    tell_queue(postgres, "UPDATE procrastinate_jobs SET status = 'failed' WHERE id = 1")
    assert queue.retry([2]) == []
    assert queue.retry(None) == [1]
    assert queue.retry(None) == []
    assert queue.cancel([1]) == [1]
    assert queue.cancel(None) == [2]
    assert [state for _, state in states(queue)] == ["cancelled", "cancelled"]


def test_a_schedule_that_is_due_is_put_in_once_by_however_many_keep_it(queue: Queue, postgres: str) -> None:
    planned = Planned("news", {"sites": [PAPER, SISTER]}, {"every": "24h"})
    before = last_due(planned.schedule, datetime.now(UTC))
    queue.set_schedule(planned)
    queue.put([CrawlJob(PAPER)])

    async def keep(app: App, connector: PatientConnector) -> None:
        keepers = [
            asyncio.ensure_future(keep_schedules(connector, lambda planned: planned.choice["sites"]))
            for _ in range(3)
        ]
        await asyncio.sleep(1)
        for keeper in keepers:
            keeper.cancel()

    within(postgres, keep)
    assert states(queue) == [(PAPER, "waiting")]  # what is set now is due the next time
    tell_queue(postgres, "UPDATE schedules SET due = due - interval '2 days'")
    within(postgres, keep)
    assert states(queue) == [(SISTER, "waiting"), (PAPER, "waiting")]  # what is due goes first
    ((_, due),) = queue.schedules()
    assert before <= due <= last_due(planned.schedule, datetime.now(UTC))


def test_a_schedule_that_is_removed_takes_along_what_waits_for_it(queue: Queue, postgres: str) -> None:
    planned = Planned("news", {"sites": [PAPER]}, {"every": "15m"})
    queue.set_schedule(planned)
    queue.put([*planned.jobs([PAPER]), CrawlJob(SISTER)])
    assert queue.remove_schedule("news")
    assert not queue.remove_schedule("news")
    assert states(queue) == [(PAPER, "cancelled"), (SISTER, "waiting")]


def test_a_worker_outwaits_a_server_that_drops_its_connections(queue: Queue, postgres: str) -> None:
    queue.put([CrawlJob(PAPER)])

    async def work(app: App, connector: PatientConnector) -> int:
        await fetched(app)
        tell(postgres, END_OTHERS)
        row = await connector.execute_query_one_async("SELECT count(*) AS n FROM procrastinate_jobs")
        return int(row["n"])

    assert within(postgres, work) == 1
