"""Conditional requests, and what became of the articles that were read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.archive import ArchiveError, Validators
from newscrawl.discovery.filtering import UnwantedError
from newscrawl.discovery.source import LISTING, Found
from newscrawl.engine.downloader.drawn import DRAW
from newscrawl.engine.downloader.exchange import pages_of
from newscrawl.engine.failures import NotKeptError, PutOffError, UnaskedError, UnchangedError
from newscrawl.engine.memory.extension import ArchiveExtension, Way, archive_of
from newscrawl.engine.memory.memory import validators_of
from newscrawl.items import Article
from newscrawl.reading.raw import RawArticle
from newscrawl.record.addresses import canonical_url

NOT_MODIFIED = 304
_ORDERED_OLDEST_FIRST = "index"
"""Kind of source whose first page may stay the same while later ones grow."""


class ConditionalRequests:
    """Asks with what servers gave the last time.

    It stands next to the engine, so that it sees what retries and redirects have come to.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Add the headers of a conditional request (RFC 9110, 13.1) where there is something to ask with.

        Raises:
            PutOffError: the archive failed, for which the crawl is being ended.
        """
        archive = archive_of(self.crawler)
        if archive is None:
            return
        try:
            self._prepare(archive, request)
        except ArchiveError as error:
            raise PutOffError(f"{request.url}: not asked for, for the archive failed") from error

    def _prepare(self, archive: ArchiveExtension, request: Request) -> None:
        # A shell stays the same whatever its scripts draw.
        drawn = DRAW in request.meta
        if LISTING in request.meta:
            archive.memory.listing_asked(request)
            _ask_with(request, Validators() if drawn else self._of_listing(archive, request))
        elif drawn:
            return
        elif archive.memory.sees_again(_found(request)) and not self._fresh():
            _ask_with(request, archive.archive.articles.validators(request.url))

    def process_response(self, request: Request, response: Response) -> Response:
        """The response.

        Raises:
            UnchangedError: the article is as it was stored.
            UnaskedError: 304 answers a request that named no copy.
        """
        if response.status == NOT_MODIFIED and not _names_copy(request):
            raise UnaskedError(f"304 (not modified) answers a request without a copy: {request.url}")
        archive = archive_of(self.crawler)
        if archive is None:
            return response
        if LISTING in request.meta and response.status == NOT_MODIFIED:
            archive.memory.listing_unchanged(request)
        found = _found(request)
        if found is None:
            return response
        if response.status == NOT_MODIFIED:
            self._see(archive, found, request.url)
            raise UnchangedError(f"{request.url} has not changed")
        return response

    def _of_listing(self, archive: ArchiveExtension, request: Request) -> Validators:
        """Only a walk that may end at known articles may end at an unchanged page."""
        source, walk = request.cb_kwargs["source"], request.cb_kwargs["walk"]
        if request.method != "GET" or not walk.stop_at_known or source.kind == _ORDERED_OLDEST_FIRST:
            return Validators()
        return archive.archive.walks.validators(request.url)

    def _see(self, archive: ArchiveExtension, found: Found, url: str) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value("newscrawl/archive/unchanged")
        archive.write(lambda opened: opened.see(found.url) or opened.see(url))

    def _fresh(self) -> bool:
        return bool(getattr(getattr(self.crawler.spider, "args", None), "fresh", False))


class Addresses:
    """Notes under which addresses an article was found, and which pages turned out to be none."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = cls(crawler)
        crawler.signals.connect(middleware.item_dropped, signal=signals.item_dropped)
        return middleware

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """The result, each raw article with its aliases."""
        found = _found(response.request)
        async for item in result:
            if isinstance(item, RawArticle):
                self._note(item, response, found)
            yield item

    def item_dropped(self, item: Any, response: Response | None, exception: BaseException) -> None:
        """Settle the address of a page that is no article, or none of those asked for."""
        archive = archive_of(self.crawler)
        found = _found(response.request) if response is not None else None
        if archive is None or found is None or isinstance(exception, NotKeptError):
            return
        article: Article = item.article if isinstance(item, RawArticle) else item
        if isinstance(exception, UnwantedError):
            archive.memory.unwanted(found, article, exception)
        else:
            archive.memory.failed(found, getattr(exception, "reason", "no-article"))

    def _note(self, raw: RawArticle, response: Response, found: Found | None) -> None:
        article = raw.article
        rules = raw.rules.urls
        led = [*response.meta.get("redirect_urls", ()), response.url]
        # The addresses of a copy are the archive's.
        ways = [found.url, *([] if found.capture else led)] if found else led
        article.aliases = [
            url
            for url in dict.fromkeys(ways)
            if canonical_url(url, rules) != canonical_url(article.url, rules)
        ]
        archive = archive_of(self.crawler)
        # The first page of a split article says nothing of the others.
        given = validators_of(response) if raw.announced.total <= 1 else Validators()
        if archive is not None:
            archive.ways[article.id] = Way(tuple(ways), given, pages_of(response))


def _ask_with(request: Request, validators: Validators) -> None:
    if validators.etag:
        request.headers.setdefault("If-None-Match", validators.etag)
    if validators.last_modified:
        request.headers.setdefault("If-Modified-Since", validators.last_modified)


def _found(request: Request | None) -> Found | None:
    """What led to an article's page; None for any other request."""
    found = request.cb_kwargs.get("found") if request is not None else None
    return found if isinstance(found, Found) else None


def _names_copy(request: Request) -> bool:
    """Whether a request says which copy of the page is there already."""
    return any(name in request.headers for name in ("If-None-Match", "If-Modified-Since"))
