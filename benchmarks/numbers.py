"""What is known of each number of the reader: the pages that it changes and the test that it decides.

``tests/reading/numbers.tsv`` has a line for each, written by the sweeps over pages and tests. A dash says
that a sweep has not tried the number, or has tried another value of it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import ROOT

NUMBERS = ROOT / "tests" / "reading" / "numbers.tsv"
UNTRIED = "-"
_HEAD = ("number", "is", "pages", "test")


@dataclass(frozen=True, slots=True)
class Decided:
    """A number by its name and value, how many pages change with half or twice of it, and a test that fails.

    No pages are ``0``, no test is empty, and :data:`UNTRIED` says that nothing is known.
    """

    number: str
    value: str
    pages: str = UNTRIED
    test: str = UNTRIED

    @property
    def changes_a_page(self) -> bool:
        """Whether a page is known that changes."""
        return self.pages not in ("0", UNTRIED)

    @property
    def is_idle(self) -> bool:
        """Whether neither a page nor a test is known that the number decides."""
        return not self.changes_a_page and self.test in ("", UNTRIED)


def read_numbers(path: Path = NUMBERS) -> dict[str, Decided]:
    """The lines of the table by the names of the numbers; none where there is no table."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t")
        next(rows)
        return {row[0]: Decided(*row) for row in rows}


def write_numbers(
    values: Mapping[str, str],
    path: Path = NUMBERS,
    *,
    pages: Mapping[str, str] | None = None,
    tests: Mapping[str, str] | None = None,
) -> dict[str, Decided]:
    """Bring the table to the numbers of ``values``, with what a sweep found of pages or of tests."""
    known = read_numbers(path)
    rows = {}
    for number, value in values.items():
        before = known.get(number, Decided(number, value))
        before = before if before.value == value else Decided(number, value)
        rows[number] = Decided(
            number,
            value,
            (pages or {}).get(number, before.pages if pages is None else UNTRIED),
            (tests or {}).get(number, before.test if tests is None else UNTRIED),
        )
    path.write_text(_lines(rows.values()), encoding="utf-8")
    return rows


def _lines(rows: Iterable[Decided]) -> str:
    cells = (_HEAD, *((row.number, row.value, row.pages, row.test) for row in rows))
    return "".join("\t".join(line) + "\n" for line in cells)
