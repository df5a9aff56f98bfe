"""``newscrawl fetch``: Scrapy's fetch command, which leaves no trace in the archive."""

from __future__ import annotations

import argparse

from newscrawl.cli.command import saying_usage
from newscrawl.cli.looking_command import AskingCommand, one_address


class FetchCommand(AskingCommand):
    """Prints what an address answers. Exit status: 0 it answers, 1 it does not, 2 bad usage."""

    def syntax(self) -> str:
        return "URL [--spider SITE] [--headers]"

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        one_address("fetch", args)
