"""Monitor."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import DATED, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MonitorSpider(WordPressSpider):
    name = "monitor"
    title = "Monitor"
    kind = "national"
    seen = "2011-2026: stored article pages; feed and API are WordPress's own"
    allowed_domains = ["monitor.co.id"]
    sources = wordpress_sources("https://monitor.co.id")
    article_urls = (DATED,)
    examples = ("https://monitor.co.id/2023/05/12/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("MONITOR", "Monitor"))
