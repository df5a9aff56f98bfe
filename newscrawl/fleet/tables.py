"""The tables of the queue: procrastinate's own and a few beside them, in a schema of their own.

They are no part of the archive: a backup of ``newscrawl`` holds none of them, and nothing that is stored is
lost with them.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import psycopg
from procrastinate.schema import SchemaManager

from newscrawl.archive import ArchiveError
from newscrawl.archive.engines.postgres.address import connect, name_of
from newscrawl.archive.engines.postgres.failures import explained
from newscrawl.archive.errors import ArchiveMissingError, ArchiveSchemaError

SCHEMA = "newscrawl_jobs"
USE = f"SET search_path = {SCHEMA}"
_MAKING = 0x6E63776A
"""The key under which one process at a time makes or changes the tables."""

_OWN = """
CREATE TABLE schedules (
    name TEXT PRIMARY KEY,
    facts JSONB NOT NULL,
    due TIMESTAMPTZ NOT NULL
);
CREATE TABLE told (
    job BIGINT PRIMARY KEY REFERENCES procrastinate_jobs (id) ON DELETE CASCADE,
    worker TEXT NOT NULL,
    hosts TEXT[] NOT NULL,
    runs BOOLEAN NOT NULL,
    waits_since TIMESTAMPTZ,
    at TIMESTAMPTZ NOT NULL DEFAULT now(),
    failures INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE rests (
    host TEXT PRIMARY KEY,
    until TIMESTAMPTZ NOT NULL
);
CREATE FUNCTION overlap(mine TEXT[], others TEXT[]) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (
        SELECT FROM unnest(mine) AS one, unnest(others) AS other
        WHERE one = other OR right(one, length(other) + 1) = '.' || other
            OR right(other, length(one) + 1) = '.' || one
    )
$$;
CREATE FUNCTION begin_job(
    _job BIGINT, _worker TEXT, _hosts TEXT[], OUT failures INTEGER, OUT rest FLOAT8, OUT busy TEXT
) LANGUAGE plpgsql AS $$
DECLARE
    _since TIMESTAMPTZ;
BEGIN
    PERFORM pg_advisory_xact_lock(1852798826, 1);
    SELECT waits_since INTO _since FROM told WHERE job = _job;
    SELECT min(jobs.args ->> 'site') INTO busy
        FROM procrastinate_jobs AS jobs JOIN told ON told.job = jobs.id
        WHERE jobs.id <> _job AND overlap(told.hosts, _hosts) AND (
            (jobs.status = 'doing' AND told.runs) OR (
                jobs.status = 'todo' AND told.waits_since < now() - interval '5 minutes'
                AND told.waits_since < coalesce(_since, 'infinity')
            )
        );
    SELECT coalesce(max(extract(epoch FROM until - now())), 0) INTO rest
        FROM rests WHERE until > now() AND overlap(ARRAY[host], _hosts);
    INSERT INTO told (job, worker, hosts, runs, waits_since)
        VALUES (_job, _worker, _hosts, busy IS NULL, CASE WHEN busy IS NOT NULL THEN now() END)
        ON CONFLICT (job) DO UPDATE SET
            worker = excluded.worker, hosts = excluded.hosts, runs = excluded.runs, at = now(),
            waits_since = CASE WHEN busy IS NOT NULL THEN coalesce(told.waits_since, now()) END
        RETURNING told.failures INTO failures;
END
$$;
CREATE TABLE steps (name TEXT PRIMARY KEY);
"""
"""What schedules there are and when each was due last; what workers say of jobs; until when hosts rest; which
steps of procrastinate's schema were made.

A job begins only while no other runs that may ask one of its hosts: the regional pages of a paper run side by
side, the paper itself runs alone. One that has waited for five minutes has its turn before those that come.
"""


def open_queue(address: str, *, create: bool) -> psycopg.Connection[Any]:
    """A connection to the queue in the base at ``address``; with ``create`` it is made where there is none.

    Raises:
        ArchiveError: the base cannot be used, the queue is a newer newscrawl's, or there is none.
    """
    connection = connect(address)
    name = name_of(address)
    try:
        connection.execute(USE)
        if create and _steps(connection) != _known_steps():
            with connection.transaction():
                connection.execute("SELECT pg_advisory_xact_lock(%s, 0)", (_MAKING,))
                _make(connection, name)
        if _steps(connection) is None:
            raise ArchiveMissingError(f"{name}: there is no queue of jobs yet; newscrawl enqueue makes it")
    except psycopg.Error as error:
        connection.close()
        raise explained(error, name) from error
    except ArchiveError:
        connection.close()
        raise
    return connection


def _make(connection: psycopg.Connection[Any], name: str) -> None:
    done, known = _steps(connection), _known_steps()
    if done is None:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        connection.execute(SchemaManager.get_schema())
        connection.execute(_OWN)
        missing = known
    elif done - known:
        raise ArchiveSchemaError(
            f"{name}: the queue of jobs was made by a newer newscrawl (or procrastinate) than this one;"
            " install the same version everywhere"
        )
    else:
        missing = known - done
        for step in sorted(missing):
            connection.execute(_step(step).encode())
    connection.cursor().executemany("INSERT INTO steps VALUES (%s)", [(step,) for step in missing])


def _steps(connection: psycopg.Connection[Any]) -> set[str] | None:
    """The steps of procrastinate's schema that were made; None where there is no queue."""
    if connection.execute("SELECT to_regclass('steps')").fetchone() == (None,):
        return None
    return {name for (name,) in connection.execute("SELECT name FROM steps")}


def _known_steps() -> set[str]:
    migrations = files("procrastinate") / "sql" / "migrations"
    return {entry.name for entry in migrations.iterdir() if entry.name.endswith(".sql")}


def _step(name: str) -> str:
    return (files("procrastinate") / "sql" / "migrations" / name).read_text(encoding="utf-8")
