"""Sabang Merauke News, of Pekanbaru."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class SabangmeraukeSpider(NewsSpider):
    name = "sabangmerauke"
    title = "Sabang Merauke News"
    region = "Riau"
    kind = "regional"
    seen = "2026-09: article pages"
    allowed_domains = ["sabangmeraukenews.com"]
    sources = (Listing("https://www.sabangmeraukenews.com/"),)
    article_urls = (r"^https?://www\.sabangmeraukenews\.com/berita/(?P<id>\d+)/[a-z0-9-]+\.html",)
    examples = ("https://www.sabangmeraukenews.com/berita/21234/harga-beras-naik-jelang-panen.html",)
    rules = SiteRules(outlets=("SabangMerauke News", "Sabang Merauke News"))
