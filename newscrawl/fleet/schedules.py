"""What is crawled at which times: rows of the base, so that every worker keeps them and each is due once.

Procrastinate's periodic tasks are declared in code; these change while workers run. A schedule that is due is
claimed and its jobs put into the queue in one statement, by whichever process comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from typing import Any, Self

from newscrawl.fleet.jobs import CrawlJob
from newscrawl.runs.schedule import Schedule, read_schedule
from newscrawl.sites import DEFAULT_ZONE

PRIORITY = 10
"""What is due goes before what was put into the queue by hand, such as years of a backfill."""

_PART = 0.9
_LONGEST = 60 * 60.0


@dataclass(frozen=True, slots=True)
class Planned:
    """A schedule: which sites, when, and what each crawl is told.

    ``choice`` says which sites as the options of ``newscrawl run`` do, so that sites that come later are
    chosen too. ``times`` are ``at``, ``every``, ``days`` and ``zone`` of a schedule. ``budget`` are the
    seconds that each site may take, None for what fits between two starts.
    """

    name: str
    choice: Mapping[str, Any]
    times: Mapping[str, str | None]
    arguments: Mapping[str, str] = field(default_factory=dict)
    budget: float | None = None

    @classmethod
    def of(cls, name: str, facts: Mapping[str, Any]) -> Self:
        """The schedule of :meth:`facts`."""
        return cls(name, facts["choice"], facts["times"], facts["arguments"], facts["budget"])

    def facts(self) -> dict[str, Any]:
        """The schedule as JSON has it, without its name."""
        return {
            "choice": dict(self.choice),
            "times": dict(self.times),
            "arguments": dict(self.arguments),
            "budget": self.budget,
        }

    @property
    def schedule(self) -> Schedule:
        """When it is due; raises ScheduleError."""
        times = self.times
        zone = times.get("zone") or DEFAULT_ZONE
        return read_schedule(at=times.get("at"), every=times.get("every"), days=times.get("days"), zone=zone)

    def jobs(self, sites: list[str]) -> list[CrawlJob]:
        """A job for each of ``sites``."""
        budget = self.budget or min(_LONGEST, _PART * 60 * self.schedule.between)
        return [CrawlJob(site, self.arguments, budget, self.name) for site in sites]


def last_due(schedule: Schedule, now: datetime) -> datetime:
    """The last instant, ``now`` at the latest, at which ``schedule`` was due."""
    local = now.astimezone(schedule.zone)
    if schedule.step:
        return local.replace(
            minute=local.minute - local.minute % schedule.step, second=0, microsecond=0
        ).astimezone(UTC)
    # A week back there is a day of each kind.
    for back in range(8):
        day = local.date() - timedelta(days=back)
        if schedule.days is not None and day.weekday() not in schedule.days:
            continue
        for at in sorted(schedule.times, reverse=True):
            due = datetime.combine(day, time_of_day(at.hour, at.minute), schedule.zone)
            if due <= local:
                return due.astimezone(UTC)
    raise AssertionError(f"{schedule.text} is never due")
