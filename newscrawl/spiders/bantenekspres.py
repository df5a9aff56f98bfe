"""Banten Ekspres, of the Disway network, on WordPress."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BantenekspresSpider(WordPressSpider):
    name = "bantenekspres"
    title = "Banten Ekspres"
    region = "Banten"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["bantenekspres.co.id"]
    sources = wordpress_sources("https://bantenekspres.co.id")
    article_urls = (DATED,)
    examples = ("https://bantenekspres.co.id/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Banten Ekspres",))
