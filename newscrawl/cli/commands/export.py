"""``newscrawl export``: a data set out of the archive."""

from __future__ import annotations

import argparse
import signal
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.options import count
from newscrawl.cli.selecting import add_selection_options, selection, why_none
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.choice import DEDUPS, PARTITIONS, VERSIONS, Choice
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.export import FORMATS, STANDARD_OUTPUT, Export, form_of
from newscrawl.datasets.outbox import FOLDER, Outbox, check_address
from newscrawl.datasets.progress import progress
from newscrawl.datasets.splits import Splits
from newscrawl.datasets.tables import MOST_CHARACTERS, TableForm
from newscrawl.datasets.tally import Tally
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import without_secrets
from newscrawl.record.stores import in_store
from newscrawl.sites import DEFAULT_ZONE

if TYPE_CHECKING:
    from newscrawl.archive import Archive

_OPTIONS = (
    "site",
    "region",
    "since",
    "until",
    "language",
    "words",
    "min_length",
    "max_length",
    "dedup",
    "sample",
    "split",
)
"""Options that chose the records, named in the card of a data set."""


class ExportCommand(ArchiveCommand):
    """Writes a data set. Exit status: 0 fine, 1 no article chosen, 2 bad usage, 5 storage trouble."""

    def syntax(self) -> str:
        return "--output PATH [--format jsonl|csv|xlsx|parquet|hf] [options]"

    def short_desc(self) -> str:
        return "Write a data set out of the archive"

    def long_desc(self) -> str:
        return (
            "Write the articles of the archive as JSON lines, CSV, an Excel workbook, Parquet or a Hugging"
            " Face data set. The output appears whole or not at all; the same archive gives the same output."
            " It may go to a store, such as s3://BUCKET/news.parquet (extras s3 and gs); what that does not"
            " take is kept, and delivered by the next export."
            " Without --format the ending decides: .jsonl, .csv, .tsv (each also with .gz or .zst), .xlsx,"
            " .parquet. Without a filter everything is written."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        add_selection_options(parser)
        super().add_options(parser)
        parser.add_argument(
            "--output",
            metavar="PATH",
            help="file or folder to write, or an address such as s3://BUCKET/news.parquet; {day} in it stands"
            " for today; - for standard output",
        )
        parser.add_argument("--format", choices=FORMATS, help="what to write (default: by the ending)")
        _add_choice_options(parser)
        _add_form_options(parser)
        _add_csv_options(parser)

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        if args or not opts.output:
            raise UsageError("export takes --output PATH and options, nothing else")
        place = opts.output.replace("{day}", f"{datetime.now(ZoneInfo(DEFAULT_ZONE)):%Y-%m-%d}")
        outbox = Outbox(archive.folder / FOLDER)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        _check(place)
        parcel = outbox.parcel(place) if in_store(place) else nullcontext(Path(place))
        with parcel as output:
            export = self._export(archive, opts, output)
            with progress("Writing") as report:
                tally = export.write(archive, report)
        status = self._deliver(outbox)
        name = "standard output" if output == STANDARD_OUTPUT else without_secrets(place)
        if not tally.records:
            why = _all_reserved(tally) if tally.reserved else why_none(archive, opts)
            if tally.in_no_range:
                why += f"; {tally.in_no_range:,} undated are in no range"
            return self.complain(f"{why}; {name} is empty")
        print(_summary(export, tally, name), file=sys.stderr if output == STANDARD_OUTPUT else sys.stdout)
        return status

    def _deliver(self, outbox: Outbox) -> int:
        """Deliver what earlier exports could not; the exit status."""
        arrived, left = outbox.deliver()
        for address in arrived:
            print(f"{address}: delivered, which an earlier export could not", file=sys.stderr)
        for why in left:
            self.complain(why)
        return ExitStatus.STORAGE if left else ExitStatus.FINE

    def _export(self, archive: Archive, opts: argparse.Namespace, output: Path) -> Export:
        try:
            return Export(
                output=output,
                form=opts.format or ("jsonl" if output == STANDARD_OUTPUT else form_of(output)),
                choice=Choice(
                    selection=selection(archive, opts, words=opts.words, now=datetime.now(UTC)),
                    dedup=opts.dedup,
                    versions=opts.versions,
                    partition=opts.partition,
                    sample=opts.sample,
                    beyond_reserved=opts.respect_training_optout,
                ),
                splits=Splits.parse(opts.split),
                notes=_notes(opts),
                columns=opts.columns,
                table=TableForm(opts.separator or "", opts.bom, opts.spreadsheet),
                without_reserved=opts.respect_training_optout,
            )
        except ExportError as error:
            raise UsageError(f"{error}.") from None


def _all_reserved(tally: Tally) -> str:
    return f"all articles that were chosen ({tally.reserved:,}) are reserved by their publishers"


def _check(place: str) -> None:
    """See before the work that an address leads somewhere.

    Raises:
        UsageError: it cannot, whatever the store says.
    """
    if in_store(place):
        try:
            check_address(place)
        except ExportError as error:
            raise UsageError(f"{error}.") from None


def _add_choice_options(parser: argparse.ArgumentParser) -> None:
    """Which records, beside those that every command over the archive chooses by."""
    parser.add_argument("--words", metavar="QUERY", help="only with these words, as 'newscrawl search'")
    parser.add_argument(
        "--dedup",
        choices=DEDUPS,
        default="none",
        help="keep one of the articles with the same text (exact), or of each group of copies (near)",
    )
    parser.add_argument(
        "--versions",
        choices=VERSIONS,
        default="last",
        help="which versions of an article (default: last)",
    )
    parser.add_argument(
        "--sample", type=count, metavar="N", help="only N articles, spread evenly, always the same ones"
    )
    parser.add_argument(
        "--respect-training-optout",
        action="store_true",
        help="leave out what publishers were seen to reserve against data mining and training",
    )


def _add_form_options(parser: argparse.ArgumentParser) -> None:
    """How the records are parted, and what is written of each."""
    parser.add_argument(
        "--partition", choices=PARTITIONS, default="none", help="Parquet in folders by site or month"
    )
    parser.add_argument(
        "--split",
        metavar="SHARES",
        help="train, validation and test, such as 90/5/5 (copies stay together), or by time: the days"
        " with which validation and test begin, such as 2026-05-01,2026-06-01",
    )
    parser.add_argument(
        "--columns",
        type=_names,
        default=(),
        metavar="NAMES",
        help="only these fields, in this order, such as published_at,site,title,url",
    )


def _add_csv_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("CSV")
    group.add_argument(
        "--separator",
        type=_separator,
        metavar="CHAR",
        help="between cells; 'tab' for a tab (default: ,)",
    )
    group.add_argument("--bom", action="store_true", help="begin with a byte order mark, as Excel likes it")
    group.add_argument(
        "--spreadsheet",
        action="store_true",
        help="for Excel and its like: byte order mark, no text taken for a formula, none longer than a cell",
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _separator(text: str) -> str:
    char = {"tab": "\t", "\\t": "\t"}.get(text, text)
    if len(char) != 1 or char in '"\r\n' or char.isalnum():
        raise argparse.ArgumentTypeError(f"'{text:.40}' is no separator; one character, such as ; or tab")
    return char


def _summary(export: Export, tally: Tally, name: str) -> str:
    splits = ", ".join(f"{name} {count:,}" for name, count in tally.splits.items())
    several = f" ({splits})" if export.splits.several else ""
    sites = f"{len(tally.sites)} site{'s' * (len(tally.sites) != 1)}"
    undated = f" ({tally.undated:,} undated)" if tally.undated and tally.first_day else ""
    cut = f"; {tally.cut:,} texts cut to a cell of Excel, {MOST_CHARACTERS:,} characters" if tally.cut else ""
    reserved = f"; {tally.reserved:,} reserved by their publishers left out" if tally.reserved else ""
    undatable = f"; {tally.in_no_split:,} undated are in no split" if tally.in_no_split else ""
    undatable += f"; {tally.in_no_range:,} undated are in no range" if tally.in_no_range else ""
    written = f"{tally.records:,} records{several} of {sites}, {tally.span()}{undated}"
    formulas = (
        f"; {tally.formulas:,} texts begin as formulas of a spreadsheet do (--spreadsheet guards them)"
        if tally.formulas
        else ""
    )
    return f"{written}, in {name}{cut}{formulas}{reserved}{undatable}"


def _notes(opts: argparse.Namespace) -> dict[str, str]:
    """How the records were chosen, in words for the card."""
    notes = {"versions": opts.versions}
    if opts.respect_training_optout:
        notes["reserved"] = "left out: what publishers reserve against data mining and training (`reserved`)"
    for name in _OPTIONS:
        value = getattr(opts, name)
        if value is not None:
            notes[name.replace("_", " ")] = ", ".join(value) if isinstance(value, list) else str(value)
    return notes
