"""Asking for a page once more that came, and came broken."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request

from newscrawl.engine.failures import RefusedError


def ask_again(crawler: Crawler, request: Request, error: RefusedError) -> Request:
    """The request to send once more, as often as ``RETRY_TIMES`` allows.

    Raises:
        RefusedError: ``error``, where it was sent often enough.
    """
    assert crawler.spider is not None
    again = get_retry_request(
        request,
        spider=crawler.spider,
        reason=error.reason,
        give_up_log_level=crawler.settings["RETRY_GIVE_UP_LOG_LEVEL"],
    )
    if again is None:
        raise error
    return again
