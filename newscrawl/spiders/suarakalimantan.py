"""Suara Kalimantan, of Kalimantan Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class SuarakalimantanSpider(WordPressSpider):
    name = "suarakalimantan"
    title = "Suara Kalimantan"
    region = "Kalimantan Selatan"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["suarakalimantan.com"]
    sources = wordpress_sources("https://suarakalimantan.com")
    article_urls = (DATED,)
    examples = ("https://suarakalimantan.com/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Suara Kalimantan", "SUAKA"), zone="Asia/Makassar")
