"""Semarangpos, of JIBI; its articles are ten years old."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class SemarangposSpider(WordPressSpider):
    name = "semarangpos"
    title = "Semarangpos"
    region = "Jawa Tengah"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["semarangpos.com"]
    sources = wordpress_sources("https://www.semarangpos.com")
    article_urls = (DATED,)
    examples = ("https://www.semarangpos.com/2016/05/12/harga-beras-naik-jelang-panen",)
    rules = WORDPRESS_RULES.extended(outlets=("Semarangpos", "Semarangpos.com"))
