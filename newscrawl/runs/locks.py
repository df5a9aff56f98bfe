"""One lock a site: no site is ever crawled by two processes.

The lock is an advisory lock of the operating system on a file under ``locks/`` in the data folder, so a
process that dies, however it dies, gives it up. The file names the holder for people and for whoever must
decide whether the holder has overstayed.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from newscrawl.runs.holder import Holder

GRACE_SECONDS = 20.0
"""What a holder over its budget gets between the request to stop and the kill."""


class LockedError(Exception):
    """A site is being crawled by another process; ``holder`` is None where the lock file does not say."""

    def __init__(self, site: str, holder: Holder | None) -> None:
        self.site = site
        self.holder = holder
        who = str(holder) if holder else "an unknown process"
        super().__init__(f"{site} is being crawled by {who}")


@contextmanager
def site_lock(folder: Path, site: str, *, budget: float | None = None) -> Iterator[None]:
    """Hold the lock of ``site`` in the data folder ``folder`` while the block runs.

    A holder on this machine that is over its own budget is told to stop, then stopped, and its lock taken.

    Raises:
        LockedError: somebody else holds it.
        OSError: the folder cannot be written.
    """
    path = lock_path(folder, site)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        if not _try_lock(file) and not (_relieve(read_holder(path)) and _lock_within(file, GRACE_SECONDS)):
            raise LockedError(site, read_holder(path))
        _write_holder(file, Holder.this(budget))
        try:
            yield
        finally:
            file.truncate(0)


def lock_path(folder: Path, site: str) -> Path:
    """Where the lock of ``site`` lies; a host's colon and slash cannot leave the folder."""
    return folder / "locks" / f"{site.replace('/', '_').replace(':', '_')}.lock"


def read_holder(path: Path) -> Holder | None:
    """Who the lock file names; None where it is empty or cannot be read."""
    return Holder.read(path)


def _write_holder(file: IO[str], holder: Holder) -> None:
    file.seek(0)
    file.truncate(0)
    file.write(holder.to_json())
    file.flush()


def _try_lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lock_within(file: IO[str], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if _try_lock(file):
            return True
        time.sleep(0.1)
    return False


def _relieve(holder: Holder | None) -> bool:
    """Stop a holder that is over its budget; whether it was stopped. Other machines' are left alone."""
    if holder is None or not holder.overdue() or not holder.is_here():
        return False
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(holder.pid, signal.SIGTERM)
        _await_end(holder.pid, GRACE_SECONDS)
        os.kill(holder.pid, signal.SIGKILL)
    return True


def _await_end(pid: int, seconds: float) -> None:
    """Return when the process is gone (by ProcessLookupError) or the time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        os.kill(pid, 0)
        time.sleep(0.1)
