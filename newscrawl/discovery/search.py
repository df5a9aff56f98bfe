"""The publisher's own search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date, timedelta
from html import unescape
from itertools import product
from typing import ClassVar

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from newscrawl.discovery.paged import PagedSource
from newscrawl.discovery.source import STEP, Step, Want
from newscrawl.discovery.windows import windows

DEFAULT_REACH = timedelta(days=365)
"""How far back a dated search is asked when no first day is given."""


@dataclass(frozen=True)
class Search(PagedSource):
    """A keyword search, such as ``/search?q={query}&from={since:%Y-%m-%d}&to={until:%Y-%m-%d}&page={page}``.

    ``window_days`` splits a range into windows of so many days, for searches that stop after so many pages;
    with 0 the whole range is one window. ``earliest`` is the first day that can be searched. A search without
    ``{since}`` knows no dates: a range is then filtered from what it finds, newest first. Searches that do
    not filter by the words are no sources: leave them out.
    """

    _: KW_ONLY
    window_days: int = 0
    earliest: date | None = None

    kind: ClassVar[str] = "search"
    needs: ClassVar[frozenset[str]] = frozenset({"query"})

    def unable(self, want: Want) -> str | None:
        if not want.query:
            return "a search needs words: give query"
        if want.ranged and not self.dated:
            return "its search knows no dates"
        if self.earliest and want.ranged and want.last_day < self.earliest:
            return f"its search begins on {self.earliest}"
        return super().unable(want)

    @property
    def dated(self) -> bool:
        """Whether a range can be asked for, or read off the results."""
        return "since" in self.fields or self.reader.dated

    def steps(self, want: Want) -> Iterator[Step]:
        for section, words in product(self.section_values(want), want.searches):
            if "since" not in self.fields:
                yield Step(section=section, words=words)
                continue
            first = want.since.date() if want.since else want.last_day - DEFAULT_REACH
            first = max(first, self.earliest) if self.earliest else first
            for start, end in windows(first, want.last_day, days=self.window_days):
                yield Step(first_day=start, last_day=end, section=section, words=words)

    def no_answer(self, response: Response) -> str:
        """Why the first page of results, which names no article, is no answer; "" where it is one.

        What answers says so in the publisher's words for "no results", or repeats what was asked for, in the
        field for the words or above the results.
        """
        step: Step = response.meta.get(STEP, Step())
        if step.page > 1 or not isinstance(response, HtmlResponse):
            return ""
        text = unescape(response.text).casefold()
        if self.empty_text and self.empty_text.casefold() in text:
            return ""
        if any(word in text for word in step.words.casefold().replace('"', " ").split()):
            return ""
        shown = response.css("title::text").get("").strip()
        return f"it lists nothing and does not repeat the words asked for; its title is '{shown:.80}'"

    def start(self, want: Want) -> Iterator[Request]:
        return super().start(want) if want.query else iter(())
