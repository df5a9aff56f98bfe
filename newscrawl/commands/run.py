"""``newscrawl run``: many sites in one process."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.crawl import check_arguments, quieten_startup
from newscrawl.commands.sites import select
from newscrawl.publishers import catalogue, publishers
from newscrawl.runs.outcome import ExitStatus, exit_status
from newscrawl.runs.session import Session
from newscrawl.runs.table import table_lines
from newscrawl.suggestions import did_you_mean


class RunCommand(BaseRunSpiderCommand):
    """Crawls many sites. Exit status: see :class:`newscrawl.runs.outcome.ExitStatus`."""

    requires_project = True

    def syntax(self) -> str:
        return "[SITE ...] [--region R] [--kind K] [--family F] [--all] [-a NAME=VALUE ...]"

    def short_desc(self) -> str:
        return "Crawl many sites in one process"

    def long_desc(self) -> str:
        return (
            "Crawl the named sites, or those that the filters choose, all at once and each politely. Exit"
            " status: 0 fine, 1 some sites failed, 2 bad usage, 3 alarms, 4 every site is held by another"
            " run, 5 storage trouble."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--region", metavar="PROVINCE", help="sites of a province, or 'national'")
        parser.add_argument("--kind", metavar="KIND", help="'national' or 'regional' sites")
        parser.add_argument("--family", metavar="FAMILY", help="sites of a system or network")
        parser.add_argument("--text", metavar="WORDS", help="sites with these words in name, title or domain")
        parser.add_argument("--all", action="store_true", help="every site")
        parser.add_argument("--budget", type=_minutes, metavar="MIN", help="minutes for the whole run")
        parser.add_argument("--site-budget", type=_minutes, metavar="MIN", help="minutes for each site")
        parser.add_argument("--quiet", action="store_true", help="print only trouble")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        check_arguments(opts.spargs)
        opts.sites = _chosen(args, opts)
        assert self.settings is not None
        if opts.quiet and not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not opts.loglevel:
            quieten_startup()
        assert self.crawler_process is not None
        assert self.settings is not None
        budgets = [budget for budget in (opts.budget, opts.site_budget) if budget]
        session = Session(
            self.crawler_process, Path(self.settings["NEWSCRAWL_DATA"]), min(budgets, default=None)
        )
        try:
            for site in opts.sites:
                session.add(site, opts.spargs)
        except OSError as error:
            print(f"newscrawl run: the data folder cannot be written: {error}", file=sys.stderr)
            self.exitcode = ExitStatus.STORAGE
            return
        outcomes = session.run()
        self.exitcode = exit_status(outcomes)
        if not opts.quiet or self.exitcode != ExitStatus.FINE:
            print(*table_lines(outcomes), sep="\n")


def _chosen(args: list[str], opts: argparse.Namespace) -> list[str]:
    filtered = any((opts.region, opts.kind, opts.family, opts.text))
    if not args and not filtered and not opts.all:
        raise UsageError("run takes sites, a filter such as --region, or --all", print_help=False)
    for site in args:
        if site not in publishers():
            raise UsageError(
                f"There is no site '{site}'.{did_you_mean(site, publishers())}", print_help=False
            )
    by_filter = [publisher.name for publisher in select(catalogue(), opts)] if filtered or opts.all else []
    chosen = list(dict.fromkeys([*args, *by_filter]))
    if not chosen:
        raise UsageError("No site passes all of these filters together.", print_help=False)
    return chosen


def _minutes(text: str) -> float:
    minutes = float(text)
    if minutes <= 0:
        raise argparse.ArgumentTypeError(f"'{text}' must be more than 0 minutes")
    return 60 * minutes
