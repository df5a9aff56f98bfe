"""Pages read in processes of their own, so that a crawl of many sites is not bound to one core.

The engine fetches, judges and stores; a reader parses a page and reads its fields. Readers are shared by all
crawls of the process. One that dies, of a page or of want of memory, loses nothing: what the readers had is
read again page by page, so that the page that ends readers is found and no other suffers for it.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any, TypeVar

from scrapy.settings import BaseSettings

from newscrawl.engine.reader import begin, packed, read
from newscrawl.reading.fetched import read_fetched
from newscrawl.reading.raw import RawArticle
from newscrawl.record.addresses import on_domains
from newscrawl.record.deaf import deaf_to_interrupts
from newscrawl.sites.rules import SiteRules

AUTO = "auto"
MANY_SITES = 20
"""From so many sites on ``auto`` uses readers: at a request a second each they ask for twenty pages a
second, a good part of a core (docs/performance.md). A reader takes 0.6 s of processor and 36 MB to begin."""

_MOST = 256
"""More readers than this is a slip of the pen."""

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
            return await asyncio.wrap_future(_submitted(pool, function, *args))
        except BrokenProcessPool:
            self._forget(pool)
        # Which page ended them cannot be told: each that they had is read by itself, one after the other.
        async with self._one:
            return await self._alone(function, *args)

    def close(self) -> None:
        """End the readers when they have read what they are at; what waits for them is given up."""
        if self._pool is not None:
            # Left to the interpreter, its end may fall between one thread closing a pipe and another writing.
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    async def _alone(self, function: Callable[..., T], *args: Any) -> T:
        for _ in range(2):
            pool = _pool_of(1)
            try:
                return await asyncio.wrap_future(_submitted(pool, function, *args))
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
    raw = await readers.call(read, html, url, packed(rules), domains, told)
    raw.rules = rules
    return raw


def _submitted(pool: ProcessPoolExecutor, function: Callable[..., T], *args: Any) -> Future[T]:
    with deaf_to_interrupts():
        return pool.submit(function, *args)


def _pool_of(count: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=begin)
