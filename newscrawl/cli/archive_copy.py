"""``newscrawl archive copy``: an archive of a folder becomes one on a server, or the other way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newscrawl.archive import Archive
from newscrawl.archive.copying import copy
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.progress import progress
from newscrawl.record.places import on_server, standing


def copy_archive(places: Sequence[str]) -> str:
    """Copy the archive of the first of two places into the second; what came of it, for people.

    Raises:
        UsageError: not two places are named, or one twice.
        ArchiveError: an archive cannot be read or written, or the target holds something else.
    """
    if len(places) != 2:
        raise UsageError("archive copy takes two places: folders, or addresses postgresql://USER@HOST/BASE")
    source, target = (place if on_server(place) else Path(place).resolve() for place in places)
    if source == target:
        raise UsageError("archive copy: both places are the same")
    with (
        Archive.open(source, create=False) as old,
        Archive.open(standing(target)) as new,
        progress("Copying") as report,
    ):
        copied = copy(old, new, report)
        return (
            f"{copied.articles:,} articles in {copied.versions:,} versions copied and compared: {new.name}."
            f" Files beside the archive lie in {old.folder} still"
        )
