"""What every way of finding articles has in common.

A source is facts plus two methods: the first requests, and how to read an answer. It knows nothing of
articles, archives or the engine; the spider asks it, and fetches what it names.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.cards import Place
from newscrawl.record.query import parse_query

STEP = "newscrawl_step"
"""Key of a listing request's meta under which its :class:`Step` lies."""

LISTING = "newscrawl_listing"
"""Key of a request's meta that marks it as one of a listing, and says of which site and way."""


@dataclass(frozen=True, slots=True)
class Found:
    """An address that may be an article's, and what the listing says of it.

    ``published`` and ``modified`` are times as the listing writes them: evidence for the article's dates
    and, where they can be read, the reason to pass over an article out of range before it is fetched.
    ``trusted`` says that the listing names nothing but articles, or says of this one that it is one.
    ``capture`` is the address of a copy in a web archive, which is fetched in place of the page. ``place``
    tells how the link stands on its page: in a card, that is with a headline and a date or picture, or in a
    menu.
    """

    url: str
    published: str | None = None
    title: str | None = None
    modified: str | None = None
    trusted: bool = False
    capture: str | None = None
    place: Place = ""


@dataclass(frozen=True, slots=True)
class NextPage:
    """The request for the next page of a walk: worth making only if this page brought something new."""

    request: Request


OLD, ODD = 1, 2
"""Ranks of reserves: what changed long ago, and what by its name holds something else."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """The request for a listing that is asked only where the others named no article; lower ranks first."""

    request: Request
    rank: int


@dataclass(frozen=True, slots=True)
class Paging:
    """How far the links of a page between pages go: the highest number among them.

    ``numbered`` says that the page shows its place among the others, by numbers or a link to the one before;
    a page that leads nowhere and shows that is the last.
    """

    last: int
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """Where in its walk a listing request stands.

    ``page`` counts from 1. ``first_day`` and ``last_day`` (both included) are the days asked for, equal for
    a daily index, None for listings without dates. ``section`` is the value that fills the address, ``words``
    what a search is asked for.
    """

    page: int = 1
    first_day: date | None = None
    last_day: date | None = None
    section: str = ""
    words: str = ""

    def ahead(self) -> Step:
        """The step to the next page of the same walk."""
        return replace(self, page=self.page + 1)


@dataclass(frozen=True, slots=True)
class Want:
    """What a crawl asks for; everything unset means the newest articles.

    ``now``, ``since`` and ``until`` are aware instants in ``zone``, the publisher's (until exclusive),
    ``query`` words to search for (:func:`~newscrawl.record.query.parse_query`), ``sections`` names of
    sections.
    """

    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    zone: str = "Asia/Jakarta"
    since: datetime | None = None
    until: datetime | None = None
    query: str | None = None
    sections: tuple[str, ...] = ()
    caught_up_at: datetime | None = None
    """When the source that is asked was last walked to its end; what came since then is new."""

    @property
    def known_until(self) -> date:
        """The day up to which everything of the source is known; today if that is not known."""
        return (self.caught_up_at or self.now).astimezone(self.now.tzinfo).date()

    @property
    def ranged(self) -> bool:
        """Whether a range of dates is asked for."""
        return self.since is not None or self.until is not None

    @property
    def searches(self) -> tuple[str, ...]:
        """Plain words to ask searches for, one after the other; one without words where none are wanted."""
        return parse_query(self.query).searches() if self.query else ("",)

    @property
    def last_day(self) -> date:
        """The last day of the range, today if it is open or in the future."""
        if self.until is None:
            return self.now.date()
        return min((self.until - timedelta(microseconds=1)).date(), self.now.date())


Named = Found | Request | NextPage | Paging | Reserve
"""What a listing names: an address, another listing, its next page, or how far its pages go."""


class Source(ABC):
    """One way of finding articles, declared in a publisher file with its facts.

    A publisher's sources stand in the order in which they are to be tried. Their facts are checked when
    the class is made: a template that cannot be filled is a ``ValueError`` that quotes it.
    """

    kind: ClassVar[str]
    """Name of the way, such as ``feed``; used in logs, statistics and lists of publishers."""

    names_articles: ClassVar[bool] = False
    """Whether everything that the source names is an article, whatever its address looks like."""

    @abstractmethod
    def unable(self, want: Want) -> str | None:
        """Why the source cannot give exactly what is wanted, in plain words; None if it can."""

    @abstractmethod
    def start(self, want: Want) -> Iterator[Request]:
        """The first requests for what is wanted, made as they are asked for."""

    @abstractmethod
    def read(self, response: Response, want: Want) -> Iterator[Named]:
        """The addresses on a listing, requests for other listings, and the next page of this one.

        Raises:
            UnreadableListingError: the answer is no listing of this kind; the message names the address.
        """

    def further(self, step: Step, want: Want) -> Request | None:
        """The request for the page after ``step``; None where its address is told by the page alone."""
        return None

    @abstractmethod
    def address(self) -> str:
        """The address that stands for the source, as declared."""


class UnreadableListingError(ValueError):
    """A listing that is not what its source expects, such as a feed that is HTML."""


class IncompleteListingError(UnreadableListingError):
    """A listing that ends before its end. What it named until there counts; it is to be asked again."""
