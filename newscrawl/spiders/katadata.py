"""Katadata.co.id, business and data."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Feed, JsonItems, Search, Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class KatadataSpider(NewsSpider):
    name = "katadata"
    title = "Katadata"
    seen = "2026-10: dated index and monthly sitemaps; 2026-08: article pages"
    allowed_domains = ["katadata.co.id"]
    sources = (
        DatedIndex(
            "https://katadata.co.id/indeks/search/{section}/{date:%d-%m-%Y}/{date:%d-%m-%Y}",
            "article.article--berita a",
            sections={"berita": "berita", "finansial": "finansial", "digital": "digital"},
            section="-",
        ),
        Sitemap("https://katadata.co.id/sitemap/post/{date:%Y-%m}.xml"),
        Feed("https://katadata.co.id/rss"),
        Search(
            "https://api-search.katadata.co.id/search",
            JsonItems("results", "url", title="title"),
            json={"q": "{query}", "source": "katadata", "sort": "newest", "limit": 10, "page": "{page}"},
        ),
    )
    article_urls = (r"^https?://katadata\.co\.id/(?:[a-z0-9-]+/)+(?P<id>[0-9a-f]{8,16})/[a-z0-9-]+",)
    not_articles = (
        r"katadata\.co\.id/(?:tag|tags|topic|topik|indeks|video|foto|infografik|analisisdata)(?:[/?]|$)",
    )
    examples = ("https://katadata.co.id/berita/nasional/66b1f2a3c4d5e/harga-beras-naik-jelang-panen",)
    not_examples = ("https://katadata.co.id/infografik/66b1f2a3c4d5e/harga-beras-dalam-angka",)
    rules = SiteRules(
        title=(".detail-title",),
        body=(".detail-main", "article.articleBody"),
        published=(".detail-date",),
        author=(".detail-author-name",),
        drop=("[class^=widget-baca-juga]", "[class*=ai-summary]"),
        outlets=("Katadata", "Katadata.co.id"),
    )
