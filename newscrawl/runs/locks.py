"""One lock a site: no site is ever crawled by two processes.

The lock is an advisory lock of the operating system on a file under ``locks/`` in the data folder, so a
process that dies, however it dies, gives it up. A file beside it names the holder for people and for whoever
must decide whether the holder has overstayed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from newscrawl.runs.holder import Holder

GRACE_SECONDS = 20.0
"""What a holder over its budget gets between the request to stop and the kill."""

_POLL_SECONDS = 0.1


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
    path, named = lock_path(folder, site), holder_path(folder, site)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path, thread_local=False)
    if not _locked(lock, 0) and not (_relieve(Holder.read(named)) and _locked(lock, GRACE_SECONDS)):
        raise LockedError(site, Holder.read(named))
    try:
        named.write_text(Holder.this(budget).to_json(), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            named.unlink(missing_ok=True)
        lock.release()


def lock_path(folder: Path, site: str) -> Path:
    """Where the lock of ``site`` lies; a host's colon and slash cannot leave the folder."""
    return folder / "locks" / f"{site.replace('/', '_').replace(':', '_')}.lock"


def holder_path(folder: Path, site: str) -> Path:
    """Where the holder of that lock is named: beside it, for Windows lets nobody read a locked file."""
    path = lock_path(folder, site)
    return path.with_name(path.name.removesuffix(".lock") + ".holder.json")


def _locked(lock: FileLock, seconds: float) -> bool:
    try:
        lock.acquire(timeout=seconds, poll_interval=_POLL_SECONDS)
    except Timeout:
        return False
    return True


def _relieve(holder: Holder | None) -> bool:
    """Stop a holder that is over its budget; whether it was stopped. Other machines' are left alone."""
    if os.name != "posix" or holder is None or not holder.overdue() or not holder.is_here():
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
        time.sleep(_POLL_SECONDS)
