"""Backing off when a site says that it is asked too much."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.engine.downloader.leaving import leave_site
from newscrawl.engine.downloader.turns import Host
from newscrawl.engine.failures import SiteLeftError

logger = logging.getLogger(__name__)

_BUSY = frozenset({429, 503})


class Backoff:
    """On 429 and 503 silence towards the host for as long as it asks; Scrapy's retries follow after it.

    ``Retry-After`` counts in seconds or as an HTTP date (RFC 9110, 10.2.3). Without it the host rests for
    ``NEWSCRAWL_BACKOFF_START`` seconds, doubled with each retry. A host that asks for more than
    ``NEWSCRAWL_RETRY_AFTER_MAX`` seconds is left alone for this run.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.start = crawler.settings.getfloat("NEWSCRAWL_BACKOFF_START")
        self.limit = crawler.settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX")

    def heed(self, request: Request, response: Response, host: Host) -> None:
        """Let the host rest if its answer asks for it."""
        if response.status not in _BUSY:
            return
        asked = retry_after(response, now=datetime.now(UTC))
        pause = asked if asked is not None else self.start * 2 ** request.meta.get("retry_times", 0)
        host.rest_for(pause)
        if pause > self.limit:
            logger.error("%s asks to wait %.0f s: the site is left alone for this run", request.url, pause)
            leave_site(self.crawler, "told_to_wait")
            return
        logger.info("%s answered %d: no request to it for %.1f s", request.url, response.status, pause)

    def check(self, request: Request, host: Host) -> None:
        """Leave a site whose host was told by another crawl to wait longer than allowed.

        Raises:
            SiteLeftError: it was.
        """
        if host.rest > self.limit:
            logger.error("%s wants no request for %.0f s: the site is left alone", request.url, host.rest)
            leave_site(self.crawler, "told_to_wait")
            raise SiteLeftError("not sent: the host asked to wait longer than allowed")


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
