"""What the commands that read the archive have in common."""

from __future__ import annotations

import os
import sys
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from newscrawl.archive import Archive, ArchiveError, Version
from newscrawl.cli.interrupts import INTERRUPTED
from newscrawl.cli.options import add_data_option, data_place
from newscrawl.cli.plain_command import PlainCommand
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.errors import ExportError
from newscrawl.record.addresses import article_id, canonical_url
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable
from newscrawl.record.query import QueryError
from newscrawl.sites import find_publisher
from newscrawl.sites.own import folder_of

if TYPE_CHECKING:
    import argparse


class ArchiveCommand(PlainCommand):
    """A command over the archive. Exit status: 0 fine, 1 nothing found, 2 bad usage, 5 storage trouble."""

    creates: ClassVar[bool] = False
    """Whether an archive is made where there is none."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)

    def check(self, args: list[str], opts: argparse.Namespace) -> None:
        super().check(args, opts)
        if opts.data:
            self.settings = {**self.settings, "NEWSCRAWL_DATA": opts.data}
        # What is read without Scrapy finds the same sites of the user's own.
        os.environ["NEWSCRAWL_SITES"] = str(
            folder_of(self.settings["NEWSCRAWL_SITES"], self.settings["NEWSCRAWL_DATA"])
        )

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        try:
            status = self.handle(args, opts)
            sys.stdout.flush()
        except QueryError as error:
            raise UsageError(f"{error}.") from None
        except UnicodeEncodeError as error:
            raise UsageError(f"{error.object!a} is no text in UTF-8.") from None
        except (ArchiveError, ExportError) as error:
            self.complain(str(error))
            return ExitStatus.STORAGE
        except BrokenPipeError:
            # Whoever reads the output has seen enough, as `head` does; what is still buffered has no reader.
            _let_go_of_output()
            return ExitStatus.FINE
        except KeyboardInterrupt:
            self.complain("interrupted")
            return INTERRUPTED
        except OSError as error:
            what = f"{error.filename}: " if error.filename else "the output cannot be written: "
            self.complain(f"{what}{error.strerror or error}")
            _let_go_of_output()
            return ExitStatus.STORAGE
        return status

    def handle(self, args: list[str], opts: argparse.Namespace) -> int:
        """Do the command's work on the archive of the data folder; the exit status."""
        with Archive.open(data_place(self.settings), create=self.creates) as archive:
            return self.read(archive, args, opts)

    @abstractmethod
    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        """Do the command's work; the exit status.

        Raises:
            UsageError: what was asked for makes no sense.
        """


def named_article(command: ArchiveCommand, archive: Archive, args: list[str]) -> list[Version] | None:
    """The versions of the article that the arguments name; None, with a line that says so, if there is none.

    Raises:
        UsageError: there is not one argument.
    """
    if len(args) != 1:
        raise UsageError(f"{command.name()} takes one id or address of an article")
    found = archive.find(args[0]) or _by_address(archive, args[0])
    if found is not None:
        return archive.versions(found)
    several = archive.articles.beginning(args[0])
    if several:
        command.complain(
            f"several ids begin with '{args[0]}', such as {' and '.join(several)}; give more of it"
        )
    else:
        command.complain(
            f"{archive.name}: there is no article '{printable(args[0])}';"
            " 'newscrawl search' finds articles by words"
        )
    return None


def _by_address(archive: Archive, address: str) -> str | None:
    """The id of the article whose address this is, as people copy them: with what counts where readers come
    from, of the mobile page, without ``https://``."""
    url = address if "://" in address else f"https://{address}"
    _, rules = find_publisher(url)
    wanted = article_id(url, rules.urls)
    return wanted if archive.has(wanted) else archive.find(canonical_url(url, rules.urls))


def _let_go_of_output() -> None:
    """Point standard output nowhere, so that Python's last flush of it does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
