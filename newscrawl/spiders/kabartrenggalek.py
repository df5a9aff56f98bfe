"""Kabar Trenggalek, of Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class KabartrenggalekSpider(NewsSpider):
    name = "kabartrenggalek"
    title = "Kabar Trenggalek"
    region = "Jawa Timur"
    kind = "regional"
    seen = "2011-2026: a stored article page"
    allowed_domains = ["kabartrenggalek.com"]
    sources = (Listing("https://kabartrenggalek.com/"),)
    article_urls = (r"^https?://kabartrenggalek\.com/[a-z-]+/[a-z0-9]+(?:-[a-z0-9]+){2,}",)
    not_articles = (r"kabartrenggalek\.com/(?:tag|author|search|category|kategori)(?:[/?]|$)",)
    examples = ("https://kabartrenggalek.com/ekonomi/harga-beras-naik-jelang-panen",)
    not_examples = ("https://kabartrenggalek.com/tag/harga-beras-naik",)
    rules = SiteRules(outlets=("Kabar Trenggalek", "KBRT"))
