"""Madu TV, of Tulungagung and Blitar."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MadutvSpider(WordPressSpider):
    name = "madutv"
    title = "Madu TV"
    region = "Jawa Timur"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["madu.tv"]
    sources = wordpress_sources("https://madu.tv")
    article_urls = (AT_ROOT,)
    examples = ("https://madu.tv/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("MADU TV",))
