"""For the tests of :mod:`tests.processes`: tells how it was started, or ends as it is told."""

from __future__ import annotations

import atexit
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from newscrawl import settings


def told() -> dict[str, object]:
    """What a program can see of how it was started."""
    handlers = {number: signal.getsignal(number) for number in signal.valid_signals()}
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return {
        "name": sys.modules["__main__"].__spec__.name,
        "argv": sys.argv,
        "places": sys.path,
        "folder": str(Path.cwd()),
        "environment": dict(os.environ),
        "streams": [(each.encoding, each.errors, each.line_buffering, each.isatty()) for each in streams],
        "handlers": {
            number: getattr(handler, "__name__", str(handler)) for number, handler in handlers.items()
        },
        "leads": os.getsid(0) == os.getpid(),
        "group": os.getpgid(0) == os.getpgid(os.getppid()),
        "data": settings.NEWSCRAWL_DATA,
        "reactor": "twisted.internet.reactor" in sys.modules,
    }


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["status", number]:
            sys.exit(int(number))
        case ["say", text]:
            sys.exit(text)
        case ["raise"]:
            raise ValueError("rusak")
        case ["turn"]:
            sys.stdout.write(sys.stdin.read()[::-1])
        case ["leave"]:
            sys.stdout.write("belum tertulis\n")
            atexit.register(sys.stdout.write, "selesai\n")
        case ["sleep"]:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            sys.stdout.write("asleep\n")
            sys.stdout.flush()
            time.sleep(86400)
        case ["random"]:
            sys.stdout.write(str(random.random()))
        case _:
            sys.stdout.write(json.dumps(told()))
