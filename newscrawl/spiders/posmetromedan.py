"""Posmetro Medan, of Sumatera Utara."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class PosmetromedanSpider(WordPressSpider):
    name = "posmetromedan"
    title = "Posmetro Medan"
    region = "Sumatera Utara"
    seen = "2025-06: article pages; feed and API are WordPress's own"
    allowed_domains = ["posmetromedan.com"]
    sources = wordpress_sources("https://www.posmetromedan.com")
    article_urls = (DATED,)
    examples = ("https://www.posmetromedan.com/2025/06/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("POSMETRO MEDAN", "POSMETRO"))
