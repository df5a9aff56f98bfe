"""``newscrawl check``: Scrapy's check command, which leaves no trace in the archive."""

from __future__ import annotations

import argparse

from scrapy.commands.check import Command

from newscrawl.cli.command import saying_usage
from newscrawl.cli.looking_command import LookingCommand
from newscrawl.cli.site_choice import check_site


class CheckCommand(LookingCommand, Command):
    """Checks the contracts of spiders."""

    def syntax(self) -> str:
        return "[SPIDER ...] [-l] [-v] [-a NAME=VALUE ...]"

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        for spider in args:
            check_site(spider, self.settings)
