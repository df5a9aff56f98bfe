"""What the commands that need no engine have in common.

A :class:`PlainCommand` is a Scrapy command in all but its class, so that it starts without Scrapy:
``newscrawl search`` runs it as it is, and for ``scrapy search`` it is registered as one
(:mod:`newscrawl.cli.commands`). Commands that crawl are Scrapy's own kind (:mod:`newscrawl.cli.command`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NoReturn

from newscrawl.cli import interrupts
from newscrawl.cli.project import settings_of_project
from newscrawl.cli.usage import UsageError, refuse_unknown_options
from newscrawl.record.extras import MissingExtraError
from newscrawl.record.outcome import ExitStatus


class PlainCommand:
    """A command that needs no engine."""

    requires_project = True
    requires_crawler_process = False
    crawler_process = None
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    exitcode: int = 0

    def __init__(self) -> None:
        self.settings: Mapping[str, Any] = {}
        """Scrapy's under Scrapy, else those of the project (:mod:`newscrawl.cli.project`) and of ``-s``."""
        self._parser: argparse.ArgumentParser | None = None

    def name(self) -> str:
        """The command's name, which is its module's."""
        return type(self).__module__.rpartition(".")[2]

    def syntax(self) -> str:
        """The arguments, for the usage line."""
        return ""

    def short_desc(self) -> str:
        """What it does, in a few words."""
        return ""

    def long_desc(self) -> str:
        """What it does, in some sentences."""
        return self.short_desc()

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """The options that all commands take."""
        self._parser = parser
        parser.usage = f"newscrawl {self.name()} {self.syntax()}".rstrip()
        group = parser.add_argument_group(title="Global Options")
        group.add_argument(
            "-s", "--set", action="append", default=[], metavar="NAME=VALUE", help="override a setting"
        )
        for name in ("--logfile", "--loglevel", "-L", "--pidfile", "--profile"):
            group.add_argument(name, help=argparse.SUPPRESS)
        for name in ("--nolog", "--pdb"):
            group.add_argument(name, action="store_true", help=argparse.SUPPRESS)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check what was asked, before anything is done; wrong usage ends the process with status 2."""
        try:
            self.check(args, opts)
        except UsageError as error:
            self._refuse(error)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do the command's work and keep its exit status; wrong usage and a missing extra are status 2."""
        try:
            self.exitcode = self.work(args, opts)
        except UsageError as error:
            self._refuse(error)
        except MissingExtraError as error:
            self.complain(str(error))
            self.exitcode = ExitStatus.BAD_USAGE

    def check(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check options and arguments.

        Raises:
            UsageError: they make no sense; the message says which and what is allowed.
        """
        refuse_unknown_options(self.name(), args)
        overridden = {}
        for pair in opts.set:
            name, equals, value = pair.partition("=")
            if not equals:
                raise UsageError(f"-s {pair}: write -s NAME=VALUE")
            overridden[name] = value
        if overridden:
            from newscrawl.cli.checked_settings import check_own_settings  # noqa: PLC0415 - few say -s

            check_own_settings(overridden)
        self.settings = {**_plain(self.settings), **overridden}

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Do the command's work; the exit status.

        Raises:
            UsageError: what was asked for makes no sense.
        """
        raise NotImplementedError

    def complain(self, message: str) -> int:
        """Say why nothing is shown; the exit status for that."""
        sys.stderr.write(f"newscrawl {self.name()}: {message}\n")
        return 1

    def _refuse(self, error: UsageError) -> NoReturn:
        assert self._parser is not None
        self._parser.error(str(error))


def _plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: settings[name] for name in settings}


def start(command: PlainCommand, words: Sequence[str]) -> int:
    """Run ``command`` without Scrapy, as ``newscrawl COMMAND WORDS``; its exit status."""
    parser = argparse.ArgumentParser(
        prog="newscrawl", conflict_handler="resolve", description=command.long_desc()
    )
    command.settings = settings_of_project()
    command.add_options(parser)
    opts, args = parser.parse_known_args(list(words))
    command.process_options(args, opts)
    interrupts.unwind()
    command.run(args, opts)
    return int(command.exitcode or ExitStatus.FINE)
