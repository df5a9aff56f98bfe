"""Investor Daily, business news of B Universe."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.buniverse import BUNIVERSE_RULES, BUniverseSpider


class InvestorSpider(BUniverseSpider):
    name = "investor"
    title = "Investor.id"
    seen = "2026-08: article pages and search"
    allowed_domains = ["investor.id"]
    sources = (
        Listing("https://investor.id/indeks"),
        Search(
            "https://www.investor.id/search/{query:lower}/{page}",
            empty_text="Halaman yang Anda tuju tidak ditemukan",
        ),
    )
    article_urls = (r"^https?://(?:www\.)?investor\.id/[a-z-]+/(?P<id>\d{4,})/[a-z0-9-]+",)
    examples = ("https://investor.id/market/412345/ihsg-ditutup-menguat",)
    not_examples = ("https://investor.id/tag/412345/ihsg",)
    rules = BUNIVERSE_RULES.extended(
        published=("span.text-muted",), author=(".col.small.pt-1",), outlets=("Investor.id", "Investor Daily")
    )
