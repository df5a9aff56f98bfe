"""Drops articles that were not asked for: out of range, without the words, of another section."""

from __future__ import annotations

from typing import Any, Self

from scrapy.crawler import Crawler

from newscrawl.discovery.filtering import UnwantedError, check_wanted
from newscrawl.engine.spider import SiteSpider
from newscrawl.reading.raw import RawArticle


class WantedPipeline:
    """Compares each article with what the crawl was asked for, once its date and text are known."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """The item itself.

        Raises:
            UnwantedError: it is none of the articles asked for; counted under ``newscrawl/unwanted/``.
        """
        spider = self.crawler.spider
        if not (isinstance(spider, SiteSpider) and isinstance(item, RawArticle)):
            return item
        article = item.article
        assert self.crawler.stats is not None
        if spider.want.ranged and article.published_at is None:
            self.crawler.stats.inc_value("newscrawl/discovery/undated")
        text = " ".join(block.text for block in item.blocks if block.kept)
        try:
            check_wanted(article, text, spider.want, spider.missing)
        except UnwantedError as error:
            self.crawler.stats.inc_value(f"newscrawl/unwanted/{error.part}")
            raise
        return item
