"""``--then``: what a run does when it is over."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from newscrawl.cli.summaries import SUMMARIES
from newscrawl.cli.usage import UsageError
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.suggestions import did_you_mean

_CRAWLING = ("crawl", "run", "cron")


def add_following_option(parser: argparse.ArgumentParser) -> None:
    """``--then``."""
    parser.add_argument(
        "--then",
        action="append",
        default=[],
        metavar="COMMAND",
        help="a command for the end of the run, such as 'export --output news.xlsx'; may be repeated",
    )


def check_following(commands: Sequence[str]) -> None:
    """Check that what shall follow a run is a command that may.

    Raises:
        UsageError: it is none, or one that crawls; the message quotes it.
    """
    for text in commands:
        try:
            words = shlex.split(text)
        except ValueError as error:
            raise UsageError(f"--then '{text}': {error}") from None
        first = words[0] if words else ""
        if first in _CRAWLING:
            raise UsageError(f"--then '{text}': what crawls is a run of its own")
        if first not in SUMMARIES:
            near = did_you_mean(first, SUMMARIES)
            raise UsageError(f"--then '{text}': there is no command '{first}'.{near}")


def follow(commands: Sequence[str], data: str | Path, status: int, *, quiet: bool) -> int:
    """Do what shall follow a run, one after the other; the exit status, which was ``status`` before.

    Each is a process of its own over the same data. Under ``quiet`` only those are heard that fail;
    status 1 says of what follows that there was nothing to find, which is no failure.
    """
    for text in commands:
        words = shlex.split(text)
        done = subprocess.run(
            [sys.executable, "-m", "newscrawl", *words],
            # An address of a server may hold a password, which no list of processes shall show.
            env=os.environ | {"NEWSCRAWL_DATA": str(data)},
            stdout=subprocess.PIPE if quiet else None,
            stderr=subprocess.STDOUT if quiet else None,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode not in (ExitStatus.FINE, ExitStatus.SOME_FAILED):
            sys.stdout.write(done.stdout or "")
            print(f"newscrawl run: --then '{text}' ended with status {done.returncode}", file=sys.stderr)
            status = status or ExitStatus.SOME_FAILED
    return status
