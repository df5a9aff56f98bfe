"""What the commands that read the archive have in common."""

from __future__ import annotations

import os
import sys
from abc import abstractmethod
from argparse import Namespace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.archive import Archive, ArchiveError, Selection, Version
from newscrawl.archive.search import QueryError
from newscrawl.commands.options import add_data_option, check_site, data_folder, select, use_data_option
from newscrawl.datasets.errors import ExportError
from newscrawl.extraction.rules import DEFAULT_ZONE
from newscrawl.publishers import catalogue
from newscrawl.runs.outcome import ExitStatus
from newscrawl.spiders.arguments import parse_moment

if TYPE_CHECKING:
    import argparse
    from datetime import datetime


class ArchiveCommand(ScrapyCommand):
    """A command over the archive. Exit status: 0 fine, 1 nothing found, 2 bad usage, 5 storage trouble."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        use_data_option(opts, self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            with Archive.open(data_folder(self.settings), create=False) as archive:
                self.exitcode = self.read(archive, args, opts)
        except QueryError as error:
            raise UsageError(f"{error}.", print_help=False) from None
        except (ArchiveError, ExportError) as error:
            self.complain(str(error))
            self.exitcode = ExitStatus.STORAGE
        except BrokenPipeError:
            # Whoever reads the output has seen enough, as `head` does; what is still buffered has no reader.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    @abstractmethod
    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        """Do the command's work; the exit status.

        Raises:
            UsageError: what was asked for makes no sense.
        """

    def complain(self, message: str) -> int:
        """Say why nothing is shown; the exit status for that."""
        sys.stderr.write(f"newscrawl {self.name()}: {message}\n")
        return 1

    def name(self) -> str:
        """The command's name."""
        return type(self).__module__.rpartition(".")[2]


def named_article(command: ArchiveCommand, archive: Archive, args: list[str]) -> list[Version] | None:
    """The versions of the article that the arguments name; None, with a line that says so, if there is none.

    Raises:
        UsageError: there is not one argument.
    """
    if len(args) != 1:
        raise UsageError(f"{command.name()} takes one id or address of an article", print_help=False)
    found = archive.find(args[0])
    if found is None:
        command.complain(
            f"{archive.path}: there is no article '{args[0]}', or several begin so;"
            " 'newscrawl search' finds articles by words"
        )
        return None
    return archive.versions(found)


def add_selection_options(parser: argparse.ArgumentParser) -> None:
    """Let a command choose articles by site, region, time, language and length."""
    group = parser.add_argument_group("which articles")
    group.add_argument("--site", action="append", metavar="SITE", help="only of this site; may be repeated")
    group.add_argument("--region", metavar="PROVINCE", help="only of sites of a province, or 'national'")
    group.add_argument("--since", metavar="DAY", help="only published on this day (2026-08-01, 3d) or later")
    group.add_argument("--until", metavar="DAY", help="only published on this day or earlier")
    group.add_argument("--language", action="append", metavar="TAG", help="only in this language, such as id")
    group.add_argument("--min-length", type=int, metavar="N", help="only with N characters of text or more")
    group.add_argument("--max-length", type=int, metavar="N", help="only with N characters of text or fewer")


def selection(archive: Archive, opts: argparse.Namespace, *, words: str | None, now: datetime) -> Selection:
    """What the options choose. Days are days in Jakarta.

    Raises:
        UsageError: there is no such site or region, or a day cannot be read.
    """
    sites = list(opts.site or ())
    for site in sites:
        # A site without a file of its own is one too, once something of it is stored.
        if not archive.has_site(site):
            check_site(site)
    if opts.region:
        of_region = _sites_of(opts.region)
        sites = [site for site in of_region if not sites or site in sites]
        if not sites:
            raise UsageError(f"None of the sites named is of {opts.region}.", print_help=False)
    return Selection(
        sites=sites,
        since=_moment("--since", opts.since, now=now),
        until=_moment("--until", opts.until, now=now, closing=True),
        languages=opts.language or (),
        words=words,
        min_length=opts.min_length,
        max_length=opts.max_length,
    )


def _moment(option: str, text: str | None, **options: Any) -> datetime | None:
    if not text:
        return None
    try:
        return parse_moment(text, zone=DEFAULT_ZONE, **options).astimezone(ZoneInfo(DEFAULT_ZONE))
    except ValueError as error:
        raise UsageError(f"{option}: {error}.", print_help=False) from None


def _sites_of(region: str) -> list[str]:
    filters = Namespace(region=region, kind=None, family=None, text=None)
    return [publisher.name for publisher in select(catalogue(), filters)]
