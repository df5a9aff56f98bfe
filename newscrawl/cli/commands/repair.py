"""``newscrawl repair SITE``: mend the file of a site that was redesigned, by articles that are known."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.archive import Archive, ArchiveError
from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.options import add_data_option, add_site_folder_option, data_place
from newscrawl.cli.selecting import moment_of
from newscrawl.cli.site_choice import check_site
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.targets import new_file
from newscrawl.discovery.declared import declared_source
from newscrawl.probing.canary import CanaryError, save_beside
from newscrawl.probing.checking import check_file
from newscrawl.probing.comparison import lines_of
from newscrawl.probing.known import Known, known_articles
from newscrawl.probing.looking import cut_off, leave_no_trace
from newscrawl.probing.mending import Mended, Mending
from newscrawl.probing.rediscovery import Pair, RediscoverySpider, rediscovering
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable
from newscrawl.runs.locks import LockedError, site_lock
from newscrawl.runs.startup import run_until_done
from newscrawl.sites.book import Book, book
from newscrawl.spiders.loader import sites_folder
from newscrawl.spiders.site import SiteArguments

_FEWEST = 2
"""Of one article nobody can tell what is the site's and what its own."""

_BEFORE = ".before"
_MOST_KEPT = 2


class RepairCommand(NewscrawlCommand):
    """Exit status: 0 mended, or nothing to mend, 1 not mended, 2 bad usage, 4 held by a run, 5 storage."""

    requires_project = True

    def syntax(self) -> str:
        return "SITE [--write] [--before DATE] [--home URL] [--folder DIR] [--data DIR]"

    def short_desc(self) -> str:
        return "Mend the file of a site that was redesigned"

    def long_desc(self) -> str:
        return (
            "Look for articles that the archive knows in the pages of today: at their old addresses, and"
            " wherever a listing names their titles. By them find the sources and patterns of addresses that"
            " hold now, and selectors where the generic reader falls short; show the old site file and the"
            " new one side by side. --write, or a yes on the terminal, writes the new one into the folder of"
            " your own site files. About 30 requests, one at a time, within robots.txt."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        parser.add_argument(
            "--before",
            metavar="DATE",
            help="go by what was read before DATE, where the archive has pages that were read wrongly since",
        )
        parser.add_argument("--write", action="store_true", help="write the mended file without asking")
        parser.add_argument("--home", metavar="URL", help="its front page today, where it moved elsewhere")
        add_site_folder_option(parser)

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if len(args) != 1:
            raise UsageError(f"repair takes one site, not {len(args)}; 'newscrawl sites' lists them")
        check_site(args[0], self.settings)
        if args[0] not in book().names:
            raise UsageError(f"'{args[0]}' is a spider in Python; only its author can mend it")
        if opts.home:
            try:
                SiteArguments.model_validate({"url": opts.home})
            except ValueError:
                raise UsageError(f"--home {opts.home}: write an address such as https://example.id") from None
        _check_folder(opts.folder)
        opts.moment = moment_of("--before", opts.before, now=datetime.now(UTC))
        leave_no_trace(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not opts.loglevel:
            quieten_startup()
        site, data = args[0], data_place(self.settings)
        try:
            with Archive.open(data, create=False) as archive:
                known = known_articles(archive, site, opts.moment)
            if len(known) < _FEWEST:
                self.exitcode = _fail(_unknown(site, len(known), opts.before))
                return
            with site_lock(data, site):
                self.exitcode = self._repair(site, known, opts)
        except LockedError as error:
            _fail(str(error))
            self.exitcode = ExitStatus.ALL_HELD
        except OSError as error:
            _fail(f"{error.filename or 'the new file'} cannot be written: {error.strerror or error}")
            self.exitcode = ExitStatus.STORAGE
        except (ArchiveError, CanaryError, ExportError) as error:
            _fail(str(error))
            self.exitcode = ExitStatus.STORAGE

    def _repair(self, site: str, known: list[Known], opts: argparse.Namespace) -> int:
        old = book().publisher(site)
        spider, why = self._looked(opts.home or f"{old.home}/", known, site)
        if why:
            # What half a look finds would take the other half's sources and patterns for dead.
            return _fail(f"the look at {site} was cut off ({why}); nothing was written")
        pairs = spider.pairs if spider is not None and hasattr(spider, "pairs") else []
        if spider is None or spider.look is None or len(pairs) < _FEWEST:
            return _fail(
                f"{len(pairs)} of {len(known)} known articles of {site} were found in its pages of today,"
                " too few to learn from; newscrawl doctor says what works, newscrawl probe looks anew"
            )
        folder, text = Path(book().place(site)).parent, book().text(site)
        mended = Mending(old, folder, text, spider.look, pairs).mended(today=datetime.now(UTC).date())
        print(f"{site}: {len(pairs)} known articles were found in the pages of today", "", sep="\n")
        print(*map(printable, lines_of(mended, spider.look, pairs)), sep="\n")
        if mended.text == mended.old_text:
            print("", "There is nothing to mend: the file finds and reads what is known.", sep="\n")
            return ExitStatus.FINE
        print("", mended.text, sep="\n")
        return self._put(mended, pairs, opts)

    def _looked(self, url: str, known: list[Known], site: str) -> tuple[RediscoverySpider | None, str]:
        """The spider that has looked, and why its look is not whole."""
        publisher = book().publisher(site)
        declared = [declared_source(facts) for facts in publisher.sources]
        crawler = self.crawler_process.create_crawler(rediscovering(known, declared, publisher.domains))
        self.crawler_process.crawl(crawler, url=url)
        run_until_done(self.crawler_process, at_once=True)
        spider = crawler.spider if isinstance(crawler.spider, RediscoverySpider) else None
        return spider, cut_off(crawler)

    def _put(self, mended: Mended, pairs: list[Pair], opts: argparse.Namespace) -> int:
        file = (opts.folder or sites_folder(self.settings)) / f"{mended.old.name}.toml"
        if not opts.write and not _agreed(file):
            print(f"Nothing was written; --write writes {file}.")
            return ExitStatus.FINE
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists():
            kept = file.with_name(file.name + _BEFORE)
            shutil.copyfile(file, kept)
            print(f"kept      {kept.name}: the file as it was")
        with new_file(file) as partial:
            partial.write_text(mended.text, encoding="utf-8")
        print(f"written   {file}")
        for pair in pairs[:_MOST_KEPT]:
            now = datetime.now(UTC)
            save_beside(file, pair.page.body, pair.page.url, now, Book(file.parent))
        faults = check_file(file, Book(file.parent)).faults
        elsewhere = f" -s NEWSCRAWL_SITES={shlex.quote(str(file.parent))}" if opts.folder else ""
        print(*faults, f"Try it: newscrawl crawl {mended.old.name} -a limit=5{elsewhere}", sep="\n")
        return ExitStatus.SOME_FAILED if faults else ExitStatus.FINE


def _check_folder(folder: Path | None) -> None:
    """Say before the site is asked that nothing could be written there."""
    if folder is None:
        return
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise UsageError(f"--folder {folder}: {there} is a file; name a folder")
    if not os.access(there, os.W_OK):
        raise UsageError(f"--folder {folder}: nothing may be written in {there}; name another")


def _unknown(site: str, known: int, before: str | None) -> str:
    """Why nothing can be learnt from what the archive knows."""
    if before:
        return f"the archive knows {known or 'no'} articles of {site} from before {before}, too few to go by"
    if known:
        return f"the archive knows one article of {site}, too few to go by; newscrawl probe looks anew"
    return f"the archive knows no articles of {site}; newscrawl probe looks anew"


def _agreed(file: Path) -> bool:
    """Whether whoever sits at the terminal says that the file shall be written; no where nobody does."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        return False
    return input(f"Write it to {file}? [y/N] ").strip().lower() in ("y", "yes", "ya")


def _fail(reason: str) -> int:
    print(f"newscrawl repair: {reason}", file=sys.stderr)
    return ExitStatus.SOME_FAILED
