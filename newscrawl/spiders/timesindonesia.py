"""TIMES Indonesia, of Malang, with editions in many cities."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class TimesindonesiaSpider(NewsSpider):
    name = "timesindonesia"
    title = "TIMES Indonesia"
    seen = "2026: search and article addresses"
    allowed_domains = ["timesindonesia.co.id"]
    sources = (
        Listing("https://timesindonesia.co.id/"),
        Search("https://timesindonesia.co.id/search?q={query}&page={page}", "a.block.group"),
    )
    article_urls = (r"^https?://(?:[a-z]+\.)?timesindonesia\.co\.id/[a-z-]+/(?P<id>\d{5,7})/[a-z0-9-]+",)
    not_articles = (r"/(?:search|tag|foto|video)(?:[/?]|$)",)
    examples = ("https://timesindonesia.co.id/ekonomi/512345/harga-beras-naik-jelang-panen",)
    not_examples = ("https://timesindonesia.co.id/tag/512345/harga-beras",)
    rules = SiteRules(outlets=("TIMES Indonesia", "TIMESINDONESIA"))
