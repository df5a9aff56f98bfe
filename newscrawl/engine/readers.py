"""Pages read in processes of their own, so that a crawl of many sites is not bound to one core.

The engine fetches, judges and stores; a reader parses a page and reads its fields. Readers are shared by all
crawls of the process. One that dies, of a page or of want of memory, loses nothing: what the readers had is
read again page by page, so that the page that ends readers is found and no other suffers for it.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache, partial
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from scrapy.settings import BaseSettings

from newscrawl.reading.fetched import read_fetched
from newscrawl.reading.raw import RawArticle
from newscrawl.record.addresses import on_domains
from newscrawl.sites.rules import NO_RULES, SiteRules

AUTO = "auto"
MANY_SITES = 20
"""From so many sites on ``auto`` uses readers: at a request a second each, reading takes a tenth of a core
and more (docs/performance.md), and a reader costs a second and 60 MB to begin with."""

_MOST = 256
"""More readers than this is a slip of the pen."""

_RULES_KEPT = 512

T = TypeVar("T")


class ReaderDiedError(Exception):
    """A page ends the process that reads it."""


class Readers:
    """Processes that read pages; with ``count`` 0 this process reads them itself."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: ProcessPoolExecutor | None = None
        self._one = asyncio.Lock()
        self.died = 0
        """How often a reader has died."""

    async def call(self, function: Callable[..., T], *args: Any) -> T:
        """What ``function`` returns or raises; both it and ``args`` can be pickled.

        Raises:
            ReaderDiedError: it ended the readers that it shared, and twice one of its own.
        """
        if not self.count:
            return function(*args)
        pool = self._open()
        try:
            return await asyncio.wrap_future(pool.submit(function, *args))
        except BrokenProcessPool:
            self._forget(pool)
        # Which page ended them cannot be told: each that they had is read by itself, one after the other.
        async with self._one:
            return await self._alone(function, *args)

    def close(self) -> None:
        """End the readers; what they are reading is not waited for."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    async def _alone(self, function: Callable[..., T], *args: Any) -> T:
        for _ in range(2):
            pool = _pool_of(1)
            try:
                return await asyncio.wrap_future(pool.submit(function, *args))
            except BrokenProcessPool:
                continue
            finally:
                pool.shutdown(wait=False)
        raise ReaderDiedError("reading it ends the process that reads")

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _pool_of(self.count)
        return self._pool

    def _forget(self, broken: ProcessPoolExecutor) -> None:
        """Let go of a pool; all that it was reading learn of its end, and only the first opens another."""
        if self._pool is broken:
            self._pool = None
            self.died += 1


_shared: dict[int, Readers] = {}


def shared_readers(settings: BaseSettings) -> Readers:
    """The readers of this process that ``NEWSCRAWL_READERS`` asks for; ``auto`` by itself is none."""
    count = count_of(settings, sites=1)
    return _shared.setdefault(count, Readers(count))


def close_readers() -> None:
    """End the readers of this process."""
    while _shared:
        _shared.popitem()[1].close()


def count_of(settings: BaseSettings, *, sites: int) -> int:
    """How many readers ``NEWSCRAWL_READERS`` asks for in a run over so many sites.

    Raises:
        ValueError: the setting is neither a number nor ``auto``; the message quotes it.
    """
    told = str(settings["NEWSCRAWL_READERS"]).strip()
    if told == AUTO:
        return readers_for(sites)
    if not told.isascii() or not told.isdigit() or int(told[:9]) > _MOST:
        raise ValueError(f"NEWSCRAWL_READERS={told:.40} is neither '{AUTO}' nor a number up to {_MOST}")
    return int(told)


def readers_for(sites: int) -> int:
    """How many readers ``auto`` means for a run over so many sites: each core but the engine's, or none."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores - 1 if sites >= MANY_SITES else 0


async def read_page(
    readers: Readers, html: bytes, url: str, *, rules: SiteRules, domains: tuple[str, ...], **told: Any
) -> RawArticle:
    """:func:`newscrawl.reading.fetched.read_fetched` by ``readers``; ``told`` are its other arguments.

    Raises:
        UnreadablePageError: nothing in ``html`` could be parsed.
        ReaderDiedError: reading it ends every process that tries.
    """
    if not readers.count:
        on_site = partial(on_domains, domains=domains)
        return read_fetched(html, url, rules=rules, on_site=on_site, **told)
    raw = await readers.call(_read, html, url, _packed(rules), domains, told)
    raw.rules = rules
    return raw


def _read(html: bytes, url: str, packed: bytes, domains: tuple[str, ...], told: dict[str, Any]) -> RawArticle:
    """In a reader: the raw article without its rules, which the engine has."""
    on_site = partial(on_domains, domains=domains)
    raw = read_fetched(html, url, rules=_unpacked(packed), on_site=on_site, **told)
    raw.rules = NO_RULES
    return raw


@lru_cache(_RULES_KEPT)
def _packed(rules: SiteRules) -> bytes:
    return pickle.dumps(rules)


@lru_cache(_RULES_KEPT)
def _unpacked(packed: bytes) -> SiteRules:
    rules: SiteRules = pickle.loads(packed)
    return rules


def _pool_of(count: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)


def _begin() -> None:
    """In a reader: Ctrl-C is for the engine, and a reader does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
