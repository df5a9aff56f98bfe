"""Leaving a site: because it has said no, or because the crawl is told to end."""

from __future__ import annotations

from typing import Self

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from scrapy.utils.defer import deferred_from_coro
from twisted.internet.task import LoopingCall
from twisted.python.failure import Failure

from newscrawl.engine.downloader.drawn import PART_OF_PAGE
from newscrawl.engine.downloader.turns import turns
from newscrawl.engine.failures import PutOffError, SiteLeftError

PART_OF_ARTICLE = "newscrawl_part"
"""Key of a request's meta: it fetches a further page of an article of which one is read already."""

_CHECK_SECONDS = 0.25


def leave_site(crawler: Crawler, reason: str) -> None:
    """End the crawl with ``reason``; requests that wait for their turn are no longer sent."""
    assert crawler.engine is not None
    assert crawler.spider is not None
    crawler.spider.left_because = reason  # type: ignore[attr-defined]
    deferred_from_coro(crawler.engine.close_spider_async(reason=reason))


def has_left(crawler: Crawler) -> bool:
    """Whether the site was left."""
    return getattr(crawler.spider, "left_because", None) is not None


def is_ending(crawler: Crawler) -> bool:
    """Whether the crawl is about to end, for whatever reason: what it asks for now is not sent."""
    engine = crawler.engine
    return engine is None or engine._slot is None or engine._slot.closing is not None


class PromptEnd:
    """Lets a crawl that ends for whatever reason send nothing more but what it has begun.

    Scrapy sends every request that has reached the downloader, each after its delay: minutes, where a site
    asks for long ones. Here those that wait are put off, for the next crawl to send. An article that is
    split gets its further pages still, unless the site has said no.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.checks: AsyncioLoopingCall | LoopingCall | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.closed, signal=signals.spider_closed)
        return extension

    def opened(self) -> None:
        """Start to watch: Scrapy has no signal for a crawl that begins to end."""
        self.checks = create_looping_call(self._check)
        self.checks.start(_CHECK_SECONDS, now=False)

    def closed(self) -> None:
        """Stop to watch."""
        if self.checks is not None and self.checks.running:
            self.checks.stop()

    def _check(self) -> None:
        engine = self.crawler.engine
        if engine is None or engine._slot is None or not is_ending(self.crawler):
            return
        for slot in list(engine.downloader.slots.values()):
            self._put_off(slot)
        turns().put_off(self.crawler, self._why_not)

    def _put_off(self, slot: Slot) -> None:
        waiting = list(slot.queue)
        slot.queue.clear()
        for request, result in waiting:
            error = self._why_not(request)
            if error is None:
                slot.queue.append((request, result))
            else:
                result.errback(Failure(error))  # type: ignore[no-untyped-call]

    def _why_not(self, request: Request) -> Exception | None:
        """Why ``request`` is not sent any more; None where it is."""
        if has_left(self.crawler):
            return SiteLeftError("not sent: the site was left")
        part = request.meta.get(PART_OF_ARTICLE) or request.meta.get(PART_OF_PAGE)
        return None if part else PutOffError("not sent: the crawl ends")
