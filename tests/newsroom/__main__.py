"""``python -m tests.newsroom``: replica news sites on loopback until SIGTERM or SIGINT.

The first line of output is the address, such as http://127.0.0.1:40123; ``--ready-file`` gets the same line
once the server answers. Sites are told apart by the Host header.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.newsroom.faults import Fault, kinds
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import KINDS, make_sites, options_of, site_of
from tests.newsroom.sites.site import NEWEST, Site

_FIRST_SITE = "afederasi.com"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the server; 2 for arguments that make no sense."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        newsroom = Newsroom(_sites(given), port=given.port, latency=given.latency, log_file=given.log)
        for host, path, fault in _faults(given):
            newsroom.fault(host, path, fault)
    except (ValueError, TypeError) as error:
        parser.error(str(error))
    stopped = _stop_signal()
    try:
        newsroom.start()
    except OSError as error:
        sys.stderr.write(f"newsroom: port {given.port}: {os.strerror(error.errno or 0)}\n")
        return 1
    _announce(newsroom, given.ready_file)
    stopped.wait()
    newsroom.stop()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.newsroom",
        description="Serve replica news sites on loopback, told apart by the Host header.",
        epilog=f"Kinds of sites: {', '.join(KINDS)}. Faults: {', '.join(kinds())}.",
    )
    add = parser.add_argument
    add("--port", type=int, default=0, help="port to listen on; 0 takes a free one")
    add("--site", action="append", default=[], metavar="HOST[=KIND[,OPTION=VALUE...]]", help="serve a site")
    add("--sites", type=int, default=0, metavar="N", help="serve N small sites of all kinds")
    add("--articles", type=int, default=60, metavar="N", help="articles a site (60)")
    add("--newest", default=None, metavar="TIME", help="when the newest article appeared: ISO 8601 or 'now'")
    add("--gap", type=float, default=47, metavar="MINUTES", help="time between articles (47)")
    add("--latency", type=float, default=0.0, metavar="SECONDS", help="wait before every answer")
    add("--ready-file", type=Path, metavar="FILE", help="write the address there once the server answers")
    add("--log", type=Path, metavar="FILE", help="append each request there, one JSON object a line")
    add(
        "--fault",
        action="append",
        default=[],
        metavar='"HOST PATH KIND [OPTION=VALUE...]"',
        help="let an address fail",
    )
    add("--faults", type=Path, metavar="FILE", help='JSON lines: {"host", "path", "fault", and its options}')
    return parser


def _sites(given: argparse.Namespace) -> list[Site]:
    options = {
        "articles": given.articles,
        "newest": _moment(given.newest),
        "gap": timedelta(minutes=given.gap),
    }
    named = given.site or ([] if given.sites else [_FIRST_SITE])
    return [site_of(text, **options) for text in named] + make_sites(given.sites, **options)


def _moment(text: str | None) -> datetime:
    if text == "now":
        return datetime.now(UTC)
    moment = datetime.fromisoformat(text) if text else NEWEST
    if moment.tzinfo is None:
        raise ValueError(f"{text}: give the time with its offset, such as 2026-08-31T21:00+07:00")
    return moment


def _faults(given: argparse.Namespace) -> list[tuple[str, str, Fault]]:
    faults = []
    for text in given.fault:
        host, path, kind, *pairs = text.split()
        faults.append((host, path, Fault.named(kind, **options_of(pairs))))
    lines = given.faults.read_text(encoding="utf-8").splitlines() if given.faults else []
    for line in filter(str.strip, lines):
        fields = json.loads(line)
        host, path, kind = fields.pop("host"), fields.pop("path"), fields.pop("fault")
        faults.append((host, path, Fault.named(kind, **fields)))
    return faults


def _stop_signal() -> threading.Event:
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    return stopped


def _announce(newsroom: Newsroom, ready_file: Path | None) -> None:
    sys.stdout.write(newsroom.address + "\n")
    sys.stdout.flush()
    if ready_file:
        unfinished = ready_file.with_name(ready_file.name + ".part")
        unfinished.write_text(newsroom.address + "\n", encoding="utf-8")
        unfinished.rename(ready_file)


if __name__ == "__main__":
    sys.exit(main())
