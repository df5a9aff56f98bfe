"""``newscrawl backfill``: the plan and the state of a range of days, site by site."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from newscrawl.archive import Archive, ArchiveError, ArchiveMissingError
from newscrawl.cli.command import EnginelessCommand, saying_usage
from newscrawl.cli.options import add_data_option, add_site_choice, choice_words, data_place
from newscrawl.cli.site_choice import chosen_sites, site_loader
from newscrawl.cli.spans import read_span
from newscrawl.cli.usage import UsageError
from newscrawl.discovery.declared import declared_source
from newscrawl.discovery.source import Want
from newscrawl.record.outcome import ExitStatus
from newscrawl.runs.backfill import Backfill, state

if TYPE_CHECKING:
    import argparse

    from newscrawl.sites import Publisher

_COLUMNS = ("site", "way", "days", "done", "to do", "articles", "a day", "time left")
_HOUR, _DAY = 3600.0, 86400.0


class BackfillCommand(EnginelessCommand):
    """Says how far the past of sites is stored, and goes on with it.

    Exit status: 0 no day is left, 1 days are left, 2 bad usage, 5 storage; with --run that of the run.
    """

    def syntax(self) -> str:
        return "SITE ... --since DAY [--until DAY] [--run] [--json]"

    def short_desc(self) -> str:
        return "Plan a range of days, and see how much of it is stored"

    def long_desc(self) -> str:
        return (
            "For each site the days of the range that were walked to their end, those that are left, the"
            " articles stored, and how long the rest may take. With --run the range is crawled, as 'newscrawl"
            " run' does; days that are done are not asked for again, so a run that was broken off goes on"
            " where it was. Exit status: 0 no day is left, 1 days are left, 2 bad usage, 5 storage; with"
            " --run that of the run."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_site_choice(parser)
        add_data_option(parser)
        parser.add_argument("--since", metavar="DAY", help="the first day, such as 2020-01-01, 2020 or 30d")
        parser.add_argument("--until", metavar="DAY", help="the last day (default: yesterday)")
        parser.add_argument("--run", action="store_true", help="crawl what is left")
        parser.add_argument("--json", action="store_true", help="print a JSON line a site")

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        opts.sites = chosen_sites("backfill", args, opts, self.settings)
        if not opts.since:
            raise UsageError("backfill takes --since, the first day")
        opts.span = read_span(opts.since, opts.until, datetime.now(UTC))

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if opts.run:
            _go_on(choice_words(args, opts), opts)
        try:
            states = self._states(opts.sites, opts.span)
        except ArchiveError as error:
            sys.stderr.write(f"newscrawl backfill: {error}\n")
            self.exitcode = ExitStatus.STORAGE
            return
        if opts.json:
            print(*(json.dumps(each.as_dict(), ensure_ascii=False) for each in states), sep="\n")
        else:
            print(*_table(states, opts.span), sep="\n")
        self.exitcode = int(any(each.left for each in states))

    def _states(self, sites: Sequence[str], span: tuple[date, date]) -> list[Backfill]:
        pause = self.settings.getfloat("DOWNLOAD_DELAY")
        known = {publisher.name: publisher for publisher in site_loader(self.settings).catalogue()}
        folder = data_place(self.settings)
        states = []
        try:
            with Archive.open(folder, create=False) as archive:
                for site in sites:
                    done, stored = archive.days_done(site), _stored(archive, site)
                    states.append(state(site, _way(known, site), span, done=done, stored=stored, pause=pause))
        except ArchiveMissingError:
            return [state(site, _way(known, site), span, done=(), stored={}, pause=pause) for site in sites]
        return states


def _way(known: Mapping[str, Publisher], site: str) -> str | None:
    """The kind of the first declared source that gives a range."""
    now = datetime.now(UTC)
    want = Want(now=now, since=now - timedelta(days=800), until=now - timedelta(days=770))
    sources = map(declared_source, known[site].sources) if site in known else ()
    return next((source.kind for source in sources if source.unable(want) is None), None)


def _stored(archive: Archive, site: str) -> dict[date, int]:
    rows = archive.database.all(
        "SELECT day, count(*) FROM articles WHERE site = ? AND day IS NOT NULL GROUP BY day", (site,)
    )
    return {date.fromisoformat(day): count for day, count in rows}


def _go_on(words: Sequence[str], opts: argparse.Namespace) -> None:
    """Become the run that crawls the range."""
    first, last = opts.span
    command = [sys.executable, "-m", "newscrawl", "run", *words]
    command += ["-a", f"since={first}", "-a", f"until={last}"]
    command += [word for setting in opts.set for word in ("-s", setting)]
    if opts.data:
        command += ["--data", opts.data]
    sys.stdout.flush()
    os.execv(sys.executable, command)


def _table(states: Sequence[Backfill], span: tuple[date, date]) -> list[str]:
    rows = [_COLUMNS, *map(_row, states)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return [f"{span[0]} to {span[1]}", "", *lines, "", *_told(states)]


def _told(states: Sequence[Backfill]) -> Iterator[str]:
    left = sum(each.left for each in states)
    days = "day of a site is" if left == 1 else "days of sites are"
    yield f"{left:,} {days} left; --run goes on" if left else "no day is left"
    if at_once := [each.site for each in states if each.way and each.done is None]:
        yield f"{', '.join(at_once)}: lists everything at once, not by days; --run asks for the range"
    if unable := [each.site for each in states if each.way is None]:
        yield f"{', '.join(unable)}: no source of its file goes back; only what its listings still show"


def _row(each: Backfill) -> tuple[str, ...]:
    a_day = "?" if each.a_day is None else f"{each.a_day:.1f}"
    done, left = ("-", "-") if each.done is None else (f"{each.done:,}", f"{each.left:,}")
    counts = (f"{each.days:,}", done, left, f"{each.articles:,}")
    return (each.site, each.way or "none", *counts, a_day, _time(each.seconds))


def _time(seconds: float | None) -> str:
    if seconds is None:
        return "?"
    if seconds >= 2 * _DAY:
        return f"{seconds / _DAY:.0f} days"
    return f"{seconds / _HOUR:.1f} h" if seconds >= _HOUR else f"{seconds / 60:.0f} min"
