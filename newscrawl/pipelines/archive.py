"""The last stage: the record goes into the archive before anybody else sees it."""

from __future__ import annotations

from typing import Any, Self

from scrapy.crawler import Crawler

from newscrawl.archive import ArchiveError
from newscrawl.engine.failures import EchoError, NotKeptError, UnchangedItemError
from newscrawl.engine.memory.extension import archive_of
from newscrawl.items import Article


class ArchivePipeline:
    """Stores each article, and hands on those that are new or a new version.

    So the feed of a run holds what the run added to the archive, and never what the archive has not. A crawl
    that was asked for certain articles (``fresh``, ``urls``) puts out the others too, to the files it was
    given.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_item(self, item: Any) -> Any:
        """The record with its version, what changed, and its cluster; what is no record as it is.

        Raises:
            UnchangedItemError: it is stored already.
            NotKeptError: it could not be stored.
            EchoError: it is the text of an unrelated page.
        """
        archive = archive_of(self.crawler)
        if archive is None or not isinstance(item, Article):
            return item
        assert self.crawler.stats is not None
        try:
            stored = await archive.store(item)
        except ArchiveError as error:
            self.crawler.stats.inc_value("newscrawl/articles", -1)
            raise NotKeptError(f"Not stored: {item.url}; the next crawl fetches it again") from error
        except EchoError as error:
            self.crawler.stats.inc_value(f"newscrawl/failed/{error.reason}")
            self.crawler.stats.inc_value("newscrawl/articles", -1)
            raise
        self.crawler.stats.inc_value(f"newscrawl/archive/{stored.outcome}")
        if stored.outcome == "unchanged":
            if archive.puts_out_unchanged:
                return archive.only_for_named(stored.article)
            raise UnchangedItemError(f"Unchanged: {item.url}", log_level="DEBUG")
        if stored.article.copy_of:
            self.crawler.stats.inc_value("newscrawl/archive/copies")
        return stored.article
