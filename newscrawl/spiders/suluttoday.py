"""Suluttoday, of Manado."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class SuluttodaySpider(WordPressSpider):
    name = "suluttoday"
    title = "Suluttoday"
    region = "Sulawesi Utara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["suluttoday.com"]
    sources = wordpress_sources("https://www.suluttoday.com")
    article_urls = (DATED,)
    examples = ("https://www.suluttoday.com/2019/05/12/harga-beras-naik-jelang-panen",)
    rules = WORDPRESS_RULES.extended(outlets=("Suluttoday.com", "Suluttoday"), zone="Asia/Makassar")
