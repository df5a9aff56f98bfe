"""Fajar Malut, of North Maluku."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class FajarmalutSpider(WordPressSpider):
    name = "fajarmalut"
    title = "Fajar Malut"
    region = "Maluku Utara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["fajarmalut.com"]
    sources = wordpress_sources("https://fajarmalut.com")
    article_urls = (DATED,)
    examples = ("https://fajarmalut.com/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Fajar Malut",), zone="Asia/Jayapura")
