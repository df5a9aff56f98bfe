"""The JSON lines that runs write beside the archive, and their repair after a run that died.

An article is stored before its line is written, and the line may wait in a buffer. So the file of a run that
was killed may end in the middle of a line, and lack lines; before its first line there may be neither file
nor folder. The archive knows every version the run stored: the cut line is replaced by the whole one and the
missing ones are appended. Nothing before them is touched. A file outside the data folder that is not there is
not made: its owner may have taken it away.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newscrawl.archive.archive import Archive
from newscrawl.archive.runs import Run

DIED = "died"
"""The outcome of a run that never ended."""

_Version = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done to one file: the byte at which a cut line began, if one did, and the lines appended."""

    path: Path
    cut_at: int | None
    appended: int

    def __str__(self) -> str:
        cut = f"its last line was cut at byte {self.cut_at}; " if self.cut_at is not None else ""
        return (
            f"{self.path}: a run died while writing it; {cut}{self.appended} lines written from the archive"
        )


@dataclass(frozen=True, slots=True)
class _Content:
    """What a file holds: its records, and where the part begins that is no whole line."""

    versions: list[_Version]
    whole: int
    tail: bytes


def repair_feeds(archive: Archive, *, now: datetime) -> list[Repair]:
    """Repair the files of every run that died, and note that it did.

    Raises:
        OSError: a file cannot be read or written; then its run counts as dead the next time too.
    """
    repairs: list[Repair] = []
    with archive.transaction():
        for run in archive.runs.dead(now=now):
            repairs += _repairs(archive, run) if archive.database.has_files_of(run.host) else []
            archive.runs.end(run.key, DIED, run.counts, now=now)
    return repairs


def _repairs(archive: Archive, run: Run) -> list[Repair]:
    taken = archive.runs.feeds_after(run.key)
    paths = [archive.folder / name for name in run.feeds if name not in taken]
    return [repair for path in paths if (repair := _repair(archive, run, path))]


def _repair(archive: Archive, run: Run, path: Path) -> Repair | None:
    stored = archive.runs.versions(run.key)
    if not stored or not (path.exists() or archive.folder in path.parents):
        return None
    content = _read(path)
    if not _is_of(content, stored):
        return None
    present = set(content.versions)
    missing = [version for version in stored if version not in present]
    if not missing and not content.tail:
        return None
    _rewrite_end(path, content.whole, [archive.articles.line(*version) for version in missing])
    return Repair(path, content.whole if content.tail else None, len(missing))


def _read(path: Path) -> _Content:
    versions: list[_Version] = []
    whole = 0
    if not path.exists():
        return _Content(versions, whole, b"")
    with path.open("rb") as file:
        for line in file:
            version = _version(line)
            if version is None:
                return _Content(versions, whole, line + file.read())
            versions.append(version)
            whole += len(line)
    return _Content(versions, whole, b"")


def _version(line: bytes) -> _Version | None:
    """Id and number of the record on a line; None if the line is not whole."""
    if not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
        return record["id"], record["version"]
    except (ValueError, KeyError, TypeError):
        return None


def _is_of(content: _Content, stored: Collection[_Version]) -> bool:
    """Whether a file is the run's: what stands last in it was stored by the run.

    A file given with ``-O`` may have become another's since; that one is left alone.
    """
    if b"\n" in content.tail:
        return False
    if content.versions:
        return content.versions[-1] in set(stored)
    return any(f'{{"id": "{name}"'.encode().startswith(content.tail[:20]) for name, _ in stored)


def _rewrite_end(path: Path, start: int, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("r+b" if path.exists() else "wb") as file:
        file.truncate(start)
        file.seek(start)
        for line in lines:
            file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
