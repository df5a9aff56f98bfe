"""Poskota, a daily of Jakarta."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class PoskotaSpider(NewsSpider):
    name = "poskota"
    title = "Poskota"
    region = "DKI Jakarta"
    seen = "2026-08: article pages and tag lists"
    allowed_domains = ["poskota.co.id"]
    sources = (
        Listing("https://www.poskota.co.id/"),
        Search("https://www.poskota.co.id/tag/{query:slug}?page={page}"),
    )
    article_urls = (r"^https?://(?:www\.)?poskota\.co\.id/\d{4}/\d{2}/\d{2}/[a-z0-9-]+",)
    not_articles = (r"/tag(?:[/?]|$)",)
    examples = ("https://www.poskota.co.id/2025/06/18/harga-beras-naik-jelang-panen",)
    rules = SiteRules(
        body=("div[itemprop=articleBody]", ".article-content"), outlets=("Poskota", "POSKOTA.CO.ID")
    )
