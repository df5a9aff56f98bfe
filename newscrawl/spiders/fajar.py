"""Fajar, a daily of Makassar."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class FajarSpider(WordPressSpider):
    name = "fajar"
    title = "Fajar"
    region = "Sulawesi Selatan"
    seen = "2026-08: feed, lists and article pages"
    allowed_domains = ["fajar.co.id"]
    sources = wordpress_sources("https://fajar.co.id")
    article_urls = (DATED,)
    examples = ("https://fajar.co.id/2026/08/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Fajar.co.id", "FAJAR.CO.ID", "Fajar"), zone="Asia/Makassar")
