"""``newscrawl run``: many sites in one process."""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from scrapy.commands import BaseRunSpiderCommand

from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.commands.crawl import check_arguments, places_of, refuse_unwritable
from newscrawl.cli.feed_files import shared_by_several
from newscrawl.cli.following import add_following_option, check_following, follow
from newscrawl.cli.options import (
    add_data_option,
    add_search_option,
    add_site_choice,
    add_warc_option,
    data_place,
    minutes,
)
from newscrawl.cli.site_choice import (
    chosen_sites,
    refuse_jobdir,
    use_readers,
    use_warc_option,
)
from newscrawl.cli.usage import UsageError
from newscrawl.cli.watch_telling import tell_watches
from newscrawl.engine.watching.json_log import use_json_log
from newscrawl.engine.watching.progress import Progress
from newscrawl.monitoring.notices import NoticeError, check_addresses, notify
from newscrawl.monitoring.table import sum_line, table_lines
from newscrawl.record.outcome import SHUTDOWN_REASON, ExitStatus, Outcome, exit_status
from newscrawl.runs.session import Session
from newscrawl.sites import DEFAULT_ZONE


class RunCommand(NewscrawlCommand, BaseRunSpiderCommand):
    """Crawls many sites. Exit status: see :class:`newscrawl.record.outcome.ExitStatus`."""

    requires_project = True

    def syntax(self) -> str:
        return "[SITE ...] [--region R] [--kind K] [--family F] [--all] [-a NAME=VALUE ...]"

    def short_desc(self) -> str:
        return "Crawl many sites in one process"

    def long_desc(self) -> str:
        return (
            "Crawl the named sites, or those that the filters choose, side by side and each politely. Exit"
            " status: 0 fine, 1 some sites failed, 2 bad usage, 3 alarms, 4 every site is held by another"
            " run, 5 storage trouble."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_site_choice(parser)
        add_data_option(parser)
        add_search_option(parser)
        add_following_option(parser)
        add_warc_option(parser)
        parser.add_argument("--budget", type=minutes, metavar="MIN", help="minutes for the whole run")
        parser.add_argument("--site-budget", type=minutes, metavar="MIN", help="minutes for each site")
        parser.add_argument("--quiet", action="store_true", help="print only trouble")
        parser.add_argument(
            "--heartbeat", action="store_true", help="with --quiet: one line where there is no trouble"
        )
        parser.add_argument(
            "--notify",
            action="append",
            default=[],
            metavar="URL",
            help="where notices of trouble go, as apprise writes it; also NEWSCRAWL_NOTIFY, as a setting or a"
            " variable of the environment",
        )
        parser.add_argument("--json-log", action="store_true", help="log as JSON lines, with the run's id")

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        _check_log(opts.logfile)
        if shared := shared_by_several(places_of(opts)):
            raise UsageError(
                f"{shared[0]}: sites that are crawled side by side cannot share a file. Write one a site"
                " (-O '%(site)s.jsonl'), or put what is stored into one file afterwards (newscrawl export)."
            )
        refuse_unwritable(opts, self.settings)
        super().process_options(args, opts)
        if opts.trust_search:
            opts.spargs["trust_search"] = "1"
        check_arguments(opts.spargs)
        check_following(opts.then)
        try:
            opts.addresses = check_addresses(opts.notify, self.settings.get("NEWSCRAWL_NOTIFY") or "")
        except NoticeError as error:
            raise UsageError(f"{error}.") from None
        refuse_jobdir(self.settings)
        use_warc_option(opts, self.settings)
        opts.sites = chosen_sites("run", args, opts, self.settings)
        use_readers(self.settings, sites=len(opts.sites))
        if opts.json_log:
            self.settings.set("LOG_ENABLED", False, priority="cmdline")
        elif not opts.loglevel:
            # Progress and the table tell the rest.
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not opts.loglevel:
            quieten_startup()
        outcomes = self._crawl(opts)
        self.exitcode = exit_status(outcomes)
        shown = [outcome for outcome in outcomes if not opts.quiet or outcome.state != "fine"]
        if shown:
            width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
            print(*table_lines(shown, width=width), sep="\n")
        notify(opts.addresses, outcomes)
        data = data_place(self.settings)
        self.exitcode = tell_watches(data, self.exitcode, quiet=opts.quiet)
        if not any(outcome.stats.get("finish_reason") == SHUTDOWN_REASON for outcome in outcomes):
            self.exitcode = follow(opts.then, data, self.exitcode, quiet=opts.quiet)
        if opts.heartbeat and not shown:
            print(f"{datetime.now(ZoneInfo(DEFAULT_ZONE)):%Y-%m-%d %H:%M %Z}: {sum_line(outcomes)}")

    def _crawl(self, opts: argparse.Namespace) -> Sequence[Outcome]:
        session = Session(
            self.crawler_process,
            data_place(self.settings),
            budget=opts.budget,
            site_budget=opts.site_budget,
            at_once=self.settings.getint("NEWSCRAWL_SITES_AT_ONCE"),
        )
        if opts.json_log:
            use_json_log(session.run_id, level=self.settings["LOG_LEVEL"], file=self.settings["LOG_FILE"])
        if opts.quiet:
            return _through(session, opts)
        live = False if opts.json_log else None
        progress = Progress(session, seconds=self.settings.getfloat("NEWSCRAWL_PROGRESS_SECONDS"), live=live)
        session.on_start = progress.watch
        with progress:
            return _through(session, opts)


def _through(session: Session, opts: argparse.Namespace) -> Sequence[Outcome]:
    for site in opts.sites:
        session.add(site, opts.spargs)
    return session.run()


def _check_log(name: str | None) -> None:
    """Say in one line that a log cannot be written, before Scrapy stumbles over it."""
    if not name:
        return
    try:
        logging.FileHandler(name, encoding="utf-8").close()
    except OSError as error:
        print(f"newscrawl run: the log cannot be written: {error}", file=sys.stderr)
        sys.exit(ExitStatus.STORAGE)
