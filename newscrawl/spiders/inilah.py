"""Inilah.com."""

from __future__ import annotations

from newscrawl.discovery import Feed
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class InilahSpider(NewsSpider):
    name = "inilah"
    title = "Inilah.com"
    seen = "2026-09: article pages"
    allowed_domains = ["inilah.com"]
    sources = (
        Feed("https://www.inilah.com/rss", sections={"ekonomi": "https://www.inilah.com/rss/ekonomi"}),
    )
    article_urls = (r"^https?://(?:www\.)?inilah\.com/[a-z0-9]+(?:-[a-z0-9]+){3,}$",)
    not_articles = (r"inilah\.com/(?:tag|kanal|rss)(?:[/?]|$)",)
    examples = ("https://www.inilah.com/harga-beras-naik-jelang-panen-raya",)
    rules = SiteRules(body=("div.article-content",), outlets=("Inilah.com", "Inilah"))
