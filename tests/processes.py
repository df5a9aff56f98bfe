"""Starts ``python -m MODULE ...`` in a process of its own, but without the second that Python takes to load.

What is started is a real process with its own folder, environment, streams and signals; only it is forked
by a process that has loaded the libraries (:mod:`tests.fork_server`), one for each process that tests. What
shows how a command is found, loaded and begun belongs into ``subprocess`` itself. What needs another
environment but for the names in ``_MAY_DIFFER`` is given to a new Python here as well, since libraries have
read theirs by then. With ``NEWSCRAWL_TESTS_NEW_PYTHON=1`` everything is.
"""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from inspect import signature
from pathlib import Path
from threading import Lock
from typing import Any

_ROOT = str(Path(__file__).resolve().parents[1])
_SERVER = Path(__file__).with_name("fork_server.py")
_MAY_DIFFER = ("AWS_", "NEWSCRAWL_", "PYTEST_", "PYTHONUNBUFFERED", "SCRAPY_SETTINGS_MODULE")
_EXECUTE_CHILD = signature(subprocess.Popen._execute_child)
_PIPES = ("p2cread", "p2cwrite", "c2pread", "c2pwrite", "errread", "errwrite")
_INHERITED = -1
_SWITCH = "NEWSCRAWL_TESTS_NEW_PYTHON"


class Server:
    """The process that has loaded the libraries, as seen from the one that tests."""

    def __init__(self) -> None:
        own = {name: value for name, value in os.environ.items() if not name.startswith(_MAY_DIFFER)}
        self._fixed = _fixed(own)
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            # What numbers are reckoned with begins a thread for each core.
            alone = own | {"OPENBLAS_NUM_THREADS": "1"}
            self._process = subprocess.Popen([sys.executable, _SERVER], stdin=theirs, env=alone)
        self._lock = Lock()

    def suits(self, env: Mapping[str, str]) -> bool:
        """Whether what is loaded would be the same in a new Python with ``env``."""
        return _fixed(env) == self._fixed

    def start(self, order: dict[str, Any], streams: Sequence[int]) -> tuple[int, socket.socket]:
        """The number of the process that is started, and the socket that will tell its exit status."""
        report, theirs = socket.socketpair()
        with self._lock, theirs:
            socket.send_fds(self._orders, [json.dumps(order).encode()], [*streams, theirs.fileno()])
            return int(self._orders.recv(32)), report


class Process(subprocess.Popen[Any]):
    """A ``Popen`` whose process a :class:`Server` started; the server is its parent, and tells its end."""

    def __init__(self, server: Server, words: Sequence[str], **options: Any) -> None:
        self._server = server
        super().__init__(words, **options)

    def _execute_child(self, *given: Any) -> None:
        told = _EXECUTE_CHILD.bind(self, *given).arguments
        order = {
            "module": told["args"][2],
            "args": told["args"][3:],
            "env": dict(os.environ if told["env"] is None else told["env"]),
            "cwd": os.fspath(told["cwd"] or Path.cwd()),
            "session": told["start_new_session"],
        }
        theirs = told["p2cread"], told["c2pwrite"], told["errwrite"]
        streams = [own if stream == _INHERITED else stream for own, stream in enumerate(theirs)]
        self.pid, self._report = self._server.start(order, streams)
        self._child_created = True
        self._close_pipe_fds(*(told[name] for name in _PIPES))

    def _internal_poll(self, *_: object, **__: object) -> int | None:
        if self.returncode is None and select.select([self._report], [], [], 0)[0]:
            self._take_status()
        return self.returncode

    def _wait(self, timeout: float | None) -> int:
        if self.returncode is None and not select.select([self._report], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired(self.args, timeout or 0)
        return self._take_status()

    def _take_status(self) -> int:
        with self._waitpid_lock:
            if self.returncode is None:
                told = self._report.recv(32)
                if not told:
                    raise RuntimeError("the server of processes is gone")
                self.returncode = int(told)
                self._report.close()
        return self.returncode


def begin(words: Sequence[str | Path], **options: Any) -> subprocess.Popen[Any]:
    """``subprocess.Popen(words, **options)``; by the server where ``words`` are ``python -m ...``."""
    said = [os.fspath(word) for word in words]
    env = options.get("env")
    if said[:2] == [sys.executable, "-m"] and not os.environ.get(_SWITCH):
        server = _server()
        if server.suits(os.environ if env is None else env):
            return Process(server, said, **options)
    return subprocess.Popen(said, **options)


def run(
    words: Sequence[str | Path],
    *,
    input: str | bytes | None = None,
    timeout: float | None = None,
    check: bool = False,
    capture_output: bool = False,
    **options: Any,
) -> subprocess.CompletedProcess[Any]:
    """``subprocess.run(...)``, the process begun by :func:`begin`."""
    if capture_output:
        options |= {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    if input is not None:
        options["stdin"] = subprocess.PIPE
    with begin(words, **options) as process:
        try:
            out, err = process.communicate(input, timeout=timeout)
        except BaseException:
            process.kill()
            raise
    done = subprocess.CompletedProcess(process.args, process.returncode, out, err)
    if check:
        done.check_returncode()
    return done


@cache
def _server() -> Server:
    return Server()


def _fixed(env: Mapping[str, str]) -> dict[str, str]:
    """The variables of ``env`` that libraries may have read while they were loaded."""
    fixed = {name: value for name, value in env.items() if not name.startswith(_MAY_DIFFER)}
    places = env.get("PYTHONPATH", "").split(os.pathsep)
    return fixed | {"PYTHONPATH": os.pathsep.join(place for place in places if place not in ("", _ROOT))}
