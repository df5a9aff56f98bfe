"""What is asked of the queue's tables beside what procrastinate asks itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

from newscrawl.fleet.jobs import TASK, CrawlJob

_DEFER = f"""
SELECT unnest(procrastinate_defer_jobs_v1(ARRAY(
    SELECT ROW('{TASK}', '{TASK}', %(priority)s, wanted.lock, wanted.key, wanted.args, NULL)
        ::procrastinate_job_to_defer_v1
    FROM jsonb_to_recordset(%(jobs)s::jsonb) AS wanted (place int, lock text, key text, args jsonb)
    WHERE NOT EXISTS (
        SELECT FROM procrastinate_jobs WHERE queueing_lock = wanted.key AND status = 'todo'
    ) AND NOT EXISTS (
        SELECT FROM procrastinate_jobs
        WHERE procrastinate_jobs.lock = wanted.lock AND status = 'doing' AND queueing_lock = wanted.key
    ) {{further}}
    ORDER BY wanted.place
))) AS id
"""
ENQUEUE = _DEFER.format(further="")
"""Puts jobs into the queue, but for those whose like waits or runs already; the numbers of those put in."""

DUE = f"""
WITH claimed AS (
    UPDATE schedules SET due = %(due)s WHERE name = %(name)s AND due < %(due)s RETURNING name
)
{_DEFER.format(further="AND EXISTS (SELECT FROM claimed)")}
"""
"""Does so for a schedule that is due, together with noting that: one of all who ask does it, or none."""

BEGUN = "SELECT failures, rest, busy FROM begin_job(%(job)s, %(worker)s, %(hosts)s::text[])"
"""Notes who runs a job; how often it failed, for how many seconds its hosts want no request, and the site of
the job that keeps it from beginning, if one does."""

ENDED = (
    "UPDATE told SET runs = false, note = %(note)s, failures = %(failures)s, at = now() WHERE job = %(job)s"
)
RESTS = """
INSERT INTO rests (host, until)
SELECT host, now() + make_interval(secs => seconds) FROM jsonb_to_recordset(%(rests)s::jsonb)
    AS told (host text, seconds float8)
ON CONFLICT (host) DO UPDATE SET until = greatest(rests.until, excluded.until)
"""
STALLED = """
SELECT job.id, CASE WHEN EXISTS (
    SELECT FROM procrastinate_jobs other
    WHERE other.queueing_lock = job.queueing_lock AND other.status = 'todo'
) THEN procrastinate_finish_job_v1(job.id, 'aborted', false)
  ELSE procrastinate_retry_job_v2(job.id, now(), NULL, NULL, NULL) END
FROM (
    SELECT id, queueing_lock FROM procrastinate_jobs
    WHERE status = 'doing' AND (
        worker_id IS NULL OR id = ANY(%(lost)s) OR NOT EXISTS (
            SELECT FROM procrastinate_workers AS alive WHERE alive.id = worker_id
                AND last_heartbeat >= now() - make_interval(secs => %(silence)s)
        )
    )
    FOR UPDATE SKIP LOCKED
) AS job
"""
"""Gives back the jobs of workers that are not heard of, and of ``lost``: those that a worker knows nothing of
though they are said to be its own. One whose like waits already is ended."""

MINE = """
SELECT id FROM procrastinate_jobs WHERE status = 'doing' AND worker_id = ANY(%(workers)s)
"""


def rows(jobs: Sequence[CrawlJob]) -> str:
    """Jobs as the statements take them, each once."""
    each = {job.key: job for job in jobs}
    return json.dumps(
        [
            {"place": place, "lock": job.lock, "key": key, "args": job.facts()}
            for place, (key, job) in enumerate(each.items())
        ]
    )
