"""Looks at a site: what it offers, what of that works, and what its articles are like."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from scrapy import Request
from scrapy.http import TextResponse

from newscrawl.discovery.listing import Listing
from newscrawl.discovery.search import Search
from newscrawl.discovery.source import Found, Source, UnreadableListingError
from newscrawl.discovery.survey import Survey
from newscrawl.engine.discovery.discovering import Discovery
from newscrawl.engine.discovery.pages import lacks_browser
from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.extracting import extract
from newscrawl.spiders.site import SiteSpider

MOST_SOURCES = 12
MOST_NAMED = 300
MOST_SAMPLES = 6
OK = 200
ANY_WORD = "indonesia"
"""What a search is asked for: a word that every publisher of the country has printed."""


@dataclass
class Working:
    """A source that was asked, the articles that its first answer named, and the titles that it gave them."""

    source: Source
    named: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)


@dataclass
class Look:
    """What a probe saw.

    ``working`` are the sources that named articles, ``silent`` those that did not, each with the reason.
    ``samples`` are the records of the articles that were read, ``others`` addresses that are no articles,
    ``shells`` pages that show nothing but in a browser.
    """

    survey: Survey
    working: list[Working] = field(default_factory=list)
    silent: list[tuple[Source, str]] = field(default_factory=list)
    samples: list[Article] = field(default_factory=list)
    pages: list[TextResponse] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    shells: list[str] = field(default_factory=list)

    @property
    def drawn(self) -> str:
        """Which pages scripts draw, as a site file says it: ``listing``, ``article``, ``all``, or ""."""
        front = self.survey.front is not None and self.survey.front.url in self.shells
        articles = len(self.shells) - front > len(self.samples)
        return "all" if front and articles else "listing" * front or "article" * articles

    @property
    def articles(self) -> list[str]:
        """All addresses of articles that were named, each once."""
        return list(dict.fromkeys(url for working in self.working for url in working.named))


class ProbeSpider(SiteSpider):
    """Asks each of a site's sources once and reads a few articles; ``look`` is what it saw."""

    name = "probe"
    look: Look | None = None

    async def discover(self, discovery: Discovery) -> AsyncIterator[Request]:
        look = Look(await self.survey(self.args.url))
        self.look = look
        if look.survey.front is not None and lacks_browser(look.survey.front):
            look.shells.append(look.survey.front.url)
        for source in self.sources_of(look):
            await self._ask(source, look)
        look.others = self._others(look)
        for url in _spread(look.articles):
            await self._read(url, look)
            if len(look.samples) == MOST_SAMPLES:
                break
        await self.look_further(look)
        async for request in self.feeder.feed(iter(())):
            yield request

    def sources_of(self, look: Look) -> list[Source]:
        """The sources to ask: all kinds that the site offers, but of listings only the first ones."""
        return _chosen(look.survey.sources)

    async def look_further(self, look: Look) -> None:
        """What else there is to see, when the sources were asked and some articles read."""

    async def _ask(self, source: Source, look: Look) -> None:
        """Ask for the first listing of a source, and for the first that it leads to."""
        want = replace(self.want, query=ANY_WORD) if isinstance(source, Search) else self.want
        starts = source.start(want)
        request = next(starts, None)
        working = Working(source)
        for _ in range(3):
            if request is None:
                break
            answer = await self.fetcher.answer(request)
            if answer is None or answer.status != OK:
                refusal = self.fetcher.refusals.get(request.url)
                look.silent.append((source, refusal or f"status {answer.status if answer else 'unknown'}"))
                return
            try:
                entries = list(islice(source.read(answer, want), MOST_NAMED))
            except UnreadableListingError as error:
                look.silent.append((source, str(error)))
                return
            found = [
                entry
                for entry in entries
                if isinstance(entry, Found) and self.key_of(entry.url, trusted=source.names_articles)
            ]
            working.named = [entry.url for entry in found]
            working.titles = {entry.url: entry.title for entry in found if entry.title}
            further = next((entry for entry in entries if isinstance(entry, Request)), None)
            # A day's index has nothing yet soon after midnight: the day before says more.
            request = further or next(starts, None)
            if working.named:
                look.working.append(working)
                return
        look.silent.append((source, "it names no articles"))

    async def _read(self, url: str, look: Look) -> None:
        page = await self.fetcher.fetch(url)
        if not isinstance(page, TextResponse) or page.status != OK:
            return
        try:
            record = extract(page.text, page.url, fetched_at=datetime.now(UTC), site_rules=False)
        except UnreadablePageError:
            return
        if record.page_type != "article" and lacks_browser(page):
            look.shells.append(page.url)
        if record.page_type == "article" and record.title and record.body:
            look.samples.append(record)
            look.pages.append(page)

    def _others(self, look: Look) -> list[str]:
        """Addresses on the front page that are no articles: sections and standing pages."""
        articles = set(look.articles)
        named = [f"{look.survey.url}/", *look.survey.sections, *look.survey.others]
        return [url for url in dict.fromkeys(named) if url not in articles]


def _chosen(sources: list[Source]) -> list[Source]:
    """The sources to ask: all kinds, but of listings only the first ones."""
    listings = [source for source in sources if isinstance(source, Listing)]
    others = [source for source in sources if not isinstance(source, Listing)]
    return [*others, *listings[:3]][:MOST_SOURCES]


def _spread(urls: list[str]) -> list[str]:
    """Addresses from all over a list, so that samples differ in section and age."""
    step = max(1, len(urls) // (3 * MOST_SAMPLES))
    return urls[::step]


def zone_of(look: Look) -> str:
    """The zone that the articles' pages name most."""
    zones = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
    counts = Counter(
        word for page in look.pages for word in page.text.replace("<", " ").split() if word in zones
    )
    return zones[counts.most_common(1)[0][0]] if counts else zones["WIB"]
