"""Jaringan Sultra, of Sulawesi Tenggara."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class JaringansultraSpider(NewsSpider):
    name = "jaringansultra"
    title = "Jaringan Sultra"
    region = "Sulawesi Tenggara"
    kind = "regional"
    seen = "2011-2026: a stored article page"
    allowed_domains = ["jaringansultra.com"]
    sources = (Listing("https://jaringansultra.com/"),)
    article_urls = (r"^https?://jaringansultra\.com/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://jaringansultra.com/daerah/4123/harga-beras-naik-jelang-panen",)
    rules = SiteRules(outlets=("Jaringan Sultra", "Jaringansultra.com"), zone="Asia/Makassar")
