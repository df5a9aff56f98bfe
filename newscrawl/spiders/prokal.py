"""Prokal, the papers of the Jawa Pos group in East Kalimantan."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class ProkalSpider(NewsSpider):
    name = "prokal"
    title = "Prokal"
    region = "Kalimantan Timur"
    kind = "regional"
    seen = "2016: article pages"
    allowed_domains = ["prokal.co"]
    sources = (Listing("https://www.prokal.co/"),)
    article_urls = (r"^https?://[a-z]+\.prokal\.co/read/news/(?P<id>\d+)-[a-z0-9-]+(?:\.html)?",)
    examples = ("http://radarkaltim.prokal.co/read/news/608-harga-beras-naik.html",)
    rules = SiteRules(outlets=("Prokal",), zone="Asia/Makassar")
