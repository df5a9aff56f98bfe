"""``newscrawl import``: pages of WARC files into the archive."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawl.archive import Archive
from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.usage import UsageError
from newscrawl.cli.warc_options import add_warc_reading, warc_places, warc_selection
from newscrawl.datasets.progress import progress
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable

if TYPE_CHECKING:
    import argparse

_OUTCOMES = {
    "new": "new",
    "updated": "with a new version",
    "earlier": "with an earlier version",
    "unchanged": "stored already",
    "same-page": "with the text of another",
}


class ImportCommand(ArchiveCommand):
    """Stores the articles of WARC files.

    Exit status: 0 fine, 1 a file could not be read, 2 bad usage, 5 storage trouble.
    """

    creates = True

    def syntax(self) -> str:
        return "--warc FILE|DIR|URL ... [options]"

    def short_desc(self) -> str:
        return "Put the articles of WARC files into the archive"

    def long_desc(self) -> str:
        return (
            "Read the pages of known publishers out of WARC files of any crawler and store their articles as"
            " if they had been crawled when the pages were fetched: versions stand in the order of fetching,"
            " and nothing is stored twice, however often it is imported."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_warc_reading(parser)

    def check(self, args: list[str], opts: argparse.Namespace) -> None:
        super().check(args, opts)
        if args or not opts.warc:
            raise UsageError("import takes --warc FILE|DIR|URL and options, nothing else")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        places = warc_places(opts)
        from newscrawl.warc.extracting import extract_files  # noqa: PLC0415 - the extra
        from newscrawl.warc.importing import import_read  # noqa: PLC0415

        selection = warc_selection(opts, now=datetime.now(UTC))
        read_counts: Counter[str] = Counter()
        outcomes: Counter[str] = Counter()
        files = 0
        try:
            with progress("Importing") as report:
                for read in extract_files(places, selection, workers=opts.workers):
                    outcomes += import_read(archive, read)
                    read_counts += read.counts
                    for fault in read.faults:
                        sys.stderr.write(f"newscrawl import: {printable(fault)}\n")
                    files += read.piece.last
                    report(files, len(places))
        except BrokenProcessPool:
            return self.complain(
                "a process died, perhaps for want of memory; import again with fewer --workers"
            )
        print(_summary(outcomes, read_counts))
        return ExitStatus.SOME_FAILED if read_counts["unreadable"] else ExitStatus.FINE


def _summary(outcomes: Counter[str], counts: Counter[str]) -> str:
    told = ", ".join(f"{outcomes[name]:,} {words}" for name, words in _OUTCOMES.items() if outcomes[name])
    return (
        f"articles: {told or 'none'}\n"
        f"pages: {counts['pages']:,} read, {counts['no-article']:,} of them no article; {counts['foreign']:,}"
        f" of {counts['answers']:,} answers were of other sites"
    )
