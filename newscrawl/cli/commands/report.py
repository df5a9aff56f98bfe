"""``newscrawl report``: the archive as one HTML file with plots."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.archive import Archive
from newscrawl.archive.statistics import statistics
from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.selecting import add_selection_options, selection, why_none
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.targets import new_file
from newscrawl.record.outcome import ExitStatus
from newscrawl.reporting.figures import figures
from newscrawl.reporting.page import page

_STANDARD_OUTPUT = "-"


class ReportCommand(ArchiveCommand):
    """Exit status: 0 fine, 2 bad usage or no plotly, 5 storage trouble."""

    def syntax(self) -> str:
        return "--output FILE.html [--words QUERY] [--site SITE] [--since DAY] [options]"

    def short_desc(self) -> str:
        return "Write a report with plots, one HTML file"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        add_selection_options(parser)
        super().add_options(parser)
        parser.add_argument("--words", metavar="QUERY", help="only with these words, as 'newscrawl search'")
        parser.add_argument(
            "--output", type=Path, metavar="FILE.html", help="where it goes, - for standard output"
        )

    def check(self, args: list[str], opts: argparse.Namespace) -> None:
        super().check(args, opts)
        if args or not opts.output:
            what = f"no '{args[0]}'; for words use --words" if args else "--output FILE.html"
            raise UsageError(f"report takes {what}")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        now = datetime.now(UTC)
        chosen = selection(archive, opts, words=opts.words, now=now)
        told = _told(opts)
        if told and not statistics(archive, chosen, by="site"):
            return self.complain(why_none(archive, opts))
        html = page(figures(archive, made=now, chosen=chosen, told=told))
        if str(opts.output) == _STANDARD_OUTPUT:
            sys.stdout.write(html)
            return ExitStatus.FINE
        with new_file(opts.output) as unfinished:
            unfinished.write_text(html, encoding="utf-8")
        print(f"{opts.output}: {len(html.encode()) / 1e6:.1f} MB")
        return ExitStatus.FINE


def _told(opts: argparse.Namespace) -> str:
    """What is chosen, for the head of the page; "" for everything."""
    parts = [
        *(opts.site or ()),
        *(opts.region or ()),
        f"words {opts.words}" if opts.words else "",
        f"from {opts.since}" if opts.since else "",
        f"until {opts.until}" if opts.until else "",
        *(opts.language or ()),
        f"{opts.min_length} characters and more" if opts.min_length is not None else "",
        f"{opts.max_length} characters and fewer" if opts.max_length is not None else "",
    ]
    return ", ".join(filter(None, parts))
