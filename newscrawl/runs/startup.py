"""What a process does once, before it crawls."""

from __future__ import annotations

import gc

_THRESHOLDS = (10_000, 5, 5)


def spare_collector() -> None:
    """Take everything that is loaded by now out of the garbage collector's rounds.

    Modules, classes and tables live as long as the process; looking through them again and again takes a
    tenth of the time of a crawl. Of young objects a page makes thousands, so the rounds are wider too.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
