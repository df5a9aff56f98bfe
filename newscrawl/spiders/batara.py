"""Batara.news, of Bojonegoro."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BataraSpider(WordPressSpider):
    name = "batara"
    title = "Batara.news"
    region = "Jawa Timur"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["batara.news"]
    sources = wordpress_sources("https://batara.news")
    article_urls = (AT_ROOT,)
    examples = ("https://batara.news/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("BATARA.NEWS", "Batara.news"))
