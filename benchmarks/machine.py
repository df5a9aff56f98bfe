"""The machine and the versions that figures were measured with."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def describe_run(distributions: Iterable[str] = ()) -> str:
    """One line on when, where and with what: date, processor, memory, load, Python and ``distributions``."""
    parts = [
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC on {processor()}",
        f"{os.cpu_count()} cores",
        f"{_memory_gb():.0f} GB of memory",
        f"load average {os.getloadavg()[0]:.1f} at the end",
        f"{platform.system()} {platform.release()}",
        f"Python {platform.python_version()}",
        *(f"{name} {found}" for name in distributions if (found := installed_version(name))),
    ]
    return ", ".join(parts) + "."


def installed_version(distribution: str) -> str | None:
    """The version of an installed distribution, None if it is not installed."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def processor() -> str:
    """The processor's model name as the system states it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
