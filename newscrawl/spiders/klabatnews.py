"""Klabat News, of Manado. Articles have no names, only numbers."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import (
    BY_NUMBER,
    WORDPRESS_RULES,
    WordPressSpider,
    wordpress_sources,
)


class KlabatnewsSpider(WordPressSpider):
    name = "klabatnews"
    title = "Klabat News"
    region = "Sulawesi Utara"
    seen = "2019: stored article pages; feed and API are WordPress's own"
    allowed_domains = ["klabatnewsok.com"]
    sources = wordpress_sources("https://klabatnewsok.com")
    article_urls = (BY_NUMBER,)
    examples = ("https://klabatnewsok.com/?p=4123",)
    rules = WORDPRESS_RULES.extended(outlets=("Klabat News",), zone="Asia/Makassar")
