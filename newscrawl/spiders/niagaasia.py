"""Niaga.Asia, of Samarinda."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class NiagaasiaSpider(WordPressSpider):
    name = "niagaasia"
    title = "Niaga.Asia"
    region = "Kalimantan Timur"
    seen = "2026-08: feed, lists and article pages"
    allowed_domains = ["niaga.asia"]
    sources = wordpress_sources("https://www.niaga.asia")
    article_urls = (AT_ROOT,)
    examples = ("https://www.niaga.asia/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Niaga.Asia", "NIAGA.ASIA"), zone="Asia/Makassar")
