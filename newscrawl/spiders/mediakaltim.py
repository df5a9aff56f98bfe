"""Media Kaltim, of Kalimantan Timur."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MediakaltimSpider(WordPressSpider):
    name = "mediakaltim"
    title = "Media Kaltim"
    region = "Kalimantan Timur"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["mediakaltim.com"]
    sources = wordpress_sources("https://mediakaltim.com")
    article_urls = (AT_ROOT,)
    examples = ("https://mediakaltim.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("Media Kaltim",), zone="Asia/Makassar")
