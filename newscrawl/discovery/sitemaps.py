"""Sitemaps, sitemap indexes and Google News sitemaps."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.addresses import whole_address
from newscrawl.discovery.feeds import FEED_ROOTS, read_feed
from newscrawl.discovery.periods import Period, period_in_name, periods
from newscrawl.discovery.ranges import moment_of
from newscrawl.discovery.sections import chosen_sections
from newscrawl.discovery.sitemap_xml import Entry, names_addresses, read_entries, root_name
from newscrawl.discovery.source import (
    ODD,
    OLD,
    STEP,
    Found,
    IncompleteListingError,
    Named,
    Reserve,
    Source,
    Step,
    UnreadableListingError,
    Want,
)
from newscrawl.discovery.template import Template

SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
NEWS_HOURS = 48
NEWEST = 2000
"""How many entries of a sitemap count as the newest, where no range is asked for."""

NEWEST_CHILDREN = timedelta(days=2)
"""Without a range, sitemaps of an index that changed so long before its newest one are left alone."""

MAX_CHILDREN = 50_000
MAX_DEPTH = 2
MAX_SIZE = 128 * 1024 * 1024
"""The protocol allows 50 MB; some sites write all they have into one file."""

_NO_ARTICLES = re.compile(
    r"(?:categor(?:y|ies)|tags?|authors?|users|taxonom(?:y|ies)|images?|videos?|galler(?:y|ies)|topi[ck]s?|"
    r"posts-page|attachment)(?:[-_]\w{1,40}){0,4}\d{0,6}\.xml|(?:^|/)page-sitemap\d{0,6}\.xml",
    re.IGNORECASE,
)

# No page is called so.
_IS_SITEMAP = re.compile(r"\.xml(?:\.gz)?\s{0,9}$", re.IGNORECASE)


@dataclass(frozen=True)
class Sitemap(Source):
    """A sitemap or an index of sitemaps, XML or text, plain or gzipped (sitemaps.org, protocol 0.9).

    ``url`` is its address, or a template with ``{date:...}`` where there is one a year, month or day
    (``/sitemap/post/{date:%Y-%m}.xml``); ``earliest`` is then the first day that there is one for.
    ``children`` is a regular expression that the sitemaps of an index must match to be read; without it those
    of categories, tags, authors and pictures are left out. ``sections`` maps section names to sitemaps of
    their own.

    Without a range only the newest entries count, where the sitemap tells which they are.
    """

    url: str
    _: KW_ONLY
    children: str = ""
    earliest: date | None = None
    sections: Mapping[str, str] = field(default_factory=dict)

    kind: ClassVar[str] = "sitemap"

    def __post_init__(self) -> None:
        for text in (self.url, *self.sections.values()):
            if not text.startswith(("http://", "https://")):
                raise ValueError(f"'{text}' is no http or https address")
            if Template(text).fields - {"date"}:
                raise ValueError(f"'{text}': a sitemap's only field is {{date}}")
        try:
            re.compile(self.children)
        except re.error as error:
            raise ValueError(f"'{self.children}' is no regular expression: {error}") from None

    def address(self) -> str:
        return self.url

    def unable(self, want: Want) -> str | None:
        if want.query:
            return "a sitemap cannot be searched"
        if want.until and not want.since and not self.earliest and self._template.fields:
            return "its sitemaps need a first day: give since"
        if want.sections and not chosen_sections(self.sections, want):
            return "it has none of these sections" if self.sections else "it has no sections"
        return None

    def start(self, want: Want) -> Iterator[Request]:
        for text in chosen_sections(self.sections, want) or [self.url]:
            template = Template(text)
            for period in self._periods(template, want):
                step = Step(first_day=period.first, last_day=period.last) if template.fields else Step()
                yield _request(template.render({"date": period.first}), step)

    def read(self, response: Response, want: Want) -> Iterator[Named]:
        if root_name(response.body, response.url) in FEED_ROOTS:
            yield from read_feed(response)
            return
        cut, children = _Cut(), _Children()
        entries = cut.until_the_end(read_entries(response.body, response.url))
        first = next(entries, None)
        if first is None:
            cut.say()
            self._check_empty(response)
            return
        pages = children.left_out_of(_chain(first, entries))
        newest = not want.ranged and not want.query
        yield from _found(_newest(pages, want.caught_up_at) if newest else pages, response.url)
        if children.entries:
            yield from self._children(response, children.entries, want)
        cut.say()
        children.say(response.url)

    @cached_property
    def _template(self) -> Template:
        return Template(self.url)

    def _periods(self, template: Template, want: Want) -> Iterable[Period]:
        if not template.fields:
            return [Period(want.last_day, want.last_day)]
        first = want.since.date() if want.since else want.last_day
        if want.until and not want.since and self.earliest:
            first = self.earliest
        elif not want.ranged:
            first = min(want.last_day, want.known_until) - NEWEST_CHILDREN
        first = max(first, self.earliest) if self.earliest else first
        return periods(first, want.last_day, template.directives)

    def _check_empty(self, response: Response) -> None:
        """An empty sitemap is one; something else that has no entries is not.

        Raises:
            UnreadableListingError: the root is no sitemap's, or addresses stand in it that are no entries.
        """
        name = root_name(response.body, response.url)
        if name not in SITEMAP_ROOTS:
            raise UnreadableListingError(f"{response.url}: <{name}> is no sitemap")
        if names_addresses(response.body, response.url):
            raise UnreadableListingError(f"{response.url}: <{name}> names addresses, none in an entry's loc")

    def _children(self, response: Response, entries: list[Entry], want: Want) -> Iterator[Named]:
        """Requests for the sitemaps of an index, those that may hold what is wanted first, newest first."""
        step: Step = response.meta.get(STEP, Step())
        if step.page > MAX_DEPTH:
            raise UnreadableListingError(f"{response.url}: indexes of sitemaps in one another; given up")
        for entry, hope in _by_hope(entries, want, self._wanted_name):
            address = whole_address(entry.loc, response.url)
            if address is None:
                continue
            child = _request(address, step.ahead(), dont_filter=False)
            yield child if hope is None else Reserve(child, hope)

    def _wanted_name(self, loc: str) -> bool:
        if self.children:
            return re.search(self.children, loc) is not None
        return _NO_ARTICLES.search(loc) is None


@dataclass(frozen=True)
class NewsSitemap(Sitemap):
    """A Google News sitemap: the articles of the last ``hours`` hours, with their publication dates."""

    _: KW_ONLY
    hours: int = NEWS_HOURS

    kind: ClassVar[str] = "news-sitemap"
    names_articles: ClassVar[bool] = True

    def unable(self, want: Want) -> str | None:
        reach = want.now - timedelta(hours=self.hours)
        if want.ranged and (want.since is None or want.since < reach):
            return f"a news sitemap has only the last {self.hours} hours"
        return super().unable(want)


def _request(url: str, step: Step, *, dont_filter: bool = True) -> Request:
    return Request(url, meta={STEP: step, "download_maxsize": MAX_SIZE}, dont_filter=dont_filter)


def _found(entries: Iterable[Entry], sitemap: str) -> Iterator[Found]:
    """The pages of a sitemap; who says of one, in Google's extension for news, when it was published, says
    that it is an article, whatever the sitemap is called."""
    for entry in entries:
        address = whole_address(entry.loc, sitemap)
        if address is not None:
            is_news = entry.published is not None
            yield Found(address, entry.published, entry.title, entry.lastmod, trusted=is_news)


def _chain(first: Entry, rest: Iterator[Entry]) -> Iterator[Entry]:
    yield first
    yield from rest


class _Children:
    """The sitemaps that a file names, which may name pages as well."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._too_many = False

    def left_out_of(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        """The pages among the entries; the sitemaps are kept, also those that stand where pages ought to."""
        for entry in entries:
            if entry.kind == "url" and not _IS_SITEMAP.search(entry.loc):
                yield entry
            elif len(self.entries) < MAX_CHILDREN:
                self.entries.append(entry)
            else:
                self._too_many = True

    def say(self, url: str) -> None:
        """Raise that there were more than are asked for."""
        if self._too_many:
            raise IncompleteListingError(f"{url}: more than {MAX_CHILDREN:,} sitemaps; the rest is left out")


class _Cut:
    """Keeps for later that a sitemap ends early, where its entries are sorted first."""

    def __init__(self) -> None:
        self._error: IncompleteListingError | None = None

    def until_the_end(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        """The entries, as far as there are any."""
        try:
            yield from entries
        except IncompleteListingError as error:
            self._error = error

    def say(self) -> None:
        """Raise what was kept."""
        if self._error is not None:
            raise self._error


def _newest(entries: Iterator[Entry], since: datetime | None) -> Iterator[Entry]:
    """The newest entries and all since the day of ``since``, newest first; undated ones as they stand."""
    floor = since.date().isoformat() if since else "~"
    dated: list[tuple[str, int, Entry]] = []
    for count, entry in enumerate(entries):
        moment = entry.published or entry.lastmod
        if moment is None:
            yield entry
        elif len(dated) < NEWEST or moment >= floor:
            heapq.heappush(dated, (moment, -count, entry))
        else:
            heapq.heappushpop(dated, (moment, -count, entry))
    for _, _, entry in sorted(dated, reverse=True):
        yield entry


def _by_hope(
    entries: list[Entry], want: Want, wanted_name: Callable[[str], bool]
) -> Iterator[tuple[Entry, int | None]]:
    """The sitemaps of an index, the last changed first, each with the rank that it has among the reserves.

    A date of change is easily wrong, and a name says little. So what is old, and what is called after tags
    or videos, is left for the case that the rest names no article; what is of another month than the one
    that is asked for is left out.
    """
    dated = [(moment_of(entry.lastmod, want), entry) for entry in entries]
    newest = max((moment for moment, entry in dated if moment and wanted_name(entry.loc)), default=None)
    dated.sort(key=lambda pair: pair[0].timestamp() if pair[0] else 0.0, reverse=True)
    for moment, entry in dated:
        if _other_period(entry.loc, want):
            continue
        if not wanted_name(entry.loc):
            yield entry, ODD
        else:
            yield entry, (OLD if _too_old(moment, newest, want) else None)


def _too_old(changed: datetime | None, newest: datetime | None, want: Want) -> bool:
    if changed is None or newest is None:
        return False
    if want.since:
        return changed < want.since
    before = min(newest, want.caught_up_at or newest, want.now)
    return not want.ranged and changed < before - NEWEST_CHILDREN


def _other_period(loc: str, want: Want) -> bool:
    """Whether the address names a month or year in which nothing that is wanted can be."""
    period = period_in_name(loc) if want.ranged else None
    if period is None:
        return False
    too_early = want.since is not None and period.last < want.since.date()
    return too_early or period.first > want.last_day
