"""``newscrawl enqueue``: crawls for the workers to do, a backfill in parts."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import get_args

from newscrawl.archive import ArchiveError
from newscrawl.cli.command import EnginelessCommand, saying_usage
from newscrawl.cli.commands.crawl import arguments_of, check_arguments
from newscrawl.cli.fleet_place import queue_address, queue_of, say_storage
from newscrawl.cli.options import add_data_option, add_site_choice, minutes
from newscrawl.cli.site_choice import chosen_sites
from newscrawl.cli.spans import read_span
from newscrawl.cli.usage import UsageError

_SPANS = ("day", "week", "month", "year")


class EnqueueCommand(EnginelessCommand):
    """Puts jobs into the queue. Exit status: 0 fine, 2 bad usage, 5 storage trouble."""

    def syntax(self) -> str:
        return "SITE ... [-a NAME=VALUE ...] [--by month]"

    def short_desc(self) -> str:
        return "Put crawls into the queue for workers"

    def long_desc(self) -> str:
        return (
            "Put a crawl of each chosen site into the queue of the base; workers on any machine take them,"
            " one of a site at a time. With --by the range of -a since= and -a until= (default: yesterday) is"
            " cut into a job a day, week, month or year. What waits or runs already is not put in twice."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_site_choice(parser)
        add_data_option(parser)
        add = parser.add_argument
        add("-a", dest="spargs", action="append", default=[], metavar="NAME=VALUE", help="as for crawl")
        add("--by", choices=_SPANS, help="a job for each day, week, month or year of the range")
        add("--budget", type=minutes, metavar="MIN", help="minutes for each job")

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        queue_address(self.settings)
        opts.sites = chosen_sites("enqueue", args, opts, self.settings)
        opts.given = arguments_of(opts.spargs)
        check_arguments(opts.given)
        opts.each = _each(opts.given, opts.by)

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.fleet.jobs import CrawlJob  # noqa: PLC0415 - beside what an extra installs

        jobs = [CrawlJob(site, given, opts.budget) for given in opts.each for site in opts.sites]
        try:
            with queue_of(self.settings, create=True) as queue:
                put = queue.put(jobs)
        except ArchiveError as error:
            self.exitcode = say_storage("enqueue", error)
            return
        there = len(jobs) - put
        print(
            f"{put:,} job{'s' * (put != 1)} put into the queue" + (f", {there:,} there already" * bool(there))
        )


def _each(given: Mapping[str, str], by: str | None) -> Sequence[Mapping[str, str]]:
    """The arguments of each job of a site."""
    from newscrawl.fleet.jobs import Span, parts  # noqa: PLC0415

    span = next((each for each in get_args(Span) if each == by), None)
    if span is None:
        return [given]
    if "since" not in given:
        raise UsageError("--by takes -a since=DAY, the first day")
    first, last = read_span(given["since"], given.get("until"), datetime.now(UTC))
    return [
        {**given, "since": begin.isoformat(), "until": end.isoformat()}
        for begin, end in parts(first, last, span)
    ]
