"""Kabar Pali, of Penukal Abab Lematang Ilir, South Sumatra."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class KabarpaliSpider(NewsSpider):
    name = "kabarpali"
    title = "Kabar Pali"
    region = "Sumatera Selatan"
    kind = "regional"
    seen = "2016: stored article pages"
    allowed_domains = ["kabarpali.com"]
    sources = (Listing("https://kabarpali.com/"),)
    article_urls = (r"^https?://(?:www\.)?kabarpali\.com/detailpost/[a-z0-9-]+",)
    examples = ("https://kabarpali.com/detailpost/harga-karet-naik-di-pendopo",)
    rules = SiteRules(outlets=("Kabar Pali", "Redaksi KABARPALI"))
