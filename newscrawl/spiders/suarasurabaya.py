"""Suara Surabaya, a radio station."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class SuarasurabayaSpider(WordPressSpider):
    name = "suarasurabaya"
    title = "Suara Surabaya"
    region = "Jawa Timur"
    seen = "2026: feed and article addresses"
    allowed_domains = ["suarasurabaya.net"]
    sources = wordpress_sources("https://www.suarasurabaya.net")
    article_urls = (r"^https?://www\.suarasurabaya\.net/[a-z]+/\d{4}/[a-z0-9-]+/?$",)
    examples = ("https://www.suarasurabaya.net/ekonomi/2026/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("suarasurabaya.net", "Suara Surabaya"))
