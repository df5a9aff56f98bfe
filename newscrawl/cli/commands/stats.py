"""``newscrawl stats``: what is in the archive."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newscrawl.archive.statistics import GROUPINGS, Line, statistics
from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.selecting import add_selection_options, selection, why_none
from newscrawl.cli.usage import UsageError
from newscrawl.record.printable import printable, printable_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newscrawl.archive import Archive


class StatsCommand(ArchiveCommand):
    """Prints counts. Exit status: 0 fine, 1 nothing is there, 2 bad usage, 5 storage trouble."""

    def syntax(self) -> str:
        return "[--by site|day|month] [options]"

    def short_desc(self) -> str:
        return "Count what is in the archive"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        add_selection_options(parser)
        super().add_options(parser)
        parser.add_argument(
            "--by", choices=GROUPINGS, default="site", help="a line a site, day or month (default: site)"
        )
        parser.add_argument("--words", metavar="QUERY", help="only with these words, as 'newscrawl search'")
        parser.add_argument("--json", action="store_true", help="print a JSON list")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        if args:
            raise UsageError(f"stats takes no '{args[0]}'; for words use --words")
        chosen = selection(archive, opts, words=opts.words, now=datetime.now(UTC))
        lines = statistics(archive, chosen, by=opts.by)
        if opts.json:
            text = json.dumps([line.as_dict() for line in lines], ensure_ascii=False, indent=2)
            print(printable_json(text))
        elif lines:
            print("\n".join(table(lines, by=opts.by)))
        return 0 if lines else self.complain(why_none(archive, opts))


def table(lines: Sequence[Line], *, by: str) -> list[str]:
    """An aligned table with a line of sums."""
    head = (by, "articles", "versions", "copies", "characters", "first", "last")
    rows = [head, *(_cells(line) for line in lines), _cells(Line.total(lines))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    numbers = range(1, 5)
    return [
        "  ".join(
            cell.rjust(width) if column in numbers else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _cells(line: Line) -> tuple[str, ...]:
    counts: tuple[Any, ...] = (line.articles, line.versions, line.copies, line.characters)
    return (
        printable(line.group),
        *(f"{count:,}" for count in counts),
        line.first or "-",
        line.last or "-",
    )
