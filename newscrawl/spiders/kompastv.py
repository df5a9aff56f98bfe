"""Kompas TV, the news channel of KG Media."""

from __future__ import annotations

from newscrawl.discovery import Cards, Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class KompastvSpider(NewsSpider):
    name = "kompastv"
    title = "Kompas TV"
    seen = "2026-09: article addresses; 2025: lists; stored pages of 2020 and 2021"
    allowed_domains = ["kompas.tv"]
    sources = (
        Listing(
            "https://www.kompas.tv/{section}",
            Cards(".content-each", "h2.title-news a", date=".time-news"),
            sections={"nasional": "nasional", "regional": "regional", "ekonomi": "ekonomi"},
            section="news",
        ),
    )
    article_urls = (r"^https?://(?:www\.)?kompas\.tv/[a-z0-9-]+/(?P<id>\d{5,7})/[a-z0-9-]+",)
    not_articles = (r"kompas\.tv/(?:video|live|tag|talkshow|search)(?:[/?]|$)",)
    examples = ("https://www.kompas.tv/ekonomi/612345/harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.kompas.tv/talkshow/612345/harga-beras-naik",)
    rules = SiteRules(outlets=("Kompas TV", "KompasTV"), pages=("?page=all", "?page={n}"))
