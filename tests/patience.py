"""How long a test waits until it takes something for hung.

A limit in seconds says nothing on a machine that others use as well: what takes a second on an idle one takes
ten there. So tests name what a thing needs on an idle machine at the very most, and wait that long times what
the machine is slower by now. A limit shows no speed, it only ends what would never end.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable

_MARGIN = 5.0
"""Others may start to work while a test waits, after its limit was set."""

_ROUNDS = 300_000
_USUAL = 0.02
"""Seconds in which an ordinary idle machine counts the rounds."""

_KEPT = 10.0
_measured: tuple[float, float] | None = None


def slowness() -> float:
    """By what the machine is slower now than an ordinary idle one, at least 1: for settings in seconds.

    What is measured says what this process gets, what is waiting to run says what those get that it starts.
    """
    global _measured  # noqa: PLW0603 - measuring takes time itself
    now = time.monotonic()
    if _measured is None or now - _measured[0] > _KEPT:
        _measured = now, _measure()
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return max(1.0, waiting, _measured[1])


def patience(seconds: float) -> float:
    """The limit for what takes no more than ``seconds`` on an idle machine."""
    return seconds * slowness() * _MARGIN


def wait_until(
    true: Callable[[], object], what: str | Callable[[], str], *, seconds: float = 60, every: float = 0.02
) -> None:
    """Wait until ``true()`` is, or fail with ``what`` was waited for; the limit grows with the load."""
    begun = time.monotonic()
    while not true():
        if time.monotonic() - begun > patience(seconds):
            raise AssertionError(f"never came: {what() if callable(what) else what}")
        time.sleep(every)


def end_of(process: subprocess.Popen[str], seconds: float = 60) -> subprocess.CompletedProcess[str]:
    """What a process printed, and its exit status. One that hangs is killed, and the test fails."""
    try:
        out, err = process.communicate(timeout=patience(seconds))
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def _measure() -> float:
    start = time.perf_counter()
    for _ in range(_ROUNDS):
        pass
    return (time.perf_counter() - start) / _USUAL
