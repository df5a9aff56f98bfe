"""``newscrawl search``: full-text search over the archive."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.options import count
from newscrawl.cli.selecting import add_selection_options, selection
from newscrawl.cli.usage import UsageError
from newscrawl.record.printable import printable, printable_json
from newscrawl.record.query import parse_query

if TYPE_CHECKING:
    import argparse

    from newscrawl.archive import Archive

_AROUND = 70


class SearchCommand(ArchiveCommand):
    """Prints the articles with some words. Exit status: 0 fine, 1 none found, 2 bad usage, 5 storage."""

    def syntax(self) -> str:
        return "WORDS ... [options]"

    def short_desc(self) -> str:
        return "Search the articles of the archive"

    def long_desc(self) -> str:
        return (
            "Print the articles with all WORDS in title or text, the best matches first. Words in double"
            " quotes stand together ('\"air bersih\"'), OR between two takes either, NOT before one excludes,"
            " word* matches beginnings."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        add_selection_options(parser)
        super().add_options(parser)
        parser.add_argument("--limit", type=count, default=20, metavar="N", help="at most N (default: 20)")
        parser.add_argument("--newest", action="store_true", help="the newest first")
        parser.add_argument("--json", action="store_true", help="print the records as JSON lines")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        if not args:
            raise UsageError("search takes words to look for")
        words = " ".join(args)
        chosen = selection(archive, opts, words=words, now=datetime.now(UTC))
        found = archive.search(chosen, limit=opts.limit, newest=opts.newest)
        for article_id, number in found.hits:
            if opts.json:
                print(printable_json(archive.articles.line(article_id, number)))
            else:
                print("\n".join(_lines(archive, article_id, words)), end="\n\n")
        if not opts.json:
            print(f"{len(found.hits)} of {found.total:,} articles" if found.total else "No article found.")
        return 0 if found.total else 1


def _lines(archive: Archive, article_id: str, words: str) -> list[str]:
    record = archive.versions(article_id)[-1].record
    when = (record["published_at"] or "undated")[:16].replace("T", " ")
    return [
        printable(record["title"] or record["url"]),
        printable(f"  {record['site']}, {when}, {article_id}"),
        printable(f"  {excerpt(record['body'] or '', words)}"),
        printable(f"  {record['url']}"),
    ]


def excerpt(body: str, words: str) -> str:
    """The place in a text where one of the words stands first, with some text around it."""
    text = " ".join(body.split())
    terms = [" ".join(term.words) for part in parse_query(words).wanted for term in part]
    wanted = "|".join(map(re.escape, terms))
    place = re.search(rf"\b(?:{wanted})", text, re.IGNORECASE) if wanted else None
    first = place.start() if place else 0
    start = _edge(text, max(0, first - _AROUND))
    end = _edge(text, min(len(text), first + _AROUND))
    return f"{'... ' if start else ''}{text[start:end].strip()}{' ...' if end < len(text) else ''}"


def _edge(text: str, place: int) -> int:
    """The end of the word before ``place``, unless a very long one stands there: half a word says nothing."""
    gap = text.rfind(" ", max(0, place - _AROUND // 2), place)
    return place if gap < 0 or place in (0, len(text)) else gap
