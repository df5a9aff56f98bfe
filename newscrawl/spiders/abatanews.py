"""Abata News, of Makassar."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class AbatanewsSpider(WordPressSpider):
    name = "abatanews"
    title = "Abata News"
    region = "Sulawesi Selatan"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["abatanews.com"]
    sources = wordpress_sources("https://abatanews.com")
    article_urls = (AT_ROOT,)
    examples = ("https://abatanews.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("ABATANEWS", "Abata News"), zone="Asia/Makassar")
