"""The publishers: one TOML file each, families that they share facts with, and the book that reads them.

``publishers/NAME.toml``
    what is known of one publisher; docs/adding-a-site.md explains every key.
``networks.toml``
    the sites of networks, one row each, with the same keys.
``families/NAME.toml``
    what the sites of one news system or house have in common.
``provinces.toml``
    the regions, and the time zone that follows from each.
``index.tsv``
    which domain belongs to which publisher, and where it is written; made by ``newscrawl sites --index``.

A user's own folder has publishers (``NAME.toml``), ``networks.toml`` and ``families/`` of the same form. This
room knows facts: it makes no sources, reads no pages and loads neither Scrapy nor, for what is shipped,
pydantic.
"""

from __future__ import annotations

from newscrawl.sites.book import Book, catalogue, find_publisher
from newscrawl.sites.errors import SiteFileError
from newscrawl.sites.publisher import Publisher, SourceFacts
from newscrawl.sites.rules import DEFAULT_ZONE, NO_RULES, SiteRules

__all__ = [
    "DEFAULT_ZONE",
    "NO_RULES",
    "Book",
    "Publisher",
    "SiteFileError",
    "SiteRules",
    "SourceFacts",
    "catalogue",
    "find_publisher",
]
