"""Hands the engine its requests as it has room for them, articles before further listings."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler

from newscrawl.discovery.source import LISTING

Stream = Iterator[Request | None]
"""Requests for articles as a listing names them; None where an entry was looked at and passed over."""

_BATCH = 100
"""So many requests at the most are handed over at a time."""

_LOOKED_AT = 1000
"""So many entries are looked at before other sites in the process have their turn."""

_OPEN_LISTINGS = 2
"""So many listings at the most are under way or being read: each may hold a hundred megabytes."""

_AHEAD = 64


@dataclass
class Listing:
    """The request for a listing, held back; ``wanted`` says in the end whether it is still worth making."""

    request: Request
    wanted: Callable[[], bool] = field(default=lambda: True)


class Feeder:
    """The frontier of one spider, kept outside of Scrapy's scheduler.

    A sitemap may name a million articles. Their requests are made only when the scheduler has run empty, a
    batch at a time, so that memory does not grow with the listing. Further listings wait until the articles
    that are known have been handed over and their host has hardly anything left to do.
    """

    def __init__(self, crawler: Crawler, *, enough: Callable[[], bool]) -> None:
        self._crawler = crawler
        self._enough = enough
        self._streams: deque[Stream] = deque()
        self._listings: deque[Listing] = deque()
        self._openings: Iterator[Listing] = iter(())
        self._scheduled = False
        self._few = 2 * max(1, crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"))
        crawler.signals.connect(self._note_scheduled, signal=signals.request_scheduled)
        crawler.signals.connect(self._note_empty, signal=signals.scheduler_empty)

    def add_stream(self, stream: Stream) -> None:
        """Take articles from ``stream`` when there is room."""
        self._streams.append(stream)

    def add_listing(self, listing: Listing) -> None:
        """Ask for a listing after those that wait already."""
        self._listings.append(listing)

    def add_next_page(self, listing: Listing) -> None:
        """Ask for the next page of a walk before other listings."""
        self._listings.appendleft(listing)

    async def feed(self, openings: Iterator[Listing]) -> AsyncIterator[Request]:
        """Requests until ``openings`` and all that they led to are through, or it is enough."""
        self._openings = openings
        while True:
            if not self._scheduled:
                batch, looked_at = self._take()
                for request in batch:
                    yield request
                if looked_at:
                    await asyncio.sleep(0)
                    continue
                if self._quiet():
                    return
            await self._crawler.signals.wait_for(signals.scheduler_empty)

    def clear(self) -> None:
        """Forget what was not handed over."""
        self._streams.clear()
        self._listings.clear()

    def _take(self) -> tuple[list[Request], int]:
        """The next requests, and how many entries were looked at for them."""
        batch: list[Request] = []
        looked_at = 0
        while self._streams and looked_at < _LOOKED_AT and len(batch) < _BATCH and not self._enough():
            try:
                request = next(self._streams[0])
            except StopIteration:
                self._streams.popleft()
                continue
            looked_at += 1
            if request is not None:
                batch.append(request)
        self._streams.rotate(-1)
        if not self._enough():
            listings, judged = self._take_listings(batch)
            batch.extend(listings)
            looked_at += judged
        return batch, looked_at

    def _take_listings(self, batch: list[Request]) -> tuple[list[Request], int]:
        """Listings whose hosts are free for them."""
        active = self._active()
        load = Counter(self._host(request) for request in (*active, *batch))
        free = _OPEN_LISTINGS - len(self._streams) - sum(LISTING in request.meta for request in active)
        most = 0 if self._streams else self._few
        taken: list[Request] = []
        judged = 0
        waiting: deque[Listing] = deque()
        self._look_ahead()
        while self._listings and len(taken) < free and len(waiting) < _AHEAD:
            listing = self._listings.popleft()
            if not listing.wanted():
                judged += 1
                continue
            host = self._host(listing.request)
            if load[host] > most:
                waiting.append(listing)
                continue
            load[host] += 1
            taken.append(listing.request)
            judged += 1
            self._look_ahead()
        self._listings.extendleft(reversed(waiting))
        return taken, judged

    def _look_ahead(self) -> None:
        while len(self._listings) < _AHEAD:
            listing = next(self._openings, None)
            if listing is None:
                return
            self._listings.append(listing)

    def _active(self) -> list[Request]:
        """The requests that are to be answered still."""
        assert self._crawler.engine is not None
        return list(self._crawler.engine.downloader.active)

    def _host(self, request: Request) -> str:
        assert self._crawler.engine is not None
        return str(self._crawler.engine.downloader.get_slot_key(request))

    def _quiet(self) -> bool:
        """Whether nothing is under way that could lead to more."""
        engine = self._crawler.engine
        assert engine is not None
        assert engine.scraper.slot is not None
        return not engine.downloader.active and engine.scraper.slot.is_idle()

    def _note_scheduled(self, request: Request, **_: Any) -> None:
        self._scheduled = True

    def _note_empty(self) -> None:
        self._scheduled = False
