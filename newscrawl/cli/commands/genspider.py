"""``newscrawl genspider NAME DOMAIN``: Scrapy's genspider command, in a project of the user's own."""

from __future__ import annotations

import argparse

from scrapy.commands.genspider import Command

from newscrawl import settings as defaults
from newscrawl.cli.command import NewscrawlCommand, saying_usage
from newscrawl.cli.usage import UsageError


class GenspiderCommand(NewscrawlCommand, Command):
    """Writes a spider into ``NEWSPIDER_MODULE`` of the project; into the package itself it writes none."""

    requires_project = True

    def syntax(self) -> str:
        return "NAME DOMAIN [-t TEMPLATE]"

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if opts.list or opts.dump:
            return
        if len(args) != 2:
            raise UsageError(f"genspider takes a name and a domain, not {len(args)} words")
        if self.settings["NEWSPIDER_MODULE"] == defaults.NEWSPIDER_MODULE:
            raise UsageError(
                "a site needs no code: newscrawl probe ADDRESS --write drafts its file; for spiders of your"
                " own make a Scrapy project whose settings import newscrawl.settings (docs/scrapy.md)"
            )
