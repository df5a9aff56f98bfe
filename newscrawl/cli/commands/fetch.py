"""``newscrawl fetch``: Scrapy's fetch command, which leaves no trace in the archive."""

from __future__ import annotations

import argparse

from scrapy.commands.fetch import Command
from scrapy.http import Response

from newscrawl.cli.command import saying_usage
from newscrawl.cli.looking_command import LookingCommand, one_address
from newscrawl.record.outcome import ExitStatus


class FetchCommand(LookingCommand, Command):
    """Prints what an address answers. Exit status: 0 it answers, 1 it does not, 2 bad usage."""

    tells_why = True
    answered = False

    def syntax(self) -> str:
        return "URL [--spider SITE] [--headers]"

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        one_address("fetch", args)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        super().run(args, opts)
        if not self.answered:
            self.exitcode = ExitStatus.SOME_FAILED

    def _print_response(self, response: Response, opts: argparse.Namespace) -> None:
        self.answered = True
        super()._print_response(response, opts)
