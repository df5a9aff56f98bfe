"""The addresses of articles, without the articles: what a crawl would ask for is named and not asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler

from newscrawl.discovery.source import Found
from newscrawl.reading.raw import RawArticle

TELL = "NEWSCRAWL_TELL_ADDRESS"
"""Setting: what is called with each :class:`~newscrawl.discovery.source.Found` that is named."""


class AddressesOnly:
    """A spider middleware that keeps the requests for articles back and tells what they were for.

    Listings are fetched as ever. A page that may be a section and is an article was fetched by then; its
    address is told as the others are.
    """

    def __init__(self, tell: Callable[[Found], None]) -> None:
        self._tell = tell

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = cls(crawler.settings[TELL])
        crawler.signals.connect(middleware.scraped, signal=signals.item_scraped)
        return middleware

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """The requests of ``start``, without those for articles."""
        async for request in start:
            found = request.cb_kwargs.get("found") if isinstance(request, Request) else None
            if isinstance(found, Found):
                self._tell(found)
            else:
                yield request

    def scraped(self, item: Any) -> None:
        """Tell the address of a page that was read as an article."""
        if isinstance(item, RawArticle):
            self._tell(Found(item.article.url, title=item.article.title))
