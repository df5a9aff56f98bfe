"""Infobanknews, banking news."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class InfobanknewsSpider(WordPressSpider):
    name = "infobanknews"
    title = "Infobanknews"
    kind = "national"
    seen = "2026-07: REST API and article pages"
    allowed_domains = ["infobanknews.com"]
    sources = wordpress_sources("https://infobanknews.com")
    article_urls = (AT_ROOT,)
    examples = ("https://infobanknews.com/laba-bank-naik-tahun-ini/",)
    rules = WORDPRESS_RULES.extended(
        body=("div.article-content",), drop=("[class*=tag-list]",), outlets=("Infobanknews",)
    )
