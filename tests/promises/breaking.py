"""A spider whose reading of an answer fails as nobody thought of."""

from __future__ import annotations

from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler


class Breaking:
    """An extension with which every page whose address ends in an even number cannot be read."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        breaking = cls()
        crawler.signals.connect(breaking.opened, signal=signals.spider_opened)
        return breaking

    def opened(self, spider: Any) -> None:
        """Put itself before the spider's own reader."""
        read = spider.read_article

        async def read_article(response: Any, found: Any) -> Any:
            if response.url[-1] in "02468":
                raise LookupError("nobody thought of this")
            return await read(response, found)

        spider.read_article = read_article
