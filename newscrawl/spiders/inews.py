"""iNews.id, of MNC Portal."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search, Sitemap
from newscrawl.spiders.families.mnc import CITY_PORTALS, MNC_RULES, MncSpider


class InewsSpider(MncSpider):
    name = "inews"
    title = "iNews.id"
    seen = "2026-09: article pages"
    allowed_domains = ["inews.id"]
    sources = (
        Sitemap("https://www.inews.id/sitemap.xml"),
        Listing(
            "https://www.inews.id/{section}",
            sections={
                "news": "news",
                "finance": "finance",
                "regional": "regional",
                "sport": "sport",
                "lifestyle": "lifestyle",
            },
        ),
        Search("https://www.inews.id/tag/{query:slug}", "div.widgetListArticle__body a"),
    )
    article_urls = (
        r"^https?://(?:www\.)?inews\.id/"
        r"(?:finance|news|regional|lifestyle|sport|otomotif|travel|techno)/[\w-]+/[a-z0-9-]+",
        *CITY_PORTALS,
    )
    examples = (
        "https://www.inews.id/news/nasional/harga-beras-naik-jelang-panen",
        "https://jabar.inews.id/berita/harga-beras-naik-jelang-panen",
    )
    not_examples = ("https://www.inews.id/multimedia/video/harga-beras-naik-jelang-panen",)
    rules = MNC_RULES.extended(
        published=(".createdAt", ".timeAndShare"),
        author=(".author",),
        section=(".breadcrumb a:last-child",),
        outlets=("iNews.id", "iNews"),
        pages=("/all", "/{n}"),
    )
