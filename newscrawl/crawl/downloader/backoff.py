"""Backing off when a site says that it is asked too much."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.settings import BaseSettings

from newscrawl.crawl.downloader.leaving import leave_site

logger = logging.getLogger(__name__)

_BUSY = frozenset({429, 503})


class BackoffMiddleware(RetryMiddleware):
    """Scrapy's retries, and on 429 and 503 silence towards the host for as long as it asks.

    ``Retry-After`` counts in seconds or as an HTTP date (RFC 9110, 10.2.3). Without it the host rests for
    ``NEWSCRAWL_BACKOFF_START`` seconds, doubled with each retry. A host that asks for more than
    ``NEWSCRAWL_RETRY_AFTER_MAX`` seconds is left alone for this run.
    """

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self.start = settings.getfloat("NEWSCRAWL_BACKOFF_START")
        self.limit = settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = super().from_crawler(crawler)
        # The next request of the slot leaves before a middleware sees this response; the signal is earlier.
        crawler.signals.connect(middleware.rest, signal=signals.response_downloaded)
        return middleware

    def rest(self, response: Response, request: Request) -> None:
        """Keep silent towards the host of ``request`` if its answer asks for it."""
        if response.status not in _BUSY:
            return
        asked = retry_after(response, now=datetime.now(UTC))
        pause = asked if asked is not None else self.start * 2 ** request.meta.get("retry_times", 0)
        assert self.crawler.engine is not None
        if pause > self.limit:
            logger.error("%s asks to wait %.0f s: the site is left alone for this run", request.url, pause)
            leave_site(self.crawler, "told_to_wait")
            return
        downloader = self.crawler.engine.downloader
        slot = downloader.slots.get(request.meta.get("download_slot") or downloader.get_slot_key(request))
        if slot is not None:
            # A slot waits until its last request is `delay` seconds old; with no delay it never waits.
            slot.delay = max(slot.delay, 0.01)
            slot.jitter = 0.0
            slot.lastseen = max(slot.lastseen, monotonic() + pause - slot.delay)
        logger.info("%s answered %d: no request to it for %.1f s", request.url, response.status, pause)


def retry_after(response: Response, *, now: datetime) -> float | None:
    """Seconds that a response asks to wait: its ``Retry-After`` header, None without a readable one."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
