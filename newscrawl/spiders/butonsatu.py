"""Butonsatu, of Buton."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class ButonsatuSpider(NewsSpider):
    name = "butonsatu"
    title = "Butonsatu"
    region = "Sulawesi Tenggara"
    kind = "regional"
    seen = "2011-2026: a stored article page"
    allowed_domains = ["butonsatu.com"]
    sources = (Listing("https://butonsatu.com/"),)
    article_urls = (r"^https?://butonsatu\.com/read/[a-z0-9-]+",)
    examples = ("https://butonsatu.com/read/harga-beras-naik-jelang-panen",)
    rules = SiteRules(outlets=("BUTONSATU.com", "Butonsatu"), zone="Asia/Makassar")
