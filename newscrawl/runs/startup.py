"""What a process does once, before it crawls, and how it comes to its end."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager

from scrapy.crawler import AsyncCrawlerProcess, Crawler, CrawlerProcessBase

_THRESHOLDS = (10_000, 5, 5)
_LOOK_AGAIN = 0.01


def hang_up_as_terminate() -> None:
    """Let a terminal that is closed (SIGHUP) end a run as SIGTERM does; under ``nohup`` it ends nothing."""
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up is None or threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(hang_up) is signal.SIG_DFL:
        signal.signal(hang_up, lambda *_: os.kill(os.getpid(), signal.SIGTERM))


def spare_collector() -> None:
    """Take everything that is loaded by now out of the garbage collector's rounds.

    Modules, classes and tables live as long as the process; looking through them again and again takes a
    tenth of the time of a crawl. Of young objects a page makes thousands, so the rounds are wider too.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


def run_until_done(process: CrawlerProcessBase, *, at_once: bool = False) -> None:
    """Let ``process`` crawl until its crawls have ended, by themselves or by a signal.

    Scrapy stops crawls that run, and lets go of those that still open or close: nobody would hear how these
    ended. With ``at_once`` it lets go of all of them, for crawls of which a part is of no use. Afterwards
    signals do again what they did before, since Scrapy leaves its own handling behind.
    """
    if isinstance(process, AsyncCrawlerProcess):
        process.stop = _nothing if at_once else _stop_when_open(process)  # type: ignore[method-assign]
    with _signals_as_they_were():
        process.start()


async def _nothing() -> None:
    pass


def _stop_when_open(process: AsyncCrawlerProcess) -> Callable[[], Coroutine[None, None, None]]:
    stop, patient = process.stop, True

    async def stop_when_open() -> None:
        nonlocal patient
        waits, patient = patient, False  # whoever asks a second time wants the end at once
        while waits and not all(map(_runs, process.crawlers)):
            await asyncio.sleep(_LOOK_AGAIN)
        await stop()

    return stop_when_open


def _runs(crawler: Crawler) -> bool:
    try:
        return crawler.engine.running
    except RuntimeError:
        return False  # it has no engine yet


@contextmanager
def _signals_as_they_were() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = ("SIGINT", "SIGTERM", "SIGBREAK")
    numbers = [number for name in names if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.getsignal(number) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
