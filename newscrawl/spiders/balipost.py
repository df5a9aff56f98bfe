"""Bali Post, a daily of Denpasar."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BalipostSpider(WordPressSpider):
    name = "balipost"
    title = "Bali Post"
    region = "Bali"
    seen = "2026-08: feed and article pages"
    allowed_domains = ["balipost.com"]
    sources = wordpress_sources("https://www.balipost.com")
    article_urls = (r"^https?://www\.balipost\.com/news/\d{4}/\d{2}/\d{2}/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.balipost.com/news/2026/07/12/412345/harga-beras-naik.html",)
    rules = WORDPRESS_RULES.extended(outlets=("BALIPOST.com", "Bali Post"), zone="Asia/Makassar")
