"""What discovery asks of whoever remembers earlier crawls."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import Protocol

from scrapy.http import Response

from newscrawl.discovery.source import Found, Source
from newscrawl.record.reasons import Reason


class Memory(Protocol):
    """The memory of a site's earlier crawls, asked by the spider while it walks the listings.

    Listings are read piece by piece: ``unknown`` is asked about each piece, and ``listing_read`` is called
    once, after the last piece, when the listing's validators may be kept.
    """

    def wanted(self) -> Iterator[Found]:
        """Articles that earlier crawls found and did not get, to be fetched first."""

    def unknown(self, listing: Response | None, found: Sequence[Found]) -> list[Found]:
        """Those of ``found`` that are not known; from here on they are wanted."""

    def caught_up_at(self, source: Source) -> datetime | None:
        """When a walk of ``source`` last came to its end, so that all it named by then is known."""

    def knew(self, found: Found, moment: datetime) -> bool:
        """Whether ``found``, which is known, was so at ``moment`` already."""

    def not_whole(self, source: Source) -> None:
        """Note that a listing of ``source`` ended early, so that this walk did not come to its end."""

    def failed(self, found: Found, reason: Reason) -> None:
        """Note why ``found`` gave no article."""

    def leads_to(self, found: Found, article: str) -> None:
        """Note that ``found`` leads to the article with the id ``article``, if that is stored."""

    def has(self, article: str) -> bool:
        """Whether the article with the id ``article`` is stored."""

    def articles(self) -> Collection[str]:
        """Addresses of some hundred articles of the site that were published last."""

    def listing_read(self, listing: Response) -> None:
        """Everything that ``listing`` names was taken over."""

    def days_done(self) -> Collection[date]:
        """Days that need no walk any more."""

    def day_done(self, day: date) -> None:
        """Everything that the site lists for ``day`` was found."""


class NoMemory:
    """Every crawl is the first."""

    def wanted(self) -> Iterator[Found]:
        return iter(())

    def unknown(self, listing: Response | None, found: Sequence[Found]) -> list[Found]:
        return list(found)

    def caught_up_at(self, source: Source) -> datetime | None:
        return None

    def knew(self, found: Found, moment: datetime) -> bool:
        return True

    def not_whole(self, source: Source) -> None:
        return

    def failed(self, found: Found, reason: Reason) -> None:
        return

    def leads_to(self, found: Found, article: str) -> None:
        return

    def has(self, article: str) -> bool:
        return False

    def articles(self) -> Collection[str]:
        return ()

    def listing_read(self, listing: Response) -> None:
        return

    def days_done(self) -> Collection[date]:
        return frozenset()

    def day_done(self, day: date) -> None:
        return
