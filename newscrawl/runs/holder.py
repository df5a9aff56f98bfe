"""Who holds a lock, in words for people and in facts that survive a clock that jumps."""

from __future__ import annotations

import json
import os
import socket
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from newscrawl.record.processes import boot, process_of


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: process, machine, since when, and for how many seconds at the most.

    ``process`` tells it from a later process with the same number. ``boot`` names the start of the machine
    and ``uptime`` the seconds since then: what has passed on that clock has passed, however the clock on
    the wall was set. Each is empty where the machine does not say.
    """

    pid: int
    host: str
    since: datetime
    budget: float | None = None
    process: str = ""
    boot: str = ""
    uptime: float | None = None

    @classmethod
    def this(cls, budget: float | None) -> Self:
        """This process, from now on."""
        pid = os.getpid()
        since = datetime.now(UTC)
        return cls(pid, socket.gethostname(), since, budget, process_of(pid), boot(), _uptime())

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Who the lock file at ``path`` names; None where it is empty or cannot be read."""
        try:
            return cls.from_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """The holder of :meth:`to_json`; None where it says nothing that can be read."""
        try:
            facts = json.loads(text)
            uptime = facts.get("uptime")
            return cls(
                int(facts["pid"]),
                str(facts["host"]),
                datetime.fromisoformat(facts["since"]),
                None if facts["budget"] is None else float(facts["budget"]),
                str(facts.get("process", "")),
                str(facts.get("boot", "")),
                None if uptime is None else float(uptime),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def to_json(self) -> str:
        """What stands beside the lock."""
        return json.dumps(asdict(self) | {"since": self.since.isoformat()})

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {self.since.astimezone():%Y-%m-%d %H:%M:%S %z}"

    def is_here(self) -> bool:
        """Whether it is a process of this machine that runs still."""
        here = self.host == socket.gethostname() and self.boot in ("", boot())
        return here and self.process in ("", process_of(self.pid))

    def overdue(self) -> bool:
        """Whether the holder has had its time."""
        if self.budget is None:
            return False
        if self.uptime is not None and self.boot and self.boot == boot():
            return _uptime() - self.uptime > self.budget
        return (datetime.now(UTC) - self.since).total_seconds() > self.budget


def _uptime() -> float:
    """Seconds on a clock that nobody sets, through sleep too where the system has such a clock."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
