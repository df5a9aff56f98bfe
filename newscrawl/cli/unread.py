"""Output that nobody reads any more, as when it goes to ``head``."""

from __future__ import annotations

import os
import sys


def reader_has_left() -> None:
    """Let whatever is still written to standard output vanish; what is buffered has no reader either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
