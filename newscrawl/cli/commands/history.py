"""``newscrawl history``: the versions of an article, and what changed between them."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.archive.differences import Change, Piece, compare
from newscrawl.cli.archive_command import ArchiveCommand, named_article
from newscrawl.record.printable import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newscrawl.archive import Archive, Version

_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


class HistoryCommand(ArchiveCommand):
    """Prints an article's versions. Exit status: 0 fine, 1 not in the archive, 2 bad usage, 5 storage."""

    def syntax(self) -> str:
        return "ID|URL"

    def short_desc(self) -> str:
        return "Show what changed in an article"

    def long_desc(self) -> str:
        return (
            "Show the versions of an article and what changed from each to the next: [-gone-] and {+new+}"
            " words, in colour on a terminal."
        )

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        versions = named_article(self, archive, args)
        if versions is None:
            return 1
        print("\n".join(history_lines(versions, colour=sys.stdout.isatty())))
        return 0


def history_lines(versions: Sequence[Version], *, colour: bool) -> list[str]:
    """The versions for people, the first one first."""
    first, last = versions[0], versions[-1]
    lines = [printable(last.record["title"] or last.record["url"]), printable(last.record["url"])]
    lines += ["", f"version 1, stored {_when(first)}"]
    for before, after in pairwise(versions):
        changed = ", ".join(after.record["changed"])
        lines += ["", f"version {after.number}, stored {_when(after)}: {changed} changed"]
        for change in compare(before.record, after.record):
            lines += _change_lines(change, colour=colour)
    return lines


def _when(version: Version) -> str:
    return f"{version.stored_at:%Y-%m-%d %H:%M:%S} UTC"


def _change_lines(change: Change, *, colour: bool) -> list[str]:
    label = f"  {change.field}"
    if change.paragraph:
        label += f", paragraph {change.paragraph}"
    return [f"{label}:", "    " + " ".join(_marked(piece, colour=colour) for piece in change.pieces)]


def _marked(piece: Piece, *, colour: bool) -> str:
    text = printable(piece.text)
    if piece.kind == "same":
        return text
    if colour:
        return f"{_RED if piece.kind == 'gone' else _GREEN}{text}{_PLAIN}"
    return f"[-{text}-]" if piece.kind == "gone" else f"{{+{text}+}}"
