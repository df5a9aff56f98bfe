"""``newscrawl probe URL``: look at a site and write its publisher file."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError
from scrapy.exceptions import UsageError

import newscrawl
from newscrawl.cli.command import NewscrawlCommand
from newscrawl.cli.commands.crawl import quieten_startup
from newscrawl.monitoring.summary import printable
from newscrawl.probing.look import Look, ProbeSpider
from newscrawl.probing.writing import Facts, facts_of, publisher_file, test_file
from newscrawl.spiders.publishers import find_publisher, publishers
from newscrawl.spiders.site import SiteArguments

if TYPE_CHECKING:
    import argparse

    from newscrawl.items import Article

_EXCERPT = 300


class ProbeCommand(NewscrawlCommand):
    """Prints what a site offers and the publisher file that follows from it; ``--write`` creates it."""

    requires_project = True

    def syntax(self) -> str:
        return "URL [--write] [--name NAME]"

    def short_desc(self) -> str:
        return "Look at a site and draft its publisher file"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--write", action="store_true", help="create the publisher file and its test")
        parser.add_argument("--force", action="store_true", help="with --write: replace files that are there")
        parser.add_argument("--name", help="name of the spider (default: from the domain)")
        parser.add_argument(
            "--folder",
            type=Path,
            default=Path(newscrawl.__file__).parents[1],
            help="checkout to write to (default: the one this command runs from)",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        url = _checked(args)
        quieten_startup()
        assert self.crawler_process is not None
        crawler = self.crawler_process.create_crawler(ProbeSpider)
        self.crawler_process.crawl(crawler, url=url)
        self.crawler_process.start()
        look = crawler.spider.look if isinstance(crawler.spider, ProbeSpider) else None
        if look is None or not look.samples:
            print(f"newscrawl probe: no article could be read at {url}", *_findings(look), sep="\n")
            self.exitcode = 1
            return
        facts = facts_of(look, today=datetime.now(UTC).date())
        if opts.name:
            facts = replace(facts, name=opts.name)
        print(*_findings(look), "", publisher_file(facts), *_sample(look.samples[0]), sep="\n")
        if opts.write:
            self.exitcode = _write(facts, opts.folder, force=opts.force)


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
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise UsageError(f"{reason}.", print_help=False) from None


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
    name, _ = find_publisher(look.survey.url)
    if name in publishers():
        lines.append(f"note      there is a publisher file for this site: {name}")
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


def _write(facts: Facts, folder: Path, *, force: bool) -> int:
    """Create the publisher file and its test; the exit status."""
    files = {
        folder / "newscrawl" / "spiders" / f"{facts.name}.py": publisher_file(facts),
        folder / "tests" / "spiders" / f"test_{facts.name}.py": test_file(facts),
    }
    there = [path for path in files if path.exists()]
    if there and not force:
        print(f"newscrawl probe: {there[0]} is there already; --force replaces it", file=sys.stderr)
        return 1
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"written   {path}")
    except OSError as error:
        print(f"newscrawl probe: {error}", file=sys.stderr)
        return 1
    print("Check title, kind and region before the file is used: a probe cannot know them.")
    return 0
