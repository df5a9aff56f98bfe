"""Pages that all say the same: a notice of maintenance under forty addresses is no forty articles."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from dataclasses import dataclass, field
from hashlib import blake2b

from scrapy.crawler import Crawler

from newscrawl.discovery.source import Found
from newscrawl.reading.dates import DateEvidence
from newscrawl.reading.raw import RawArticle
from newscrawl.record.kinship import may_be_one, speaks_of, words_of

MOST_HELD = 6
"""So many pages wait at the most for others to be compared with."""

_MOST_HELD_SIZE = 2_000_000
"""Bytes of pages that wait: beyond SCRAPER_SLOT_MAX_ACTIVE_SIZE, five million, Scrapy sends nothing more."""

_LOOK = 0.25
"""Seconds between two looks whether anything is under way that could decide."""

_CHANGING = re.compile(r"[\d\W_]+")
"""The time of day, a number of the request: what differs between pages that say the same."""


@dataclass(eq=False, slots=True)
class _Waiting:
    text: bytes
    url: str
    size: int
    decided: asyncio.Event = field(default_factory=asyncio.Event)
    is_echo: bool = False


class Echoes:
    """Tells pages that have a text of their own from those that repeat one under strange addresses.

    A page whose headline fits its address or what the listing called it, or that states when it was
    published, is taken at its word. Any other waits until pages enough have come that say something else,
    or nothing is under way any more.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._first: dict[bytes, str] = {}
        self._echoing: set[bytes] = set()
        self._waiting: deque[_Waiting] = deque()

    async def is_echo(self, raw: RawArticle, found: Found, size: int) -> bool:
        """Whether the text of ``raw``, a page of ``size`` bytes, is that of unrelated pages too."""
        text = _essence(raw)
        first = self._first.setdefault(text, found.url)
        vouched = _vouched(raw, found)
        if not vouched and (text in self._echoing or not may_be_one(first, found.url)):
            self._condemn(text)
            return True
        return False if vouched or first != found.url else await self._wait(text, found.url, size)

    def _condemn(self, text: bytes) -> None:
        self._echoing.add(text)
        for waiting in [waiting for waiting in self._waiting if waiting.text == text]:
            waiting.is_echo = True
            self._release(waiting)

    async def _wait(self, text: bytes, url: str, size: int) -> bool:
        own = _Waiting(text, url, size)
        self._waiting.append(own)
        while len(self._waiting) > 1 and (
            len(self._waiting) > MOST_HELD or sum(each.size for each in self._waiting) > _MOST_HELD_SIZE
        ):
            self._release(self._waiting[0])
        idle = 0
        while not own.decided.is_set() and idle < 2:
            try:
                await asyncio.wait_for(own.decided.wait(), _LOOK)
            except TimeoutError:
                idle = idle + 1 if self._nothing_under_way() else 0
        if not own.decided.is_set():
            self._release(own)
        return own.is_echo

    def _release(self, waiting: _Waiting) -> None:
        self._waiting.remove(waiting)
        waiting.decided.set()

    def _nothing_under_way(self) -> bool:
        """Whether no answer is to come, or the crawl is being ended."""
        engine = self._crawler.engine
        if engine is None or engine._slot is None or engine._slot.closing is not None:
            return True
        return not engine.downloader.active and not engine._slot.scheduler.has_pending_requests()


def _essence(raw: RawArticle) -> bytes:
    text = " ".join(_CHANGING.sub(" ", block.text.casefold()) for block in raw.blocks if block.kept)
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def _vouched(raw: RawArticle, found: Found) -> bool:
    """Whether something shows that the page is the one that was asked for."""
    if any(map(is_stated, raw.date_evidence)):
        return True
    return speaks_of(raw.article.title, found.title, " ".join(words_of(found.url)))


def is_stated(evidence: DateEvidence) -> bool:
    """Whether a page states outright when it was published."""
    return evidence.role == "published" and evidence.origin in ("rule", "json-ld", "meta", "hydration")
