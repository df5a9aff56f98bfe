"""Dandapala, news of the general courts."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class DandapalaSpider(NewsSpider):
    name = "dandapala"
    title = "Dandapala"
    seen = "2026-08: home and article pages"
    allowed_domains = ["dandapala.com"]
    sources = (Listing("https://dandapala.com/", "h3 a"),)
    article_urls = (r"^https?://dandapala\.com/article/detail/[a-z0-9-]+$",)
    examples = ("https://dandapala.com/article/detail/hakim-baru-dilantik-di-bandung",)
    rules = SiteRules(body=("#article-content",), outlets=("Dandapala",))
