"""What the rest of a crawl asks of the spider of a site.

:class:`newscrawl.spiders.base.NewsSpider` is the one that answers. The rooms below it know this class alone.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from scrapy import Request, Spider
from scrapy_spider_metadata import Args

from newscrawl.discovery.memory import Memory, NoMemory
from newscrawl.discovery.plan import Part
from newscrawl.discovery.source import Found, Source, Want
from newscrawl.discovery.walk import Walk
from newscrawl.engine.arguments import CrawlArguments
from newscrawl.engine.downloader.drawn import Kind, drawn_kinds
from newscrawl.engine.outcomes import Outcomes
from newscrawl.record.reasons import Reason
from newscrawl.sites.rules import NO_RULES, SiteRules


class SiteSpider(Args[CrawlArguments], Spider):
    """A spider of one news site: its facts, what is wanted of it, and what is known of it already."""

    rules: ClassVar[SiteRules] = NO_RULES
    memory: Memory = NoMemory()
    """What earlier crawls found; an extension that remembers puts itself here when the spider opens."""

    want = Want()
    outcomes: Outcomes
    vouched_hosts: frozenset[str] = frozenset()
    """Hosts that the site's robots.txt names by a sitemap: they are its own, whatever their domain."""

    declared: Sequence[Source] = ()
    """The ways of finding articles that the publisher's file names."""

    browser: ClassVar[str] = ""
    """Which pages show their text only in a browser: "" none, ``listing``, ``article``, or ``all``."""

    latest_pages: int = 10
    """How many pages of a listing count as the newest, where neither a range nor words are asked for."""

    @property
    def drawn(self) -> frozenset[Kind]:
        """Which pages a browser draws: as the argument says, else the publisher's file."""
        return drawn_kinds(self.browser if self.args.browser is None else self.args.browser)

    @property
    @abstractmethod
    def site_name(self) -> str:
        """What records call the site."""

    @property
    @abstractmethod
    def missing(self) -> frozenset[Part]:
        """What no source could be asked for, or is trusted with: the articles are filtered by it."""

    @property
    @abstractmethod
    def patterned(self) -> bool:
        """Whether the site's file says by patterns which addresses are articles."""

    @abstractmethod
    def is_article_url(self, url: str) -> bool:
        """Whether ``url`` has the shape of one of this publisher's articles."""

    @abstractmethod
    def is_refused_url(self, url: str) -> bool:
        """Whether the site's file says that ``url`` is no article."""

    @abstractmethod
    def on_site(self, url: str) -> bool:
        """Whether ``url`` is an http or https address on one of the publisher's domains."""

    @abstractmethod
    def front_page(self) -> str:
        """The address of the publisher's front page."""

    @abstractmethod
    def refuse(self, found: Found, reason: Reason, explanation: str, *, at: str = "") -> None:
        """Count an address that gave no article under its reason, say so in one line, and settle it."""

    @abstractmethod
    def enough(self) -> bool:
        """Whether as many articles were asked for as are wanted."""

    @abstractmethod
    def key_of(self, url: str, *, trusted: bool = False) -> str | None:
        """What all addresses of the article at ``url`` have in common; None if it is no article's."""

    def refused_by(self, url: str) -> str | None:
        """Which of the publisher's patterns throws away an address of the site; None if none of them does."""
        return None

    @abstractmethod
    def first_seen(self, key: str) -> bool:
        """Whether this crawl meets the article with ``key`` for the first time."""

    @abstractmethod
    def count(self, name: str) -> None:
        """Add one to the statistic ``newscrawl/NAME``."""

    @abstractmethod
    def article_request(self, found: Found, walk: Walk | None = None) -> Request:
        """The request for an article that was found."""

    @abstractmethod
    def listing_request(self, request: Request, source: Source, walk: Walk) -> Request:
        """``request`` of ``source`` as one of this spider."""
