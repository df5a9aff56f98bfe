"""Section listings: pages of links, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from newscrawl.discovery.paged import PagedSource
from newscrawl.discovery.source import Want


@dataclass(frozen=True)
class Listing(PagedSource):
    """A section listing, newest first: ``/posts?page={page}``, or pages joined by their next links.

    It cannot be asked for dates. Where its cards show them, a range is walked to from the newest page, as far
    as ``max_pages``.
    """

    kind: ClassVar[str] = "listing"

    def unable(self, want: Want) -> str | None:
        if want.query:
            return "a listing cannot be searched"
        if want.ranged and not self.reader.dated:
            return "a listing knows no dates"
        return super().unable(want)


@dataclass(frozen=True)
class Guess(Listing):
    """A page that was taken for a section by its address or its link alone; it may be an article."""
