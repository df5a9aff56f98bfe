"""``newscrawl runspider FILE.py``: the crawl of a spider that is written in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrapy import Spider
from scrapy.commands.runspider import _import_file
from scrapy.utils.spider import iter_spider_classes

from newscrawl.cli.command import saying_usage
from newscrawl.cli.commands.crawl import CrawlCommand
from newscrawl.cli.usage import UsageError
from newscrawl.spiders.loader import SiteSpiderLoader


class RunspiderCommand(CrawlCommand):
    """Crawls as ``crawl`` does: arguments checked, the archive kept, a summary at the end."""

    def syntax(self) -> str:
        return "FILE.py [-a NAME=VALUE ...] [-O FILE.jsonl]"

    def short_desc(self) -> str:
        return "Crawl with a spider that is written in one file"

    def long_desc(self) -> str:
        return f"{self.short_desc()}; arguments, output and exit statuses are those of newscrawl crawl."

    def spider_of(self, args: list[str], opts: argparse.Namespace) -> type[Spider]:
        """The last spider in the file; its name takes the place of the file's among ``args``."""
        if len(args) != 1:
            raise UsageError(f"runspider takes one file, not {len(args)}")
        self._spider = _spider_in(args[0])
        args[0] = self._spider.name
        return self._spider

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        loader = self.crawler_process.spider_loader
        assert isinstance(loader, SiteSpiderLoader)
        loader.add(self._spider)
        super().run(args, opts)


def _spider_in(file: str) -> type[Spider]:
    if not Path(file).is_file():
        raise UsageError(f"there is no file '{file}'")
    try:
        found = list(iter_spider_classes(_import_file(file)))
    except Exception as error:
        raise UsageError(f"{file} cannot be loaded: {type(error).__name__}: {error}") from None
    if not found:
        raise UsageError(f"{file} holds no spider: a class of scrapy.Spider's with a name")
    return found[-1]
