"""One archive for all crawls of a process: a hundred sites write in one transaction, not in a hundred."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from newscrawl.archive import Archive
from newscrawl.archive.revisits import Schedule
from newscrawl.archive.writer import ArchiveWriter


@dataclass(frozen=True, slots=True)
class Opening:
    """Where an archive is and how it is used: crawls that agree in this can share it."""

    data: str | Path
    schedule: Schedule
    lock_seconds: float


@dataclass(eq=False, slots=True)
class Held:
    """An open archive: for reading in the event loop, and a writer for everything else."""

    opening: Opening
    archive: Archive
    writer: ArchiveWriter
    crawls: int = field(default=0)


_held: dict[Opening, Held] = {}


def hold(opening: Opening) -> Held:
    """The archive that other crawls of this process hold already, or one that is opened now.

    One whose storage has failed is left to those that hold it. Call it in the event loop.

    Raises:
        ArchiveError: it cannot be opened.
    """
    held = _held.get(opening)
    if held is None or held.writer.failure:
        held = _held[opening] = _open(opening)
    held.crawls += 1
    return held


def let_go(held: Held) -> bool:
    """Give up one crawl's hold; true if nobody holds it any more and the caller has to close it."""
    held.crawls -= 1
    if held.crawls:
        return False
    if _held.get(held.opening) is held:
        del _held[held.opening]
    return True


def _open(opening: Opening) -> Held:
    open_archive = partial(
        Archive.open, opening.data, schedule=opening.schedule, lock_seconds=opening.lock_seconds
    )
    archive = open_archive()
    try:
        return Held(opening, archive, ArchiveWriter(open_archive))
    except BaseException:
        archive.close()
        raise
