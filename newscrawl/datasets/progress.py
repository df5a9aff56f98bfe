"""How far an export is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

try:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
except ImportError:  # the extra "progress" is not installed
    Console = None  # type: ignore[assignment,misc]

_EVERY_SECONDS = 10.0

Report = Callable[[int, int], None]


@contextmanager
def progress(what: str, stream: TextIO | None = None) -> Iterator[Report]:
    """A function that takes how many are done and how many there are, and shows it on ``stream``."""
    out = stream or sys.stderr
    if Console is None or not out.isatty():
        yield _lines(what, out)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=out), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def _lines(what: str, out: TextIO) -> Report:
    last = time.monotonic()

    def report(done: int, of: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY_SECONDS:
            last = now
            print(f"{what}: {done:,} of {of:,} ({done / max(of, 1):.0%})", file=out, flush=True)

    return report
