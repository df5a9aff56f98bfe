"""AcehSatu, of Aceh."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class AcehsatuSpider(WordPressSpider):
    name = "acehsatu"
    title = "AcehSatu"
    region = "Aceh"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["acehsatu.com"]
    sources = wordpress_sources("https://acehsatu.com")
    article_urls = (AT_ROOT,)
    examples = ("https://acehsatu.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("AcehSatu", "ACEHSATU.COM"))
