"""The feeds of a crawl: what one cannot take is kept for the next run, and never called written.

Scrapy's own exporter loses an item in silence where a file cannot take it, and the end of a feed where that
cannot be written. Here each feed fails alone and is counted, so that the run ends with the storage's status.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Collection
from functools import partial
from typing import IO, Any, Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.feedexport import BlockingFeedStorage, FeedExporter, FeedSlot
from scrapy.utils.defer import ensure_awaitable

from newscrawl import settings as defaults
from newscrawl.items import Article
from newscrawl.record.outcome import FEED_FAILED, OWED
from newscrawl.record.printable import without_secrets
from newscrawl.record.stores import StoreError, in_store, refused, within_patience

logger = logging.getLogger(__name__)


class Delivery(FeedExporter):
    """Scrapy's feed exporter, in which a feed that fails is counted and known by its name."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.failed: set[str] = set()
        """Names of the feeds that failed: their addresses as they were given, without secrets."""
        self._unchanged: set[str] = set()
        self._late: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The exporter; where none can be made, every article of the crawl would be lost to its feeds.

        Raises:
            NotConfigured: a feed's address is of no kind that is known here.
        """
        try:
            return super().from_crawler(crawler)
        except NotConfigured:
            if crawler.settings["FEEDS"]:
                assert crawler.stats is not None
                crawler.stats.inc_value(f"{FEED_FAILED}unknown")
            raise

    def named(self) -> list[FeedSlot]:
        """The feeds that somebody asked for, beside that of the data folder."""
        return [slot for slot in self.slots if slot.uri_template not in defaults.FEEDS]

    def only_for_named(self, article: Article) -> None:
        """Let an article that is stored already go to the feeds that were asked for, and to no other."""
        self._unchanged.add(article.id)

    def item_scraped(self, item: Any, spider: Spider) -> None:
        """Give an item to each feed; one that fails keeps it from no other."""
        again = isinstance(item, Article) and item.id in self._unchanged
        if again and item.id in self._late:
            return
        self._give(item, spider, self.named() if again else list(self.slots))

    def deliver_late(self, article: Article, names: Collection[str], spider: Spider) -> set[str]:
        """Give an article of an earlier run to the feeds with ``names``, or to all named where there is none.

        Returns:
            The names of the feeds that it was given to.
        """
        named = self.named()
        chosen = [slot for slot in named if name_of(slot) in names] or named
        self._late.add(article.id)
        self._give(article, spider, chosen)
        return {name_of(slot) for slot in chosen}

    def _give(self, item: Any, spider: Spider, chosen: list[FeedSlot]) -> None:
        kept: list[FeedSlot] = []
        for slot in self.slots:
            self.slots = [slot]
            if slot in chosen:
                try:
                    super().item_scraped(item, spider)
                except Exception as error:  # an exporter may be anybody's
                    self._fail(slot, error)
            kept += self.slots
        self.slots = kept

    def _start_new_batch(self, *args: Any, **kwargs: Any) -> FeedSlot:
        slot = super()._start_new_batch(*args, **kwargs)
        if in_store(slot.uri) and isinstance(slot.storage, BlockingFeedStorage):
            give_up_in_time(slot.storage)
        store = slot.storage.store

        async def store_or_say(file: Any) -> None:
            try:
                await ensure_awaitable(store(file))
            except Exception as error:
                self._note(slot)
                if not in_store(slot.uri) or isinstance(error, StoreError):
                    raise
                # Of a library's inner life nobody learns what is wrong with a bucket.
                raise refused(slot.uri_template, error) from None

        slot.storage.store = store_or_say  # type: ignore[method-assign, assignment]
        return slot

    async def _close_slot(self, slot: FeedSlot, spider: Spider) -> None:
        try:
            await super()._close_slot(slot, spider)
        except Exception as error:  # what closes the feed could not be written: Scrapy lets it pass
            self._fail(slot, error)

    def _fail(self, slot: FeedSlot, error: Exception) -> None:
        if name_of(slot) in self.failed:
            return
        self._note(slot)
        logger.error("%s cannot be written: %s; what is stored is not lost", name_of(slot), error)
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"{FEED_FAILED}{type(slot.storage).__name__}")

    def _note(self, slot: FeedSlot) -> None:
        self.failed.add(name_of(slot))
        assert self.crawler.stats is not None
        self.crawler.stats.set_value(OWED, json.dumps(sorted(self.failed)))


def give_up_in_time(storage: BlockingFeedStorage) -> None:
    """Give a store that says nothing no more time than an export does, whatever its library would wait."""
    put = storage._store_in_thread

    def put_in_time(file: IO[bytes]) -> None:
        file.flush()
        within_patience(os.fstat(file.fileno()).st_size, partial(put, file))

    storage._store_in_thread = put_in_time  # type: ignore[method-assign]


def name_of(slot: FeedSlot) -> str:
    """What a feed is called: its address as it was given, without secrets."""
    return without_secrets(slot.uri_template)
