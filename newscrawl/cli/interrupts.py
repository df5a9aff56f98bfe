"""What Ctrl-C does while a command loads, works and ends: one line, and an exit status."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 and the number of the signal, as shells have it."""

_NOTE = "newscrawl: interrupted\n"
_came = False


def end_at_once() -> None:
    """While libraries load, and when the work is done, Ctrl-C ends the process on the spot.

    A ``KeyboardInterrupt`` in the middle of an import becomes whatever the library makes of it (a panic, an
    ``ImportError``, nothing), and there is nothing yet to be tidied up.
    """
    _use(_end)


def unwind() -> None:
    """While a command works Ctrl-C is a ``KeyboardInterrupt``, so that it tidies up."""
    _use(_raise)


def came() -> bool:
    """Whether Ctrl-C came while a command worked, whatever has become of its exception since."""
    return _came


def say_so() -> int:
    """Print that one line; the exit status."""
    sys.stderr.write(_NOTE)
    return INTERRUPTED


def _use(handler: signal._HANDLER) -> None:
    # A shell starts what it runs in the background deaf to Ctrl-C, and so it stays.
    if signal.getsignal(signal.SIGINT) in (signal.default_int_handler, _end, _raise):
        signal.signal(signal.SIGINT, handler)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    # Not by the streams: the signal may have come in the middle of a write to them.
    with suppress(OSError):
        os.write(2, _NOTE.encode())
    os._exit(INTERRUPTED)


def _raise(_number: int, _frame: FrameType | None) -> NoReturn:
    global _came  # noqa: PLW0603 - a handler has no other place to leave a word
    _came = True
    raise KeyboardInterrupt
