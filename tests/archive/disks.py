"""Folders on small and read-only disks, for tests of storage that fails."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.patience import patience


def _as_root(*command: str) -> bool:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    try:
        done = subprocess.run([*sudo, *command], capture_output=True, timeout=patience(20), check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own, of ``size`` such as ``1m``, at ``folder``; skips the test where none can be."""
    folder.mkdir()
    owner = f"uid={os.geteuid()}"
    if not _as_root("mount", "-t", "tmpfs", "-o", f"size={size},{owner}", "tmpfs", str(folder)):
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        _as_root("umount", "--lazy", str(folder))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """``folder`` and what is in it may not be written inside; root needs a mount for that."""
    if os.geteuid() != 0:
        folder.chmod(0o555)
        try:
            yield
        finally:
            folder.chmod(0o755)
        return
    if not _as_root("mount", "--bind", str(folder), str(folder)):
        pytest.skip("no folder can be made read-only for root here")
    try:
        assert _as_root("mount", "-o", "remount,ro,bind", str(folder))
        yield
    finally:
        _as_root("umount", "--lazy", str(folder))
