"""Data sets on their way to a store: what it does not take stays on the disk until the next export."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.targets import MARK, is_running, this_process
from newscrawl.record.printable import without_secrets
from newscrawl.record.stores import StoreError, ask, filesystem_of, in_store, put_file

FOLDER = "outbox"
"""Where it lies, in the folder for files."""

_ADDRESS = "address"
"""The file of a parcel that says where it goes; only a parcel that is whole has one."""

_CONTENT = "content"
_CARD = "README.md"


class NotDeliveredError(ExportError):
    """A store did not take a data set; the message says where it is kept, and what will become of it."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """The parcels in ``folder``, each a data set and the address that it goes to."""

    folder: Path

    @contextmanager
    def parcel(self, address: str) -> Iterator[Path]:
        """A name on the disk to write the data set for ``address`` to; delivered if the block ends well.

        A parcel that waits for the same address is out of date then, and goes.

        Raises:
            MissingExtraError: the library for the address is not installed.
            NotDeliveredError: the store did not take it; it is kept.
            ExportError: the address names no file, or a folder that holds something else.
        """
        name = check_address(address)
        self._forget_the_dead()
        start = sha256(address.encode()).hexdigest()[:16]
        place = self.folder / f"{start}.{this_process()}"
        shutil.rmtree(place, ignore_errors=True)
        (place / _CONTENT).mkdir(parents=True)
        try:
            yield place / _CONTENT / name
            with self._alone():
                for old in self._waiting():
                    if old.name.startswith(f"{start}."):
                        shutil.rmtree(old)
                # From here on the parcel is whole, and whoever delivers takes it along.
                (place / _ADDRESS).write_text(address, encoding="utf-8")
                _deliver(place)
        finally:
            if not (place / _ADDRESS).is_file():
                shutil.rmtree(place, ignore_errors=True)

    def deliver(self) -> tuple[list[str], list[str]]:
        """Deliver what waits: the addresses that have it now, and what is said of those that do not.

        A store that has failed is asked no more for what else waits for it.
        """
        arrived, left = [], []
        silent: set[str] = set()
        if not self.folder.is_dir():
            return [], []
        with self._alone():
            for place in self._waiting():
                address = (place / _ADDRESS).read_text(encoding="utf-8")
                if _store_of(address) in silent:
                    left.append(
                        f"{without_secrets(address)}: waits for the store as well, in {place / _CONTENT}"
                    )
                    continue
                try:
                    _deliver(place)
                except ExportError as error:
                    if isinstance(error, NotDeliveredError):
                        silent.add(_store_of(address))
                    left.append(str(error))
                else:
                    arrived.append(without_secrets(address))
        return arrived, left

    def _waiting(self) -> list[Path]:
        return sorted(path.parent for path in self.folder.glob(f"*/{_ADDRESS}"))

    def _alone(self) -> FileLock:
        return FileLock(self.folder / ".lock")

    def _forget_the_dead(self) -> None:
        """Remove parcels that were never whole, of exports that died."""
        for place in self.folder.glob("*.*/"):
            process = place.name.partition(".")[2]
            if not (place / _ADDRESS).exists() and process and not is_running(process):
                shutil.rmtree(place, ignore_errors=True)


def check_address(address: str) -> str:
    """The last part of an address, of a file or a folder.

    Raises:
        MissingExtraError: the library for the address is not installed.
        ExportError: there is no such part, nothing is kept there, or no library knows the store.
    """
    name = address.rstrip("/").rpartition("/")[2]
    if not in_store(address) or not name or address.rstrip("/").count("/") < 3:
        raise ExportError(f"{without_secrets(address)}: name a file behind the bucket")
    if address.partition("://")[0].lower() == "memory":
        raise ExportError(f"{address}: is gone when this process ends; name a store that keeps it")
    try:
        filesystem_of(address)
    except StoreError as error:
        raise ExportError(str(error)) from error
    return name


def _store_of(address: str) -> str:
    """The kind of a store and its bucket."""
    return "/".join(address.split("/", 3)[:3])


def _deliver(place: Path) -> None:
    address = (place / _ADDRESS).read_text(encoding="utf-8")
    content = place / _CONTENT
    above = address.rstrip("/").rpartition("/")[0]
    try:
        for entry in sorted(content.iterdir()):
            if entry.is_dir():
                _put_folder(entry, f"{above}/{entry.name}")
            else:
                put_file(entry, f"{above}/{entry.name}")
    except StoreError as error:
        raise NotDeliveredError(
            f"{error}; the data set is kept in {content} for the next export to deliver; remove it to give up"
        ) from error
    except ExportError:
        shutil.rmtree(place)
        raise
    shutil.rmtree(place)


def _put_folder(folder: Path, address: str) -> None:
    """Put a folder in place of one that an export put there before: its card, which names the files, last.

    Raises:
        ExportError: there is something else.
        StoreError: the store did not take it.
    """
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    filesystem, path = filesystem_of(address)
    there = {name.removeprefix(f"{path}/") for name in ask(address, partial(filesystem.find, path))}
    if there and MARK not in there:
        raise ExportError(f"{without_secrets(address)}: the folder holds something else; name a new one")
    for name in sorted(names, key=lambda name: (name == _CARD, name != MARK, name)):
        put_file(folder / name, f"{address}/{name}")
    for name in sorted(there - set(names)):
        ask(f"{address}/{name}", partial(filesystem.rm_file, f"{path}/{name}"))
