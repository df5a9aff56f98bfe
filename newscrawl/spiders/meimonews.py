"""Meimo News, of Manado."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MeimonewsSpider(WordPressSpider):
    name = "meimonews"
    title = "Meimo News"
    region = "Sulawesi Utara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["meimonews.com"]
    sources = wordpress_sources("https://www.meimonews.com")
    article_urls = (DATED,)
    examples = ("https://www.meimonews.com/2023/05/harga-beras-naik-jelang-panen",)
    rules = WORDPRESS_RULES.extended(outlets=("Meimonews.com", "Meimo News"), zone="Asia/Makassar")
