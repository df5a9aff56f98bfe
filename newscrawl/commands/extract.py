"""``newscrawl extract``: saved pages to records."""

from __future__ import annotations

import csv
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.extracting import extract
from newscrawl.extraction import UnreadablePageError
from newscrawl.records import to_json

if TYPE_CHECKING:
    import argparse


class ExtractCommand(ScrapyCommand):
    """Prints the record of one saved page, or writes those of many."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "PAGE.html --url URL | --pages DIR --index FILE.tsv --output OUT.jsonl"

    def short_desc(self) -> str:
        return "Turn saved pages into records"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", help="address the page was fetched from")
        parser.add_argument("--pages", type=Path, metavar="DIR", help="folder of saved pages")
        parser.add_argument(
            "--index", type=Path, metavar="FILE.tsv", help="table with the columns file and url"
        )
        parser.add_argument("--output", type=Path, metavar="OUT.jsonl", help="where the records go")
        parser.add_argument("--no-site-rules", action="store_true", help="read pages without publisher facts")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if opts.pages:
            self._many(opts)
        elif len(args) == 1 and opts.url:
            source = sys.stdin.buffer.read() if args[0] == "-" else Path(args[0]).read_bytes()
            article = extract(
                source, opts.url, fetched_at=datetime.now(UTC), site_rules=not opts.no_site_rules
            )
            print(to_json(article))
        else:
            raise UsageError("extract takes PAGE.html and --url, or --pages, --index and --output")

    def _many(self, opts: argparse.Namespace) -> None:
        rows = list(csv.DictReader(opts.index.open(encoding="utf-8"), delimiter="\t"))
        failures, spent = 0, 0.0
        with opts.output.open("w", encoding="utf-8") as out:
            for row in rows:
                source = (opts.pages / row["file"]).read_bytes()
                start = time.perf_counter()
                try:
                    article = extract(
                        source, row["url"], fetched_at=datetime.now(UTC), site_rules=not opts.no_site_rules
                    )
                except UnreadablePageError as error:
                    failures += 1
                    print(error, file=sys.stderr)
                    continue
                finally:
                    spent += time.perf_counter() - start
                out.write(to_json(article, file=row["file"]) + "\n")
        print(f"{len(rows)} pages, {failures} failures, {1000 * spent / max(len(rows), 1):.1f} ms a page")
