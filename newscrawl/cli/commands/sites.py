"""``newscrawl sites``: the publishers that can be crawled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.cli.command import EnginelessCommand, saying_usage
from newscrawl.cli.options import NO_FAMILY, add_data_option, add_site_filters, select
from newscrawl.cli.site_check import check_sites
from newscrawl.cli.site_choice import site_loader
from newscrawl.cli.usage import UsageError
from newscrawl.discovery.declared import declared_source
from newscrawl.discovery.source import Want
from newscrawl.record.suggestions import did_you_mean
from newscrawl.sites.shelf import ShippedShelf
from newscrawl.spiders.loader import sites_folder

if TYPE_CHECKING:
    import argparse

    from newscrawl.sites import Book, Publisher

_FACTS = (
    "name",
    "title",
    "region",
    "kind",
    "family",
    "language",
    "zone",
    "domains",
    "ways",
    "seen",
    "forbids",
)
_MONTH = timedelta(days=30)
_COLUMNS = ("name", "title", "region", "family", "ways", "seen")
_MARKDOWN_HEAD = """\
# Publishers

{count} publishers have a file or a row in `newscrawl/sites/`: {national} national, {regional} regional.
Any other news site is crawled with `newscrawl crawl site -a url=ADDRESS`. This page is written by
`newscrawl sites --markdown > docs/publishers.md`.

*Ways* are the ways of discovery that the file declares, in the order in which they are tried. *Seen* says
when and on what evidence its facts were last seen. A publisher marked with † is known to forbid automated
access to its site or parts of it; the notes below say how. robots.txt is obeyed at run time for all of them.

| name | title | domains | region | family | language, zone | ways | seen |
|---|---|---|---|---|---|---|---|
"""


class SitesCommand(EnginelessCommand):
    """Lists publishers, or checks site files. Exit status: 0 fine, 1 a file has faults, 2 bad usage."""

    def syntax(self) -> str:
        filters = "[--region R] [--kind K] [--family F] [--text WORDS] [--can range|search]"
        return f"[show NAME | check [FILE ...]] {filters} [--json | --markdown]"

    def short_desc(self) -> str:
        return "List the publishers that can be crawled, or check site files"

    def long_desc(self) -> str:
        return (
            "List the publishers that can be crawled. 'sites check FILE ...' says what is wrong with site"
            " files: their form, their sources, their examples and the pages saved beside them; without FILE"
            " with all files of your own (NEWSCRAWL_SITES, else 'sites' in the data folder). 'sites show"
            " NAME' prints the file of a publisher, to be changed as one of your own."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_site_filters(parser)
        add_data_option(parser)
        parser.add_argument(
            "--accept", action="store_true", help="with check: take today's reading of saved pages for right"
        )
        parser.add_argument(
            "--can",
            choices=("range", "search"),
            help="only sites with a source that goes back to a range of days, or that searches for words",
        )
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="print a JSON list with every fact")
        form.add_argument("--markdown", action="store_true", help="print the page docs/publishers.md")
        form.add_argument("--index", action="store_true", help="print the index of the shipped site files")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args and args[0] == "check":
            files = [Path(name) for name in args[1:]]
            self.exitcode = check_sites(files, sites_folder(self.settings), accept=opts.accept)
            return
        if len(args) == 2 and args[0] == "show":
            print(_text_of(args[1], site_loader(self.settings).book), end="")
            return
        if args or opts.accept:
            word = (*args, "--accept")[0]
            raise UsageError(f"sites takes no '{word}'; for words use --text")
        if opts.index:
            print("\n".join(ShippedShelf().index_lines()))
            return
        chosen = select(site_loader(self.settings).catalogue(), opts)
        if opts.can:
            chosen = [publisher for publisher in chosen if can(publisher, opts.can)]
        if opts.json:
            print(json.dumps([_facts(publisher) for publisher in chosen], ensure_ascii=False, indent=2))
        elif opts.markdown:
            print(markdown(chosen), end="")
        else:
            print("\n".join(table(chosen)))


def _text_of(name: str, book: Book) -> str:
    if name not in book.names:
        near = did_you_mean(name, book.names)
        raise UsageError(f"There is no site file of '{name}'.{near}")
    return book.text(name)


def table(chosen: Sequence[Publisher]) -> list[str]:
    """An aligned table of ``chosen`` and a last line with their number."""
    rows = [_COLUMNS, *(_row(publisher) for publisher in chosen)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return [*lines, "", _counted(len(chosen))]


def can(publisher: Publisher, what: str) -> bool:
    """Whether a source that the publisher's file declares gives exactly what is asked for.

    ``what`` is "range" (a month of two years ago) or "search" (words). A site whose file declares no source
    is looked at when it is crawled; nothing is known of it here.
    """
    now = datetime.now(UTC)
    since, until = now - 24 * _MONTH, now - 23 * _MONTH
    want = Want(now=now, since=since, until=until) if what == "range" else Want(now=now, query="banjir")
    return any(declared_source(source).unable(want) is None for source in publisher.sources)


def markdown(chosen: Sequence[Publisher]) -> str:
    """The page docs/publishers.md."""
    kinds = [publisher.kind for publisher in chosen]
    head = _MARKDOWN_HEAD.format(
        count=len(chosen), national=kinds.count("national"), regional=kinds.count("regional")
    )
    rows = "".join(f"| {' | '.join(_markdown_row(publisher))} |\n" for publisher in chosen)
    notes = [f"- {publisher.title}: {publisher.forbids}\n" for publisher in chosen if publisher.forbids]
    return head + rows + ("\n## Known to forbid automated access\n\n" + "".join(notes) if notes else "")


def _facts(publisher: Publisher) -> dict[str, object]:
    return {fact: getattr(publisher, fact) for fact in _FACTS}


def _row(publisher: Publisher) -> tuple[str, ...]:
    day, _, _ = publisher.seen.partition(":")
    ways = ", ".join(publisher.ways)
    return (publisher.name, publisher.title, publisher.region, publisher.family or NO_FAMILY, ways, day)


def _markdown_row(publisher: Publisher) -> tuple[str, ...]:
    cells = (
        f"`{publisher.name}`",
        publisher.title + (" †" if publisher.forbids else ""),
        ", ".join(publisher.domains),
        publisher.region,
        publisher.family or NO_FAMILY,
        f"{publisher.language}, {publisher.zone}",
        ", ".join(publisher.ways),
        publisher.seen,
    )
    return tuple(cell.replace("|", "\\|") for cell in cells)


def _counted(count: int) -> str:
    return "No publisher fits." if not count else f"{count} publisher{'s' if count > 1 else ''}"
