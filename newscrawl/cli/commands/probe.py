"""``newscrawl probe URL``: look at a site and write its site file."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.options import add_data_option, add_site_folder_option
from newscrawl.cli.usage import UsageError
from newscrawl.probing.canary import CanaryError, save_beside
from newscrawl.probing.look import Look, ProbeSpider
from newscrawl.probing.looking import interrupted, leave_no_trace
from newscrawl.probing.writing import Facts, facts_of, site_file
from newscrawl.record.printable import printable
from newscrawl.record.wrong_values import what_is_wrong
from newscrawl.runs.startup import run_until_done
from newscrawl.sites.book import Book, book
from newscrawl.sites.schema import PATTERN_NAME
from newscrawl.spiders.loader import sites_folder
from newscrawl.spiders.site import SiteArguments

if TYPE_CHECKING:
    from newscrawl.items import Article

_EXCERPT = 300


class ProbeCommand(NewscrawlCommand):
    """Prints what a site offers and the site file that follows from it; ``--write`` creates it."""

    requires_project = True

    def syntax(self) -> str:
        return "URL [--write] [--name NAME] [--data DIR]"

    def short_desc(self) -> str:
        return "Look at a site and draft its site file"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        parser.add_argument("--write", action="store_true", help="create the site file, with a saved page")
        parser.add_argument("--force", action="store_true", help="with --write: replace a file that is there")
        parser.add_argument("--name", type=_name, help="name of the publisher (default: from the domain)")
        add_site_folder_option(parser)

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        leave_no_trace(self.settings)
        # Somebody sits and waits; what -s says goes before.
        self.settings.set("RETRY_TIMES", 1, priority="spider")
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        url = _checked(args)
        quieten_startup()
        crawler = self.crawler_process.create_crawler(ProbeSpider)
        self.crawler_process.crawl(crawler, url=url)
        run_until_done(self.crawler_process, at_once=True)
        if interrupted(crawler):
            # What half a look finds would pass for all that the site has.
            raise KeyboardInterrupt
        look = crawler.spider.look if isinstance(crawler.spider, ProbeSpider) else None
        if look is None or not look.samples:
            print(f"newscrawl probe: no article could be read at {url}", *_findings(look), sep="\n")
            self.exitcode = 1
            return
        facts = facts_of(look, today=datetime.now(UTC).date())
        if opts.name:
            facts = replace(facts, name=opts.name)
        print(*_findings(look), "", site_file(facts), *_sample(look.samples[0]), sep="\n")
        if opts.write:
            folder = opts.folder or sites_folder(self.settings)
            self.exitcode = _write(facts, look, folder, force=opts.force)


def _name(text: str) -> str:
    if not PATTERN_NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"'{text}' is no name: write lower-case letters, digits and underscores, a letter first"
        )
    return text


def _checked(args: list[str]) -> str:
    """The address to look at.

    Raises:
        UsageError: there is not one address of the web.
    """
    if len(args) != 1:
        raise UsageError(f"probe takes one address, not {len(args)}")
    try:
        return SiteArguments.model_validate({"url": args[0]}).url
    except ValidationError as error:
        raise UsageError(f"{what_is_wrong(error.errors()[0])}.") from None


def _findings(look: Look | None) -> list[str]:
    """What the site offers and what came of it, one line a source."""
    if look is None:
        return []
    lines = [f"site      {look.survey.url} ({look.survey.system or 'system unknown'})"]
    for working in look.working:
        lines.append(
            f"works     {working.source.kind} {working.source.address()}: {len(working.named)} articles"
        )
    lines += [f"silent    {source.kind} {source.address()}: {printable(why)}" for source, why in look.silent]
    if look.drawn:
        what = {"listing": "its front page is", "article": "its articles are", "all": "its pages are"}
        lines.append(
            f"browser   {what[look.drawn]} a shell without text, which scripts fill, such as"
            f" {look.shells[-1]}; a browser would help: newscrawl crawl {look.survey.url} -a"
            f" browser={look.drawn} (docs/browser.md)"
        )
    known = book().find(look.survey.url)
    if known is not None:
        lines.append(f"note      this site has a file already: {known.name} ({book().place(known.name)})")
    return lines


def _sample(record: Article) -> list[str]:
    shown = {
        "url": record.url,
        "title": record.title,
        "published": record.published_at.isoformat() if record.published_at else "unknown",
        "authors": ", ".join(record.authors),
        "body": f"{(record.body or '')[:_EXCERPT]}...",
    }
    return ["sample", *(f"  {name:<10}{printable(value)}" for name, value in shown.items() if value)]


def _write(facts: Facts, look: Look, folder: Path, *, force: bool) -> int:
    """Create the site file, and keep a page beside it with what is read from it; the exit status."""
    file = folder / f"{facts.name}.toml"
    if file.exists() and not force:
        print(f"newscrawl probe: {file} is there already; --force replaces it", file=sys.stderr)
        return 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(site_file(facts), encoding="utf-8")
        print(f"written   {file}")
        page = look.pages[0]
        kept = save_beside(file, page.body, page.url, datetime.now(UTC), Book(folder))
        print(f"written   {kept.folder}: a page and what is read from it")
    except (OSError, CanaryError) as error:
        print(f"newscrawl probe: {error}", file=sys.stderr)
        return 1
    print("Complete title, region and outlets, which a probe cannot know. Then check it:")
    print(f"  newscrawl sites check {file}")
    return 0
