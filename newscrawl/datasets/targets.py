"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newscrawl.datasets.errors import ExportError
from newscrawl.record.processes import boot, process_of

MARK = ".newscrawl-export"
"""A file in every folder that an export wrote: only such a folder is replaced by another export."""

_ENDING = ".part"
_PROCESS = re.compile(r"\d+(-\d+-[0-9a-f]*)?")
"""Who writes a file that is not whole yet; older newscrawls give the number alone."""


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A name to write to beside ``path``; it becomes ``path`` if the block ends well.

    Raises:
        ExportError: the folder is missing, ``path`` is one itself or a device, or it cannot be written.
    """
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; name a file")
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise ExportError(f"{path}: is no plain file, and would be replaced by one; name another")
    with _partial(path) as partial:
        try:
            yield partial
            _flush(partial)
            partial.replace(path)
        except OSError as error:
            raise _explained(path, error) from error


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Like :func:`new_file`, for a folder. One that an export wrote before is replaced.

    Raises:
        ExportError: there is something else under that name, or it cannot be written.
    """
    _check_replaceable(path)
    with _partial(path) as partial:
        try:
            partial.mkdir()
            yield partial
            (partial / MARK).touch()
            for file in partial.rglob("*"):
                if file.is_file():
                    _flush(file)
            _swap(partial, path)
        except OSError as error:
            raise _explained(path, error) from error


@contextmanager
def _partial(path: Path) -> Iterator[Path]:
    if not path.parent.is_dir():
        raise ExportError(f"{path}: there is no folder {path.parent}; make it first")
    _remove_leftovers(path)
    partial = path.with_name(f".{path.name}.{this_process()}{_ENDING}")
    try:
        yield partial
    finally:
        _remove(partial)


def _check_replaceable(path: Path) -> None:
    if path.is_file():
        raise ExportError(f"{path}: is a file; name a folder")
    if path.is_dir() and any(path.iterdir()) and not (path / MARK).exists():
        raise ExportError(f"{path}: the folder holds something else; name a new one")


def _swap(partial: Path, path: Path) -> None:
    old = path.with_name(f".{path.name}.{this_process()}.old{_ENDING}")
    if path.exists():
        path.rename(old)
    partial.rename(path)
    _remove(old)


def _remove_leftovers(path: Path) -> None:
    """Remove what exports to the same name left behind that died."""
    for leftover in path.parent.glob(f".{_escaped(path.name)}.*{_ENDING}"):
        process = leftover.name.removeprefix(f".{path.name}.").partition(".")[0]
        if _PROCESS.fullmatch(process) and not is_running(process):
            _remove(leftover)


def _escaped(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def this_process() -> str:
    """This process, as names of what it writes say it."""
    return _process(os.getpid())


def _process(number: int) -> str:
    """A process's number, and what tells it from a later one of that number, where the machine says it."""
    told = process_of(number)
    return f"{number}-{told}-{boot()[:8]}" if told else str(number)


def is_running(process: str) -> bool:
    """Whether a process that is named so is still at it."""
    number, told, _ = process.partition("-")
    if told or process_of(os.getpid()):
        return bool(told) and process == _process(int(number))
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # another user's, and there
    return True


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        # What cannot be removed could not be made either.
        with suppress(OSError):
            path.unlink()


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _explained(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path}: cannot be written: {error.strerror or error}; nothing is left of it")
