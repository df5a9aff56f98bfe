"""The dated index ('indeks'): the articles of one day, over pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date, timedelta
from typing import ClassVar

from newscrawl.discovery.paged import PagedSource
from newscrawl.discovery.source import Step, Want
from newscrawl.discovery.windows import windows

LATEST = timedelta(days=1)
"""Without a range today is walked, and yesterday: a crawl after midnight still sees the evening before."""


@dataclass(frozen=True)
class DatedIndex(PagedSource):
    """An index by day, such as ``https://indeks.example.id/?date={date:%Y-%m-%d}&page={page}``.

    ``earliest`` is the first day that the index has. Days are walked from the newest to the oldest, each on
    its own, so that a day can be marked as done.
    """

    _: KW_ONLY
    max_pages: int = 200
    earliest: date | None = None

    kind: ClassVar[str] = "index"
    needs: ClassVar[frozenset[str]] = frozenset({"date"})

    def unable(self, want: Want) -> str | None:
        if want.query:
            return "a dated index cannot be searched"
        if self.earliest and want.ranged and want.last_day < self.earliest:
            return f"its index begins on {self.earliest}"
        if want.until and not (want.since or self.earliest):
            return "its index needs a first day: give since"
        return super().unable(want)

    def steps(self, want: Want) -> Iterator[Step]:
        for day, _ in windows(self._first_day(want), want.last_day, days=1):
            for section in self.section_values(want):
                yield Step(first_day=day, last_day=day, section=section)

    def _first_day(self, want: Want) -> date:
        if want.since:
            first = want.since.date()
        elif want.until and self.earliest:
            first = self.earliest
        else:
            first = min(want.last_day, want.known_until) - LATEST
        return max(first, self.earliest) if self.earliest else first
