"""``newscrawl report``: the archive as one HTML file with plots."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.archive import Archive
from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.targets import new_file
from newscrawl.record.outcome import ExitStatus
from newscrawl.reporting.figures import figures
from newscrawl.reporting.page import page

_STANDARD_OUTPUT = "-"


class ReportCommand(ArchiveCommand):
    """Exit status: 0 fine, 2 bad usage or no plotly, 5 storage trouble."""

    def syntax(self) -> str:
        return "--output FILE.html"

    def short_desc(self) -> str:
        return "Write a report with plots, one HTML file"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--output", type=Path, metavar="FILE.html", help="where it goes, - for standard output"
        )

    def check(self, args: list[str], opts: argparse.Namespace) -> None:
        super().check(args, opts)
        if args or not opts.output:
            raise UsageError("report takes --output FILE.html and nothing else")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        html = page(figures(archive, made=datetime.now(UTC)))
        if str(opts.output) == _STANDARD_OUTPUT:
            sys.stdout.write(html)
            return ExitStatus.FINE
        with new_file(opts.output) as unfinished:
            unfinished.write_text(html, encoding="utf-8")
        print(f"{opts.output}: {len(html.encode()) / 1e6:.1f} MB")
        return ExitStatus.FINE
