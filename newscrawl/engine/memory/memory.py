"""What the spider asks while it walks the listings, answered from the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

from scrapy import Request
from scrapy.http import Response

from newscrawl.archive import Archive, Validators, Wanted
from newscrawl.archive.frontier import Address, Hints
from newscrawl.discovery.filtering import UnwantedError
from newscrawl.discovery.ranges import beyond
from newscrawl.discovery.source import Found, Source, Want
from newscrawl.engine.memory.settling import put_off, settle
from newscrawl.engine.spider import SiteSpider
from newscrawl.items import Article
from newscrawl.record.addresses import article_id, canonical_url
from newscrawl.record.outcome import failed_as_a_whole
from newscrawl.record.reasons import Reason

MOST_REVISITS = 5000
"""So many articles are seen again in one crawl at the most; the longest due come first."""

MOST_EXAMPLES = 300
"""So many articles are looked at for the shapes of their addresses: some days of a large site."""

UNWANTED = "unwanted"
"""Reason of an article that was read and was none of those asked for: another crawl may ask for it."""

_DAY = timedelta(days=1)
_MOMENT = timedelta(microseconds=1)
_COUNTED = "newscrawl_counted"

Write = Callable[[Callable[[Archive], None]], object]


class ArchiveMemory:
    """The memory of one crawl's site (:class:`newscrawl.discovery.memory.Memory`).

    Reads from ``archive`` at once; what is to be written goes to ``write``, which does it in the order of
    asking. Whatever is lost on the way there when the process dies was not acted upon either.
    """

    def __init__(self, spider: SiteSpider, archive: Archive, write: Write) -> None:
        self._spider = spider
        self._site = spider.site_name
        self._archive = archive
        self._write = write
        self._asked: Counter[str] = Counter()
        self._read: Counter[str] = Counter()
        self._given: dict[str, dict[str, Validators]] = {}
        self._again: set[str] = set()
        self._failures: set[str] = set()
        self._doubtful: set[str] = set()

    def wanted(self) -> Iterator[Found]:
        """Articles that earlier crawls did not get; in a crawl for the newest also those to be seen again."""
        now = _now()
        # A browser may show what the pages that earlier crawls read as they were sent did not.
        after = "needs-browser" if "article" in self._spider.drawn else ""
        for wanted in list(self._archive.frontier.wanted(self._site, now=now, after=after)):
            yield Found(wanted.url, **wanted.hints)
        if self._whole:
            for url, _ in list(self._archive.due(self._site, now=now, limit=MOST_REVISITS)):
                self._again.add(url)
                yield Found(url)

    def sees_again(self, found: Found | None) -> bool:
        """Whether ``found`` is a stored article that is due to be seen again."""
        return found is not None and found.url in self._again

    def unknown(self, listing: Response | None, found: Sequence[Found]) -> list[Found]:
        """Those of ``found`` that are not known; from here on they are wanted."""
        now = _now()
        known = set() if self._spider.args.fresh else self._known(found, now)
        new = [each for each in found if each.url not in known]
        wanted = [Wanted(each.url, _hints(each)) for each in new]
        if wanted:
            self._write(lambda archive: archive.frontier.want(self._site, wanted, now=now))
        return new

    def failed(self, found: Found, reason: Reason) -> None:
        """Note why ``found`` gave no article."""
        now = _now()
        self._failures.add(found.url)
        self._write(lambda archive: settle(archive, self._site, found.url, reason, now=now))

    def leads_to(self, found: Found, article: str) -> None:
        """Note that ``found`` leads to a stored article."""
        now = _now()

        def note(archive: Archive) -> None:
            archive.articles.add_address(found.url, self._site, article, now=now)

        self._write(note)

    def has(self, article: str) -> bool:
        """Whether the article with this id is stored."""
        return self._archive.has(article)

    def articles(self) -> Collection[str]:
        """Addresses of the site's newest articles."""
        return self._archive.articles.newest(self._site, limit=MOST_EXAMPLES)

    def caught_up_at(self, source: Source) -> datetime | None:
        """When a walk of ``source`` had last seen all it was to see."""
        return self._archive.walks.caught_up_at(self._site, source.address())

    def knew(self, found: Found, moment: datetime) -> bool:
        """Whether ``found`` was known at ``moment``."""
        frontier = self._archive.frontier
        since = frontier.known_since(found.url) or frontier.known_since(
            canonical_url(found.url, self._spider.rules.urls)
        )
        return since is None or since <= moment

    def not_whole(self, source: Source) -> None:
        """Note that a listing of ``source`` ended early."""
        self._doubtful.add(source.address())

    def listing_asked(self, request: Request) -> None:
        """Note that a listing is asked for: a walk of its source begins."""
        if request.meta.get(_COUNTED):
            return
        request.meta[_COUNTED] = True
        name = _source(request)
        self._asked[name] += 1
        if self._asked[name] == 1:
            now = _now()
            self._write(lambda archive: archive.walks.begin(self._site, name, now=now))

    def listing_read(self, listing: Response) -> None:
        """Everything that ``listing`` names was taken over."""
        if listing.request is None:
            return
        name = _source(listing.request)
        self._read[name] += 1
        address = listing.meta.get("redirect_urls", [listing.request.url])[0]
        if listing.request.method == "GET" and not _leads_on(listing):
            self._given.setdefault(name, {})[address] = validators_of(listing)

    def listing_unchanged(self, request: Request) -> None:
        """Note that a listing answered that it has not changed."""
        self._read[_source(request)] += 1

    def end(self, reason: str, stats: Mapping[str, Any]) -> None:
        """Note which sources this crawl walked to their end, given why it was closed and what it counted."""
        if self._failures and failed_as_a_whole(stats):
            now, failures = _now(), self._failures
            self._write(lambda archive: put_off(archive, failures, now=now))
        if reason != "finished" or not self._whole or self._spider.enough():
            return
        now = _now()
        for name, asked in self._asked.items():
            if self._read[name] == asked and name not in self._doubtful:
                given = self._given.get(name, {})
                self._write(
                    lambda archive, name=name, given=given: archive.walks.end(  # type: ignore[misc]
                        self._site, name, given, now=now
                    )
                )

    def days_done(self) -> Collection[date]:
        """Days that need no walk any more."""
        return self._archive.days_done(self._site)

    def day_done(self, day: date) -> None:
        """Everything that the site lists for ``day`` was found."""
        now = _now()
        self._write(lambda archive: archive.walks.mark_day_done(self._site, day, now=now))

    def unwanted(self, found: Found, article: Article, error: UnwantedError) -> None:
        """Note that an article is none of those asked for, and by what another crawl can tell."""
        now, want = _now(), self._spider.want
        hints: dict[str, object] = {"part": error.part}
        if error.part == "range" and article.published_at:
            span = _DAY if article.published_precision == "day" else _MOMENT
            hints["first"] = article.published_at.isoformat()
            hints["last"] = (article.published_at + span).isoformat()
        elif error.part != "range":
            hints["asked"] = _asked(want, error.part)
        self._write(
            lambda archive: archive.frontier.refuse(self._site, found.url, UNWANTED, now=now, hints=hints)
        )

    @property
    def _whole(self) -> bool:
        """Whether the crawl is for all of the newest articles."""
        args, want = self._spider.args, self._spider.want
        return not (want.ranged or want.query or want.sections or args.urls or args.limit)

    def _known(self, found: Sequence[Found], now: datetime) -> set[str]:
        """The addresses of those that are known: asked for together, for an archive may be far away."""
        addresses = self._archive.frontier.look_up_all([each.url for each in found])
        rules = self._spider.rules.urls
        ids = {each.url: article_id(each.url, rules) for each in found if each.url not in addresses}
        stored = self._archive.articles.has_of(ids.values())
        settled = {url for url, address in addresses.items() if self._settled(address, now)}
        return settled | {url for url, article in ids.items() if article in stored}

    def _settled(self, address: Address, now: datetime) -> bool:
        if address.reason == UNWANTED and address.state == "refused":
            trusted = address.hints.get("part") == "query" and self._spider.args.trust_search
            return not trusted and _still_unwanted(address.hints, self._spider.want)
        return address.settled(now=now)


def validators_of(response: Response) -> Validators:
    """What ``response`` gives to ask with the next time; empty if it says that nothing can be kept."""
    return Validators(_header(response, "ETag"), _header(response, "Last-Modified"))


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1").strip() or None if value else None


def _leads_on(listing: Response) -> bool:
    """Whether a listing is one of listings: it may stay the same while those change."""
    return b"<sitemapindex" in listing.body[:4096]


def _source(request: Request) -> str:
    source: Source = request.cb_kwargs["source"]
    return source.address()


def _hints(found: Found) -> Hints:
    return {name: value for name, value in asdict(found).items() if value and name not in ("url", "place")}


def _still_unwanted(hints: Hints, want: Want) -> bool:
    """Whether what made an article unwanted in an earlier crawl makes it unwanted in this one."""
    if hints.get("part") != "range":
        return bool(hints.get("asked") == _asked(want, hints.get("part")))
    if "first" not in hints or not want.ranged:
        return False
    first, last = (datetime.fromisoformat(hints[name]) for name in ("first", "last"))
    return beyond(first, last, want) is not None


def _asked(want: Want, part: object) -> object:
    return want.query if part == "query" else sorted(want.sections)


def _now() -> datetime:
    return datetime.now(UTC)
