"""``newscrawl doctor [SITE ...]``: what works at a site now, field by field."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newscrawl.archive import Archive, ArchiveError, ArchiveMissingError
from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.options import add_data_option, data_place
from newscrawl.cli.site_choice import check_site, site_loader, use_data_option
from newscrawl.monitoring.history import last_with_articles, troubled_sites
from newscrawl.monitoring.measures import Measures
from newscrawl.probing.looking import leave_no_trace, look_at
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable


class DoctorCommand(NewscrawlCommand):
    """Exit status: 0 all works, 1 something does not, 2 bad usage, 4 held by a run, 5 storage trouble."""

    requires_project = True

    def syntax(self) -> str:
        return "[SITE ...]"

    def short_desc(self) -> str:
        return "Say what works at a site now, field by field"

    def long_desc(self) -> str:
        return (
            "Ask each way of discovery once and read three articles, and compare them with the site's last"
            " run. Without sites, those whose last run failed or raised alarms. Nothing is stored."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        use_data_option(opts, self.settings)
        for site in args:
            check_site(site, self.settings)
        leave_no_trace(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        if not opts.loglevel:
            quieten_startup()
        data = data_place(self.settings)
        try:
            before = _before(data, args, site_loader(self.settings).list())
            self.exitcode = self._examine(data, before)
        except (ArchiveError, OSError) as error:
            print(f"newscrawl doctor: {error}", file=sys.stderr)
            self.exitcode = ExitStatus.STORAGE

    def _examine(self, data: str | Path, before: dict[str, Measures | None]) -> ExitStatus:
        assert self.crawler_process is not None
        if not before:
            print("No site's last run failed or raised an alarm; name a site to look at it all the same.")
            return ExitStatus.FINE
        seen = look_at(list(before), self.crawler_process, data)
        for examination in seen:
            print(*map(printable, examination.lines(before[examination.site])), "", sep="\n")
        if not seen:
            return ExitStatus.ALL_HELD
        healthy = all(examination.healthy(before[examination.site]) for examination in seen)
        return ExitStatus.FINE if healthy else ExitStatus.SOME_FAILED


def _before(data: str | Path, sites: list[str], known: list[str]) -> dict[str, Measures | None]:
    """The sites to look at, each with its last good run."""
    try:
        with Archive.open(data, create=False) as archive:
            chosen = sites or [site for site in troubled_sites(archive) if site in known]
            return {site: last_with_articles(archive, site) for site in chosen}
    except ArchiveMissingError:
        return dict.fromkeys(sites)
