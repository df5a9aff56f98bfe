"""beritajatim.com, of Surabaya."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BeritajatimSpider(WordPressSpider):
    name = "beritajatim"
    title = "beritajatim.com"
    region = "Jawa Timur"
    seen = "2026-08: lists and article pages"
    allowed_domains = ["beritajatim.com"]
    sources = wordpress_sources("https://beritajatim.com")
    article_urls = (AT_ROOT,)
    not_articles = (*WordPressSpider.not_articles, r"beritajatim\.com/arsip")
    examples = ("https://beritajatim.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(
        body=("div[itemprop=articleBody]", "div.article-content"), outlets=("beritajatim.com",)
    )
