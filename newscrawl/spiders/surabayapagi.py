"""Surabaya Pagi, a daily of Surabaya."""

from __future__ import annotations

from newscrawl.discovery import Feed, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class SurabayapagiSpider(NewsSpider):
    name = "surabayapagi"
    title = "Surabaya Pagi"
    region = "Jawa Timur"
    kind = "regional"
    seen = "2026-08: search and article pages"
    allowed_domains = ["surabayapagi.com"]
    sources = (
        Feed("https://surabayapagi.com/feed"),
        Search("https://surabayapagi.com/search/{query}/{page}", ".category-text-wrap h2 a"),
    )
    article_urls = (r"^https?://surabayapagi\.com/news-(?P<id>\d+)-[^/?#]+/?$",)
    examples = ("https://surabayapagi.com/news-312345-harga-beras-naik-jelang-panen",)
    rules = SiteRules(
        body=("div[itemprop=articleBody]",), outlets=("SURABAYAPAGI.COM", "Surabaya Pagi", "Redaksi")
    )
