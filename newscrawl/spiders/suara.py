"""Suara.com, of Arkadia Digital Media."""

from __future__ import annotations

from newscrawl.discovery import Cards, Feed, Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class SuaraSpider(NewsSpider):
    name = "suara"
    title = "Suara.com"
    seen = "2026-09: article pages and lists"
    allowed_domains = ["suara.com"]
    sources = (
        Feed("https://www.suara.com/rss"),
        Listing(
            "https://www.suara.com/indeks?page={page}",
            Cards(".article-kanal-list .article-kanal-item", "h3 a", date=".article-kanal-info h4 span"),
        ),
    )
    # The six digits of the path are the time of day in WIB.
    article_urls = (
        r"^https?://(?:[\w-]+\.)?suara\.com/(?:read/)?[a-z0-9-]+/\d{4}/\d{2}/\d{2}/\d{6}/[a-z0-9-]+",
    )
    not_articles = (
        r"/(?:foto|video|tag|indeks|author|reporter|loadmoredetail|search)(?:[/?]|$)",
        r"^https?://yoursay\.",
    )
    examples = ("https://www.suara.com/bisnis/2026/07/24/070800/harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.suara.com/foto/2026/07/24/070800/suasana-pasar-induk",)
    rules = SiteRules(
        title=(".article-image h1",),
        body=("div.article-content", "div.detail-content", "article.content-article"),
        author=(".author-trigger a",),
        tags=(".article-tags a",),
        drop=(
            ".ten-second",
            ".next-article",
            "#next-article",
            "[class*=placeholder_]",
            "[id^=berita-terkait-]",
        ),
        outlets=("Suara.com",),
        pages=("?page=all", "?page={n}"),
    )
