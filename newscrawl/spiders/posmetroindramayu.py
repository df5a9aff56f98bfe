"""Posmetro Indramayu, of Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class PosmetroindramayuSpider(WordPressSpider):
    name = "posmetroindramayu"
    title = "Posmetro Indramayu"
    region = "Jawa Barat"
    seen = "2025-06: feeds and article pages"
    allowed_domains = ["posmetro.co.id"]
    sources = wordpress_sources("https://posmetro.co.id")
    article_urls = (AT_ROOT,)
    examples = ("https://posmetro.co.id/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Posmetro.co.id",))
