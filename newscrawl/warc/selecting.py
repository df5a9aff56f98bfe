"""Which pages of a WARC are wanted: those of publishers, by the host of their address alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from newscrawl.sites.book import Book, book, host_of

_SLOW_CLOCK = timedelta(days=1)
"""A page may be dated a little later than its own fetching: clocks are wrong, and days have zones."""

_HOSTS = 100_000
"""So many hosts are remembered; a file of Common Crawl's news has some thousands."""


@dataclass(frozen=True)
class Selection:
    """``sites`` are names of publishers, none for all of them; with ``everything`` every host is read.

    ``since`` and ``until`` (aware, until exclusive) bound the time of publication; what was fetched before
    ``since`` cannot have been published after it. With ``site_rules`` false pages are read without what is
    known of their publisher.
    """

    sites: Collection[str] = ()
    everything: bool = False
    since: datetime | None = None
    until: datetime | None = None
    site_rules: bool = True

    def wanted(self, url: str, fetched_at: datetime) -> bool:
        """Whether the page of an address is to be read."""
        if self.since is not None and fetched_at < self.since - _SLOW_CLOCK:
            return False
        known = book()
        publisher = known.find(url) if _is_publishers(host_of(url), known) else None
        if publisher is None:
            return self.everything and not self.sites
        return not self.sites or publisher.name in self.sites

    def in_range(self, published_at: datetime | None) -> bool:
        """Whether an article of that time of publication is wanted; without one only where no range is."""
        if self.since is None and self.until is None:
            return True
        if published_at is None:
            return False
        early = self.since is not None and published_at < self.since
        return not early and (self.until is None or published_at < self.until)


@lru_cache(_HOSTS)
def _is_publishers(host: str, known: Book) -> bool:
    """Whether a host is on a domain of any publisher."""
    domains = _domains(known)
    labels = host.split(".")
    return any(".".join(labels[start:]) in domains for start in range(len(labels) - 1))


@lru_cache(1)
def _domains(known: Book) -> frozenset[str]:
    return frozenset(known.domains)
