"""What the commands that read the archive have in common."""

from __future__ import annotations

import os
import sys
from abc import abstractmethod
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from newscrawl.archive import Archive, ArchiveError, Version
from newscrawl.archive.search import QueryError
from newscrawl.cli.command import NewscrawlCommand
from newscrawl.cli.options import add_data_option, data_folder, use_data_option
from newscrawl.datasets.errors import ExportError
from newscrawl.monitoring.summary import printable
from newscrawl.record.addresses import article_id, canonical_url
from newscrawl.record.outcome import ExitStatus
from newscrawl.sites import find_publisher

if TYPE_CHECKING:
    import argparse

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 and the number of the signal, as shells have it."""


class ArchiveCommand(NewscrawlCommand):
    """A command over the archive. Exit status: 0 fine, 1 nothing found, 2 bad usage, 5 storage trouble."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.usage = f"newscrawl {self.name()} {self.syntax()}"
        add_data_option(parser)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        unknown = next((word for word in args if word.startswith("--")), None)
        if unknown:
            raise UsageError(f"{self.name()} has no option '{unknown}'; --help lists them", print_help=False)
        use_data_option(opts, self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            with Archive.open(data_folder(self.settings), create=False) as archive:
                self.exitcode = self.read(archive, args, opts)
            sys.stdout.flush()
        except QueryError as error:
            raise UsageError(f"{error}.", print_help=False) from None
        except UnicodeEncodeError as error:
            raise UsageError(f"{error.object!a} is no text in UTF-8.", print_help=False) from None
        except (ArchiveError, ExportError) as error:
            self.complain(str(error))
            self.exitcode = ExitStatus.STORAGE
        except BrokenPipeError:
            # Whoever reads the output has seen enough, as `head` does; what is still buffered has no reader.
            _let_go_of_output()
        except KeyboardInterrupt:
            self.complain("interrupted")
            self.exitcode = INTERRUPTED
        except OSError as error:
            what = f"{error.filename}: " if error.filename else "the output cannot be written: "
            self.complain(f"{what}{error.strerror or error}")
            self.exitcode = ExitStatus.STORAGE
            _let_go_of_output()

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
            f"{archive.path}: there is no article '{printable(args[0])}';"
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
