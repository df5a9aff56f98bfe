"""Andika News, of Tulungagung."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import (
    AT_ROOT,
    BY_NUMBER,
    WORDPRESS_RULES,
    WordPressSpider,
    wordpress_sources,
)


class AndikanewsSpider(WordPressSpider):
    name = "andikanews"
    title = "Andika News"
    region = "Jawa Timur"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["andikanews.com"]
    sources = wordpress_sources("https://andikanews.com")
    article_urls = (AT_ROOT, BY_NUMBER)
    examples = ("https://andikanews.com/?p=4123",)
    rules = WORDPRESS_RULES.extended(outlets=("Andikanews.com", "Andika News"))
