"""Journalist Independent."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class JournalistindependentSpider(WordPressSpider):
    name = "journalistindependent"
    title = "Journalist Independent"
    kind = "national"
    seen = "2026-09: article pages; feed and API are WordPress's own"
    allowed_domains = ["journalistindependent.com"]
    sources = wordpress_sources("https://journalistindependent.com")
    article_urls = (DATED,)
    examples = ("https://journalistindependent.com/2026/09/24/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Journalist Independent",))
