"""Mongabay Indonesia, environment news."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MongabaySpider(WordPressSpider):
    name = "mongabay"
    title = "Mongabay Indonesia"
    kind = "national"
    seen = "2026-08: REST API and article pages"
    allowed_domains = ["mongabay.co.id"]
    sources = wordpress_sources("https://mongabay.co.id")
    article_urls = (DATED,)
    examples = ("https://mongabay.co.id/2026/07/18/hutan-lindung-kembali-dibuka/",)
    not_examples = ("https://mongabay.co.id/by/redaksi-mongabay-indonesia/",)
    rules = WORDPRESS_RULES.extended(outlets=("Mongabay", "Mongabay Indonesia"))
