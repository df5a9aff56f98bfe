"""CNA Indonesia, of Mediacorp."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class CnaindonesiaSpider(NewsSpider):
    name = "cnaindonesia"
    title = "CNA Indonesia"
    seen = "2026-09: article pages; 2026-08: lists"
    allowed_domains = ["cna.id"]
    sources = (
        Listing("https://www.cna.id/terbaru"),
        Search("https://www.cna.id/topic/{query:slug}"),
    )
    article_urls = (r"^https?://www\.cna\.id/[a-z-]+/[a-z0-9-]+-(?P<id>\d{4,})$",)
    not_articles = (r"/(?:topic|watch)(?:[/?]|$)",)
    examples = ("https://www.cna.id/indonesia/harga-beras-naik-jelang-panen-41234",)
    not_examples = ("https://www.cna.id/watch/harga-beras-naik-jelang-panen-41234",)
    rules = SiteRules(
        body=(".field--name-body",), drop=(".related-article",), outlets=("CNA", "CNA Indonesia")
    )
