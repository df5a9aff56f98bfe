"""Kabar Bireuen, of Aceh."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class KabarbireuenSpider(WordPressSpider):
    name = "kabarbireuen"
    title = "Kabar Bireuen"
    region = "Aceh"
    seen = "2011-2026: a stored article page; feed listed 2026"
    allowed_domains = ["kabarbireuen.com"]
    sources = wordpress_sources("https://kabarbireuen.com")
    article_urls = (AT_ROOT,)
    examples = ("https://kabarbireuen.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Kabar Bireuen",))
