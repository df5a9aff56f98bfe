"""The one news spider: publisher files inherit from it and add facts."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from newscrawl.discovery.listing import Guess
from newscrawl.discovery.plan import Part
from newscrawl.discovery.source import LISTING, Found, Source
from newscrawl.discovery.survey import Survey, Surveyor
from newscrawl.discovery.walk import Walk
from newscrawl.engine.arguments import CrawlArguments, read_url_list, read_want
from newscrawl.engine.discovery import captures
from newscrawl.engine.discovery.discovering import UNCHANGED, Discovery
from newscrawl.engine.discovery.echoes import Echoes
from newscrawl.engine.discovery.feeding import Feeder, Stream
from newscrawl.engine.discovery.fetching import Fetcher
from newscrawl.engine.discovery.joining import PartFetcher
from newscrawl.engine.discovery.leads import Leads
from newscrawl.engine.discovery.pages import read_guess
from newscrawl.engine.downloader.drawn import DRAW, DRAWN, NEEDS_BROWSER, PART_OF_PAGE
from newscrawl.engine.downloader.exchange import PARTS
from newscrawl.engine.failures import UnchangedError, reason_of
from newscrawl.engine.outcomes import WALK, Outcomes
from newscrawl.engine.readers import ReaderDiedError, read_page, shared_readers
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.raw import RawArticle
from newscrawl.record.addresses import article_key, host_of, on_hosts
from newscrawl.record.reasons import Reason
from newscrawl.sites.book import original
from newscrawl.spiders.addresses import KnownAddresses

_AWAY = ("moved", "offsite")
ADDRESSES_ASKED = "urls/asked"
"""Statistic: how many addresses the list held that was to be fetched."""

ARTICLE_PRIORITY = 100
"""Articles go before further listings, so that the frontier stays small."""

JOBDIR_REASON = (
    "the archive remembers what a crawl has found and not yet fetched, so a crawl that was stopped goes on"
    " when it is run again; JOBDIR would take the listings of the next crawl for seen, and nothing new would"
    " be found"
)
"""Why the project's spiders do without Scrapy's memory of a job."""


class NewsSpider(KnownAddresses):
    """Finds a publisher's articles and yields each as a raw article.

    A publisher file states facts only; those about addresses are :class:`KnownAddresses`.
    """

    title: ClassVar[str] = ""
    region: ClassVar[str] = "national"
    kind: ClassVar[str] = "national"
    family: ClassVar[str] = ""
    """The system or network whose facts it shares."""

    seen: ClassVar[str] = ""
    """When and on what evidence the facts were last seen: ``2026-08: article pages``."""

    forbids: ClassVar[str] = ""
    """How the site is known to forbid automated access; robots.txt decides at run time."""

    examples: ClassVar[tuple[str, ...]] = ()
    """Addresses in the shape of the publisher's articles."""

    not_examples: ClassVar[tuple[str, ...]] = ()
    """Addresses on the publisher's site that look like articles and are none."""

    sources: ClassVar[tuple[Source, ...]] = ()
    custom_settings: dict[str, Any] = {}

    fetcher: Fetcher
    echoes: Echoes
    leads: Leads
    discovery: Discovery | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outcomes = Outcomes(self.args.limit, fresh=bool(self.args.fresh))

    @classmethod
    def arguments(cls) -> type[CrawlArguments]:
        """What ``-a NAME=VALUE`` may say to this spider."""
        return CrawlArguments

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Scrapy's, and ``JOBDIR`` set aside: commands refuse it, but not all who start a crawl ask them."""
        super().update_settings(settings)
        if settings["JOBDIR"]:
            logging.getLogger(cls.__name__).error("JOBDIR is set aside: %s", JOBDIR_REASON)
            settings.set("JOBDIR", None, settings.getpriority("JOBDIR") or "spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.latest_pages = crawler.settings.getint("NEWSCRAWL_LATEST_PAGES")
        spider.outcomes.connect(crawler)
        spider.fetcher = Fetcher(crawler)
        spider.echoes = Echoes(crawler)
        spider.leads = Leads(spider)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        self._keys: set[int] = set()
        self.feeder = Feeder(self.crawler, enough=self.enough)
        if self.args.urls:
            self.feeder.add_stream(self._listed(self.args.urls))
            async for request in self.feeder.feed(iter(())):
                yield request
            return
        self.want = read_want(self.args, self.rules.zone, datetime.now(UTC))
        self.declared = self.sources
        self.discovery = Discovery(self, self.feeder, self.want)
        self.feeder.add_stream(self._left_over())
        archived = captures.archives(self.args.from_, self.allowed_domains)
        ways = self.discovery.requests(archived) if archived else self.discover(self.discovery)
        async for request in ways:
            yield request
        self.discovery.choice.close()
        if not self.discovery.ever_gave and not self.enough():
            self.count("discovery/nothing")
        self.discovery.say_gap()
        self.discovery.say_troubles()

    async def discover(self, discovery: Discovery) -> AsyncIterator[Request]:
        """The declared sources; where they give nothing, the site as if nobody knew it."""
        async for request in discovery.requests(self.sources):
            yield request
        gap = discovery.gaps.since
        if (discovery.gave_something and gap is None) or self.enough():
            return
        self.count("discovery/fallback")
        fault = "gave nothing" if gap is None else "name nothing that is known"
        self.logger.warning("%s: the declared sources %s; looking at the site itself", self.name, fault)
        async for request in self.looked_at(self.front_page(), discovery):
            yield request

    async def looked_at(self, url: str, discovery: Discovery) -> AsyncIterator[Request]:
        """What a look at the site brings to light; sitemaps named in vain are sought at the usual places."""
        survey = await self.survey(url)
        async for request in discovery.requests(survey.sources):
            yield request
        if survey.usual_sitemaps and not discovery.heard_of(survey.named) and not self.enough():
            async for request in discovery.requests(await survey.usual_sitemaps()):
                yield request

    async def survey(self, url: str) -> Survey:
        """What the site at ``url`` offers, with a line that says so."""
        draw = "listing" in self.drawn

        async def fetch(place: str) -> Response | None:
            return await self.fetcher.fetch(place, draw=draw and place == url)

        survey = await Surveyor(fetch, self.fetcher.named_sitemaps, self.on_site).look_at(url)
        if survey.front is not None and not self.on_site(survey.front.url):
            self.leads.note_away(survey.front.url)
        elif self.fetcher.refusals.get(url) not in _AWAY:  # else robots.txt may be another site's as well
            self.vouched_hosts |= {host_of(place) for place in self.fetcher.named_sitemaps(survey.url)}
        ways = ", ".join(f"{source.kind} {source.address()}" for source in survey.sources)
        if survey.sources:
            self.logger.info("%s (%s) offers: %s", survey.url, survey.system or "system unknown", ways)
        else:
            reason = self.fetcher.refusals.get(url)
            self.count("failed/listing")
            if reason is not None:
                self.count(f"listings/failed/{reason}")
            why = reason or "nothing there names any"
            self.logger.error("No way of finding articles at %s: %s", url, why)
        return survey

    def front_page(self) -> str:
        """The address of the publisher's front page."""
        if self.home:
            return self.home
        for source in self.sources:
            parts = urlsplit(source.address())
            if (parts.hostname or "").removeprefix("www.") == self.allowed_domains[0]:
                return f"{parts.scheme}://{parts.netloc}/"
        return f"https://{self.allowed_domains[0]}/"

    async def parse_listing(
        self, response: Response, source: Source, walk: Walk
    ) -> AsyncIterator[RawArticle]:
        """Hand what a listing names to the feeder; a page that only may be one is taken for what it is."""
        assert self.discovery is not None
        raw = await read_guess(self.read_article, response) if isinstance(source, Guess) else None
        if raw is None:
            self.discovery.read(response, source, walk)
            return
        self.discovery.read_as_article(response)
        if self.first_seen(article_key(response.url, self.rules.urls)):
            self.outcomes.asked += 1
            async for item in self._whole(raw, response, Found(response.url)):
                yield item

    async def parse(self, response: Response, **_: Any) -> AsyncIterator[RawArticle]:
        """A page that no listing named, as ``scrapy parse`` has one, is read as an article."""
        async for item in self.parse_article(response):
            yield item

    async def parse_article(
        self, response: Response, found: Found | None = None
    ) -> AsyncIterator[RawArticle]:
        """The raw article of an article page, with its further pages where it is split."""
        found = found or Found(response.url)
        try:
            response = captures.page_in(response, found)
        except captures.NoCaptureError as error:
            self.refuse(found, "cut-short", str(error))
            return
        if not isinstance(response, TextResponse):
            self.refuse(found, "not-html", "the answer is no HTML page", at=response.url)
            return
        try:
            raw = await self.read_article(response, found)
        except (UnreadablePageError, ReaderDiedError) as error:
            self.refuse(found, "parse", str(error), at=response.url)
            return
        if raw.signs.shell and DRAWN not in response.flags:
            self.refuse(found, "needs-browser", NEEDS_BROWSER, at=response.url)
            return
        async for item in self._whole(raw, response, found):
            yield item

    async def _whole(
        self, raw: RawArticle, response: TextResponse | Response, found: Found
    ) -> AsyncIterator[RawArticle]:
        """The article with its further pages, unless its text is that of other pages too."""
        if raw.article.page_type == "article" and await self.echoes.is_echo(raw, found, len(response.body)):
            self.refuse(found, "same-page", "other addresses show the same text", at=response.url)
            return
        if raw.announced.total > 1 and raw.article.page_type == "article":
            read = partial(self.read_article, found=found)
            parts = PartFetcher(self.crawler, read, partial(captures.part_beside, response))
            await parts.complete(raw)
            response.meta[PARTS] = parts.kept
        yield raw

    async def read_article(self, response: TextResponse, found: Found) -> RawArticle:
        """Extraction, with what the listing said of the article as one more witness.

        Raises:
            UnreadablePageError: nothing in the page could be parsed.
            ReaderDiedError: reading the page ends the process that reads.
        """
        return await read_page(
            shared_readers(self.settings),
            response.body,
            response.url,
            **captures.told(response, found, now=datetime.now(UTC)),
            site=self.site_name,
            rules=self.rules,
            domains=tuple(self.allowed_domains),
        )

    def article_request(self, found: Found, walk: Walk | None = None) -> Request:
        """The request for an article that was found."""
        self.outcomes.asked += 1
        asked = captures.asked_with(found)
        if walk:
            asked["meta"][WALK] = walk
        if "article" in self.drawn and not found.capture:
            asked["meta"][DRAW] = "article"
        if on_hosts(found.url, self.vouched_hosts):
            asked["meta"]["allow_offsite"] = True  # a host of the site's own
        if self.discovery is not None and self.discovery.choice.is_asked_as_section(found.url):
            asked["dont_filter"] = True
        return Request(
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"found": found},
            priority=ARTICLE_PRIORITY,
            **asked,
        )

    def listing_request(self, request: Request, source: Source, walk: Walk) -> Request:
        """``request`` of ``source`` as one of this spider: it may answer that nothing has changed."""
        meta = request.meta
        meta["handle_httpstatus_list"] = [*meta.get("handle_httpstatus_list", ()), UNCHANGED]
        if "listing" in self.drawn:
            meta[DRAW] = "listing"
        meta[LISTING] = {"site": self.name, "way": source.kind}
        if urlsplit(request.url).netloc == urlsplit(source.address()).netloc:
            meta["allow_offsite"] = True  # a publisher's file may name a listing on another's server
        return request.replace(
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"source": source, "walk": walk},
            dont_filter=False,
        )

    def first_seen(self, key: str) -> bool:
        """Whether this crawl meets the article with ``key`` for the first time."""
        mark = hash(key)
        if mark in self._keys:
            return False
        self._keys.add(mark)
        return True

    @property
    def site_name(self) -> str:
        """What records call the site."""
        return self.name

    @property
    def missing(self) -> frozenset[Part]:
        """What no source could be asked for, or is trusted with: the articles are filtered by it."""
        missing = self.discovery.group.missing if self.discovery else frozenset[Part]()
        return missing if self.args.trust_search else missing | {"query"}

    def enough(self) -> bool:
        """Whether as many articles were asked for as are wanted."""
        return self.outcomes.full

    def article_failed(self, failure: Failure) -> None:
        """An article that could not be fetched: one line, one count, and the crawl goes on."""
        request: Request = failure.request  # type: ignore[attr-defined]
        if isinstance(failure.value, UnchangedError):
            self.outcomes.lost += 1
            return
        self.refuse(request.cb_kwargs["found"], reason_of(failure), failure.getErrorMessage())

    def listing_failed(self, failure: Failure) -> None:
        """A listing that could not be fetched: one line and one count, unless it is the end of a walk."""
        request: Request = failure.request  # type: ignore[attr-defined]
        reason = reason_of(failure)
        assert self.discovery is not None
        if not self.discovery.failed(request, request.cb_kwargs["source"], reason):
            self.count("discovery/ended/404")
            return
        self.count("failed/listing")
        self.count(f"listings/failed/{reason}")
        self.logger.warning("Listing not read: %s (%s): %s", request.url, reason, failure.getErrorMessage())

    def check_redirect(self, request: Request, redirected: Request) -> None:
        """Let a redirect pass, or say what it means for the article that was asked for.

        Raises:
            MovedError, RedirectedError, KnownElsewhereError: see :meth:`Leads.check`.
        """
        found = request.cb_kwargs.get("found")
        if isinstance(found, Found):
            self.leads.check(found, original(redirected.url))
            # What leads to one page is told from what was asked for twice; Scrapy's filter cannot.
            request.dont_filter = True
        elif not (
            self.on_site(redirected.url)
            or request.url.endswith("/robots.txt")
            or PART_OF_PAGE in request.meta
        ):
            self.leads.check_listing(request, redirected.url)

    def refuse(self, found: Found, reason: Reason, explanation: str, *, at: str = "") -> None:
        """Count an address that gave no article under its reason, say so in one line, and settle it."""
        self.outcomes.lost += 1
        self.count(f"failed/{reason}")
        self.memory.failed(found, reason)
        self.logger.warning("No article from %s (%s): %s", at or found.url, reason, explanation)

    def count(self, name: str) -> None:
        """Add one to the statistic ``newscrawl/NAME``."""
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"newscrawl/{name}")

    def _listed(self, place: str) -> Stream:
        """The articles in a list of addresses, each once, whatever their shape."""
        for url in read_url_list(place):
            self.count(ADDRESSES_ASKED)
            if not self.on_site(url):
                self.count("failed/offsite")
                domains = ", ".join(self.allowed_domains)
                self.logger.warning("No article from %s (offsite): it is no address on %s", url, domains)
                yield None
            elif self.first_seen(article_key(url, self.rules.urls)):
                for found in self.memory.unknown(None, [Found(url)]):
                    yield self.article_request(found)

    def _left_over(self) -> Stream:
        """The articles that earlier crawls found and did not get."""
        for found in self.memory.wanted():
            key = self.key_of(found.url, trusted=True)
            if key is None:
                self.count("discovery/left_behind")
            yield self.article_request(found) if key and self.first_seen(key) else None
