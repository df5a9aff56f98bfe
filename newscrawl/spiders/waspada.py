"""Waspada, a daily of Medan."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class WaspadaSpider(WordPressSpider):
    name = "waspada"
    title = "Waspada"
    region = "Sumatera Utara"
    seen = "2011-2026: a stored article page; feed listed 2026"
    allowed_domains = ["waspada.id"]
    sources = wordpress_sources("https://www.waspada.id")
    article_urls = (r"^https?://(?:www\.)?waspada\.id/[a-z-]+/[a-z0-9]+(?:-[a-z0-9]+){2,}/?$",)
    examples = ("https://www.waspada.id/sumut/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Waspada", "Waspada.id"))
