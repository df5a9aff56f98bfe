"""Runs cases in a process of their own, and starts another when one hangs or dies."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from benchmarks.fuzz.worker import Outcome, Task, serve

_START_SECONDS = 60.0


def run_tasks(
    tasks: Iterable[Task], *, patience: float = 30.0, server: Callable[[Connection], None] = serve
) -> Iterator[Outcome]:
    """The outcome of each task in turn.

    One that takes over ``patience`` seconds, building and repeated timing included, is killed and is a
    fault. ``server`` runs in the process: it sends anything when it is ready, then an outcome for each task.
    """
    worker = _Worker(server)
    try:
        for task in tasks:
            yield worker.ask(task, patience)
    finally:
        worker.stop()


class _Worker:
    """A process that serves tasks, renewed when it is lost."""

    _pipe: Connection
    _process: BaseProcess
    _ready: bool

    def __init__(self, server: Callable[[Connection], None]) -> None:
        self._server = server
        self._context = multiprocessing.get_context("spawn")
        self._start()

    def ask(self, task: Task, patience: float) -> Outcome:
        try:
            if not self._ready:
                self._hear(_START_SECONDS)
                self._ready = True
            self._pipe.send(task)
            outcome: Outcome = self._hear(patience)
        except TimeoutError:
            return self._renew(task, f"hung for more than {patience:g} s")
        except (EOFError, ConnectionError):
            self._process.join(5)
            return self._renew(task, f"the process died with status {self._process.exitcode}")
        return outcome

    def _hear(self, seconds: float) -> Any:
        if not self._pipe.poll(seconds):
            raise TimeoutError
        return self._pipe.recv()

    def stop(self) -> None:
        self._pipe.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()

    def _start(self) -> None:
        self._ready = False
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=self._server, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def _renew(self, task: Task, fault: str) -> Outcome:
        self._process.kill()
        self._process.join()
        self._pipe.close()
        self._start()
        return Outcome(str(task), 0, 0.0, 0.0, fault)
