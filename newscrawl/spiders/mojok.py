"""Mojok.co, essays and features from Yogyakarta."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MojokSpider(WordPressSpider):
    name = "mojok"
    title = "Mojok"
    region = "DI Yogyakarta"
    kind = "national"
    seen = "2026-08: feed, lists and article pages"
    allowed_domains = ["mojok.co"]
    sources = wordpress_sources("https://mojok.co")
    article_urls = (r"^https?://mojok\.co/[a-z0-9-]+/(?:[a-z0-9-]+/)*[a-z0-9]+(?:-[a-z0-9]+){2,}/?$",)
    examples = ("https://mojok.co/liputan/kuliner/warung-soto-tertua-di-jogja/",)
    not_examples = ("https://mojok.co/tag/warung-soto-tertua/",)
    rules = WORDPRESS_RULES.extended(body=("span.cb-itemprop",), outlets=("Mojok", "Mojok.co"))
