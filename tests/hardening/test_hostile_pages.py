"""Whatever a server may send, a page becomes a record or is refused: no exception, no hang, no flood.

The limits here are wide, since other work on the machine slows every run; ``python -m benchmarks.fuzz`` holds
the strict ones. Pages of 5 and 20 MB cost minutes, so they are tried with the soaks.
"""

from __future__ import annotations

import pytest

from benchmarks.fuzz.building import MB
from benchmarks.fuzz.shapes import LONG, shapes
from benchmarks.fuzz.watchdog import run_tasks
from benchmarks.fuzz.worker import Outcome, Task
from tests.patience import patience

_SECONDS = 20.0
_MOST_MEMORY_MB = 600
_MUTANTS = 200
_SHORT = MB // 16
_LONG = 5 * MB
_EVERY = 9
_SEED = 20_000


def _faults(outcomes: list[Outcome]) -> list[str]:
    found = [f"{outcome.name}: {outcome.fault}" for outcome in outcomes if outcome.fault]
    return found + [
        f"{outcome.name}: {outcome.memory_mb:.0f} MB"
        for outcome in outcomes
        if outcome.memory_mb > _MOST_MEMORY_MB
    ]


def test_mutated_pages_do_no_harm() -> None:
    tasks = [Task(seed=_SEED, number=number) for number in range(_MUTANTS)]
    assert _faults(list(run_tasks(tasks, patience=patience(_SECONDS)))) == []


def test_extreme_pages_do_no_harm() -> None:
    assert _extreme_faults(_SHORT) == []


@pytest.mark.soak
def test_long_extreme_pages_do_no_harm() -> None:
    assert _extreme_faults(_LONG) == []


def _extreme_faults(size: int) -> list[str]:
    tasks = [Task(shape=name, size=size) for name in shapes(size)]
    return _faults(list(run_tasks(tasks, patience=patience(_SECONDS))))


@pytest.mark.soak
def test_twenty_megabytes_do_no_harm() -> None:
    names = [name for name in shapes() if name.startswith(f"{LONG} ")]
    outcomes = list(run_tasks([Task(shape=name) for name in names[::_EVERY]], patience=patience(_SECONDS)))
    assert _faults(outcomes) == []
    assert min(outcome.size for outcome in outcomes) >= LONG
