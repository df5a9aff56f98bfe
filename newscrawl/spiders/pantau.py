"""Pantau.com."""

from __future__ import annotations

from newscrawl.discovery import JsonItems, Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class PantauSpider(NewsSpider):
    name = "pantau"
    title = "Pantau.com"
    seen = "2026-08: search and article pages"
    allowed_domains = ["pantau.com"]
    sources = (
        Listing("https://www.pantau.com/"),
        Search(
            "https://www.pantau.com/search?q={query}",
            JsonItems("props.pageProps.articles", "urlDetail", script="script#__NEXT_DATA__::text"),
            max_pages=1,
        ),
    )
    article_urls = (r"^https?://www\.pantau\.com/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.pantau.com/ekonomi/312345/harga-beras-naik-jelang-panen",)
    rules = SiteRules(body=("main article",), outlets=("Pantau", "Pantau.com"))
