"""``newscrawl browse``: the archive in the browser, on this machine alone."""

from __future__ import annotations

import argparse
import shutil
import signal
import socket
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

from newscrawl.archive import Archive
from newscrawl.archive.snapshots import snapshot
from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.options import whole_number
from newscrawl.cli.selecting import add_selection_options, selection, why_none
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.progress import progress
from newscrawl.datasets.targets import is_running, this_process
from newscrawl.record.extras import extra
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.places import on_server
from newscrawl.reporting.browsing import DATABASE, VIEW

_COPIES = "newscrawl-browse-"
"""How the folders of copies begin, before the process that made them."""

HOST = "127.0.0.1"
DEFAULT_PORT = 8001
_CHOOSING = ("site", "region", "since", "until", "language", "min_length", "max_length")


class BrowseCommand(ArchiveCommand):
    """Exit status: 0 ended by a signal, 1 the port is taken, 2 bad usage or no Datasette, 5 storage."""

    def syntax(self) -> str:
        return "[--snapshot [--since DAY] [--site SITE] ...] [--port N] [--open]"

    def short_desc(self) -> str:
        return "Look at the archive in the browser"

    def long_desc(self) -> str:
        return (
            "Serve the archive on 127.0.0.1 through Datasette: full-text search, facets by site, section,"
            " author and month, and the commonest questions. Runs may go on meanwhile. Ctrl-C ends it."
            " Datasette reads SQLite alone: of an archive on a server --snapshot shows a copy, of all or of"
            " what the options choose, which lies in the folder for temporary files and is gone in the end."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        add_selection_options(parser)
        super().add_options(parser)
        parser.add_argument("--snapshot", action="store_true", help="show a copy of the articles chosen")
        parser.add_argument(
            "--port", type=whole_number, default=DEFAULT_PORT, help=f"port ({DEFAULT_PORT}; 0: any)"
        )
        parser.add_argument("--open", action="store_true", help="open the browser")

    def check(self, args: list[str], opts: argparse.Namespace) -> None:
        super().check(args, opts)
        if args or not 0 <= opts.port < 65536:
            raise UsageError("browse takes no sites, and a port from 0 to 65535")
        if opts.snapshot:
            return
        if on_server(self.settings["NEWSCRAWL_DATA"]):
            raise UsageError(
                "Datasette reads SQLite alone, not a server; browse a copy of it with --snapshot, for example"
                " newscrawl browse --snapshot --since 30d"
            )
        if any(getattr(opts, name) is not None for name in _CHOOSING):
            raise UsageError("what is to be shown is chosen in the browser, or with --snapshot")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        if not opts.snapshot:
            return self._show(archive, opts)
        chosen = selection(archive, opts, words=None, now=datetime.now(UTC))
        # So that nothing is left of the copy, when a signal comes meanwhile.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        _forget_the_dead()
        with (
            TemporaryDirectory(prefix=f"{_COPIES}{this_process()}.") as folder,
            Archive.open(folder) as copy,
        ):
            with progress("Copying") as report:
                count = snapshot(archive, copy, chosen, report)
            if not count:
                return self.complain(why_none(archive, opts))
            print(f"{count:,} articles of {archive.name}, as they are now", flush=True)
            return self._show(copy, opts)

    def _show(self, archive: Archive, opts: argparse.Namespace) -> int:
        with extra("browse", why="browsing needs Datasette"):
            from newscrawl.reporting.datasette_site import datasette_site  # noqa: PLC0415
        try:
            listening = _bound(opts.port)
        except OSError as error:
            return self.complain(f"port {opts.port}: {error.strerror}; choose another with --port")
        with listening, datasette_site(archive) as site:
            address = f"http://{HOST}:{listening.getsockname()[1]}/{DATABASE}/{VIEW}"
            print(f"{address}\nCtrl-C ends it.", flush=True)
            if opts.open:
                webbrowser.open(address)
            _serve(site, listening)
        return ExitStatus.FINE


def _forget_the_dead() -> None:
    """Remove the copies of processes that were killed before they could; others' folders are closed to us."""
    for place in Path(gettempdir()).glob(f"{_COPIES}*.*/"):
        process = place.name.removeprefix(_COPIES).partition(".")[0]
        if not is_running(process):
            shutil.rmtree(place, ignore_errors=True)


def _bound(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        # A browser that is told the address at once finds somebody there.
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def _serve(site: Any, listening: socket.socket) -> None:
    """Answer until SIGINT or SIGTERM."""
    import uvicorn  # noqa: PLC0415 (Datasette's, an extra)

    # uvicorn ends at a signal and then raises it anew; that shall not end newscrawl in disorder.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    options = uvicorn.Config(site, log_level="error", lifespan="on", timeout_graceful_shutdown=3)
    uvicorn.Server(options).run(sockets=[listening])
