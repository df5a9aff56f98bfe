"""``newscrawl extract``: saved pages to records."""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from newscrawl.cli.explanation import explanation_lines
from newscrawl.cli.page_forms import ENDINGS, FORMS, LINES
from newscrawl.cli.pages_extraction import address_in, counted, extract_pages, told
from newscrawl.cli.plain_command import PlainCommand
from newscrawl.cli.saved_page import saved_page
from newscrawl.cli.usage import UsageError
from newscrawl.cli.warc_extraction import Output, extract_warc
from newscrawl.cli.warc_options import (
    add_warc_reading,
    names_warc,
    told_options,
    warc_places,
    warc_selection,
)
from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError, stages
from newscrawl.reading.extracting import extract, judge
from newscrawl.record.as_json import to_json

_COLUMNS = {"file", "url"}


class ExtractCommand(PlainCommand):
    """Prints the record of one saved page, or writes those of many. Exit status 1 if a page failed."""

    def syntax(self) -> str:
        return (
            "PAGE.html|https://ADDRESS [--url URL] [--format text|md|xml] | PAGE.html|DIR ... [--output OUT]"
            " | --pages DIR --index FILE.tsv --output OUT.jsonl"
            " | --warc FILE|DIR|URL ... --output OUT.jsonl.gz"
            " | --ccnews 2024-01..2024-03 --output OUT.jsonl.gz"
        )

    def short_desc(self) -> str:
        return "Turn saved pages into records"

    def long_desc(self) -> str:
        return (
            "Turn one saved page (HTML, packed or not, or MHTML; or standard input, written -, or the page"
            " at an address, which is fetched once, within robots.txt) into a JSON line, plain text, Markdown"
            " or TEI on standard output or in --output; pages and folders of pages into JSON lines, or into a"
            " folder"
            " of files; the pages of WARC files into a file of JSON lines. Without --url the page's"
            " canonical link is its address. Of WARC files the pages of known publishers are read; a run that"
            " was stopped goes on where it was."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", help="address the page was fetched from")
        parser.add_argument("--explain", action="store_true", help="show each line's verdict, not the record")
        parser.add_argument("--pages", type=Path, metavar="DIR", help="folder of saved pages")
        parser.add_argument("--index", type=Path, metavar="FILE.tsv", help="table with columns file and url")
        parser.add_argument(
            "--output", type=Path, metavar="OUT", help="where the records go; of many pages as text a folder"
        )
        parser.add_argument(
            "--format", choices=FORMS, help="what to write (default: what the ending of OUT says, else json)"
        )
        parser.add_argument("--no-site-rules", action="store_true", help="read pages without publisher facts")
        parser.add_argument(
            "--page-type",
            choices=("article",),
            help="what the pages are known to be: their text comes out whatever their signs say",
        )
        add_warc_reading(parser)

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        options = _Reading(site_rules=not opts.no_site_rules, page_type=opts.page_type)
        if any(_is_address(place) for place in args):
            opts.format = _form(opts.format, opts.output)
            return _from_the_web(args, opts, options)
        if opts.url and not opts.url.startswith(("http://", "https://")):
            raise UsageError(f"--url {opts.url}: not an http or https address")
        if names_warc(opts):
            return _from_warc(args, opts)
        opts.format = _form(opts.format, opts.output)
        if opts.index:
            if args or not (opts.pages and opts.output) or opts.format != "json":
                raise UsageError("with --index extract takes --pages and --output, and writes JSON lines")
            return _many(opts.pages, opts.index, opts.output, options)
        places = [*args, *([str(opts.pages)] if opts.pages else [])]
        if len(places) == 1 and not Path(places[0]).is_dir():
            return _one(places[0], opts, options)
        if not places or opts.url or opts.explain:
            raise UsageError(
                "extract takes one PAGE.html (with --url or --explain), pages and folders of pages, --pages"
                " with --index and --output, or --warc and --output"
            )
        return extract_pages(places, opts.output, opts.format, options.record)


def _form(said: str | None, output: Path | None) -> str:
    """The form to write: the one that was said, else the one that the ending of ``output`` means.

    Raises:
        UsageError: the ending means a form that pages are not written in.
    """
    ending = output.suffix.lower() if output else ""
    meant = {**dict.fromkeys(LINES, "json"), **{ENDINGS[form]: form for form in FORMS}}
    if said is None and ending not in meant:
        written = ", ".join(filter(None, meant))
        raise UsageError(
            f"--output {output}: pages are not written as {ending}, but as {written}; say --format to name"
            " the file as you like"
        )
    return said or meant[ending]


def _from_warc(args: list[str], opts: argparse.Namespace) -> int:
    given = "--ccnews" if opts.ccnews else "--warc"
    if not opts.output:
        raise UsageError(f"extract {given} needs --output OUT.jsonl.gz, where the records go")
    if args or opts.pages or opts.index or opts.url or opts.explain or opts.page_type:
        raise UsageError(
            f"with {given} extract takes --output, --no-site-rules and options of WARC files alone"
        )
    rules = " --no-site-rules" * opts.no_site_rules
    selection = warc_selection(opts, now=datetime.now(UTC), site_rules=not rules)
    output = Output(opts.output, (told_options(opts) + rules).strip())
    try:
        return extract_warc(warc_places(opts), output, selection, workers=opts.workers)
    except OSError as error:
        raise UsageError(f"cannot write {opts.output}: {error.strerror or error}") from error


def _is_address(place: str) -> bool:
    return place.lower().startswith(("http://", "https://"))


def _from_the_web(args: list[str], opts: argparse.Namespace, options: _Reading) -> int:
    """Fetch the page at an address, and read it as a saved one."""
    if len(args) > 1 or opts.url or opts.pages or opts.index:
        raise UsageError(
            "extract fetches one page, and takes no --url with it; for many write their addresses into a"
            " file: newscrawl crawl site -a url=https://example.id -a urls=FILE"
        )
    # Only who asks the web waits for the engine.
    from newscrawl.probing.one_page import NoPageError, one_page  # noqa: PLC0415

    try:
        page = one_page(args[0], dict(pair.split("=", 1) for pair in opts.set))
    except NoPageError as error:
        print(f"newscrawl extract: {error}", file=sys.stderr)
        return 1
    return _read_one(page.body, page.url, opts, options)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How pages are read: with or without publisher facts, and what they are known to be."""

    site_rules: bool
    page_type: Literal["article"] | None

    def record(self, source: bytes, url: str) -> Article:
        """The record of a page."""
        return extract(
            source,
            url,
            fetched_at=datetime.now(UTC),
            site_rules=self.site_rules,
            page_type=self.page_type,
        )


def _one(place: str, opts: argparse.Namespace, options: _Reading) -> int:
    try:
        page = saved_page(place)
    except (OSError, UnreadablePageError) as error:
        print(f"newscrawl extract: {told(error)}", file=sys.stderr)
        return 1
    url = opts.url or page.url or address_in(place, page.source)
    return _read_one(page.source, url, opts, options)


def _read_one(source: bytes, url: str, opts: argparse.Namespace, options: _Reading) -> int:
    now = datetime.now(UTC)
    try:
        if opts.explain:
            raw = judge(
                source, url, fetched_at=now, site_rules=options.site_rules, page_type=options.page_type
            )
            stages.finish(raw)
            print(*explanation_lines(raw), sep="\n")
        else:
            article = options.record(source, url)
            _put_out(FORMS[opts.format](article), opts.output)
            if article.body is None:
                about = f"{url} has no text of an article (page_type: {article.page_type})"
                print(f"newscrawl extract: {about}; --explain shows each line's verdict", file=sys.stderr)
    except BrokenPipeError:
        raise
    except (OSError, UnreadablePageError) as error:
        print(f"newscrawl extract: {told(error)}", file=sys.stderr)
        return 1
    return 0


def _put_out(text: str, output: Path | None) -> None:
    if output is None:
        print(text)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text + "\n", encoding="utf-8")


@dataclass(slots=True)
class _Tally:
    pages: int = 0
    failures: int = 0
    textless: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        pace = 1000 * self.seconds / max(self.pages - self.failures, 1)
        textless = f", {self.textless:,} without text of an article" if self.textless else ""
        read = f"{counted(self.pages, 'page')}, {counted(self.failures, 'failure')}{textless}"
        return f"{read}, {pace:.1f} ms a page"


def _many(folder: Path, index: Path, output: Path, options: _Reading) -> int:
    tally = _Tally()
    rows = list(_read_index(index))
    try:
        with output.open("w", encoding="utf-8") as out:
            for row in rows:
                line = _timed_line(folder / row["file"], row, tally, options)
                if line:
                    out.write(line + "\n")
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
    print(tally)
    return 1 if tally.failures else 0


def _timed_line(path: Path, row: dict[str, str], tally: _Tally, options: _Reading) -> str | None:
    tally.pages += 1
    try:
        source = saved_page(str(path)).source
        start = time.perf_counter()
        article = options.record(source, row["url"])
        tally.seconds += time.perf_counter() - start
    except (OSError, UnreadablePageError) as error:
        tally.failures += 1
        print(f"newscrawl extract: {path}: {told(error)}", file=sys.stderr)
        return None
    tally.textless += article.body is None
    return to_json(article, file=row["file"])


def _read_index(index: Path) -> Iterator[dict[str, str]]:
    try:
        with index.open(encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines, delimiter="\t")
            missing = _COLUMNS - set(table.fieldnames or ())
            if missing:
                names = " and ".join(sorted(missing))
                raise UsageError(f"{index} has no column {names} in its first line")
            yield from table
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {index}: {error}") from error
