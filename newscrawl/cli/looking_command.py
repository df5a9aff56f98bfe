"""What Scrapy's commands that look at one page or at spiders have in common here: they leave no trace.

Each is Scrapy's own with the project's settings, own sites included. Nothing that it fetches is stored, and
no run of it counts in the archive, where it would look like a crawl that found nothing.
"""

from __future__ import annotations

import argparse

from scrapy.commands.fetch import Command
from scrapy.http import Response

from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.site_choice import check_site
from newscrawl.cli.usage import UsageError
from newscrawl.probing.looking import leave_no_trace
from newscrawl.record.outcome import ExitStatus

_TELL_WHY = "newscrawl.engine.downloader.telling.TellWhy"


class LookingCommand(NewscrawlCommand):
    """Mixed into a command of Scrapy's, before it."""

    tells_why = False
    """Whether it is said why an address cannot be had; spiders of the project's own say so themselves."""

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        leave_no_trace(self.settings)
        if self.tells_why:
            middlewares = self.settings.getdict("DOWNLOADER_MIDDLEWARES") | {_TELL_WHY: 1}
            self.settings.set("DOWNLOADER_MIDDLEWARES", middlewares, priority="cmdline")
        if not opts.loglevel:
            quieten_startup()
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")
        if getattr(opts, "spider", None):
            check_site(opts.spider, self.settings)


class AskingCommand(LookingCommand, Command):
    """A command that asks for one address. Where nothing is to be had it says why, with exit status 1."""

    tells_why = True
    _answered = False

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        super().run(args, opts)
        if not self._answered:
            self.exitcode = ExitStatus.SOME_FAILED

    def _print_response(self, response: Response, opts: argparse.Namespace) -> None:
        self._answered = True
        super()._print_response(response, opts)


def one_address(command: str, args: list[str]) -> str:
    """The one address that ``command`` was given.

    Raises:
        UsageError: it was given none, several, or something else.
    """
    if len(args) != 1:
        raise UsageError(f"{command} takes one address, not {len(args)}")
    if not args[0].startswith(("http://", "https://")):
        raise UsageError(f"'{args[0]}' is no http or https address")
    return args[0]
