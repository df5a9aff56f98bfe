"""Starts Python modules as ``python -m`` would, out of a process that has loaded the libraries already.

A script, not a module: it runs beside the tests (:mod:`tests.processes`), takes orders from its standard
input, a socket, and ends when that closes. It has one thread and no reactor, so what it forks is as good as
new; and it keeps nothing that is read from the environment, the folder or the clock while it is loaded.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import sys
import threading
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

ORDER_SIZE = 1 << 20
"""Bytes that an order may have: arguments and environment."""

_NOT_BEFORE = (
    "newscrawl.__main__",
    "newscrawl.dates",
    "newscrawl.extraction",
    "newscrawl.extraction.stated_address",
    "newscrawl.integrations.datatrove",  # an extra that need not be there
    "newscrawl.urls",
)
"""What begins to work or complains of its age when it is loaded."""

_LATE = (
    "apprise",
    "dateparser",
    "fastwarc.warc",
    "fsspec.implementations.http",
    "json_repair",
    "orjson",
    "psycopg",
    "py3langid.langid",
    "rich.progress",
    "rich.live",
    "scrapy.commands.crawl",
    "sqlite3",
    "tldextract",
)
"""What commands load only when they come to need it."""


_PAGE = b"""<html lang=id><head><title>Panen Raya di Blitar</title>
<meta property="og:type" content="article"><meta name=author content="Siti Melati"></head>
<body><article><h1>Panen Raya di Blitar</h1>
<p>Penulis: Siti Melati | Senin, 17 Agustus 2026 10:00 WIB</p><div class=isi>
<p>Blitar - Petani di Blitar memanen padi lebih awal tahun ini karena hujan datang lebih cepat.</p>
<p>Baca juga: Harga gabah naik</p>
<p>Kepala desa mengatakan hasil panen kali ini lebih baik daripada tahun lalu. (siti/bud)</p></div>
</article>"""


@dataclass(frozen=True, slots=True)
class Order:
    """A module to run: its arguments, environment, folder, and whether it leads a session of its own."""

    module: str
    args: list[str]
    env: dict[str, str]
    cwd: str | None
    session: bool


def load() -> None:
    """Load all of newscrawl and what it uses."""
    newscrawl = importlib.import_module("newscrawl")
    names = [each.name for each in pkgutil.walk_packages(newscrawl.__path__, "newscrawl.")]
    for name in [*names, *_scrapy_parts(), *_LATE]:
        if name not in _NOT_BEFORE:
            importlib.import_module(name)
    assert "twisted.internet.reactor" not in sys.modules, "a reactor cannot be shared"
    assert threading.active_count() == 1, "locks of other threads would stay locked"


def _read_a_page() -> None:
    """Compile the patterns that reading compiles when it comes to need them: none hangs on anything else."""
    fetched = importlib.import_module("newscrawl.reading.fetched")
    rules = importlib.import_module("newscrawl.sites.rules").NO_RULES
    fetched.read_fetched(
        _PAGE,
        "https://kabar.example/panen-raya-di-blitar",
        fetched_at=datetime(2026, 8, 18, tzinfo=UTC),
        headers={},
        heard=fetched.Heard(),
        site="kabar",
        rules=rules,
        on_site=lambda _: True,
    )
    for each in gc.get_objects():
        if type(each).__name__ == "LazyPattern":
            each.groups  # noqa: B018 - the first that is asked for compiles it
    deque(importlib.import_module("newscrawl.reading.widgets.wordings").all_patterns(), maxlen=0)


def _scrapy_parts() -> set[str]:
    """The modules whose classes Scrapy's settings name."""
    defaults = importlib.import_module("scrapy.settings.default_settings")
    values = [value for name, value in vars(defaults).items() if name.isupper()]
    tables = [value for value in values if isinstance(value, dict)]
    named = chain(values, *tables, *(table.values() for table in tables))
    dotted = (name for name in named if isinstance(name, str) and name.startswith("scrapy."))
    return {name.rpartition(".")[0] for name in dotted}


def serve(orders: socket.socket) -> Order | None:
    """Start what is ordered, until nobody orders any more. In what is started this returns its order."""
    woken, wake = os.pipe()
    for end in (woken, wake):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    reports: dict[int, socket.socket] = {}
    while True:
        ready, _, _ = select.select([orders, woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            _report_ended(reports)
        if orders not in ready:
            continue
        text, streams, _, _ = socket.recv_fds(orders, ORDER_SIZE, 4)
        if not text:
            return None
        report = socket.socket(fileno=streams.pop())
        pid = os.fork()
        if not pid:
            _forget(orders, report, *reports.values(), woken, wake)
            return _become(Order(**json.loads(text)), streams)
        for stream in streams:
            os.close(stream)
        reports[pid] = report
        orders.send(str(pid).encode())


def _forget(*kept: socket.socket | int) -> None:
    """Close in what is started what belongs to the server."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for each in kept:
        if isinstance(each, int):
            os.close(each)
        else:
            each.close()


def _report_ended(reports: dict[int, socket.socket]) -> None:
    while reports:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with reports.pop(pid) as report:
            report.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(order: Order, streams: list[int]) -> Order:
    """Take on the folder, environment and streams that a new process would have."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    if order.session:
        os.setsid()
    if order.cwd is not None:
        os.chdir(order.cwd)
    os.environ.clear()
    os.environ.update(order.env)
    places = filter(None, order.env.get("PYTHONPATH", "").split(os.pathsep))
    sys.path[:0] = [str(Path.cwd()), *(place for place in places if place not in sys.path)]
    sys.argv = [order.module, *order.args]
    _open_streams()
    # The one module that reads the environment while it is loaded.
    importlib.reload(sys.modules["newscrawl.settings"])
    return order


def _open_streams() -> None:
    """As Python opens them when it starts."""
    encoding, errors, by_lines = sys.stdout.encoding, sys.stdout.errors, os.isatty(1)
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(os.fdopen(0, "rb", closefd=False), encoding, errors)
    sys.stdout = sys.__stdout__ = _written(1, "<stdout>", encoding, errors, by_lines=by_lines)
    sys.stderr = sys.__stderr__ = _written(2, "<stderr>", encoding, "backslashreplace", by_lines=True)


def _written(number: int, name: str, encoding: str, errors: str, *, by_lines: bool) -> io.TextIOWrapper:
    unbuffered = bool(os.environ.get("PYTHONUNBUFFERED"))
    raw: Any = io.FileIO(number, "wb", closefd=False)
    raw.name = name
    stream: Any = io.TextIOWrapper(
        raw if unbuffered else io.BufferedWriter(raw),
        encoding,
        errors,
        line_buffering=by_lines and not unbuffered,
        write_through=unbuffered,
    )
    stream.mode = "w"
    return stream


def run(module: str) -> None:
    """Run ``module`` as the main one, and end as Python does.

    Only that the modules are not taken apart first, which takes longer than many a command. What has more to
    say at its end than a number is left to Python.
    """
    status = 0
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        status = end.code or 0
    threading._shutdown()
    atexit._run_exitfuncs()
    gc.collect()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)
    os._exit(status & 0xFF)


if __name__ == "__main__":
    del sys.path[0]
    load()
    _read_a_page()
    gc.collect()
    gc.freeze()
    order = serve(socket.socket(fileno=os.dup(0)))
    if order:
        run(order.module)
