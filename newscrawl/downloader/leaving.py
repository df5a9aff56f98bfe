"""Leaving a site that has said no."""

from __future__ import annotations

from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro


def leave_site(crawler: Crawler, reason: str) -> None:
    """End the crawl with ``reason``; requests that wait for their turn are no longer sent."""
    assert crawler.engine is not None
    assert crawler.spider is not None
    crawler.spider.left_because = reason  # type: ignore[attr-defined]
    deferred_from_coro(crawler.engine.close_spider_async(reason=reason))


def has_left(crawler: Crawler) -> bool:
    """Whether the site was left."""
    return getattr(crawler.spider, "left_because", None) is not None
