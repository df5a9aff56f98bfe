"""SWA, a business magazine."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class SwaSpider(NewsSpider):
    name = "swa"
    title = "SWA"
    seen = "2026-09: article pages; 2026-08: lists and search"
    forbids = "a notice on its pages forbids automated crawling (seen 2026)"
    allowed_domains = ["swa.co.id"]
    sources = (
        Listing("https://swa.co.id/latest?page={page}"),
        Search("https://swa.co.id/search?q={query}&page={page}"),
    )
    article_urls = (r"^https?://swa\.co\.id/read/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://swa.co.id/read/451234/laba-bank-naik-tahun-ini",)
    rules = SiteRules(body=(".article-content",), outlets=("SWA", "Swa.co.id"))
