"""One job of the queue: a crawl in this process beside others, and what is to become of the job after it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job
from scrapy.crawler import CrawlerProcessBase
from scrapy.exceptions import CloseSpider

from newscrawl.fleet.jobs import CrawlJob
from newscrawl.record.outcome import SHUTDOWN_REASON, Outcome
from newscrawl.runs.session import Session

HELD_SECONDS = 60.0
"""A site that a run outside of the queue holds is tried again after so long."""

_STORAGE_SECONDS = (10.0, 20.0, 60.0, 60.0, 120.0, 300.0, 600.0)
_FAILED_SECONDS = (300.0, 1800.0)
"""Pauses before a job is tried again: where storage failed, and where a site did."""


class AgainLaterError(Exception):
    """The job is to run again, here or elsewhere, in ``seconds``; ``counted`` as a failure or not."""

    def __init__(self, seconds: float, note: str, *, counted: bool = False) -> None:
        super().__init__(note)
        self.seconds = seconds
        self.counted = counted


class JobFailedError(Exception):
    """The job has failed for good; the message is its note."""


class Again(BaseRetryStrategy):
    """Puts back what :class:`AgainLaterError` says, and nothing else."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """See procrastinate."""
        if not isinstance(exception, AgainLaterError):
            return None
        return RetryDecision(retry_in={"milliseconds": int(exception.seconds * 1000)})


@dataclass(frozen=True, slots=True)
class Crawling:
    """Crawls jobs by ``process`` into the archive at ``data``."""

    process: CrawlerProcessBase
    data: str | Path

    async def crawl(self, job: CrawlJob, begun: Callable[[Session], None]) -> Outcome:
        """Crawl a job to its end; ``begun`` gets the session.

        A task that is cancelled ends it as a signal does.
        """
        session = Session(self.process, self.data, budget=job.budget, can_overstay=False)
        try:
            session.add(job.site, dict(job.arguments))
        except (KeyError, CloseSpider) as error:
            return Outcome(job.site, "failed", f"this worker knows no such site ({error})")
        begun(session)
        ending = asyncio.ensure_future(session.crawled())
        try:
            outcomes = await asyncio.shield(ending)
        except asyncio.CancelledError:
            for crawler in session.crawlers.values():
                await crawler.stop_async()
            await ending
            raise
        return outcomes[0]


def again(job: CrawlJob, outcome: Outcome, failures: int) -> AgainLaterError | None:
    """What is to be tried again after ``outcome`` of a job that failed ``failures`` times; None if nothing.

    What was due by a schedule is not tried again where its site fails: the next time is near.
    """
    if outcome.state == "held":
        return AgainLaterError(HELD_SECONDS, outcome.note)
    if outcome.stats.get("finish_reason") == SHUTDOWN_REASON and outcome.state in ("fine", "alarm"):
        return AgainLaterError(0, "a worker was stopped; another goes on")
    pauses: tuple[float, ...] = ()
    if outcome.state == "storage":
        pauses = _STORAGE_SECONDS
    elif outcome.state == "failed" and not job.schedule:
        pauses = _FAILED_SECONDS
    if failures < len(pauses):
        return AgainLaterError(pauses[failures], outcome.note, counted=True)
    return None
