"""What a process does once, before it crawls."""

from __future__ import annotations

import gc
import os
import signal
import threading

_THRESHOLDS = (10_000, 5, 5)


def hang_up_as_terminate() -> None:
    """Let a terminal that is closed (SIGHUP) end a run as SIGTERM does; under ``nohup`` it ends nothing."""
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up is None or threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(hang_up) is signal.SIG_DFL:
        signal.signal(hang_up, lambda *_: os.kill(os.getpid(), signal.SIGTERM))


def spare_collector() -> None:
    """Take everything that is loaded by now out of the garbage collector's rounds.

    Modules, classes and tables live as long as the process; looking through them again and again takes a
    tenth of the time of a crawl. Of young objects a page makes thousands, so the rounds are wider too.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
