"""Bakata, of North Aceh."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BakataSpider(WordPressSpider):
    name = "bakata"
    title = "Bakata"
    region = "Aceh"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["bakata.net"]
    sources = wordpress_sources("https://bakata.net")
    article_urls = (DATED,)
    examples = ("https://bakata.net/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Bakata",))
