"""FTNews."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class FtnewsSpider(NewsSpider):
    name = "ftnews"
    title = "FTNews"
    seen = "2026-09: article pages"
    allowed_domains = ["ftnews.co.id"]
    sources = (Listing("https://ftnews.co.id/"),)
    article_urls = (r"^https?://ftnews\.co\.id/[a-z0-9]+(?:-[a-z0-9]+){3,}/?$",)
    examples = ("https://ftnews.co.id/harga-beras-naik-jelang-panen",)
    rules = SiteRules(outlets=("FTNews",))
