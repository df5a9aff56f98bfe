"""Common Crawl's news: which WARC files a range of months or days has, and lists of files as it keeps them.

Every month has a list, ``crawl-data/CC-NEWS/YYYY/MM/warc.paths.gz``: a path a line, below the root of the
store (commoncrawl.org/blog/news-dataset-available). The instant in a file's name says when it was begun.
"""

from __future__ import annotations

import calendar
import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl.warc.sources import is_remote, read_source

ROOT = "https://data.commoncrawl.org/"
FIRST = date(2016, 8, 1)
"""The month with which the news begin."""

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_BEGUN = re.compile(r"CC-NEWS-(\d{4})(\d{2})(\d{2})\d{6}-")
_LIST_ENDINGS = (".paths", ".paths.gz")


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Days:
        """``2024-01``, ``2024-01..2024-03`` or ``2024-01-15..2024-02-03``.

        Raises:
            ValueError: it is no such range, or one before the news begin.
        """
        first, dots, last = text.strip().partition("..")
        days = cls(_edge(first, text, last=False), _edge(last if dots else first, text, last=True))
        if days.last < days.first:
            raise ValueError(f"'{text}' ends before it begins")
        if days.last < FIRST:
            raise ValueError(f"'{text}' is before {FIRST:%Y-%m}, with which CC-NEWS begins")
        return days

    def months(self) -> Iterator[tuple[int, int]]:
        """Year and month of each month that the range touches."""
        first = max(self.first, FIRST)
        for month in range(12 * first.year + first.month - 1, 12 * self.last.year + self.last.month):
            yield month // 12, month % 12 + 1

    def has(self, name: str) -> bool:
        """Whether a file was begun in the range, by its name; one that does not say so is taken."""
        begun = _BEGUN.search(name)
        return begun is None or self.first <= date(*map(int, begun.groups())) <= self.last


def files_of(days: Days, root: str = ROOT) -> Iterator[str]:
    """The WARC files of a range of days, below ``root``: an address, or a folder with the same paths.

    Raises:
        FileNotFoundError: there is no list for a month.
        OSError: a list cannot be had.
        ValueError: a list is none.
    """
    base = root if root.endswith("/") else f"{root}/"
    for year, month in days.months():
        place = f"{base}crawl-data/CC-NEWS/{year}/{month:02}/warc.paths.gz"
        yield from (file for file in listed_in(place, base) if days.has(file))


def is_list(place: str) -> bool:
    """Whether ``place`` is a list of files and not a WARC file, by its name."""
    return (urlsplit(place).path if is_remote(place) else place).endswith(_LIST_ENDINGS)


def listed_in(place: str, root: str | None = None) -> Iterator[str]:
    """The files that the list ``place`` names.

    Paths are below ``root``: that of the list's own server if none is given, and for a list on this machine
    Common Crawl's; what stands in a line whole, or lies on this machine, is taken as it is.

    Raises:
        OSError: it cannot be had.
        ValueError: it is no list of files.
    """
    data = read_source(place)
    try:
        text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise ValueError(f"{place}: it is no list of files: {error}") from None
    base = root or _root_of(place)
    for line in filter(None, map(str.strip, text.splitlines())):
        yield line if is_remote(line) or Path(line).is_file() else f"{base}{line}"


def _root_of(place: str) -> str:
    parts = urlsplit(place)
    return f"{parts.scheme}://{parts.netloc}/" if is_remote(place) else ROOT


def _edge(text: str, whole: str, *, last: bool) -> date:
    found = _DAY.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        year, month = int(found[1]), int(found[2])
        day = int(found[3]) if found[3] else calendar.monthrange(year, month)[1] if last else 1
        return date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError(f"'{whole}' is no range: write 2024-01, 2024-01..2024-03 or two days") from None
