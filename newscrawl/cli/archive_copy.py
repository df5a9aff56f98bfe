"""``newscrawl archive copy``: an archive of a folder becomes one on a server, or the other way."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from newscrawl.archive import Archive, ArchiveUnreachableError
from newscrawl.archive.copying import copy
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.progress import progress
from newscrawl.record.places import on_server, standing

PAUSES = (2.0, 10.0, 60.0)
"""Seconds after which a copy goes on whose connection was lost: a server is restarted in less."""


def copy_archive(places: Sequence[str]) -> str:
    """Copy the archive of the first of two places into the second; what came of it, for people.

    Where the connection to a server is lost on the way, the copy goes on a little later.

    Raises:
        UsageError: not two places are named, or one twice.
        ArchiveError: an archive cannot be read or written, or the target holds something else.
    """
    if len(places) != 2:
        raise UsageError("archive copy takes two places: folders, or addresses postgresql://USER@HOST/BASE")
    source, target = (place if on_server(place) else Path(place).resolve() for place in places)
    if source == target:
        raise UsageError("archive copy: both places are the same")
    begun: list[bool] = []
    for pause in PAUSES:
        try:
            return _copied(source, target, begun)
        except ArchiveUnreachableError as error:
            if not begun:
                raise
            print(f"{error}; the copy goes on in {pause:.0f} s", file=sys.stderr)
            time.sleep(pause)
    return _copied(source, target, begun)


def _copied(source: str | Path, target: str | Path, begun: list[bool]) -> str:
    """Copy once, going on where an earlier copy ended; ``begun`` gets an entry when both places are open."""
    with (
        Archive.open(source, create=False) as old,
        Archive.open(standing(target)) as new,
        progress("Copying") as report,
    ):
        begun.append(True)
        copied = copy(old, new, report)
        return (
            f"{copied.articles:,} articles in {copied.versions:,} versions copied and compared: {new.name}."
            f" Files beside the archive lie in {old.folder} still"
        )
