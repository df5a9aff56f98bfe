"""What a crawl and a run do at their end: tell the watches what is new."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from newscrawl.archive import Archive, ArchiveError, ArchiveMissingError
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable
from newscrawl.watches import tell


def tell_watches(data: str | Path, status: int, *, quiet: bool = False, stream: TextIO | None = None) -> int:
    """Tell what is new to the watches of the archive at ``data``; the exit status, ``status`` before.

    A message that did not arrive is an alarm, storage that failed is storage trouble. What was told is said
    on ``stream``, under ``quiet`` only where something did not arrive.
    """
    try:
        with Archive.open(data, create=False) as archive:
            told = tell(archive, data)
    except ArchiveMissingError:
        return status
    except (ArchiveError, OSError) as error:
        # What was wrong with the storage before is said already, and would be said again.
        if status != ExitStatus.STORAGE:
            print(f"newscrawl: watches could not be told, the next run does it: {error}", file=sys.stderr)
        return status or ExitStatus.STORAGE
    for each in told:
        if each.missed or not quiet:
            print(printable(each.line()), file=sys.stderr if each.missed else stream or sys.stdout)
    return status or (ExitStatus.ALARMS if any(each.missed for each in told) else ExitStatus.FINE)
