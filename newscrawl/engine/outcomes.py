"""What became of the articles that were asked for."""

from __future__ import annotations

import logging
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler

from newscrawl.discovery.filtering import OutOfRangeError
from newscrawl.discovery.ranges import Side
from newscrawl.discovery.source import Found
from newscrawl.discovery.walk import Walk
from newscrawl.engine.failures import UnchangedItemError

logger = logging.getLogger(__name__)

WALK = "newscrawl_walk"
"""Key of an article request's meta under which the walk lies that found it."""


class Outcomes:
    """Counts the articles asked for and lost, so that a limit means articles; tells walks what they found.

    ``limit`` is how many articles are wanted, None for all. In a ``fresh`` crawl those count too that are
    stored already and have not changed.
    """

    def __init__(self, limit: int | None = None, *, fresh: bool = False) -> None:
        self.limit = limit
        self.fresh = fresh
        self.asked = 0
        self.lost = 0
        self.kept = 0
        self.out_of_range = 0

    @property
    def full(self) -> bool:
        """Whether as many articles are there, or under way, as are wanted."""
        return self.limit is not None and self.asked - self.lost >= self.limit

    def connect(self, crawler: Crawler) -> None:
        """Listen to what becomes of requests and items."""
        crawler.signals.connect(self._scraped, signal=signals.item_scraped)
        crawler.signals.connect(self._dropped, signal=signals.item_dropped)
        crawler.signals.connect(self._not_made, signal=signals.request_dropped)
        crawler.signals.connect(self._broke, signal=signals.item_error)
        crawler.signals.connect(self._unread, signal=signals.spider_error)

    def _scraped(self, response: Any, **_: Any) -> None:
        self.kept += 1
        _judge(response, None)

    def _dropped(self, response: Any, exception: BaseException, **_: Any) -> None:
        if self.fresh and isinstance(exception, UnchangedItemError):
            return
        self.lost += 1
        if isinstance(exception, OutOfRangeError):
            self.out_of_range += 1
            _judge(response, exception.side)

    def _broke(self, response: Any, spider: Any, failure: Any, **_: Any) -> None:
        """A pipeline, perhaps somebody's own, has raised what it ought not to."""
        found = getattr(getattr(response, "request", None), "cb_kwargs", {}).get("found")
        if isinstance(found, Found):
            spider.refuse(found, "pipeline", f"{failure.type.__name__}: {failure.getErrorMessage()}")

    def _unread(self, response: Any, spider: Any, failure: Any, **_: Any) -> None:
        """Reading an answer has raised what it ought not to: nobody else would count the article as lost."""
        asked = getattr(getattr(response, "request", None), "cb_kwargs", {})
        said = f"{failure.type.__name__}: {failure.getErrorMessage()}"
        if isinstance(found := asked.get("found"), Found):
            spider.refuse(found, "parse", said, at=response.url)
        elif "source" in asked:
            spider.count("failed/listing")
            spider.count("listings/failed/parse")
            spider.logger.warning("Listing not read: %s (parse): %s", response.url, said)

    def _not_made(self, request: Request, spider: Any, **_: Any) -> None:
        found = request.cb_kwargs.get("found")
        if isinstance(found, Found):
            spider.refuse(found, "offsite", "the request was turned away before it was sent")
        elif "source" in request.cb_kwargs and (asked := request.meta.get("redirect_urls")):
            # Scrapy's filter of duplicates has no word for it.
            spider.count("discovery/same_page")
            logger.info("%s leads to %s, which is read by another way", asked[0], request.url)


def _judge(response: Any, side: Side | None) -> None:
    request = getattr(response, "request", None)
    walk = request.meta.get(WALK) if request is not None else None
    if isinstance(walk, Walk):
        walk.judge(side)
