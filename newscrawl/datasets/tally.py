"""What is in a data set: the figures for its card and for the last screen of an export."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from newscrawl.datasets.choice import Row


@dataclass(slots=True)
class Tally:
    """Counts of the records that were written."""

    records: int = 0
    splits: Counter[str] = field(default_factory=Counter)
    sites: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    cut: int = 0
    """Texts that were cut to the length of a cell."""
    formulas: int = 0
    """Texts in a CSV, written as they are, that a spreadsheet would take for formulas."""
    in_no_split: int = 0
    """Records left out, because a split by time has no place for what is undated."""
    in_no_range: int = 0
    """Articles left out, because what is undated lies in no range."""
    reserved: int = 0
    """Records left out, because their publisher reserves them."""
    first_day: str | None = None
    last_day: str | None = None

    def add(self, row: Row, split: str) -> None:
        """Count one record."""
        self.records += 1
        self.splits[split] += 1
        self.sites[row.site] += 1
        if row.language:
            self.languages[row.language] += 1
        if row.day is None:
            self.undated += 1
        else:
            self.first_day = min(self.first_day or row.day, row.day)
            self.last_day = max(self.last_day or row.day, row.day)

    def span(self) -> str:
        """The days of the first and last publication, in words."""
        return f"{self.first_day} to {self.last_day}" if self.first_day else "no known dates"
