"""One lock a site: no site is ever crawled by two processes.

Who keeps the locks (:mod:`newscrawl.runs.keepers`) is told by where the data lie: the operating system in a
folder, the database on a server, across all machines that use it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newscrawl.runs.holder import Holder
from newscrawl.runs.keepers import keeper_of

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
def site_lock(data: str | Path, site: str, *, budget: float | None = None) -> Iterator[None]:
    """Hold the lock of ``site`` in the data folder or base ``data`` while the block runs.

    A holder on this machine that is over its own budget is told to stop, then stopped, and its lock taken.

    Raises:
        LockedError: somebody else holds it.
        OSError: the folder cannot be written.
        ArchiveError: the server cannot be reached, or lets this role not write.
    """
    with keeper_of(data) as keeper:
        if not keeper.take(site, 0) and not (
            _relieve(keeper.holder(site)) and keeper.take(site, GRACE_SECONDS)
        ):
            raise LockedError(site, keeper.holder(site))
        try:
            keeper.name(site, Holder.this(budget))
            yield
        finally:
            keeper.give_up(site)


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
