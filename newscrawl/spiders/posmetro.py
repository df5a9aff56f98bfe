"""Posmetro.co, of Batam."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class PosmetroSpider(WordPressSpider):
    name = "posmetro"
    title = "Posmetro.co"
    region = "Kepulauan Riau"
    seen = "2025-06: article pages; feed and API are WordPress's own"
    allowed_domains = ["posmetro.co"]
    sources = wordpress_sources("https://posmetro.co")
    article_urls = (DATED,)
    examples = ("https://posmetro.co/2025/06/09/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("posmetro.co",))
