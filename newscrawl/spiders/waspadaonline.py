"""Waspada Online, of Medan."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class WaspadaonlineSpider(WordPressSpider):
    name = "waspadaonline"
    title = "Waspada Online"
    region = "Sumatera Utara"
    seen = "2011-2026: a stored article page; feed listed 2026"
    allowed_domains = ["waspada.co.id"]
    sources = wordpress_sources("https://waspada.co.id")
    article_urls = (AT_ROOT, r"^https?://redaksi\.waspada\.co\.id/v2024/[a-z0-9-]+")
    examples = ("https://waspada.co.id/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Waspada.co.id", "Waspada Online"))
