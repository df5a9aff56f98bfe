"""``python -m tests.cli.another_system WORDS``: newscrawl as on a system that is no Unix.

What only Unix has is taken away before newscrawl is loaded: modules for all but Python's own, which on
another system would be others, and functions and signals for everybody. So much of Windows can be had here;
its file system and its event loop cannot.
"""

from __future__ import annotations

import builtins
import os
import signal
import sys
import tempfile  # noqa: F401 - chooses its ways as it is loaded, as platformdirs does
from typing import Any

import platformdirs  # noqa: F401

_MODULES = {"fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "readline", "posix"}
_FUNCTIONS = [
    "fork",
    "forkpty",
    "register_at_fork",
    "geteuid",
    "getuid",
    "getegid",
    "getgid",
    "getpgid",
    "killpg",
    "setsid",
    "sched_getaffinity",
    "fchmod",
    "fchown",
    "chown",
    "mkfifo",
    "statvfs",
    "getloadavg",
    "wait4",
    "sync",
    "nice",
    "uname",
    "getgroups",
]
_SIGNALS = [
    "SIGHUP",
    "SIGKILL",
    "SIGUSR1",
    "SIGUSR2",
    "SIGALRM",
    "SIGPIPE",
    "SIGQUIT",
    "SIGTSTP",
    "SIGWINCH",
    "alarm",
    "setitimer",
]
_SYSTEMS_OWN = sys.stdlib_module_names | {"twisted", "scrapy"}
"""Whose code for other systems cannot be loaded here."""

_import = builtins.__import__


def _without(name: str, globals_: dict[str, Any] | None = None, *rest: Any, **named: Any) -> Any:
    importer = str((globals_ or {}).get("__name__", "")).partition(".")[0]
    if name.partition(".")[0] in _MODULES and importer not in _SYSTEMS_OWN:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    return _import(name, globals_, *rest, **named)


def become_another_system() -> None:
    """Take away what only Unix has."""
    builtins.__import__ = _without
    for name in _FUNCTIONS:
        if hasattr(os, name):
            delattr(os, name)
    for name in _SIGNALS:
        if hasattr(signal, name):
            delattr(signal, name)


if __name__ == "__main__":
    become_another_system()
    from newscrawl.cli import main

    sys.argv[0] = "newscrawl"
    main()
