"""What every way of finding articles has in common.

A source is facts plus two methods: the first requests, and how to read an answer. It knows nothing of
articles, archives or the engine; the spider asks it, and fetches what it names.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response


@dataclass(frozen=True, slots=True)
class Found:
    """An address that may be an article's, and what the listing says of it.

    ``published`` is the time as the listing writes it: evidence for the article's dates and, where it can
    be read, the reason to pass over an article out of range before it is fetched.
    """

    url: str
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Want:
    """What a crawl asks for; everything unset means the newest articles.

    ``since`` and ``until`` are aware instants (until exclusive), ``query`` words to search for,
    ``sections`` names of sections.
    """

    since: datetime | None = None
    until: datetime | None = None
    query: str | None = None
    sections: tuple[str, ...] = ()


class Source(ABC):
    """One way of finding articles, declared in a publisher file with its facts."""

    kind: ClassVar[str]
    """Name of the way, such as ``feed``; used in logs, statistics and lists of publishers."""

    searches: ClassVar[bool] = False
    """Whether the source can be asked for words."""

    reaches_back: ClassVar[bool] = False
    """Whether the source can be asked for a range of dates."""

    @abstractmethod
    def start(self, want: Want) -> Iterator[Request]:
        """The first requests for what is wanted."""

    @abstractmethod
    def read(self, response: Response, want: Want) -> Iterable[Found | Request]:
        """The addresses on a listing, and requests for further listings.

        Raises:
            UnreadableListingError: the answer is no listing of this kind; the message names the address.
        """


class UnreadableListingError(ValueError):
    """A listing that is not what its source expects, such as a feed that is HTML."""
