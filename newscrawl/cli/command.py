"""What every command that crawls has from Scrapy's, under this project's name."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scrapy import exceptions
from scrapy.commands import ScrapyCommand

from newscrawl.cli import interrupts
from newscrawl.cli.checked_settings import check_settings
from newscrawl.cli.site_choice import share_sites_folder
from newscrawl.cli.usage import UsageError, refuse_unknown_options
from newscrawl.record.extras import MissingExtraError

if TYPE_CHECKING:
    from scrapy.crawler import CrawlerProcessBase
    from scrapy.settings import Settings


@contextmanager
def saying_usage() -> Iterator[None]:
    """Let Scrapy print wrong usage as every command of the project does: one line, without pages of help."""
    try:
        yield
    except (UsageError, MissingExtraError) as error:
        raise exceptions.UsageError(str(error), print_help=False) from None


class NewscrawlCommand(ScrapyCommand):
    """A command whose help names ``newscrawl``, where Scrapy writes its own name."""

    settings: Settings
    crawler_process: CrawlerProcessBase

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's options, and the usage."""
        super().add_options(parser)
        name = type(self).__module__.rpartition(".")[2]
        parser.usage = f"newscrawl {name} {self.syntax()}".rstrip()

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """What Scrapy does with its options, and where the data lie; a user's own sites are those that ``-s``
        names, else those in the data folder."""
        refuse_unknown_options(type(self).__module__.rpartition(".")[2], args)
        super().process_options(args, opts)
        check_settings(self.settings, [pair.partition("=")[0] for pair in opts.set])
        if getattr(opts, "data", None):
            self.settings.set("NEWSCRAWL_DATA", opts.data, priority="cmdline")
        share_sites_folder(self.settings)
        interrupts.unwind()


class EnginelessCommand(NewscrawlCommand):
    """A command that sends no requests itself: it needs settings and spiders, but neither engine nor log."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}


def quieten_startup() -> None:
    """Keep Scrapy's lists of components and settings out of the log; ``-L DEBUG`` brings them back.

    A robots.txt that cannot be had is named by our own line, without Scrapy's traceback.
    """
    logging.getLogger("scrapy.downloadermiddlewares.robotstxt").setLevel(logging.CRITICAL)
    for name in ("scrapy.addons", "scrapy.crawler", "scrapy.middleware", "scrapy.utils.log"):
        logging.getLogger(name).setLevel(logging.WARNING)
