"""Aktual.com."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class AktualSpider(WordPressSpider):
    name = "aktual"
    title = "Aktual.com"
    kind = "national"
    seen = "2011-2026: stored article pages; feed and API are WordPress's own"
    allowed_domains = ["aktual.com"]
    sources = wordpress_sources("https://aktual.com")
    article_urls = (AT_ROOT,)
    examples = ("https://aktual.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Aktual.com", "Aktual"))
