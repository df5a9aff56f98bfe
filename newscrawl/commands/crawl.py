"""``newscrawl crawl SITE``: Scrapy's crawl command, with checked arguments and a summary."""

from __future__ import annotations

import argparse
import logging
import sys
from typing import Any

from pydantic import ValidationError
from scrapy import signals
from scrapy.commands.crawl import Command
from scrapy.exceptions import UsageError

from newscrawl.items import Article
from newscrawl.monitoring.summary import summary_lines
from newscrawl.publishers import publishers
from newscrawl.spiders.arguments import CrawlArguments
from newscrawl.suggestions import did_you_mean

_OUTPUT_TO_STDOUT = ("stdout:", "-")


class CrawlCommand(Command):
    """Crawls one site. Exit status: 0 fine, 1 the crawl failed, 2 bad usage."""

    _first: Article | None = None

    def syntax(self) -> str:
        return "SITE [-a NAME=VALUE ...] [-O FILE.jsonl]"

    def short_desc(self) -> str:
        return "Crawl one site"

    def long_desc(self) -> str:
        facts = "; ".join(
            f"{name}: {field.description}" for name, field in CrawlArguments.model_fields.items()
        )
        return f"Crawl one site. Arguments for -a: {facts}."

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        _check_site(args)
        _check_arguments(opts.spargs)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        site = args[0]
        if not opts.loglevel:
            quieten_startup()
        assert self.crawler_process is not None
        crawler = self.crawler_process.create_crawler(publishers()[site])
        crawler.signals.connect(self._keep_first, signal=signals.item_scraped)
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        if self.crawler_process.bootstrap_failed or crawler.stats is None:
            self.exitcode = 1
            return
        stats = crawler.stats.get_stats()
        output = ", ".join(str(uri) for uri in crawler.settings.getdict("FEEDS"))
        for line in summary_lines(site, stats, output=output, first=self._first):
            print(line, file=sys.stderr if output.startswith(_OUTPUT_TO_STDOUT) else sys.stdout)
        self.exitcode = 0 if stats.get("finish_reason") == "finished" else 1

    def _keep_first(self, item: Any) -> None:
        if self._first is None and isinstance(item, Article):
            self._first = item


def quieten_startup() -> None:
    """Keep Scrapy's lists of components and settings out of the log; ``-L DEBUG`` brings them back."""
    for name in ("scrapy.addons", "scrapy.crawler", "scrapy.middleware", "scrapy.utils.log"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _check_site(args: list[str]) -> None:
    if len(args) != 1:
        raise UsageError(f"crawl takes one site, not {len(args)}; 'newscrawl sites' lists them")
    if args[0] not in publishers():
        raise UsageError(
            f"There is no site '{args[0]}'.{did_you_mean(args[0], publishers())}", print_help=False
        )


def _check_arguments(given: dict[str, str]) -> None:
    try:
        CrawlArguments.model_validate(given)
    except ValidationError as error:
        raise UsageError(" ".join(_explain(fault) for fault in error.errors()), print_help=False) from None


def _explain(fault: Any) -> str:
    name = str(fault["loc"][0])
    if fault["type"] == "extra_forbidden":
        known = CrawlArguments.model_fields
        return f"There is no argument '{name}'.{did_you_mean(name, known)} Known: {', '.join(known)}."
    return f"Argument '{name}={fault['input']}': {fault['msg'].removeprefix('Value error, ')}."
