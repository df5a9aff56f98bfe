"""Hipwee, for young readers."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class HipweeSpider(WordPressSpider):
    name = "hipwee"
    title = "Hipwee"
    kind = "national"
    seen = "2026-08: feed, lists and article pages"
    allowed_domains = ["hipwee.com"]
    sources = wordpress_sources("https://www.hipwee.com")
    article_urls = (r"^https?://www\.hipwee\.com/[a-z0-9-]+/[a-z0-9]+(?:-[a-z0-9]+){2,}/?$",)
    examples = ("https://www.hipwee.com/hubungan/tanda-persahabatan-yang-sehat/",)
    not_examples = ("https://www.hipwee.com/author/penulis-tamu-hipwee/",)
    rules = WORDPRESS_RULES.extended(outlets=("Hipwee",))
