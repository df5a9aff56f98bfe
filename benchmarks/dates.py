"""Reading dates: newscrawl beside dateparser, string by string.

``python -m benchmarks.dates [DATES.tsv]`` prints the table. The file has the columns ``string`` and ``iso``:
what a page shows, and what it means (an instant, a local time of Jakarta, a day, or nothing).
"""

from __future__ import annotations

import argparse
import csv
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

from benchmarks.report import ROOT, CannotMeasureError, Options, Section, table
from newscrawl.reading.dates import last_resort, parse

DATES = ROOT.parent / "shared" / "facts" / "dates.tsv"
_ZONE = "Asia/Jakarta"
_JAKARTA = ZoneInfo(_ZONE)
_NOW = datetime(2026, 11, 23, 12, 0, tzinfo=_JAKARTA)
_REPEATS = 50
"""Readings in one timing of ours: one alone is as short as the clock's own step."""

Reader = Callable[[str], tuple[datetime, bool] | None]
"""Reads a string into an instant and whether it has a time of day."""


def measure(options: Options) -> Section:
    """The section of the report: share read rightly and time a string, for each reader."""
    path = options.pages.parent.parent / "facts" / "dates.tsv"
    return Section(describe(path if path.exists() else DATES, rounds=1 if options.quick else options.rounds))


def describe(path: Path, *, rounds: int) -> str:
    """The table over the strings of ``path``, as Markdown.

    Raises:
        CannotMeasureError: there is no such file, or it lacks the columns.
    """
    rows = _read(path)
    stated = [row for row in rows if row["iso"]]
    body = []
    base = 0.0
    for name, reader, repeats in _readers():
        times = _times(reader, [row["string"] for row in rows], rounds, repeats)
        right = sum(_is_right(reader(row["string"]), row["iso"]) for row in stated)
        median = statistics.median(times)
        base = base or median
        body.append(
            [
                name,
                f"{right / len(stated):.3f}",
                f"{median:.1f}",
                f"{statistics.quantiles(times, n=20)[-1]:.1f}",
                f"{median / base:.0f}",
            ]
        )
    head = ["reader", "read rightly", "median µs", "95 % below µs", "times newscrawl"]
    alone = _share_of_grammar([row["string"] for row in rows])
    return (
        f"{table(head, body)}\n{len(rows)} strings, {len(stated)} of them with a stated value."
        f" The grammar alone, without dateparser, settles {alone:.1%} of them.\n"
    )


def _read(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        raise CannotMeasureError(f"there is no file of date strings at {path}")
    with path.open(encoding="utf-8") as source:
        rows = list(csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or not {"string", "iso"} <= rows[0].keys():
        raise CannotMeasureError(f"{path} has no columns 'string' and 'iso'")
    return rows


def _readers() -> list[tuple[str, Reader, int]]:
    return [
        ("newscrawl", _own, _REPEATS),
        ('dateparser, languages=["id"]', _dateparser(languages=["id"]), 1),
        ("dateparser, automatic", _dateparser(), 1),
    ]


def _own(text: str) -> tuple[datetime, bool] | None:
    found = parse(text, zone=_ZONE, now=_NOW)
    return (found.instant, found.precision in ("second", "minute")) if found else None


def _dateparser(**options: Any) -> Reader:
    import dateparser  # noqa: PLC0415 - the reader measured against, loaded only when it is

    settings = {
        "DATE_ORDER": "DMY",
        "TIMEZONE": _ZONE,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "RELATIVE_BASE": _NOW.replace(tzinfo=None),
    }

    def read(text: str) -> tuple[datetime, bool] | None:
        moment = dateparser.parse(text, settings=settings, **options)
        return (moment, (moment.hour, moment.minute) != (0, 0)) if moment else None

    return read


def _times(reader: Reader, strings: Sequence[str], rounds: int, repeats: int) -> list[float]:
    """Microseconds a string: the fastest of ``rounds``, since other work only ever adds time."""
    fastest = [float("inf")] * len(strings)
    for _ in range(rounds + 1):  # the first warms the caches that both readers keep
        for at, text in enumerate(strings):
            start = time.perf_counter_ns()
            for _ in range(repeats):
                reader(text)
            fastest[at] = min(fastest[at], (time.perf_counter_ns() - start) / 1000 / repeats)
    return fastest


def _is_right(found: tuple[datetime, bool] | None, iso: str) -> bool:
    """Whether day, or instant and offset, are the stated ones."""
    if found is None:
        return False
    moment, has_clock = found
    if len(iso) == len("2026-01-01"):
        return not has_clock and moment.date().isoformat() == iso
    expected = datetime.fromisoformat(iso)
    expected = expected if expected.tzinfo else expected.replace(tzinfo=_JAKARTA)
    return moment == expected and moment.utcoffset() == expected.utcoffset()


def _share_of_grammar(strings: Sequence[str]) -> float:
    """The share of strings that are read, or refused, without asking dateparser."""
    with mock.patch.object(last_resort, "ask", return_value=None) as asked:
        for text in strings:
            parse(text, zone=_ZONE, now=_NOW)
    return 1 - asked.call_count / len(strings)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; exit status 1 if it could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=DATES, metavar="DATES.tsv")
    parser.add_argument("--rounds", type=int, default=3, help="timed rounds (default: %(default)s)")
    options = parser.parse_args(arguments)
    try:
        print(describe(options.path, rounds=options.rounds))
    except CannotMeasureError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
