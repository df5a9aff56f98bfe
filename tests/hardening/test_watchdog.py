"""A page that hangs or kills its process is found out, and the others are read all the same."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

import pytest

from benchmarks.fuzz import worker
from benchmarks.fuzz.cases import Case, mutant
from benchmarks.fuzz.watchdog import run_tasks
from benchmarks.fuzz.worker import Outcome, Task, run
from newscrawl.items import Article
from tests.patience import slowness


def troubled(pipe: Connection) -> None:
    """Hangs on task 1, dies on task 2, answers the others."""
    pipe.send("ready")
    while True:
        try:
            task: Task = pipe.recv()
        except EOFError:
            return
        if task.number == 1:
            time.sleep(86400)
        if task.number == 2:
            os._exit(7)
        pipe.send(Outcome(str(task), 1, 0.0, 0.0))


def test_hanging_and_dying_are_faults_of_their_own_task() -> None:
    tasks = [Task(number=number) for number in range(4)]
    seconds = round(2 * slowness())
    faults = [outcome.fault for outcome in run_tasks(tasks, patience=seconds, server=troubled)]
    assert faults == [None, f"hung for more than {seconds} s", "the process died with status 7", None]


def test_an_exception_is_a_fault_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise LookupError("nothing here")

    monkeypatch.setattr(worker, "extract", stumble)
    outcome = run(Case("any", b"<p>a", "https://contoh.example/"))
    assert outcome.fault == "LookupError at ?: nothing here"


def test_a_record_that_cannot_be_written_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Article(id="1", site="contoh", url="https://contoh.example/", title="\ud800")
    monkeypatch.setattr(worker, "extract", lambda *_, **__: broken)
    outcome = run(Case("any", b"<p>a", "https://contoh.example/"))
    assert outcome.fault
    assert outcome.fault.startswith("the record cannot be written: UnicodeEncodeError")


def test_an_unreadable_page_is_refused_and_no_fault() -> None:
    outcome = run(Case("empty", b"  ", "https://contoh.example/"))
    assert outcome.refused
    assert outcome.fault is None


def test_a_series_of_mutants_is_the_same_every_time() -> None:
    assert mutant(3, 7) == mutant(3, 7)
    assert len({mutant(3, number).source for number in range(20)}) == 20
