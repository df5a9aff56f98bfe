"""``newscrawl show``: one article of the archive."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from newscrawl.cli.archive_command import ArchiveCommand, named_article
from newscrawl.cli.options import count
from newscrawl.record.printable import printable, printable_json

if TYPE_CHECKING:
    import argparse

    from newscrawl.archive import Archive

_WIDTH = 100
_APART = ("body", "title", "provenance")


class ShowCommand(ArchiveCommand):
    """Prints an article. Exit status: 0 fine, 1 not in the archive, 2 bad usage, 5 storage trouble."""

    def syntax(self) -> str:
        return "ID|URL [--version N] [--json]"

    def short_desc(self) -> str:
        return "Show one article of the archive"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--version", type=count, metavar="N", help="that version (default: the last)")
        parser.add_argument("--json", action="store_true", help="print the record as JSON")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        versions = named_article(self, archive, args)
        if versions is None:
            return 1
        chosen = [each for each in versions if opts.version in (None, each.number)]
        if not chosen:
            return self.complain(f"the article has versions 1 to {len(versions)}, not {opts.version}")
        record = chosen[-1].record
        if opts.json:
            print(printable_json(json.dumps(record, ensure_ascii=False, indent=2)))
        else:
            print("\n".join(record_lines(record, of=len(versions))))
        return 0


def record_lines(record: dict[str, Any], *, of: int) -> list[str]:
    """A record for people: title, fields that say something, text."""
    rows = {
        name: value for name, value in record.items() if name not in _APART and value not in (None, [], {})
    }
    rows["version"] = f"{record['version']} of {of}"
    width = max(map(len, rows)) + 2
    lines = [printable(record["title"] or ""), ""]
    lines += [f"{name:<{width}}{printable(_text(value))}" for name, value in rows.items()]
    for paragraph in (record["body"] or "").split("\n\n"):
        lines += ["", *textwrap.wrap(printable(paragraph), _WIDTH)]
    return lines


def _text(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
