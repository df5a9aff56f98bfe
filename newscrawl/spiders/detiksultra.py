"""DetikSultra, of Kendari; no part of the Detik Network."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class DetiksultraSpider(WordPressSpider):
    name = "detiksultra"
    title = "DetikSultra"
    region = "Sulawesi Tenggara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["detiksultra.com"]
    sources = wordpress_sources("https://detiksultra.com")
    article_urls = (r"^https?://detiksultra\.com/[a-z-]+/(?:[a-z-]+/)?[a-z0-9]+(?:-[a-z0-9]+){2,}/?$",)
    examples = ("https://detiksultra.com/daerah/buton-utara/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("DETIKSULTRA.COM", "DetikSultra"), zone="Asia/Makassar")
