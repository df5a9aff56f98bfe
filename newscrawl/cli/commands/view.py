"""``newscrawl view``: Scrapy's view command, which leaves no trace in the archive."""

from __future__ import annotations

import argparse

from scrapy.commands.view import Command

from newscrawl.cli.command import saying_usage
from newscrawl.cli.looking_command import AskingCommand, one_address


class ViewCommand(AskingCommand, Command):
    """Opens what an address answers in a browser. Exit status: 0 it answers, 1 it does not, 2 bad usage."""

    def syntax(self) -> str:
        return "URL [--spider SITE]"

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        one_address("view", args)
