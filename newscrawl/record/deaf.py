"""Processes that are started to help, and what Ctrl-C does to them: it never makes them print a traceback."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_MASKS = hasattr(signal, "pthread_sigmask")


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """What is started in the block is deaf to Ctrl-C, while it loads too; this process hears it afterwards.

    A new Python answers Ctrl-C with a traceback until what it runs tells it better. Windows has no such mask.
    """
    if not _MASKS:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_by_interrupts() -> None:
    """Let Ctrl-C end this process without a word, also one that came while it was deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if _MASKS:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
