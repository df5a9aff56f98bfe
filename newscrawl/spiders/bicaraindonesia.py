"""Bicara Indonesia, of Medan."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BicaraindonesiaSpider(WordPressSpider):
    name = "bicaraindonesia"
    title = "Bicara Indonesia"
    region = "Sumatera Utara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["bicaraindonesia.net"]
    sources = wordpress_sources("https://bicaraindonesia.net")
    article_urls = (AT_ROOT,)
    examples = ("https://bicaraindonesia.net/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("BICARAINDONESIA", "Bicara Indonesia"))
