"""Manado Terkini, of Manado."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import (
    AT_ROOT,
    DATED,
    WORDPRESS_RULES,
    WordPressSpider,
    wordpress_sources,
)


class ManadoterkiniSpider(WordPressSpider):
    name = "manadoterkini"
    title = "Manado Terkini"
    region = "Sulawesi Utara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["manadoterkini.com"]
    sources = wordpress_sources("https://www.manadoterkini.com")
    article_urls = (AT_ROOT, DATED)
    examples = ("https://www.manadoterkini.com/2019/05/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("manadoterkini.com",), zone="Asia/Makassar")
