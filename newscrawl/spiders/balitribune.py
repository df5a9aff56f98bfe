"""Bali Tribune, of Denpasar."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class BalitribuneSpider(NewsSpider):
    name = "balitribune"
    title = "Bali Tribune"
    region = "Bali"
    kind = "regional"
    seen = "2011-2026: a stored article page"
    allowed_domains = ["balitribune.co.id"]
    sources = (Listing("https://balitribune.co.id/"),)
    # ?page= pages through a list on the page, not through the article.
    article_urls = (r"^https?://balitribune\.co\.id/content/[a-z0-9-]+",)
    examples = ("https://balitribune.co.id/content/harga-beras-naik-jelang-panen",)
    rules = SiteRules(outlets=("Bali Tribune", "balitribune.co.id"), zone="Asia/Makassar")
