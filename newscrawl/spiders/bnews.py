"""B-news.id, of Blitar."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class BnewsSpider(NewsSpider):
    name = "bnews"
    title = "B-news.id"
    region = "Jawa Timur"
    kind = "regional"
    seen = "2011-2026: a stored article page"
    allowed_domains = ["b-news.id"]
    sources = (Listing("https://b-news.id/"),)
    article_urls = (r"^https?://b-news\.id/(?:baca|news)-(?P<id>\d+)-[a-z0-9-]+",)
    examples = ("https://b-news.id/baca-4123-harga-beras-naik-jelang-panen",)
    rules = SiteRules(outlets=("B-news.id",))
