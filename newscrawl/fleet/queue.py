"""What commands do with the queue: put jobs in, look at them, try them again, call them off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal, Self

import psycopg
from psycopg.types.json import Jsonb

from newscrawl.archive.engines.postgres.address import name_of
from newscrawl.archive.engines.postgres.failures import explained
from newscrawl.fleet.jobs import CrawlJob
from newscrawl.fleet.schedules import Planned, last_due
from newscrawl.fleet.statements import ENQUEUE, rows
from newscrawl.fleet.tables import open_queue

JobState = Literal["waiting", "running", "failed", "cancelled", "done"]

_STATES: dict[str, JobState] = {
    "todo": "waiting",
    "doing": "running",
    "failed": "failed",
    "aborting": "running",
    "aborted": "cancelled",
    "cancelled": "cancelled",
    "succeeded": "done",
}
_LISTED = """
SELECT id, status::text, args, attempts, scheduled_at, worker, at, note, waits_since IS NOT NULL
FROM procrastinate_jobs LEFT JOIN told ON told.job = id
WHERE status::text = ANY(%(statuses)s) AND (%(sites)s::text[] IS NULL OR args ->> 'site' = ANY(%(sites)s))
ORDER BY status = 'todo', priority DESC, id LIMIT %(limit)s
"""
_BY_SITE = """
SELECT args ->> 'site', status::text, count(*) FROM procrastinate_jobs
WHERE %(sites)s::text[] IS NULL OR args ->> 'site' = ANY(%(sites)s) GROUP BY 1, 2 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class ListedJob:
    """A job as it is shown.

    ``since`` is when a worker last said something of it, ``worker`` who that was; ``not_before`` is when a
    job that waits may run again.
    """

    number: int
    state: JobState
    job: CrawlJob
    attempts: int
    not_before: datetime | None
    worker: str
    since: datetime | None
    note: str


class Queue:
    """The queue in one base. Every error comes out as an ArchiveError that names server and base."""

    def __init__(self, connection: psycopg.Connection[Any], name: str) -> None:
        self._connection = connection
        self.name = name

    @classmethod
    def open(cls, address: str, *, create: bool) -> Self:
        """The queue in the base at ``address``; with ``create`` it is made where there is none.

        Raises:
            ArchiveError: the base cannot be used, or has no queue.
        """
        return cls(open_queue(address, create=create), name_of(address))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def put(self, jobs: Sequence[CrawlJob]) -> int:
        """Put jobs into the queue, but for those whose like waits or runs; how many were put in."""
        with self._own_errors():
            put = self._connection.execute(ENQUEUE, {"jobs": rows(jobs), "priority": 0}).fetchall()
        return len(put)

    def counts(self) -> dict[JobState, int]:
        """How many jobs there are in each state."""
        with self._own_errors():
            found = self._connection.execute(
                "SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status"
            ).fetchall()
        counts: dict[JobState, int] = dict.fromkeys(_STATES.values(), 0)
        for status, count in found:
            counts[_STATES[status]] += count
        return counts

    def jobs(self, states: Sequence[JobState], sites: Sequence[str] | None, limit: int) -> list[ListedJob]:
        """Jobs in any of ``states``, of all sites or of those named: what runs, and then what is next."""
        statuses = [status for status, state in _STATES.items() if state in states]
        asked = {"statuses": statuses, "sites": list(sites) if sites else None, "limit": limit}
        with self._own_errors():
            return [_listed(row) for row in self._connection.execute(_LISTED, asked).fetchall()]

    def by_site(self, sites: Sequence[str] | None) -> dict[str, dict[JobState, int]]:
        """How many jobs each site has in each state, of all sites or of those named."""
        asked = {"sites": list(sites) if sites else None}
        with self._own_errors():
            found = self._connection.execute(_BY_SITE, asked).fetchall()
        counted: dict[str, dict[JobState, int]] = {}
        for site, status, count in found:
            counts = counted.setdefault(site, dict.fromkeys(_STATES.values(), 0))
            counts[_STATES[status]] += count
        return counted

    def retry(self, numbers: Sequence[int] | None) -> list[int]:
        """Put failed jobs, all or those of ``numbers``, back into the queue; which they were."""
        return self._each(
            # Of several whose like failed the last one, and none while its like waits.
            "SELECT id, procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL)"
            " FROM procrastinate_jobs AS job WHERE status = 'failed'"
            " AND (%(numbers)s::bigint[] IS NULL OR id = ANY(%(numbers)s))"
            " AND id = (SELECT max(id) FROM procrastinate_jobs AS same"
            " WHERE same.status IN ('failed', 'todo') AND same.queueing_lock = job.queueing_lock)",
            numbers,
        )

    def cancel(self, numbers: Sequence[int] | None) -> list[int]:
        """Call off the jobs of ``numbers``, or all that wait; one that runs ends what is under way."""
        return self._each(
            "SELECT id, procrastinate_cancel_job_v1(id, true, false) FROM procrastinate_jobs"
            " WHERE CASE WHEN %(numbers)s::bigint[] IS NULL THEN status = 'todo'"
            " ELSE id = ANY(%(numbers)s) AND status IN ('todo', 'doing') END",
            numbers,
        )

    def schedules(self) -> list[tuple[Planned, datetime]]:
        """Every schedule, and when it was due last."""
        with self._own_errors():
            found = self._connection.execute(
                "SELECT name, facts, due FROM schedules ORDER BY name"
            ).fetchall()
        return [(Planned.of(name, facts), due) for name, facts, due in found]

    def set_schedule(self, planned: Planned) -> None:
        """Have this schedule, in place of one of its name; it is due the next time that it names."""
        due = last_due(planned.schedule, datetime.now(UTC))
        with self._own_errors():
            self._connection.execute(
                "INSERT INTO schedules (name, facts, due) VALUES (%s, %s, %s)"
                " ON CONFLICT (name) DO UPDATE SET facts = excluded.facts, due = excluded.due",
                (planned.name, Jsonb(planned.facts()), due),
            )

    def remove_schedule(self, name: str) -> bool:
        """Have no schedule of this name; whether there was one. Its jobs that wait are called off."""
        with self._own_errors(), self._connection.transaction():
            gone = self._connection.execute("DELETE FROM schedules WHERE name = %s", (name,)).rowcount
            self._connection.execute(
                "SELECT procrastinate_cancel_job_v1(id, false, false) FROM procrastinate_jobs"
                " WHERE status = 'todo' AND args ->> 'schedule' = %s",
                (name,),
            )
        return bool(gone)

    def _each(self, sql: str, numbers: Sequence[int] | None) -> list[int]:
        asked = {"numbers": list(numbers) if numbers is not None else None}
        with self._own_errors():
            return [row[0] for row in self._connection.execute(sql.encode(), asked).fetchall()]

    @contextmanager
    def _own_errors(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise explained(error, self.name) from error


def _listed(row: tuple[Any, ...]) -> ListedJob:
    number, status, facts, attempts, not_before, worker, at, note, waits = row
    state = _STATES[status]
    later = not_before if state == "waiting" else None
    note = (
        f"{note}; waits for another job of its hosts".lstrip("; ") if waits and state == "waiting" else note
    )
    return ListedJob(number, state, CrawlJob.of(facts), attempts, later, worker or "", at, note or "")
