"""Turns the raw article into the record, and drops what is no article."""

from __future__ import annotations

from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from newscrawl.reading import stages
from newscrawl.reading.raw import RawArticle


class ValidationPipeline:
    """The last stage before the archive: every record that passes has an id, a title and a body."""

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        assert crawler.stats is not None
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        """The record of a raw article; other items as they are.

        Raises:
            DropItem: the page is no article, or its title or text could not be found.
        """
        if not isinstance(item, RawArticle):
            return item
        article = stages.finish(item)
        fault = stages.fault(article)
        if fault:
            self.stats.inc_value("newscrawl/failed/no-article")
            self.stats.inc_value(f"newscrawl/refused/{article.page_type}")
            raise DropItem(f"No article from {article.url} (no-article): {fault}")
        self.stats.inc_value("newscrawl/articles")
        return article
