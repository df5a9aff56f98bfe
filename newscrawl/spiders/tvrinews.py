"""TVRI News, of the public television."""

from __future__ import annotations

from newscrawl.discovery import NewsSitemap, Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class TvrinewsSpider(NewsSpider):
    name = "tvrinews"
    title = "TVRI News"
    seen = "2026-08: news sitemaps and article pages"
    allowed_domains = ["tvrinews.com"]
    sources = (
        NewsSitemap(
            "https://nasional.tvrinews.com/sitemap/news.xml",
            sections={
                "ekonomi": "https://ekonomi.tvrinews.com/sitemap/news.xml",
                "daerah": "https://daerah.tvrinews.com/sitemap/news.xml",
            },
        ),
        Sitemap("https://ekonomi.tvrinews.com/sitemap/web.xml"),
    )
    article_urls = (r"^https?://[a-z]+\.tvrinews\.com/berita/(?P<id>[a-z0-9]+)-[a-z0-9-]+",)
    examples = ("https://ekonomi.tvrinews.com/berita/x1y2z3a-harga-beras-naik-jelang-panen",)
    rules = SiteRules(body=("div.blog-content",), outlets=("TVRINews", "TVRI News"))
