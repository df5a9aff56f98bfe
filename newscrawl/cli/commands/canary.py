"""``newscrawl canary``: does today's code read saved pages as before?"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.archive import ArchiveError
from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.options import add_data_option, data_place
from newscrawl.cli.site_choice import check_site
from newscrawl.cli.usage import UsageError
from newscrawl.probing.canary import Canary, CanaryError, canaries, save
from newscrawl.probing.looking import leave_no_trace, look_at
from newscrawl.reading import UnreadablePageError
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.places import files_folder
from newscrawl.record.printable import printable


class CanaryCommand(NewscrawlCommand):
    """Exit status: 0 nothing changed, 1 something did, 2 bad usage, 5 a page cannot be read or written."""

    requires_project = True

    def syntax(self) -> str:
        return "[SITE ...] [--take | --accept] | --add PAGE.html --url URL"

    def short_desc(self) -> str:
        return "Re-read saved pages and show any field that changed"

    def long_desc(self) -> str:
        return (
            "Read the saved pages of all or the named sites with today's code, and show each field that"
            " differs from what was read when they were saved. --take fetches and saves three articles of"
            " each named site, --add saves a page from a file, --accept takes today's reading for right."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        parser.add_argument("--url", help="with --add: the address that the page was fetched from")
        doing = parser.add_mutually_exclusive_group()
        doing.add_argument("--take", action="store_true", help="fetch and save three articles of each site")
        doing.add_argument("--add", type=Path, metavar="PAGE.html", help="save this page")
        doing.add_argument("--accept", action="store_true", help="take today's reading for right")

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if bool(opts.add) != bool(opts.url) or (opts.take and not args) or (opts.add and args):
            raise UsageError("--add needs --url and no sites; --take needs sites")
        if opts.url and not opts.url.startswith(("http://", "https://")):
            raise UsageError(f"--url {opts.url}: not an http or https address")
        for site in args if opts.take else ():
            check_site(site, self.settings)
        leave_no_trace(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not opts.loglevel:
            quieten_startup()
        data = data_place(self.settings)
        folder = files_folder(data)
        try:
            if opts.add:
                page = opts.add.read_bytes()
                _say_saved(save(folder, page, opts.url, datetime.now(UTC)))
            elif opts.take:
                self.exitcode = self._take(args, data)
            else:
                saved = list(canaries(folder, args))
                # A site without a publisher file may have pages too: saved with --add.
                for site in {*args} - {canary.site for canary in saved}:
                    check_site(site, self.settings)
                self.exitcode = _check(saved, accept=opts.accept)
        except (ArchiveError, CanaryError, UnreadablePageError, OSError) as error:
            print(f"newscrawl canary: {error}", file=sys.stderr)
            self.exitcode = ExitStatus.STORAGE

    def _take(self, sites: list[str], data: str | Path) -> int:
        seen = []
        for looked in look_at(sites, self.crawler_process, data):
            if looked.examination is None:
                sys.stderr.write(f"newscrawl: {looked.note}\n")
            else:
                seen.append(looked.examination)
        for examination in seen:
            for page in examination.pages:
                _say_saved(save(files_folder(data), page.body, page.url, datetime.now(UTC)))
            if not examination.pages:
                print(f"newscrawl canary: no article of {examination.site} was read", file=sys.stderr)
        return int(len(seen) < len(sites) or not all(examination.pages for examination in seen))


def _say_saved(canary: Canary) -> None:
    print(f"saved {canary.site}: {printable(canary.url)}")


def _check(pages: list[Canary], *, accept: bool) -> int:
    if not pages:
        print("newscrawl canary: no page is saved; --take SITE saves some", file=sys.stderr)
        return 1
    differing = unreadable = 0
    for canary in pages:
        try:
            changes = canary.changes()
            if changes:
                differing += 1
                print(f"{canary.site}: {printable(canary.url)}")
                print(*(f"  {printable(line)}" for change in changes for line in change.lines()), sep="\n")
            if changes and accept:
                canary.accept()
        except CanaryError as error:
            unreadable += 1
            print(f"newscrawl canary: {error}", file=sys.stderr)
    print(
        f"{len(pages)} pages, {differing} read differently{' and accepted' if accept and differing else ''}"
    )
    if unreadable:
        return ExitStatus.STORAGE
    return ExitStatus.SOME_FAILED if differing and not accept else ExitStatus.FINE
