"""What a job is: a crawl of a site, the hosts that it keeps from others; ranges of days cut into jobs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from newscrawl.record.addresses import registered_domain
from newscrawl.sites.book import book

TASK = "crawl"
"""The name of the task and of its queue."""

ARCHIVES = {"wayback": "web.archive.org", "commoncrawl": "index.commoncrawl.org"}
"""The hosts that are asked in place of the site's own, by what ``-a from=`` says."""

Span = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class CrawlJob:
    """One crawl of one site: what ``newscrawl crawl SITE -a ...`` does.

    ``budget`` are the seconds it may take, None for as long as it needs; ``schedule`` names the schedule for
    which it was due, empty where somebody asked for it.
    """

    site: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    budget: float | None = None
    schedule: str = ""

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Self:
        """The job of :meth:`facts`."""
        return cls(facts["site"], facts["arguments"], facts["budget"], facts["schedule"])

    def facts(self) -> dict[str, Any]:
        """The job as JSON has it."""
        return {
            "site": self.site,
            "arguments": dict(self.arguments),
            "budget": self.budget,
            "schedule": self.schedule,
        }

    @property
    def key(self) -> str:
        """The same for all jobs that would do the same: one of them waits or runs at a time."""
        told = json.dumps(dict(sorted(self.arguments.items())))
        return f"{self.site} {hashlib.sha256(told.encode()).hexdigest()[:16]}"

    @property
    def hosts(self) -> frozenset[str]:
        """The domains that it asks."""
        if archive := ARCHIVES.get(self.arguments.get("from", "")):
            return frozenset((archive,))
        name, _, address = self.site.partition(":")
        if address:
            return frozenset((registered_domain(urlsplit(address).hostname or address),))
        return frozenset(book().publisher(name).domains) if name in book().names else frozenset((name,))

    @property
    def lock(self) -> str:
        """What no two jobs that run hold together, anywhere.

        Jobs whose hosts overlap otherwise, as those of a paper and of its regional pages, are kept apart when
        they begin.
        """
        return min(self.hosts)


def parts(first: date, last: date, span: Span) -> Iterator[tuple[date, date]]:
    """The days ``first`` to ``last`` in parts of a day, a week or a month of the calendar, or a year."""
    while first <= last:
        end = min(last, _last_of(first, span))
        yield first, end
        first = end + timedelta(days=1)


def _last_of(day: date, span: Span) -> date:
    if span == "day":
        return day
    if span == "week":
        return day + timedelta(days=6 - day.weekday())
    month = 12 if span == "year" else day.month
    following = date(day.year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
