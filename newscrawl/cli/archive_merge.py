"""``newscrawl archive merge``: one archive out of several."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from newscrawl.archive import Archive
from newscrawl.archive.merging import merge
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.progress import progress

_ENDING = ".part"


def merge_archives(folders: Sequence[str], into: str | None) -> str:
    """Merge the archives in ``folders`` into a new one in the folder ``into``; what came of it, for people.

    The new folder appears whole or not at all.

    Raises:
        UsageError: fewer than two folders are named, one twice, or there is something at ``into``.
        ArchiveError: an archive cannot be read or written.
    """
    if len(folders) < 2 or not into:
        raise UsageError("archive merge takes the folders of two archives or more, and --into NEW_FOLDER")
    if len({Path(folder).resolve() for folder in folders}) < len(folders):
        raise UsageError("archive merge: a folder is named twice")
    target = Path(into)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"--into {into}: there is something already; name a new folder")
    partial = target.with_name(target.name + _ENDING)
    shutil.rmtree(partial, ignore_errors=True)
    try:
        told = _merge_into(partial, folders)
        if target.is_dir():
            target.rmdir()
        partial.rename(target)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return f"{told}, in {into}"


def _merge_into(partial: Path, folders: Sequence[str]) -> str:
    with ExitStack() as stack:
        sources = [stack.enter_context(Archive.open(folder, create=False)) for folder in folders]
        archive = stack.enter_context(Archive.open(partial))
        report = stack.enter_context(progress("Merging"))
        merged = merge(sources, archive, report)
    return (
        f"{merged.articles:,} articles in {merged.versions:,} versions, out of {merged.read:,} versions in"
        f" {len(folders)} archives"
    )
