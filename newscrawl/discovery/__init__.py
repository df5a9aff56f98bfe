"""Ways of finding articles. Publisher files name these classes with their facts."""

from __future__ import annotations

from newscrawl.discovery.feeds import Feed
from newscrawl.discovery.listings import Listing
from newscrawl.discovery.source import Found, Source, UnreadableListingError, Want

__all__ = ["Feed", "Found", "Listing", "Source", "UnreadableListingError", "Want"]
