"""Who keeps the locks of sites: the operating system in a data folder, or the database on a server.

Both give up what a process holds when it dies, however it dies, and both name the holder for people and for
whoever must decide whether it has overstayed.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from newscrawl.archive import Archive, ArchiveError
from newscrawl.record.places import on_server
from newscrawl.runs.holder import Holder

_POLL_SECONDS = 0.1


class Keeper(ABC):
    """The locks of one data folder or base, for as long as a block runs."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:  # noqa: B027 - files need no end
        """End what is needed only while something is held."""

    @abstractmethod
    def take(self, site: str, seconds: float) -> bool:
        """Take the lock of ``site``, waiting for it so long at the most; whether it was got."""

    @abstractmethod
    def name(self, site: str, holder: Holder) -> None:
        """Say who holds a lock that was taken here."""

    @abstractmethod
    def holder(self, site: str) -> Holder | None:
        """Who holds the lock; None where nobody has said so."""

    @abstractmethod
    def give_up(self, site: str) -> None:
        """Give up a lock that was taken here."""


def keeper_of(data: str | Path) -> Keeper:
    """The keeper of the locks where ``data`` is.

    Raises:
        ArchiveError: the server cannot be reached.
    """
    return _Server.at(str(data)) if on_server(data) else Folder(Path(data))


@dataclass(slots=True)
class Folder(Keeper):
    """Locks on files under ``locks/`` in the data folder; a file beside each names the holder."""

    folder: Path
    _locks: dict[str, FileLock] = field(default_factory=dict)

    def take(self, site: str, seconds: float) -> bool:
        path = lock_path(self.folder, site)
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, thread_local=False)
        try:
            lock.acquire(timeout=seconds, poll_interval=_POLL_SECONDS)
        except Timeout:
            return False
        self._locks[site] = lock
        return True

    def name(self, site: str, holder: Holder) -> None:
        holder_path(self.folder, site).write_text(holder.to_json(), encoding="utf-8")

    def holder(self, site: str) -> Holder | None:
        return Holder.read(holder_path(self.folder, site))

    def give_up(self, site: str) -> None:
        with contextlib.suppress(OSError):
            holder_path(self.folder, site).unlink(missing_ok=True)
        self._locks.pop(site).release()


@dataclass(slots=True)
class _Server(Keeper):
    """Advisory locks of a base, all that a process holds by one connection; they are gone with it."""

    address: str
    archive: Archive
    held: set[str] = field(default_factory=set)
    users: int = 0

    @classmethod
    def at(cls, address: str) -> _Server:
        """The keeper that this process has already, or a new one."""
        keeper = _servers.get(address)
        if keeper is None or not keeper.is_connected():
            keeper = _servers[address] = cls(address, Archive.open(address))
        return keeper

    def __enter__(self) -> Self:
        self.users += 1
        return self

    def close(self) -> None:
        self.users -= 1
        if not self.users:
            with contextlib.suppress(ArchiveError):
                self.archive.close()
            if _servers.get(self.address) is self:
                del _servers[self.address]

    def is_connected(self) -> bool:
        """Whether the connection is there still, and so what is held by it."""
        try:
            return self.archive.database.one("SELECT 1") is not None
        except ArchiveError:
            return False

    def take(self, site: str, seconds: float) -> bool:
        end = time.monotonic() + seconds
        # The database lets a connection take a lock twice.
        while site in self.held or not self._ask("pg_try_advisory_lock", site):
            if time.monotonic() >= end:
                return False
            time.sleep(_POLL_SECONDS)
        self.held.add(site)
        return True

    def name(self, site: str, holder: Holder) -> None:
        self.archive.database.execute(
            "INSERT INTO holders (site, holder) VALUES (?, ?)"
            " ON CONFLICT (site) DO UPDATE SET holder = excluded.holder",
            (site, holder.to_json()),
        )

    def holder(self, site: str) -> Holder | None:
        row = self.archive.database.one("SELECT holder FROM holders WHERE site = ?", (site,))
        return Holder.from_json(row[0]) if row else None

    def give_up(self, site: str) -> None:
        self.held.discard(site)
        with contextlib.suppress(ArchiveError):  # a lock whose connection is lost is given up already
            self.archive.database.execute("DELETE FROM holders WHERE site = ?", (site,))
            self._ask("pg_advisory_unlock", site)

    def _ask(self, function: str, site: str) -> bool:
        row = self.archive.database.one(f"SELECT {function}(?)", (_number(site),))
        return bool(row and row[0])


_servers: dict[str, _Server] = {}
"""One connection a base for all locks of this process: a hundred sites are not to cost a hundred."""


def _number(site: str) -> int:
    """The number by which the database knows a site's lock."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:8], "big", signed=True)


def lock_path(folder: Path, site: str) -> Path:
    """Where the lock of ``site`` lies; a host's colon and slash cannot leave the folder."""
    return folder / "locks" / f"{site.replace('/', '_').replace(':', '_')}.lock"


def holder_path(folder: Path, site: str) -> Path:
    """Where the holder of that lock is named: beside it, for Windows lets nobody read a locked file."""
    path = lock_path(folder, site)
    return path.with_name(path.name.removesuffix(".lock") + ".holder.json")
