"""DDTCNews, tax news."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class DdtcnewsSpider(NewsSpider):
    name = "ddtcnews"
    title = "DDTCNews"
    seen = "2026-08: article pages"
    allowed_domains = ["news.ddtc.co.id"]
    sources = (Listing("https://news.ddtc.co.id/"),)
    article_urls = (
        r"^https://news\.ddtc\.co\.id/(?:berita|review|literasi|komunitas)/(?:[a-z0-9-]+/)*(?P<id>\d+)/[a-z0-9-]+",
    )
    not_articles = (r"/(?:search|tag)(?:[/?]|$)",)
    examples = ("https://news.ddtc.co.id/berita/nasional/1812345/aturan-pajak-baru-terbit",)
    rules = SiteRules(body=("div.contentArticle",), published=("#publish-news",), outlets=("DDTCNews",))
