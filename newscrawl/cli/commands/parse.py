"""``newscrawl parse URL``: Scrapy's parse command, which shows the record that a spider makes of a page."""

from __future__ import annotations

import argparse
import warnings
from copy import deepcopy
from typing import Any

from scrapy import Request
from scrapy.commands.parse import Command
from scrapy.exceptions import ScrapyDeprecationWarning

from newscrawl.cli.command import saying_usage
from newscrawl.cli.looking_command import LookingCommand, one_address
from newscrawl.cli.site_choice import site_loader
from newscrawl.reading import stages
from newscrawl.reading.raw import RawArticle
from newscrawl.record.outcome import ExitStatus

_DEFERRED = ".* returned a Deferred"
"""Scrapy's own command makes callbacks of a kind that Scrapy warns of (2.19)."""


class ParseCommand(LookingCommand, Command):
    """Shows items as the project's stages leave them, and nothing is stored."""

    def syntax(self) -> str:
        return "URL [--spider SITE] [-c CALLBACK] [-a NAME=VALUE ...]"

    def short_desc(self) -> str:
        return "Fetch a page and show the record that its site's spider makes of it"

    def long_desc(self) -> str:
        return f"{self.short_desc()}; a site that nobody knows has the spider of any site."

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        url = one_address("parse", args)
        if not opts.spider and not site_loader(self.settings).find_by_request(Request(url)):
            opts.spider = "site"
        if opts.spider == "site":
            opts.spargs.setdefault("url", url)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        warnings.filterwarnings("ignore", _DEFERRED, ScrapyDeprecationWarning)
        super().run(args, opts)
        if self.first_response is None:
            self.exitcode = ExitStatus.SOME_FAILED

    def add_items(self, lvl: int, new_items: list[Any]) -> None:
        super().add_items(lvl, [_finished(item) for item in new_items])


def _finished(item: Any) -> Any:
    """The record of a raw article; what another spider yields is shown as it is.

    With ``--pipelines`` the raw article itself goes through them at the same time.
    """
    return stages.finish(stages.settle(deepcopy(item))) if isinstance(item, RawArticle) else item
