"""BantenNews, of Banten."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BantennewsSpider(WordPressSpider):
    name = "bantennews"
    title = "BantenNews"
    region = "Banten"
    seen = "2026-08: feed, search and article pages"
    allowed_domains = ["bantennews.co.id"]
    sources = wordpress_sources("https://www.bantennews.co.id")
    article_urls = (AT_ROOT,)
    examples = ("https://www.bantennews.co.id/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("BantenNews",))
