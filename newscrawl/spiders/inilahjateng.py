"""Inilah Jateng, of Jawa Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class InilahjatengSpider(WordPressSpider):
    name = "inilahjateng"
    title = "Inilah Jateng"
    region = "Jawa Tengah"
    seen = "2026-09: article pages; feed and API are WordPress's own"
    allowed_domains = ["inilahjateng.com"]
    sources = wordpress_sources("https://inilahjateng.com")
    article_urls = (AT_ROOT,)
    examples = ("https://inilahjateng.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Inilah Jateng",))
