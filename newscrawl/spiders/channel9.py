"""Channel9.id."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class Channel9Spider(WordPressSpider):
    name = "channel9"
    title = "Channel9.id"
    kind = "national"
    seen = "2026-09: article pages; feed and API are WordPress's own"
    allowed_domains = ["channel9.id"]
    sources = wordpress_sources("https://channel9.id")
    article_urls = (AT_ROOT,)
    examples = ("https://channel9.id/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Channel9.id",))
