"""Dara.co.id, of Bandung and Cianjur."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import (
    BY_NUMBER,
    WORDPRESS_RULES,
    WordPressSpider,
    wordpress_sources,
)


class DaraSpider(WordPressSpider):
    name = "dara"
    title = "Dara"
    region = "Jawa Barat"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["dara.co.id"]
    sources = wordpress_sources("https://www.dara.co.id")
    article_urls = (r"^https?://(?:www\.)?dara\.co\.id/[a-z0-9-]+\.html", BY_NUMBER)
    examples = ("https://www.dara.co.id/harga-beras-naik-jelang-panen.html",)
    rules = WORDPRESS_RULES.extended(outlets=("Dara.co.id", "DARA"))
