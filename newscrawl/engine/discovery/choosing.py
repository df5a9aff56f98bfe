"""Which links of a site's listings are asked for as articles, and what becomes of the others."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from scrapy import signals

from newscrawl.discovery.cards import is_headline
from newscrawl.discovery.filtering import UnwantedError
from newscrawl.discovery.learned import NAMED, READ, Shapes, is_telling, shape_of
from newscrawl.discovery.listing import Guess
from newscrawl.discovery.paged import PagedSource
from newscrawl.discovery.shapes import excluded, hopeless, is_other_host, looks_like_article
from newscrawl.discovery.sitemaps import Sitemap
from newscrawl.discovery.source import Found, IncompleteListingError, Named, Source
from newscrawl.discovery.template import literal
from newscrawl.discovery.walk import Walk
from newscrawl.engine.failures import NotKeptError
from newscrawl.engine.spider import SiteSpider
from newscrawl.monitoring.overlooked import ELSEWHERE, PASSED_OVER, overlooked
from newscrawl.record.addresses import article_id, article_key, canonical_url, host_of

logger = logging.getLogger(__name__)

_OTHERS = "others"
_MOST_NAMES = 50
"""So many shapes and hosts are counted by name; a site of odd links has thousands."""

_LOOKED_OVER = 500
"""So many entries of a listing are looked at before any is judged by the shapes that they have."""

_MOST_HELD = 2000
"""So many links wait for evidence at the most: as many as the newest entries of a sitemap."""

_TRIED_OF_A_SHAPE = 3
_MOST_TRIED = 30
_TAKEN_ON_TRUST = 10
"""So many pages are asked for by a shape that cards or a sitemap have, before it has proved itself."""

_LABEL = 2
"""A link of so few words that says its own address is a label, such as that of a section."""


@dataclass(frozen=True, slots=True)
class Held:
    """A link that waits for evidence, and where it was found."""

    found: Found
    source: Source
    walk: Walk


class Choice:
    """Chooses the links of one crawl.

    Where a site file has patterns they decide. Else an address counts that looks like an article's, or has
    the shape of those that lists of articles, cards or earlier crawls name. A link whose words are a headline
    is tried where nothing is known of its shape: it is read as a section is, and as an article if it is one.
    What is left is counted by shape.
    """

    def __init__(self, spider: SiteSpider) -> None:
        self._spider = spider
        self._all = spider.args.shapes == "all"
        self._held: dict[str, Held] = {}
        self._news = False
        self._tried: Counter[str] = Counter()
        self._on_trust: Counter[str] = Counter()
        self._trials: list[Guess] = []
        self._as_sections: set[str] = set()
        self._counted: set[int] = set()
        self._names: set[str] = set()
        self.shapes = Shapes()
        self.on_news: Callable[[], None] = lambda: None
        connect = spider.crawler.signals.connect
        connect(self._scraped, signal=signals.item_scraped)
        connect(self._dropped, signal=signals.item_dropped)
        for url in spider.memory.articles() if not spider.patterned else ():
            self.shapes.learn(url, NAMED)

    def looked_over(self, entries: Iterator[Named], source: Source) -> Iterator[Named]:
        """The entries of a listing, after what they tell together was learned from the first of them.

        Raises:
            UnreadableListingError: what reading them raises, when all before it were given.
        """
        if self._spider.patterned or self._all or not isinstance(source, PagedSource | Sitemap):
            yield from entries
            return
        first: list[Named] = []
        fault: IncompleteListingError | None = None
        try:
            first.extend(islice(entries, _LOOKED_OVER))
        except IncompleteListingError as error:
            fault = error
        self._learn([entry for entry in first if isinstance(entry, Found)], source)
        yield from first
        if fault is not None:
            raise fault
        yield from entries

    def key(self, found: Found, source: Source, walk: Walk) -> str | None:
        """What all addresses of the article have in common; None if it is not to be asked for."""
        rules = self._spider.rules.urls
        url = canonical_url(found.url, rules)
        if not self._spider.on_site(url):
            self._count_elsewhere(found, source, url)
            return None
        if self._all:
            return None if hopeless(url) else article_key(url, rules)
        taken = self._by_pattern if self._spider.patterned else self._by_shape
        return article_key(url, rules) if taken(url, found, source, walk) else None

    def asked_as_section(self, url: str) -> None:
        """Note that the page at ``url`` is read as a section, or as an article if it is one."""
        self._as_sections.add(self._canonical(url))

    def is_asked_as_section(self, url: str) -> bool:
        """Whether the page at ``url`` is read as a section in this crawl."""
        return self._canonical(url) in self._as_sections

    def read_as_article(self, url: str) -> None:
        """Note that a page which was asked for as a section is an article."""
        self._held.pop(self._canonical(url), None)
        self._learnt(self._canonical(url), READ)

    def released(self) -> list[Held]:
        """Links that waited, and whose shape is known now."""
        if not self._news:
            return []
        self._news = False
        names = [name for name in self._held if name not in self._as_sections and self.shapes.proved(name)]
        return [self._held.pop(name) for name in names]

    def trials(self) -> list[Guess]:
        """Pages of unknown shape that are to be read since their links are headlines."""
        trials, self._trials = self._trials, []
        return trials

    def close(self) -> None:
        """Count the links that waited in vain, and say what was passed over in large numbers."""
        for url, held in self._held.items():
            self._pass_over(url, held.found, held.source)
        self._held.clear()
        assert self._spider.crawler.stats is not None
        for line in overlooked(self._spider.crawler.stats.get_stats()):
            logger.warning("%s: %s", self._spider.site_name, line)

    def _scraped(self, response: Any) -> None:
        self._judge(response, is_article=True)

    def _dropped(self, response: Any, exception: BaseException) -> None:
        kept_back = isinstance(exception, UnwantedError | NotKeptError)
        self._judge(response, is_article=kept_back)

    def _judge(self, response: Any, *, is_article: bool) -> None:
        request = getattr(response, "request", None)
        found = request.cb_kwargs.get("found") if request is not None else None
        if isinstance(found, Found):
            self.shapes.judge(canonical_url(found.url, self._spider.rules.urls), is_article=is_article)

    def _by_pattern(self, url: str, found: Found, source: Source, walk: Walk) -> bool:
        if self._spider.is_article_url(url):
            return True
        if not (excluded(url) or self._spider.is_refused_url(url)):
            self._pass_over(url, found, source)
        return False

    def _by_shape(self, url: str, found: Found, source: Source, walk: Walk) -> bool:
        if (found.trusted or source.names_articles) and not hopeless(url):
            self._learnt(url, NAMED)
            return True
        plain = self._plain(url)
        if url in self._as_sections or looks_like_article(plain):
            return url not in self._as_sections
        if is_other_host(plain) and not self.shapes.knows(url, named=True):
            self._count_elsewhere(found, source, url)
            return False
        if found.place == "menu" or _is_label(found) or self._is_other(plain):
            self._spider.count("discovery/other_pages")
            return False
        if self.shapes.knows(url) and self._is_trusted(url):
            return True
        self._hold(url, Held(found, source, walk))
        return False

    def _plain(self, url: str) -> str:
        """``url``, as if on a host with a plain name if robots.txt names its host: that is no other place."""
        host = host_of(url)
        vouched = host in self._spider.vouched_hosts and is_other_host(url)
        return url.replace(host, f"www.{host.partition('.')[2]}", 1) if vouched else url

    def _count_elsewhere(self, found: Found, source: Source, url: str) -> None:
        """Count a link to another host by that."""
        if self._speaks(found, source, url):
            self._count(ELSEWHERE, host_of(url), url)

    def _is_other(self, url: str) -> bool:
        """Whether ``url`` stands where sites have no articles, unless lists of this one's name some there."""
        return hopeless(url) or (excluded(url) and not self.shapes.knows(url, named=True))

    def _is_trusted(self, url: str) -> bool:
        """Whether the shape of ``url`` has proved itself, or few pages were taken by it so far."""
        if self.shapes.proved(url):
            return True
        self._on_trust[shape_of(url)] += 1
        return self._on_trust[shape_of(url)] <= _TAKEN_ON_TRUST

    def _learn(self, found: list[Found], source: Source) -> None:
        rules = self._spider.rules.urls
        urls = [canonical_url(each.url, rules) for each in found]
        here = [url for url in urls if self._spider.on_site(url) and not excluded(url)]
        if isinstance(source, Sitemap):
            self.shapes.learn_from_list(here)
        for each, url in zip(found, urls, strict=True):
            if each.place == "card" and self._spider.on_site(url) and not excluded(url):
                self.shapes.learn(url)
        self._news = True

    def _learnt(self, url: str, weight: int) -> None:
        self.shapes.learn(url, weight)
        self._news = True

    def _hold(self, url: str, held: Held) -> None:
        if url in self._held:
            return
        if len(self._held) >= _MOST_HELD:
            self._pass_over(url, held.found, held.source)
            return
        self._held[url] = held
        if self._speaks(held.found, held.source, url):
            # A page of such links is not empty, and what follows it is worth a look.
            held.walk.name(article_key(url, self._spider.rules.urls), dated=False, side=None)
            held.walk.want()
        if is_headline(held.found.title) and not self.shapes.knows(url):
            self._try(url, held)

    def _try(self, url: str, held: Held) -> None:
        """Have a page read, as a section or as an article, if few of its shape were tried."""
        shape = shape_of(url)
        if self._tried[shape] >= _TRIED_OF_A_SHAPE or self._tried.total() >= _MOST_TRIED:
            return
        trial, memory = Guess(literal(held.found.url)), self._spider.memory
        known = memory.has(article_id(url, self._spider.rules.urls))
        if known or memory.caught_up_at(trial) is not None or isinstance(held.source, Guess):
            return
        self._tried[shape] += 1
        self._trials.append(trial)
        self._as_sections.add(url)

    def _pass_over(self, url: str, found: Found, source: Source) -> None:
        if self._speaks(found, source, url):
            self._count(PASSED_OVER, shape_of(url), url)
        else:
            self._spider.count("discovery/other_pages")

    def _speaks(self, found: Found, source: Source, url: str) -> bool:
        """Whether something says that a link may be an article's."""
        if found.place == "menu":
            return False
        listed = isinstance(source, Sitemap) and is_telling(shape_of(url))
        named = found.trusted or source.names_articles
        return named or listed or found.place == "card" or is_headline(found.title)

    def _canonical(self, url: str) -> str:
        return canonical_url(url, self._spider.rules.urls)

    def _count(self, group: str, name: str, url: str) -> None:
        if hash(url) in self._counted:
            return
        self._counted.add(hash(url))
        if name not in self._names and len(self._names) >= _MOST_NAMES:
            name = _OTHERS
        self._names.add(name)
        self._spider.count(group.removeprefix("newscrawl/") + name)


def _is_label(found: Found) -> bool:
    """Whether the words of a link are those of its address and no more: a section's name."""
    words = (found.title or "").casefold().split()
    slug = urlsplit(found.url).path.rstrip("/").rpartition("/")[2]
    return bool(words) and len(words) <= _LABEL and slug.casefold() == "-".join(words)
