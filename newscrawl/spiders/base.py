"""The one news spider: publisher files inherit from it and add facts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.http import Response, TextResponse
from scrapy_spider_metadata._params import Args
from twisted.python.failure import Failure

from newscrawl.dates import DateEvidence
from newscrawl.discovery import Found, NextPage, Source, UnreadableListingError, Want
from newscrawl.extraction import NO_RULES, SiteRules, UnreadablePageError, parse, read
from newscrawl.extraction.raw import RawArticle
from newscrawl.monitoring.failures import reason_of
from newscrawl.spiders.arguments import CrawlArguments, parse_moment, read_url_list
from newscrawl.spiders.joining import PartFetcher
from newscrawl.urls import canonical_url

ARTICLE_PRIORITY = 100
"""Articles go before further listings, so that the frontier stays small."""


class NewsSpider(Args[CrawlArguments], Spider):
    """Finds a publisher's articles and yields each as a raw article.

    A publisher file states facts only. ``article_urls`` are regular expressions of which one must be found
    in an article's address, ``not_articles`` such of which none may. Without patterns an address counts
    when it is on one of the publisher's domains and longer than a section's. Where the address carries the
    article's number or code, the pattern names it: ``(?P<id>...)``.
    """

    title: ClassVar[str] = ""
    region: ClassVar[str] = "national"
    kind: ClassVar[str] = "national"
    seen: ClassVar[str] = ""
    """When and on what evidence the facts were last seen: ``2026-08: article pages``."""

    forbids: ClassVar[str] = ""
    """How the site is known to forbid automated access; robots.txt decides at run time."""

    examples: ClassVar[tuple[str, ...]] = ()
    """Addresses in the shape of the publisher's articles."""

    not_examples: ClassVar[tuple[str, ...]] = ()
    """Addresses on the publisher's site that look like articles and are none."""

    sources: ClassVar[tuple[Source, ...]] = ()
    article_urls: ClassVar[tuple[str, ...]] = ()
    not_articles: ClassVar[tuple[str, ...]] = ()
    rules: ClassVar[SiteRules] = NO_RULES
    allowed_domains: list[str] = []
    custom_settings: dict[str, Any] = {}

    want = Want()
    _scheduled = 0

    async def start(self) -> AsyncIterator[Request]:
        self._seen_urls: set[str] = set()
        if self.args.urls:
            for url in read_url_list(self.args.urls):
                for request in self.article_requests(Found(url)):
                    yield request
            return
        self.want = self._read_want(datetime.now(UTC))
        for source in self.sources:
            for request in source.start(self.want):
                yield self._listing_request(request, source)

    def parse_listing(self, response: Response, source: Source) -> Iterator[Request]:
        """Requests for what a listing names: its articles, then further listings."""
        self._count("listings/read")
        try:
            for found in source.read(response, self.want):
                if isinstance(found, Found):
                    yield from self.article_requests(found)
                elif not self._enough():
                    request = found.request if isinstance(found, NextPage) else found
                    yield self._listing_request(request, source)
        except UnreadableListingError as error:
            self._count("failed/listing")
            self.logger.warning("Listing not read: %s", error)

    async def parse_article(self, response: Response, found: Found) -> AsyncIterator[RawArticle]:
        """The raw article of an article page, with its further pages where it is split."""
        if not isinstance(response, TextResponse):
            self.refuse(response.url, "not-html", "the answer is no HTML page")
            return
        try:
            raw = self.read_article(response, found)
        except UnreadablePageError as error:
            self.refuse(response.url, "parse", str(error))
            return
        if raw.announced.total > 1 and raw.article.page_type == "article":
            await PartFetcher(self.crawler, lambda part: self.read_article(part, found)).complete(raw)
        yield raw

    def read_article(self, response: TextResponse, found: Found) -> RawArticle:
        """Extraction, with what the listing said of the article as one more witness."""
        page = parse(response.text, response.url, rules=self.rules)
        raw = read(page, site=self.name, fetched_at=datetime.now(UTC))
        if found.published:
            raw.date_evidence.append(DateEvidence(found.published, "published", "feed", "listing"))
        return raw

    def article_requests(self, found: Found) -> Iterator[Request]:
        """The request for an article that was found: none if it is no article's, known, or too many."""
        url = canonical_url(found.url)
        if url in self._seen_urls or self._enough() or not self.is_article_url(url):
            return
        self._seen_urls.add(url)
        self._scheduled += 1
        yield Request(
            found.url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"found": found},
            priority=ARTICLE_PRIORITY,
        )

    def is_article_url(self, url: str) -> bool:
        """Whether ``url`` has the shape of one of this publisher's articles."""
        if any(re.search(pattern, url) for pattern in self.not_articles):
            return False
        return any(re.search(pattern, url) for pattern in self.article_urls) or not self.article_urls

    def article_failed(self, failure: Failure) -> None:
        """An article that could not be fetched: one line, one count, and the crawl goes on."""
        request: Request = failure.request  # type: ignore[attr-defined]
        self.refuse(request.url, reason_of(failure), failure.getErrorMessage())

    def listing_failed(self, failure: Failure) -> None:
        """A listing that could not be fetched."""
        request: Request = failure.request  # type: ignore[attr-defined]
        self._count("listings/failed")
        self.refuse(request.url, reason_of(failure), failure.getErrorMessage())

    def refuse(self, url: str, reason: str, explanation: str) -> None:
        """Count a page that gave no article under its reason, and say so in one line."""
        self._count(f"failed/{reason}")
        self.logger.warning("No article from %s (%s): %s", url, reason, explanation)

    def _listing_request(self, request: Request, source: Source) -> Request:
        return request.replace(
            callback=self.parse_listing, errback=self.listing_failed, cb_kwargs={"source": source}
        )

    def _read_want(self, now: datetime) -> Want:
        args, zone = self.args, self.rules.zone
        return Want(
            now=now.astimezone(ZoneInfo(zone)),
            since=parse_moment(args.since, zone=zone, now=now) if args.since else None,
            until=parse_moment(args.until, zone=zone, now=now, closing=True) if args.until else None,
            query=args.query,
            sections=tuple(name.strip() for name in (args.sections or "").split(",") if name.strip()),
        )

    def _enough(self) -> bool:
        return self.args.limit is not None and self._scheduled >= self.args.limit

    def _count(self, name: str) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"newscrawl/{name}")
