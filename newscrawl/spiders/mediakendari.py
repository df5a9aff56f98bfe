"""Media Kendari, of Sulawesi Tenggara."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class MediakendariSpider(WordPressSpider):
    name = "mediakendari"
    title = "Media Kendari"
    region = "Sulawesi Tenggara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["mediakendari.com"]
    sources = wordpress_sources("https://mediakendari.com")
    article_urls = (r"^https?://mediakendari\.com/[a-z0-9-]+/(?P<id>\d+)/?$",)
    examples = ("https://mediakendari.com/harga-beras-naik-jelang-panen/41234/",)
    rules = WORDPRESS_RULES.extended(outlets=("Media Kendari", "MEDIAKENDARI.COM"), zone="Asia/Makassar")
