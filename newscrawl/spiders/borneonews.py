"""Borneonews, of Kalimantan Tengah."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class BorneonewsSpider(NewsSpider):
    name = "borneonews"
    title = "Borneonews"
    region = "Kalimantan Tengah"
    kind = "regional"
    seen = "2017: stored article pages"
    allowed_domains = ["borneonews.co.id"]
    sources = (Listing("https://www.borneonews.co.id/"),)
    article_urls = (r"^https?://www\.borneonews\.co\.id/berita/(?P<id>\d+)-[a-z0-9-]+",)
    examples = ("https://www.borneonews.co.id/berita/71234-harga-beras-naik-jelang-panen",)
    rules = SiteRules(outlets=("BORNEONEWS", "Borneonews"))
