"""A look at a site as it is now: which ways of discovery work, and what its articles give, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from scrapy import Request
from scrapy.http import Response, TextResponse

from newscrawl.discovery.search import Search
from newscrawl.discovery.source import Found, Source, UnreadableListingError, Want
from newscrawl.engine.discovery.discovering import Discovery
from newscrawl.engine.discovery.pages import lacks_browser
from newscrawl.engine.downloader.drawn import DRAWN, NEEDS_BROWSER
from newscrawl.engine.downloader.leaving import is_ending
from newscrawl.items import Article
from newscrawl.monitoring.measures import FIELDS, Measures
from newscrawl.probing.look import ANY_WORD
from newscrawl.reading import UnreadablePageError, stages
from newscrawl.reading.extracting import judge
from newscrawl.spiders.base import NewsSpider

ARTICLES = 3
_TRIES = 9
_MOST_NAMED = 200
_LISTINGS = 3
_OK = 200
_USUAL = 0.5
"""Filled in at least this share of earlier articles, a field is missed."""


_CUT_SHORT = "a signal ended the look before its answer was read"


@dataclass(slots=True)
class Way:
    """A source that was asked: how many articles its first listing named, or why it gave none.

    ``thrown`` are addresses that it names and a pattern of the site file throws away, with that pattern.
    """

    source: Source
    named: int = 0
    fault: str = ""
    thrown: dict[str, str] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """What was seen of it, for people."""
        mark = "unseen" if self.fault == _CUT_SHORT else "FAILS "
        what = f"{mark}  {self.fault}" if self.fault else f"works   {self.named} articles"
        lines = [f"  {self.source.kind:<10} {what}  {self.source.address()}"]
        for pattern, count in Counter(self.thrown.values()).most_common():
            example = next(url for url, by in self.thrown.items() if by == pattern)
            lines.append(f"             {count} thrown away by {pattern}, such as {example}")
        return lines


@dataclass(slots=True)
class Examination:
    """What was seen: the ways, articles that were read, and pages that gave none with the reason.

    ``pages`` are the answers that ``articles`` were read from.
    """

    site: str
    ways: list[Way] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    pages: list[TextResponse] = field(default_factory=list)

    def missing(self, before: Measures | None) -> list[str]:
        """Fields that no article has now and most had in the last run with articles."""
        if before is None or not self.articles:
            return []
        return [
            name
            for name in FIELDS
            if before.filled.get(name, 0) >= _USUAL * before.articles
            and not any(getattr(article, name) for article in self.articles)
        ]

    def healthy(self, before: Measures | None) -> bool:
        """Whether every way works, articles can be read, and no usual field is missing."""
        return bool(self.articles) and all(not way.fault for way in self.ways) and not self.missing(before)

    def lines(self, before: Measures | None) -> list[str]:
        """The findings for people."""
        lines = [self.site]
        for way in self.ways:
            lines += way.lines()
        lines += [f"  article    FAILS   {reason}  {url}" for url, reason in self.faults]
        lines += [f"  article    read    {article.url}" for article in self.articles]
        return [*lines, *self._field_lines(before)] if self.articles else [*lines, "  no article was read"]

    def _field_lines(self, before: Measures | None) -> list[str]:
        lines, missing = [], self.missing(before)
        for name in (*FIELDS, "body"):
            filled = [article for article in self.articles if getattr(article, name)]
            origin = filled[0].provenance.get(name, "") if filled else ""
            usual = before.origins.get(name, "") if before else ""
            notes = [f"<- {origin}"] * bool(origin)
            if usual and usual != origin:
                notes.append(f"(the last run had it from '{usual}')")
            mark = "MISSING" if name in missing else f"{len(filled)} of {len(self.articles)}"
            lines.append(f"    {name:<13} {mark:<8} {' '.join(notes)}".rstrip())
        return lines


class Examining:
    """Mixed into a publisher's spider: asks each source once and reads a few articles."""

    examination: Examination

    async def discover(self, discovery: Discovery) -> AsyncIterator[Request]:
        """Nothing for the engine to do: everything is asked for here, one after the other."""
        spider = _spider(self)
        self.examination = Examination(spider.name)
        named: list[str] = []
        for source in spider.sources:
            if not is_ending(spider.crawler):
                named += await self._ask(spider, source)
        for url in _alternating(list(dict.fromkeys(named)), _TRIES):
            if len(self.examination.articles) == ARTICLES or is_ending(spider.crawler):
                break
            await self._read(spider, url)
        async for request in spider.feeder.feed(iter(())):
            yield request

    async def _ask(self, spider: NewsSpider, source: Source) -> list[str]:
        way = Way(source, fault=_CUT_SHORT)  # stands where a signal ends the look here
        want = replace(spider.want, query=ANY_WORD) if isinstance(source, Search) else spider.want
        if source.unable(want):
            return []
        self.examination.ways.append(way)
        starts = source.start(want)
        request = next(starts, None)
        for _ in range(_LISTINGS):
            if request is None:
                break
            answer = await spider.fetcher.answer(request, draw="listing" in spider.drawn)
            if answer is None or answer.status != _OK:
                status = f"status {answer.status if answer else ''}"
                way.fault = spider.fetcher.refusals.get(request.url) or status
                return []
            way.fault = ""
            named, further = _look_through(spider, way, answer, want)
            if named or way.fault:
                return named
            # A day's index has nothing yet soon after midnight: the day before says more.
            request = further or next(starts, None)
        way.fault = "it names no articles"
        return []

    async def _read(self, spider: NewsSpider, url: str) -> None:
        page = await spider.fetcher.fetch(url, draw="article" in spider.drawn)
        if page is None and is_ending(spider.crawler):
            return  # a signal, not the site, left it unread
        if not isinstance(page, TextResponse) or page.status != _OK:
            reason = spider.fetcher.refusals.get(url) or (f"status {page.status}" if page else "not-html")
            self.examination.faults.append((url, reason))
            return
        try:
            raw = judge(page.body, page.url, fetched_at=datetime.now(UTC))
        except UnreadablePageError as error:
            self.examination.faults.append((url, f"parse: {error}"))
            return
        article = stages.finish(raw)
        if article.page_type == "article" and article.body:
            self.examination.articles.append(article)
            self.examination.pages.append(page)
        elif raw.signs.shell and DRAWN not in page.flags:
            self.examination.faults.append((url, f"needs-browser: {NEEDS_BROWSER}"))
        else:
            self.examination.faults.append((url, f"no-article: it is of type '{article.page_type}'"))


def examining(spider: type[NewsSpider]) -> type[NewsSpider]:
    """A spider for the same site that only looks."""
    return type(f"Examining{spider.__name__}", (Examining, spider), {"name": spider.name})


def _spider(examining: Examining) -> NewsSpider:
    assert isinstance(examining, NewsSpider)
    return examining


def _look_through(
    spider: NewsSpider, way: Way, answer: Response, want: Want
) -> tuple[list[str], Request | None]:
    """The articles that a listing names, and the first listing that it leads to; faults go to ``way``."""
    source = way.source
    try:
        entries = list(islice(source.read(answer, want), _MOST_NAMED))
    except UnreadableListingError as error:
        way.fault = str(error)
        return [], None
    found = [entry.url for entry in entries if isinstance(entry, Found)]
    named = [url for url in found if spider.key_of(url, trusted=source.names_articles)]
    way.named = len(named)
    if source.names_articles:
        way.thrown |= {url: by for url in found if (by := spider.refused_by(url))}
    if not named:
        nothing = source.no_answer(answer) if isinstance(source, Search) else ""
        way.fault = nothing or (f"needs-browser: {NEEDS_BROWSER}" if lacks_browser(answer) else "")
    return named, next((entry for entry in entries if isinstance(entry, Request)), None)


def _alternating(urls: list[str], count: int) -> list[str]:
    """Addresses from all over the list, so that samples differ in section and age."""
    return urls[:: max(1, len(urls) // count)][:count]
