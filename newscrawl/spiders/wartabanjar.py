"""Warta Banjar, of Kalimantan Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class WartabanjarSpider(WordPressSpider):
    name = "wartabanjar"
    title = "Warta Banjar"
    region = "Kalimantan Selatan"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["wartabanjar.com"]
    sources = wordpress_sources("https://wartabanjar.com")
    article_urls = (DATED,)
    examples = ("https://wartabanjar.com/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Warta Banjar", "WARTABANJAR.COM"), zone="Asia/Makassar")
