"""The runs that wrote to the archive: when, what they did, and whether they ended."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from newscrawl.archive.database import Database, Row
from newscrawl.archive.moments import from_text, to_text
from newscrawl.record.processes import boot, process_of

SILENCE = timedelta(hours=6)
"""A run that has not been heard of for this long is taken for dead, whatever its process number says."""

_THIS_PROCESS = uuid4().hex
"""Tells this process from an earlier one that had the same number, on every system."""

_COLUMNS = "key, site, started_at, ended_at, outcome, host, pid, process, seen_at, feeds, counts"


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl of one site. ``outcome`` is Scrapy's finish reason, ``died``, or None while it runs."""

    key: int
    site: str
    started_at: datetime
    ended_at: datetime | None
    outcome: str | None
    host: str
    pid: int
    process: str
    seen_at: datetime
    feeds: tuple[str, ...]
    counts: dict[str, Any]


class Runs:
    """The runs of one archive. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, site: str, *, now: datetime) -> int:
        """Note that a crawl of ``site`` by this process starts; its number."""
        before = self._database.one("SELECT coalesce(max(key), 0) FROM versions")
        return self._database.append(
            "runs",
            {
                "site": site,
                "started_at": to_text(now),
                "seen_at": to_text(now),
                "host": socket.gethostname(),
                "pid": os.getpid(),
                "process": _identity(os.getpid(), _THIS_PROCESS),
                "feeds": "[]",
                "versions_before": before[0] if before else 0,
                "counts": "{}",
            },
        )

    def set_feeds(self, run: int, feeds: Sequence[str]) -> None:
        """Note which JSON lines files a run writes: absolute, or relative to the data folder."""
        self._database.execute("UPDATE runs SET feeds = ? WHERE key = ?", (json.dumps(list(feeds)), run))

    def owing(self, site: str, name: str) -> list[Run]:
        """The runs of a site whose counts hold ``name``, the earliest first, but for those that run still."""
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM runs WHERE site = ? AND ended_at IS NOT NULL AND counts LIKE ?"
            " ORDER BY key",
            (site, f'%"{name}"%'),
        )
        return [run for run in map(_run, rows) if name in run.counts]

    def set_counts(self, run: int, counts: Mapping[str, Any]) -> None:
        """Note what a run has counted, in place of what was noted before."""
        self._database.execute(
            "UPDATE runs SET counts = ? WHERE key = ?", (json.dumps(dict(counts), default=str), run)
        )

    def end(self, run: int, outcome: str, counts: Mapping[str, Any], *, now: datetime) -> None:
        """Note that a run has ended, how, and what it counted."""
        self._database.execute(
            "UPDATE runs SET ended_at = ?, seen_at = ?, outcome = ?, counts = ? WHERE key = ?",
            (to_text(now), to_text(now), outcome, json.dumps(dict(counts), default=str), run),
        )

    def touch(self, run: int, *, now: datetime) -> None:
        """Note that a run is alive."""
        self._database.execute("UPDATE runs SET seen_at = ? WHERE key = ?", (to_text(now), run))

    def all(self, site: str | None = None) -> list[Run]:
        """Every run, or every run of one site, the latest first."""
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM runs WHERE CAST(? AS TEXT) IS NULL OR site = ? ORDER BY key DESC",
            (site, site),
        )
        return [_run(row) for row in rows]

    def dead(self, *, now: datetime) -> list[Run]:
        """Runs that never ended and whose process is gone, the earliest first."""
        rows = self._database.all(f"SELECT {_COLUMNS} FROM runs WHERE ended_at IS NULL ORDER BY key")
        return [run for run in map(_run, rows) if not _alive(run, now=now)]

    def feeds_after(self, run: int) -> set[str]:
        """The files that later runs write or wrote."""
        rows = self._database.stream("SELECT feeds FROM runs WHERE key > ? AND feeds <> '[]'", (run,))
        return {name for (feeds,) in rows for name in json.loads(feeds)}

    def versions(self, run: int) -> list[tuple[str, int]]:
        """Article id and number of every version that a run stored, in the order of storing."""
        rows = self._database.all(
            "SELECT articles.id, versions.number FROM versions"
            " JOIN articles ON articles.key = versions.article"
            " WHERE versions.key > (SELECT versions_before FROM runs WHERE key = ?) AND versions.run = ?"
            " ORDER BY versions.key",
            (run, run),
        )
        return [(article_id, number) for article_id, number in rows]


def _identity(pid: int, token: str) -> str:
    """``token``, the start of the machine and that of the process ``pid``, where the machine tells these."""
    return " ".join(filter(None, (token, process_of(pid) and boot(), process_of(pid))))


def _run(row: Row) -> Run:
    key, site, started, ended, outcome, host, pid, process, seen, feeds, counts = row
    return Run(
        key,
        site,
        from_text(started),
        from_text(ended) if ended else None,
        outcome,
        host,
        pid,
        process,
        from_text(seen),
        tuple(json.loads(feeds)),
        json.loads(counts),
    )


def _alive(run: Run, *, now: datetime) -> bool:
    if now - run.seen_at > SILENCE:
        return False
    if run.host != socket.gethostname() or os.name != "posix":
        return True
    if run.pid == os.getpid():
        return run.process == _identity(run.pid, _THIS_PROCESS)
    token, told, _ = run.process.partition(" ")
    if told and run.process != _identity(run.pid, token):
        return False
    try:
        os.kill(run.pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # another user's, and there
    return True
