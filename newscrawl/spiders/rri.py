"""RRI, the public radio."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class RriSpider(NewsSpider):
    name = "rri"
    title = "RRI"
    seen = "2026-08: search and article pages"
    allowed_domains = ["rri.co.id"]
    sources = (
        Listing("https://rri.co.id/"),
        Search("https://rri.co.id/search?q={query}&page={page}"),
    )
    article_urls = (r"^https?://rri\.co\.id/(?:[a-z0-9-]+/)?[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",)
    not_articles = (r"/(?:search|tag)(?:[/?]|$)",)
    examples = ("https://rri.co.id/bandung/ekonomi/1612345/harga-beras-naik-jelang-panen",)
    rules = SiteRules(
        body=(".post_details_inner",),
        published=(".date",),
        author=(".author",),
        outlets=("RRI", "RRI.CO.ID", "KBRN"),
    )
