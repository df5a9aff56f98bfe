"""``newscrawl doctor [SITE ...]``: what works at a site now, field by field, or at many in a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.archive import Archive, ArchiveError, ArchiveMissingError
from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.options import (
    FILTERS,
    add_data_option,
    add_site_choice,
    data_place,
    minutes,
)
from newscrawl.cli.site_choice import check_site, chosen_sites, site_loader
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.targets import new_file
from newscrawl.monitoring.history import last_with_articles, troubled_sites
from newscrawl.monitoring.measures import Measures
from newscrawl.probing.health import COLUMNS, Health, json_of, line_of, markdown_of, sum_of, widths_of
from newscrawl.probing.looking import Looked, leave_no_trace, look_at
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable
from newscrawl.spiders.base import NewsSpider
from newscrawl.spiders.loader import described

_FORMS: dict[str, Callable[[list[Health], datetime], str]] = {".json": json_of, ".md": markdown_of}
_MINUTES = 10 * 60.0
"""What a site may take, unless said: robots.txt may ask for minutes between requests, and others wait."""


class DoctorCommand(NewscrawlCommand):
    """Exit status: 0 all works, 1 something does not, 2 bad usage, 4 held by a run, 5 storage trouble."""

    requires_project = True

    def syntax(self) -> str:
        return "[SITE ...] [--all | --region R | --kind K | --family F] [--output FILE.json|FILE.md]"

    def short_desc(self) -> str:
        return "Say what works at a site now, field by field"

    def long_desc(self) -> str:
        return (
            "Ask each way of discovery once and read three articles, and compare them with the site's last"
            " run. Without sites, those whose last run failed or raised alarms. Of sites that filters or"
            " --all choose, a table with a line a site; --output keeps the table, or every fact as JSON."
            " Nothing is stored in the archive."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        add_site_choice(parser)
        add = parser.add_argument
        add("--site", action="append", default=[], metavar="SITE", help="a site, as without the option")
        add("--table", action="store_true", help="a table of the named sites too")
        add(
            "--output",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="keep what was seen: FILE.json with every fact, FILE.md with the table; may be repeated",
        )
        add("--site-budget", type=minutes, default=_MINUTES, metavar="MIN", help="minutes for a site (10)")

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        for path in opts.output:
            _check_output(path)
        opts.filtered = opts.all or any(getattr(opts, name) for name in (*FILTERS, "text"))
        opts.sites = list(dict.fromkeys([*args, *opts.site]))
        for site in opts.sites:
            if "://" in site:
                raise UsageError(
                    f"{site}: doctor looks at sites that have a file; of others, newscrawl probe"
                )
            if not issubclass(check_site(site, self.settings), NewsSpider):
                raise UsageError(f"'{site}' is a spider of its own kind; only Scrapy knows what it asks for")
        if opts.filtered:
            opts.sites = chosen_sites("doctor", opts.sites, opts, self.settings)
        leave_no_trace(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "CRITICAL" if opts.filtered else "ERROR", priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not opts.loglevel:
            quieten_startup()
        data = data_place(self.settings)
        try:
            before = _before(data, opts.sites, site_loader(self.settings).list())
            self.exitcode = self._look(data, before, opts)
        except (ArchiveError, ExportError, OSError) as error:
            print(f"newscrawl doctor: {error}", file=sys.stderr)
            self.exitcode = ExitStatus.STORAGE

    def _look(
        self, data: str | Path, before: dict[str, Measures | None], opts: argparse.Namespace
    ) -> ExitStatus:
        if not before:
            print(f"{_no_trouble(data)}; name a site to look at it all the same.")
            return ExitStatus.FINE
        healths: list[Health] = []
        widths = widths_of(before)
        as_table = opts.filtered or opts.table

        def tell(looked: Looked) -> None:
            healths.append(self._health(looked, before[looked.site]))
            if as_table:
                print(line_of(healths[-1].row(), widths), flush=True)
            else:
                _tell_all(healths[-1])

        if as_table:
            print(line_of(COLUMNS, widths))
        look_at(
            list(before),
            self.crawler_process,
            data,
            at_once=self.settings.getint("NEWSCRAWL_SITES_AT_ONCE"),
            site_budget=opts.site_budget,
            told=tell,
        )
        if as_table:
            print("", sum_of(healths), sep="\n")
        made = datetime.now(UTC)
        for path in opts.output:
            with new_file(path) as unfinished:
                unfinished.write_text(_FORMS[path.suffix](healths, made), encoding="utf-8")
        return _status(healths)

    def _health(self, looked: Looked, before: Measures | None) -> Health:
        spider = check_site(looked.site, self.settings)
        assert issubclass(spider, NewsSpider)
        return Health(described(spider), looked, before)


def _check_output(path: Path) -> None:
    """Say before anybody is asked that nothing could be kept there: many sites take an hour."""
    if path.suffix not in _FORMS:
        raise UsageError(f"--output {path}: name a file that ends in {' or '.join(_FORMS)}")
    if path.is_dir():
        raise UsageError(f"--output {path}: is a folder; name a file")
    if not path.parent.is_dir():
        raise UsageError(f"--output {path}: there is no folder {path.parent}; make it first")


def _tell_all(health: Health) -> None:
    seen = health.looked.examination
    if health.looked.note:
        sys.stderr.write(f"newscrawl: {health.looked.note}\n")
    if seen is not None:
        print(*map(printable, seen.lines(health.before)), "", sep="\n")


def _status(healths: list[Health]) -> ExitStatus:
    if all(health.looked.examination is None for health in healths):
        return ExitStatus.ALL_HELD
    fine = all(health.state == "works" for health in healths if health.looked.examination is not None)
    return ExitStatus.FINE if fine else ExitStatus.SOME_FAILED


def _no_trouble(data: str | Path) -> str:
    """Why an archive names no site in trouble; that of nothing but nothing is known is no good news."""
    with Archive.open(data, create=False) as archive:
        ended = {run.site for run in archive.runs.all() if run.ended_at}
        troubled = troubled_sites(archive)
    if not ended:
        return "The archive has no run that ended, so it names no site in trouble"
    if troubled:
        return (
            f"{', '.join(map(printable, troubled))}: the last run failed or raised an alarm, and there is no"
            " site file to look at (newscrawl probe https://...)"
        )
    return f"No last run of the {len(ended)} sites in the archive failed or raised an alarm"


def _before(data: str | Path, sites: list[str], known: list[str]) -> dict[str, Measures | None]:
    """The sites to look at, each with its last good run.

    Raises:
        ArchiveMissingError: no site is named, and there is no archive that knows which are in trouble.
    """
    try:
        with Archive.open(data, create=False) as archive:
            chosen = sites or [site for site in troubled_sites(archive) if site in known]
            return {site: last_with_articles(archive, site) for site in chosen}
    except ArchiveMissingError:
        if not sites:
            raise
        return dict.fromkeys(sites)
