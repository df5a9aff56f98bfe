"""Runs real ``newscrawl run`` processes against the newsroom."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests import processes
from tests.crawling import QUICK
from tests.patience import end_of


def words(command: str, mirror: str, *args: str, settings: dict[str, str] | None = None) -> list[str]:
    """The command line of ``newscrawl COMMAND`` against ``mirror``."""
    chosen = QUICK | {"NEWSCRAWL_MIRROR": mirror} | (settings or {})
    return [sys.executable, "-m", "newscrawl", command, *args] + [
        word for name, value in chosen.items() for word in ("-s", f"{name}={value}")
    ]


def begin(command: Sequence[str], folder: Path) -> subprocess.Popen[str]:
    """The process of a command, with its data in ``folder``/data."""
    environment = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")}
    return processes.begin(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(
    mirror: str, folder: Path, *args: str, settings: dict[str, str] | None = None, command: str = "run"
) -> subprocess.CompletedProcess[str]:
    """``newscrawl run ARGS`` to its end."""
    return end_of(begin(words(command, mirror, *args, settings=settings), folder))
