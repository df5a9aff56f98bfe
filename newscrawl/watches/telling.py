"""After a run: what is new to each watch goes out, once, whatever happens meanwhile.

What is new is written down in the archive in the same transaction that says up to where a watch has looked,
and only then sent. So a process that is killed leaves nothing untold: the next one sends what still waits.
The moment between a message's arrival and the note of it is the one that cannot be made safe; what was being
sent when a process died is sent again, and says so.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscrawl.archive import Archive, ArchiveError
from newscrawl.monitoring.notices import NoticeError, check_address, masked, send
from newscrawl.record.extras import MissingExtraError
from newscrawl.runs.locks import LockedError, site_lock
from newscrawl.watches.feed_files import write_feeds
from newscrawl.watches.matching import new_matches, newest_version
from newscrawl.watches.message import text_of, title_of
from newscrawl.watches.shelf import Shelf
from newscrawl.watches.watch import Digest, Watch

logger = logging.getLogger(__name__)

_LOCK = "watches"
_PAUSE = 0.2
_PATIENCE = 120.0
"""Seconds to wait for another run that is telling; what it does not tell, the next one does."""


@dataclass(slots=True)
class Told:
    """What became of one watch: its new matches, and whom they reached or not, without secrets."""

    name: str
    articles: int = 0
    reached: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One line for people."""
        what = f"{self.articles:,} new article{'s' * (self.articles != 1)}"
        if not self.articles and (self.reached or self.missed):
            what = "articles of earlier runs"
        parts = [f"told by {', '.join(self.reached)}"] if self.reached else []
        parts += [f"not told by {', '.join(self.missed)}, which is tried again"] if self.missed else []
        return f"watch {self.name}: {'; '.join([what, *parts])}"


def tell(archive: Archive, data: str | Path, names: Sequence[str] | None = None) -> list[Told]:
    """Tell what is new to all or the named watches; those with nothing new are left out.

    ``data`` is where the archive lies; feed files lie in ``watches/`` of its folder for files. A named watch
    does not wait until it is due.

    Raises:
        ArchiveError: the archive cannot be read or written; nothing is told that is not written down.
        OSError: the feed files cannot be written.
    """
    shelf = Shelf(archive)
    if not shelf.names():
        return []
    try:
        with _only_one(data):
            told = [
                _tell(archive, name, at_once=names is not None)
                for name in shelf.names()
                if names is None or name in names
            ]
    except LockedError:
        return []
    return [each for each in told if each.articles or each.reached or each.missed]


@contextmanager
def _only_one(data: str | Path) -> Iterator[None]:
    """Hold the lock of those who tell, on all machines that use the archive.

    Raises:
        LockedError: another process has it for too long.
    """
    patience = time.monotonic() + _PATIENCE
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(site_lock(data, _LOCK))
                break
            except LockedError:
                if time.monotonic() > patience:
                    raise
                time.sleep(_PAUSE)
        yield


@contextmanager
def changing(data: str | Path) -> Iterator[None]:
    """Keep those who tell away while a watch is added or removed.

    Raises:
        ArchiveError: they take too long.
    """
    try:
        with _only_one(data):
            yield
    except LockedError as error:
        raise ArchiveError(f"another process is telling watches ({error.holder}); try again") from None


def _tell(archive: Archive, name: str, *, at_once: bool) -> Told:
    watch, found = _look(archive, name, at_once=at_once)
    told = Told(name, found)
    write_feeds(archive.folder, watch, records_of(archive, watch.recent))
    silent: set[str] = set()
    for digest in list(watch.waiting):
        for address in [each for each in digest.left if each not in silent]:
            arrived = _deliver(archive, watch, digest, address)
            if not arrived:
                silent.add(address)
            (told.reached if arrived else told.missed).append(masked(address))
    return told


def _look(archive: Archive, name: str, *, at_once: bool) -> tuple[Watch, int]:
    """Write down what is new to a watch; the watch, and how many articles that is."""
    shelf, now = Shelf(archive), time.time()
    with archive.transaction():
        watch = shelf.get(name)
        assert watch is not None
        if not (at_once or watch.is_due(now)):
            return watch, 0
        ids, seen = new_matches(archive, watch), newest_version(archive)
        if ids:
            watch.told_at = now
            watch.remember(ids[::-1])
            _put_by(watch, ids)
        if ids or seen != watch.seen:
            watch.seen = seen
            shelf.put(watch)
    return watch, len(ids)


def _put_by(watch: Watch, ids: list[str]) -> None:
    if not watch.addresses:
        return
    last = watch.waiting[-1] if watch.waiting else None
    if last is not None and last.left == watch.addresses and not last.begun:
        last.ids += ids
    else:
        watch.waiting.append(Digest(ids, list(watch.addresses)))


def _deliver(archive: Archive, watch: Watch, digest: Digest, address: str) -> bool:
    """Send a digest to one address, and write down what became of it; whether it arrived."""
    shelf, records = Shelf(archive), records_of(archive, digest.ids)
    try:
        check_address(resolved(address))
    except (NoticeError, MissingExtraError) as error:
        logger.error("watch %s: %s", watch.name, error)
        return False
    repeated = address in digest.begun
    if not repeated:
        digest.begun.append(address)
        shelf.put(watch)
    text = text_of(watch, records, repeated=repeated)
    arrived = send(resolved(address), title_of(watch, len(records)), text)
    digest.begun.remove(address)
    if arrived:
        digest.left.remove(address)
        watch.waiting = [each for each in watch.waiting if each.left]
    shelf.put(watch)
    return arrived


def resolved(address: str) -> str:
    """An address, from the environment where it names a variable."""
    return os.environ.get(address[1:], "") if address.startswith("$") else address


def records_of(archive: Archive, ids: Sequence[str]) -> list[dict[str, Any]]:
    """The latest records of articles, in the same order."""
    versions = (archive.versions(article_id) for article_id in ids)
    return [each[-1].record for each in versions if each]
