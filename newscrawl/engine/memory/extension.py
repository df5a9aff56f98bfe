"""One crawl's hold on the archive: opened when the spider opens, closed when all is written."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, Self, TypeVar

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from scrapy.utils.defer import deferred_from_coro
from twisted.internet.task import LoopingCall

from newscrawl.archive import Archive, ArchiveError, Stored, Validators
from newscrawl.archive.feeds import repair_feeds
from newscrawl.archive.joined import store_joined
from newscrawl.archive.pages import KeptPage
from newscrawl.archive.prepared import Prepared, prepare
from newscrawl.archive.revisits import parse_schedule
from newscrawl.engine.delivery import Delivery
from newscrawl.engine.failures import EchoError
from newscrawl.engine.memory.holding import Held, Opening, hold, let_go
from newscrawl.engine.memory.memory import ArchiveMemory
from newscrawl.engine.memory.owing import Owing
from newscrawl.engine.spider import SiteSpider
from newscrawl.items import Article
from newscrawl.record.outcome import STORAGE_REASON
from newscrawl.record.places import files_folder, standing

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

_HEARTBEAT_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Way:
    """How an article was come by: every address on the way to it, what its server gave to ask with, and where
    its pages are kept."""

    urls: tuple[str, ...] = ()
    validators: Validators = Validators()
    pages: tuple[KeptPage, ...] = ()


class ArchiveExtension:
    """Opens the archive in ``NEWSCRAWL_DATA`` for one crawl, and gives the spider its memory.

    A storage that fails ends the crawl with the reason ``storage`` and one line that says what to do; what
    was not stored by then is found again by the next crawl.
    """

    archive: Archive
    """For reading in the event loop; what is written goes through :meth:`write`."""

    memory: ArchiveMemory
    run: int

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.data: str = crawler.settings["NEWSCRAWL_DATA"]
        self.ways: dict[str, Way] = {}
        self.is_open = False
        self._held: Held | None = None
        self._failed = False
        self._reason = ""
        self._owing: Owing | None = None
        self._heartbeat: AsyncioLoopingCall | LoopingCall | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        connect = crawler.signals.connect
        connect(extension.spider_opened, signal=signals.spider_opened)
        connect(extension.engine_started, signal=signals.engine_started)
        connect(extension.spider_closed, signal=signals.spider_closed)
        connect(extension.engine_stopped, signal=signals.engine_stopped)
        return extension

    def spider_opened(self, spider: Spider) -> None:
        """Open the archive and repair what a run that died left behind, before any feed is opened.

        Raises:
            CloseSpider: the archive cannot be used.
        """
        if not isinstance(spider, SiteSpider):
            return
        schedule = parse_schedule(self.crawler.settings["NEWSCRAWL_REVISIT"])
        self._loop = asyncio.get_running_loop()
        patience = self.crawler.settings.getfloat("NEWSCRAWL_LOCK_SECONDS")
        try:
            self._held = hold(Opening(standing(self.data), schedule, patience))
            self.archive = self._held.archive
            self._begin(spider)
            self.archive.database.listeners.append(self._end_crawl)
        except (ArchiveError, OSError) as error:
            self._abandon()
            self._say_failed(error)
            raise CloseSpider(STORAGE_REASON) from error
        self.memory = spider.memory = ArchiveMemory(spider, self.archive, self.write)
        self.is_open = True

    def engine_started(self) -> None:
        """Note which files the run writes, and write what earlier runs could not."""
        if not self.is_open:
            return
        exporter, spider = self.crawler.get_extension(Delivery), self.crawler.spider
        if exporter is not None and spider is not None:
            self._open_feeds(exporter, spider)
        self._heartbeat = create_looping_call(self._beat)
        self._heartbeat.start(_HEARTBEAT_SECONDS, now=False)

    def spider_closed(self, reason: str) -> None:
        """Remember why the crawl ended: its feeds are still being closed."""
        self._reason = reason

    async def engine_stopped(self) -> None:
        """Note the end of the run, now that its feeds are closed, and close the archive."""
        if not self.is_open:
            return
        if self._heartbeat is not None and self._heartbeat.running:
            self._heartbeat.stop()
        counts = self._counts()
        self.memory.end(self._reason, counts)
        if self._owing:
            self.write(self._owing.settle)
        end = self.write(lambda archive: archive.runs.end(self.run, self._reason, counts, now=_now()))
        try:
            with suppress(ArchiveError):  # it is said already
                await asyncio.wrap_future(end)
                self.archive.database.check_place()
        finally:
            self.is_open = False
            await self._close(self._held)

    def write(self, job: Callable[[Archive], Result], about: Prepared | None = None) -> Future[Result]:
        """Have ``job``, which stores the article ``about``, done after all that was asked for before."""
        assert self._held is not None
        future = self._held.writer.submit(job, about)
        future.add_done_callback(self._check)
        return future

    async def store(self, article: Article) -> Stored:
        """Store an article; it is on the disk when this returns.

        Raises:
            ArchiveError: it could not be stored; the crawl is being ended.
            EchoError: it is another article's text.
        """
        way = self.ways.pop(article.id, Way())
        prepared = prepare(article, way.urls, way.validators, now=_now())
        kept = self.write(lambda archive: self._kept(archive, prepared, way), prepared)
        stored = await asyncio.wrap_future(kept)
        if isinstance(stored, EchoError):
            raise stored
        return stored

    def _kept(self, archive: Archive, prepared: Prepared, way: Way) -> Stored | EchoError:
        """Store an article, and note where its pages are kept."""
        stored = self._joined(archive, prepared, way)
        if way.pages and isinstance(stored, Stored) and stored.outcome != "earlier":
            archive.pages.note(stored.article.id, way.pages)
        return stored

    @property
    def puts_out_unchanged(self) -> bool:
        """Whether the crawl was asked for certain articles, stored already or not."""
        args = getattr(self.crawler.spider, "args", None)
        return bool(args and (args.fresh or args.urls))

    def only_for_named(self, article: Article) -> Article:
        """``article``, which goes to the feeds that were asked for, and to no other."""
        exporter = self.crawler.get_extension(Delivery)
        if exporter is not None:
            exporter.only_for_named(article)
        return article

    def _joined(self, archive: Archive, prepared: Prepared, way: Way) -> Stored | EchoError:
        """Store an article, or join it with the one that is stored under another of its addresses."""
        joined = store_joined(
            archive.articles,
            prepared,
            partial(self._stored, archive, way),
            urls=way.urls,
            validators=way.validators,
            now=_now(),
        )
        if isinstance(joined, Stored):
            return joined
        url = prepared.article.url
        return EchoError(f"No article from {url} (same-page): {joined.url} shows the same text")

    def _stored(self, archive: Archive, way: Way, prepared: Prepared) -> Stored:
        """Store an article; a copy of long ago may be older than what is stored of it."""
        if prepared.article.via is None:
            return archive.store_prepared(prepared, run=self.run)
        return archive.past.store(prepared, way.pages, now=_now(), run=self.run)

    def _begin(self, spider: SiteSpider) -> None:
        self._site = spider.site_name
        for repair in repair_feeds(self.archive, now=_now()):
            logger.warning("%s", repair)
        renewed = self.archive.renew_copies()
        if renewed:
            logger.info("%s: %d recent articles compared anew with each other", self.archive.name, renewed)
        with self.archive.transaction():
            self.run = self.archive.runs.begin(self._site, now=_now())

    def _open_feeds(self, exporter: Delivery, spider: Spider) -> None:
        owing = self._owing = Owing(exporter, self._site, files_folder(self.data).absolute())
        names, counts = owing.files(), owing.if_killed()
        self.write(lambda archive: archive.runs.set_feeds(self.run, names))
        self.write(lambda archive: archive.runs.set_counts(self.run, counts))
        with suppress(ArchiveError):  # the crawl ends for it
            owing.deliver(self.archive, self.run, spider)

    def _abandon(self) -> None:
        """Close what was opened for a crawl that does not begin."""
        if self._held is not None and let_go(self._held):
            self._held.writer.close()
            self._held.archive.close()

    async def _close(self, held: Held | None) -> None:
        if held is None:
            return
        held.archive.database.listeners.remove(self._end_crawl)
        if let_go(held):
            await self._loop.run_in_executor(None, held.writer.close)
            held.archive.close()
        if held.writer.failure is not None:
            self._end_crawl(held.writer.failure)

    def _beat(self) -> None:
        with suppress(ArchiveError):  # the crawl ends for it
            self.archive.database.check_place()
        self.write(lambda archive: archive.runs.touch(self.run, now=_now()))
        # Who browses the archive meanwhile looks into the large index alone.
        self.write(lambda archive: archive.sort_in())

    def _counts(self) -> dict[str, Any]:
        assert self.crawler.stats is not None
        return {
            name: value
            for name, value in self.crawler.stats.get_stats().items()
            if isinstance(value, int | float | str)
        }

    def _check(self, future: Future[Any]) -> None:
        error = future.exception()
        if isinstance(error, ArchiveError) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end_crawl, error)

    def _end_crawl(self, error: ArchiveError) -> None:
        """End the crawl, or count it as failed if it is ending already; only the first error is said."""
        if self._failed:
            return
        self._say_failed(error)
        engine = self.crawler.engine
        if engine is not None and engine.spider is not None and not self._reason:
            deferred_from_coro(engine.close_spider_async(reason=STORAGE_REASON))

    def _say_failed(self, error: Exception) -> None:
        self._failed = True
        logger.critical("%s", error)
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value("newscrawl/failed/storage")


def _now() -> datetime:
    return datetime.now(UTC)


def archive_of(crawler: Crawler) -> ArchiveExtension | None:
    """The extension of ``crawler`` with its archive open; None where it crawls without."""
    extension = crawler.get_extension(ArchiveExtension)
    return extension if extension is not None and extension.is_open else None
