"""``newscrawl urls SITE``: the addresses of a site's articles, without the articles."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from contextlib import ExitStack

from scrapy.crawler import Crawler

from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.commands.crawl import arguments_of, check_arguments
from newscrawl.cli.options import add_data_option, data_place
from newscrawl.cli.site_choice import check_site, refuse_jobdir, site_of_address
from newscrawl.cli.unread import reader_has_left
from newscrawl.cli.usage import UsageError
from newscrawl.discovery.source import Found
from newscrawl.engine.addresses_only import TELL
from newscrawl.probing.looking import interrupted, leave_no_trace
from newscrawl.record.outcome import ExitStatus, judge
from newscrawl.runs.locks import LockedError, site_lock
from newscrawl.runs.session import lock_names
from newscrawl.runs.startup import run_until_done
from newscrawl.spiders.base import NewsSpider

_MIDDLEWARE = "newscrawl.engine.addresses_only.AddressesOnly"


class UrlsCommand(NewscrawlCommand):
    """Prints one address a line as the listings name them, and stores nothing.

    Exit status: 0 there are some, 1 there are none, 2 bad usage, 4 a run holds the site.
    """

    requires_project = True

    def syntax(self) -> str:
        return "SITE|https://ADDRESS [-a NAME=VALUE ...] [--json]"

    def short_desc(self) -> str:
        return "List the addresses of a site's articles without fetching them"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        parser.add_argument(
            "-a", dest="spargs", action="append", default=[], metavar="NAME=VALUE", help="as for crawl"
        )
        parser.add_argument(
            "--json", action="store_true", help="a JSON object a line, with what the listing says"
        )

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        refuse_jobdir(self.settings)
        leave_no_trace(self.settings)
        opts.spargs = arguments_of(opts.spargs)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")
        self.settings.set("ITEM_PIPELINES", {}, priority="cmdline")
        middlewares = self.settings.getdict("SPIDER_MIDDLEWARES") | {_MIDDLEWARE: 50}
        self.settings.set("SPIDER_MIDDLEWARES", middlewares, priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError(f"urls takes one site, not {len(args)}; 'newscrawl sites' lists them")
        site = site_of_address(args[0], opts.spargs)
        spider = check_site(site, self.settings)
        if not issubclass(spider, NewsSpider):
            raise UsageError(f"'{site}' is a spider of its own kind; only Scrapy knows what it asks for")
        check_arguments(opts.spargs, spider.arguments())
        if not opts.loglevel:
            quieten_startup()
        told: set[str] = set()
        stopping: list[asyncio.Future[None]] = []

        def tell(found: Found) -> None:
            if found.url in told:
                return
            told.add(found.url)
            try:
                print(_line(found) if opts.json else found.url, flush=True)
            except BrokenPipeError:
                reader_has_left()
                stopping.append(asyncio.ensure_future(crawler.stop_async()))

        self.settings.set(TELL, tell, priority="cmdline")
        crawler = self.crawler_process.create_crawler(spider)
        try:
            with ExitStack() as locks:
                for name in lock_names(site, opts.spargs):
                    locks.enter_context(site_lock(data_place(self.settings), name))
                self.crawler_process.crawl(crawler, **opts.spargs)
                run_until_done(self.crawler_process, at_once=True)
        except LockedError as error:
            sys.stderr.write(f"newscrawl: {error}\n")
            self.exitcode = ExitStatus.ALL_HELD
            return
        if interrupted(crawler) and not stopping:
            raise KeyboardInterrupt
        if not told:
            sys.stderr.write(f"newscrawl urls: {_why_none(site, crawler)}\n")
            self.exitcode = ExitStatus.SOME_FAILED


def _line(found: Found) -> str:
    said = {"url": found.url, "title": found.title, "published": found.published, "modified": found.modified}
    return json.dumps(said, ensure_ascii=False)


def _why_none(site: str, crawler: Crawler) -> str:
    stats = crawler.stats.get_stats() if crawler.stats is not None else {}
    return f"{site}: no address of an article; {judge(site, stats).note or 'no listing names one'}"
