"""Jakarta Selaras."""

from __future__ import annotations

from newscrawl.discovery import Feed, Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class JakartaselarasSpider(NewsSpider):
    name = "jakartaselaras"
    title = "Jakarta Selaras"
    region = "DKI Jakarta"
    kind = "regional"
    seen = "2026-08: feed and article pages"
    allowed_domains = ["jakarta.selaras.co.id"]
    sources = (
        Feed("https://jakarta.selaras.co.id/rss"),
        Sitemap("https://jakarta.selaras.co.id/sitemap.xml"),
    )
    article_urls = (r"^https?://jakarta\.selaras\.co\.id/detail/(?P<id>\d+)/[a-z0-9-]+/?$",)
    examples = ("https://jakarta.selaras.co.id/detail/4123/harga-beras-naik-jelang-panen/",)
    rules = SiteRules(body=(".post_content",), outlets=("Jakarta Selaras",))
