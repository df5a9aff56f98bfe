"""Alinea.id."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class AlineaSpider(NewsSpider):
    name = "alinea"
    title = "Alinea.id"
    seen = "2026-08: index, search and article pages"
    allowed_domains = ["alinea.id"]
    sources = (
        Listing("https://www.alinea.id/indeks"),
        Search("https://www.alinea.id/search?q={query}&page={page}", ".hasilcari .box1 a"),
    )
    article_urls = (r"^https?://(?:www\.)?alinea\.id/[a-z-]+/[a-z0-9-]+-(?P<id>b[0-9A-Za-z]{5,})$",)
    not_articles = (r"/(?:infografis|foto|video|tag|search)(?:[/?]|$)",)
    examples = ("https://www.alinea.id/bisnis/harga-beras-naik-jelang-panen-b2kXy9PqR",)
    not_examples = ("https://www.alinea.id/infografis/harga-beras-naik-b2kXy9PqR",)
    rules = SiteRules(
        published=("div.frontdate",), author=(".written__reporter .reporter__nama",), outlets=("Alinea.id",)
    )
