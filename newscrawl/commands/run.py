"""``newscrawl run``: many sites in one process."""

from __future__ import annotations

import argparse
import sys

from scrapy.commands import BaseRunSpiderCommand

from newscrawl.commands.crawl import check_arguments, quieten_startup
from newscrawl.commands.options import (
    add_data_option,
    add_site_choice,
    chosen_sites,
    data_folder,
    minutes,
    use_data_option,
)
from newscrawl.runs.outcome import ExitStatus, exit_status
from newscrawl.runs.session import Session
from newscrawl.runs.table import table_lines


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
        add_site_choice(parser)
        add_data_option(parser)
        parser.add_argument("--budget", type=minutes, metavar="MIN", help="minutes for the whole run")
        parser.add_argument("--site-budget", type=minutes, metavar="MIN", help="minutes for each site")
        parser.add_argument("--quiet", action="store_true", help="print only trouble")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        check_arguments(opts.spargs)
        opts.sites = chosen_sites("run", args, opts)
        assert self.settings is not None
        use_data_option(opts, self.settings)
        if opts.quiet and not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not opts.loglevel:
            quieten_startup()
        assert self.crawler_process is not None
        assert self.settings is not None
        budgets = [budget for budget in (opts.budget, opts.site_budget) if budget]
        session = Session(self.crawler_process, data_folder(self.settings), min(budgets, default=None))
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
