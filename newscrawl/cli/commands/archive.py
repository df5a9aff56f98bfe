"""``newscrawl archive``: checks that everything is as it was stored, merges and copies archives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl.archive.checking import Damage, find_damage
from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.archive_copy import copy_archive
from newscrawl.cli.archive_merge import merge_archives
from newscrawl.cli.usage import UsageError
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable, printable_json

if TYPE_CHECKING:
    import argparse

    from newscrawl.archive import Archive

_CHECK, _MERGE, _COPY = "check", "merge", "copy"
_MOST_LINES = 50


class CheckCommand(ArchiveCommand):
    """Checks, merges or copies archives. Exit status: 0 all is whole, 2 bad usage, 5 something is damaged."""

    def syntax(self) -> str:
        return "check [--json] | merge FOLDER FOLDER ... --into NEW_FOLDER | copy SOURCE TARGET"

    def short_desc(self) -> str:
        return "Check that all that is stored is whole; merge archives, copy one to a server"

    def long_desc(self) -> str:
        return (
            "check: read every version of every article and compare it with the checksum that was stored"
            " beside it, and have the database check its own file. Says what is damaged and what to do."
            " merge: make a new archive out of several: the same articles once, their versions in order,"
            " copies found across all; the folder appears whole or not at all."
            " copy: take all of an archive into an empty folder or base, and compare; a copy that was broken"
            " off goes on. Exit status: 0 all is"
            " whole, 2 bad usage, 5 something is damaged."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--into", metavar="FOLDER", help="with merge: the new archive's folder")
        parser.add_argument("--json", action="store_true", help="print each damage as a JSON line")

    def check(self, args: list[str], opts: argparse.Namespace) -> None:
        super().check(args, opts)
        if args != [_CHECK] and args[:1] not in ([_MERGE], [_COPY]):
            raise UsageError(f"archive takes what to do: '{_CHECK}', '{_MERGE}' or '{_COPY}'")

    def handle(self, args: list[str], opts: argparse.Namespace) -> int:
        if args[0] == _CHECK:
            return super().handle(args, opts)
        told = merge_archives(args[1:], opts.into) if args[0] == _MERGE else copy_archive(args[1:])
        print(told)
        return ExitStatus.FINE

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        damages = list(find_damage(archive.database))
        if opts.json:
            for damage in damages:
                print(printable_json(json.dumps(damage.as_dict(), ensure_ascii=False)))
        elif damages:
            print(*_told(archive, damages), sep="\n")
        else:
            counted = archive.database.one("SELECT count(*), coalesce(sum(version), 0) FROM articles")
            articles, versions = counted or (0, 0)
            print(f"{archive.name}: whole; {articles} articles in {versions} versions, all as stored")
        return ExitStatus.STORAGE if damages else ExitStatus.FINE


def _told(archive: Archive, damages: Sequence[Damage]) -> Iterator[str]:
    """What is damaged, and what to do next."""
    yield f"{archive.name}: damaged in {len(damages)} place{'s' * (len(damages) > 1)}"
    for damage in damages[:_MOST_LINES]:
        yield f"  {printable(_line(damage))}"
    if len(damages) > _MOST_LINES:
        yield f"  and {len(damages) - _MOST_LINES} more; --json names them all"
    yield ""
    yield "What to do: let no crawl run, keep a copy of the file, and look at the disk it lies on. Then put"
    yield "the last good copy of the file in its place, and crawl: what is missing in it is found again."
    if any(damage.kind == "file" for damage in damages):
        yield f"Without one, 'sqlite3 {archive.name} .recover | sqlite3 NEW' saves what can be read."


def _line(damage: Damage) -> str:
    if damage.url is None:
        return damage.what
    which = f"version {damage.version} of " if damage.kind == "version" else ""
    return f"{which}{damage.url}{f' ({damage.id})' if damage.id else ''}: {damage.what}"
