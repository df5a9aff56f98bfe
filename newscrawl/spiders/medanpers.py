"""Medan Pers, which rewrites agency copy."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MedanpersSpider(WordPressSpider):
    name = "medanpers"
    title = "Medan Pers"
    region = "Sumatera Utara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["medanpers.com"]
    sources = wordpress_sources("https://medanpers.com")
    article_urls = (AT_ROOT,)
    examples = ("https://medanpers.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Medan Pers",))
