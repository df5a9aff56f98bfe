"""The process that reads hostile pages: one question at a time over a pipe."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.fuzz.cases import Case, mutant
from benchmarks.fuzz.shapes import LONG, shapes
from benchmarks.worker import peak_memory_mb
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.extracting import extract
from newscrawl.record.as_json import to_json

_CEILING = 4 * 2**30
_AGAIN = 0.5
_FETCHED = datetime(2026, 11, 23, 12, tzinfo=UTC)
_LIBC = ctypes.CDLL(None) if os.name == "posix" else None
_CLEAR_REFS = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Task:
    """Which case to build: a shape by its name and size, or a mutant by its number in a series."""

    shape: str | None = None
    size: int = LONG
    seed: int = 0
    number: int = 0

    def __str__(self) -> str:
        return self.shape or f"mutant {self.seed}:{self.number}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case.

    ``seconds`` is wall time; a slow case is run again and its best time counts, because other work on the
    machine only ever adds time. ``fault`` is what went wrong, None for a record or a refusal. ``memory_mb``
    is the highest that the process held while it read the page, the page itself and the interpreter included.
    """

    name: str
    size: int
    seconds: float
    memory_mb: float
    fault: str | None = None
    refused: bool = False
    lost: bool = False


def serve(pipe: Connection) -> None:
    """Answer tasks until the pipe closes. Memory has a ceiling, so that a bomb hurts nobody else."""
    resource.setrlimit(resource.RLIMIT_AS, (_CEILING, _CEILING))
    extract(b"<p>a", "https://contoh.example/")
    # What was loaded so far stays: collecting after each page need not look through it.
    gc.freeze()
    pipe.send("ready")
    while True:
        try:
            task: Task = pipe.recv()
        except EOFError:
            return
        pipe.send(run(build(task)))


def build(task: Task) -> Case:
    return _shapes(task.size)[task.shape]() if task.shape else mutant(task.seed, task.number)


@cache
def _shapes(size: int) -> dict[str, Callable[[], Case]]:
    return shapes(size)


def run(case: Case) -> Outcome:
    """Read one hostile page."""
    _forget_peak()
    seconds, fault, refused = _attempt(case)
    memory = peak_memory_mb()
    if seconds > _AGAIN and not fault:
        seconds = min(seconds, *(_attempt(case)[0] for _ in range(2)))
    return Outcome(case.name, len(case.source), seconds, memory, fault, refused)


def _attempt(case: Case) -> tuple[float, str | None, bool]:
    """Seconds, fault and refusal of one reading."""
    start = time.process_time()
    try:
        article = extract(case.source, case.url, fetched_at=_FETCHED, site_rules=case.site_rules)
        taken = time.process_time() - start
    except UnreadablePageError:
        return time.process_time() - start, None, True
    except Exception as error:
        return time.process_time() - start, _describe(error), False
    try:
        json.loads(to_json(article).encode("utf-8"))
    except (ValueError, TypeError) as error:
        return taken, f"the record cannot be written: {_describe(error)}", False
    return taken, None, False


def _describe(error: Exception) -> str:
    """Type, place in the package, and message."""
    place = "?"
    trace = error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if "newscrawl" in Path(code.co_filename).parts:
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}: {str(error)[:200]}"


def _forget_peak() -> None:
    """Hand unused memory back, and set the kernel's record of the peak to what is held now."""
    gc.collect()
    if _LIBC is not None and hasattr(_LIBC, "malloc_trim"):
        _LIBC.malloc_trim(0)
    if _CLEAR_REFS.exists():
        _CLEAR_REFS.write_text("5", encoding="ascii")
