"""Jabar Ekspres, of the Disway network, on WordPress."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class JabarekspresSpider(WordPressSpider):
    name = "jabarekspres"
    title = "Jabar Ekspres"
    region = "Jawa Barat"
    seen = "2011-2026: a stored article page; feed listed 2026"
    allowed_domains = ["jabarekspres.com"]
    sources = wordpress_sources("https://jabarekspres.com")
    article_urls = (DATED,)
    examples = ("https://jabarekspres.com/berita/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Jabar Ekspres", "JABAR EKSPRES"))
