"""``newscrawl sites check``: what is wrong with site files."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from newscrawl.probing.checking import Checked, check_file, files_of, folder_of
from newscrawl.record.printable import printable
from newscrawl.sites.book import Book


def check_sites(files: Sequence[Path], own: Path, *, accept: bool = False) -> int:
    """Check ``files``, or all of the folder ``own``, and print what is wrong; the exit status.

    With ``accept`` today's reading of the saved pages is kept for right.
    """
    chosen = [file.resolve() for file in files] or files_of(own.resolve())
    if not chosen:
        print(f"There is no site file in {own}; newscrawl probe URL --write drafts one.")
        return 0
    missing = next((file for file in chosen if not file.is_file()), None)
    if missing:
        print(f"newscrawl sites: {missing}: there is no such file", file=sys.stderr)
        return 2
    # What is wrong is printed here, with the file that it is wrong with.
    logging.getLogger("newscrawl.sites").setLevel(logging.CRITICAL)
    books = {folder: Book(folder) for folder in {folder_of(file) for file in chosen}}
    found = [check_file(file, books[folder_of(file)], accept=accept) for file in chosen]
    for checked in found:
        print(*map(printable, _lines(checked, accept=accept)), sep="\n")
    return 0 if all(checked.sound for checked in found) else 1


def _lines(checked: Checked, *, accept: bool) -> list[str]:
    if checked.sound:
        examples = sum(len(publisher.examples) for publisher in checked.publishers)
        counts = [_counted(len(checked.publishers), "publisher"), _counted(examples, "example")]
        if checked.pages:
            read = "taken for right" if accept else "read as before"
            counts.append(f"{_counted(checked.pages, 'saved page')} {read}")
        return [f"{checked.file}: fine ({', '.join(counts)})"]
    lines = list(checked.faults)
    for canary, changes in checked.changed:
        lines.append(f"{canary.folder}: {canary.url} is read differently (--accept takes that for right)")
        lines += [f"  {line}" for change in changes for line in change.lines()]
    return lines


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
