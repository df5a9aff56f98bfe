"""DailySocial, start-up and technology news."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class DailysocialSpider(WordPressSpider):
    name = "dailysocial"
    title = "DailySocial"
    kind = "national"
    seen = "2026-08: feed, lists and article pages"
    allowed_domains = ["dailysocial.id"]
    sources = wordpress_sources("https://news.dailysocial.id")
    article_urls = (r"^https?://(?:news\.)?dailysocial\.id/post/[a-z0-9-]+",)
    examples = ("https://news.dailysocial.id/post/pendanaan-startup-logistik/",)
    rules = WORDPRESS_RULES.extended(outlets=("DailySocial",))
