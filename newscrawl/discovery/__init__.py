"""Ways of finding articles. Publisher files name these classes with their facts."""

from __future__ import annotations

from newscrawl.discovery.blogger import BloggerFeed
from newscrawl.discovery.common_crawl import CommonCrawlIndex
from newscrawl.discovery.feeds import Feed
from newscrawl.discovery.index import DatedIndex
from newscrawl.discovery.links import Cards, JsonItems
from newscrawl.discovery.listing import Listing
from newscrawl.discovery.search import Search
from newscrawl.discovery.sitemaps import NewsSitemap, Sitemap
from newscrawl.discovery.source import Found, NextPage, Source, Step, UnreadableListingError, Want
from newscrawl.discovery.wayback import Wayback
from newscrawl.discovery.wordpress import WordPress

__all__ = [
    "BloggerFeed",
    "Cards",
    "CommonCrawlIndex",
    "DatedIndex",
    "Feed",
    "Found",
    "JsonItems",
    "Listing",
    "NewsSitemap",
    "NextPage",
    "Search",
    "Sitemap",
    "Source",
    "Step",
    "UnreadableListingError",
    "Want",
    "Wayback",
    "WordPress",
]
