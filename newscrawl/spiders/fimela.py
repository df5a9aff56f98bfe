"""Fimela.com, women and lifestyle, of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import NewsSitemap
from newscrawl.spiders.families.kly import READ_PAGE_RULES, ReadPageSpider


class FimelaSpider(ReadPageSpider):
    name = "fimela"
    title = "Fimela.com"
    seen = "2025-06: article pages and news sitemaps"
    allowed_domains = ["fimela.com"]
    sources = (
        NewsSitemap(
            "https://www.fimela.com/sitemap_news.xml",
            sections={
                "beauty": "https://www.fimela.com/beauty/sitemap_news.xml",
                "entertainment": "https://www.fimela.com/entertainment/sitemap_news.xml",
                "fashion": "https://www.fimela.com/fashion/sitemap_news.xml",
                "lifestyle": "https://www.fimela.com/lifestyle/sitemap_news.xml",
                "food": "https://www.fimela.com/food/sitemap_news.xml",
            },
        ),
    )
    article_urls = (r"^https?://(?:www\.)?fimela\.com/[a-z-]+/read/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.fimela.com/beauty/read/6051234/cara-merawat-rambut-kering",)
    not_examples = ("https://www.fimela.com/photo/read/6051234/foto-gaun-pengantin",)
    rules = READ_PAGE_RULES.extended(outlets=("Fimela.com", "Fimela"))
