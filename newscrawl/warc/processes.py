"""Work over several processes, results in the order of the work."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from newscrawl.record.deaf import deaf_to_interrupts, end_by_interrupts

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 2
"""Items that wait for each process, so that none waits for work."""


def in_order(work: Callable[[Item], Result], items: Iterable[Item], *, workers: int) -> Iterator[Result]:
    """``work`` of each item, done by ``workers`` processes; by this one alone where that is 1.

    Raises:
        BrokenProcessPool: a process died, of want of memory for example.
    """
    if workers == 1:
        yield from map(work, items)
        return
    # A new process knows nothing of this one's threads and locks.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=end_by_interrupts) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                with deaf_to_interrupts():
                    waiting.append(pool.submit(work, item))
                if len(waiting) > workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
