"""Berita Kota Makassar, of Sulawesi Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BeritakotamakassarSpider(WordPressSpider):
    name = "beritakotamakassar"
    title = "Berita Kota Makassar"
    region = "Sulawesi Selatan"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["beritakotamakassar.com"]
    sources = wordpress_sources("https://beritakotamakassar.com")
    article_urls = (DATED,)
    examples = ("https://beritakotamakassar.com/berita/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("BKM", "Berita Kota Makassar"), zone="Asia/Makassar")
